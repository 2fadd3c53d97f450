package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.freshet.server.address.AddressBlock;
import io.freshet.server.control.ControlConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final String EVERYTHING_ELSE =
            """
            data-dir: /var/lib/freshet
            log-level: debug
            shutdown-deadline: 7s
            http:
              bind: 127.0.0.1
              port: 9000
              public-url: https://live.example.org/
              max-headers: 8KiB
              max-connections: 7
              idle-timeout: 1m
              requests-per-second: 3
              request-burst: 4
              trusted-proxies: [10.0.0.0/8, 192.0.2.7]
            signalling:
              max-queued-messages: 9
              ping-interval: 2s
              silence-timeout: 5s
              allowed-origins: [https://a.example, "http://b.example:81"]
            media:
              bind: 127.0.0.2
              port: 9001
              advertise:
                - 192.0.2.1
                - "2001:db8::1"
              advertise-port: 9002
              advertise-loopback: true
              max-transports: 11
              connect-timeout: 12s
              interrupted-after: 3s
              ended-after: 13s
            rooms:
              heartbeat-timeout: 14s
              publisher-grace: 15s
              user-count-interval: 16s
              token-warning: 17s
              max-rooms: 18
              max-users: 19
              max-http-sessions: 20
              requests-per-second: 21
              request-burst: 22
              event-log-length: 23
              rooms-per-client: 31
              streams-per-client: 32
              plays-per-client: 33
              large-room: 34
              event-interval: 35ms
              event-portion: 41
              barrage-interval: 36ms
              messages-kept: 37
              page-size: 38
              calls-per-second: 39
              logins-per-second: 40
            callbacks:
              allow-private-addresses: true
              timeout: 24s
              max-in-flight: 25
              max-waiting: 26
            usage:
              interval: 27s
              keep-details: 28d
            """;

    private static final Configuration EVERYTHING_ELSE_READ =
            new Configuration(
                    Path.of("/var/lib/freshet"),
                    System.Logger.Level.DEBUG,
                    new Configuration.Http(
                            address("127.0.0.1"),
                            9000,
                            "https://live.example.org",
                            8192,
                            7,
                            Duration.ofMinutes(1),
                            3,
                            4,
                            List.of(AddressBlock.of("10.0.0.0/8"), AddressBlock.of("192.0.2.7"))),
                    new Configuration.Signalling(
                            9,
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(5),
                            List.of("https://a.example", "http://b.example:81")),
                    new Configuration.Media(
                            address("127.0.0.2"),
                            9001,
                            List.of(address("192.0.2.1"), address("2001:db8::1")),
                            9002,
                            true,
                            11,
                            Duration.ofSeconds(12),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(13)),
                    new Configuration.Rooms(
                            Duration.ofSeconds(14),
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(16),
                            Duration.ofSeconds(17),
                            18,
                            19,
                            20,
                            21,
                            22,
                            23,
                            new Configuration.PerClient(31, 32, 33),
                            new ControlConfig.Fanout(
                                    34, Duration.ofMillis(35), 41, Duration.ofMillis(36), 37, 38),
                            new ControlConfig.Rates(39, 40)),
                    new Configuration.Callbacks(true, Duration.ofSeconds(24), 25, 26),
                    new Configuration.Usage(Duration.ofSeconds(27), Duration.ofDays(28)),
                    Duration.ofSeconds(7));

    private static final Configuration DEFAULTS =
            new Configuration(
                    Path.of("freshet-data"),
                    System.Logger.Level.INFO,
                    new Configuration.Http(
                            address("0.0.0.0"),
                            8080,
                            "",
                            16 * 1024,
                            20_000,
                            Duration.ofMinutes(5),
                            50,
                            200,
                            List.of()),
                    new Configuration.Signalling(
                            512, Duration.ofSeconds(20), Duration.ofSeconds(60), List.of()),
                    new Configuration.Media(
                            address("0.0.0.0"),
                            8080,
                            List.of(),
                            0,
                            false,
                            10_000,
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(30)),
                    new Configuration.Rooms(
                            Duration.ofSeconds(100),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(30),
                            100_000,
                            100_000,
                            50_000,
                            20,
                            100,
                            1000,
                            new Configuration.PerClient(5, 4, 20),
                            ControlConfig.Fanout.defaults(),
                            ControlConfig.Rates.defaults()),
                    new Configuration.Callbacks(false, Duration.ofSeconds(5), 256, 100_000),
                    new Configuration.Usage(Duration.ofSeconds(10), Duration.ofDays(92)),
                    Duration.ofSeconds(5));

    @Test
    void hasTheseDefaults() {
        assertThat(Configuration.defaults()).isEqualTo(DEFAULTS);
    }

    @Test
    void readsEveryKeyIntoItsPlace() throws ConfigurationException {
        var reader = reader(EVERYTHING_ELSE);
        assertThat(reader.givenPaths()).isEqualTo(everyPath());
        assertThat(read(reader).configuration()).isEqualTo(EVERYTHING_ELSE_READ);
    }

    @Test
    void theCommentedFileListsEveryKeyWithItsDefault() throws Exception {
        Path file = Path.of("..", "deploy", "freshet.yaml");
        var reader = reader(Files.readString(file));
        assertThat(reader.givenPaths()).isEqualTo(everyPath());
        assertThat(Configuration.read(Optional.of(file), Map.of(), none()).configuration())
                .isEqualTo(DEFAULTS);
    }

    @Test
    void anEmptyFileMeansDefaults() throws ConfigurationException {
        assertThat(read(reader("")).configuration()).isEqualTo(DEFAULTS);
        assertThat(read(reader("# nothing\nhttp:\n")).configuration()).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    prot: 1                         | f.yaml:1: unknown key "prot"; did you mean
                    http: {prot: 1}                 | f.yaml:1: unknown key "http.prot"; did you mean "http.port"?
                    htpp: {port: 1}                 | f.yaml:1: unknown key "htpp"; did you mean "http"?
                    zebra: 1                        | f.yaml:1: unknown key "zebra"; deploy/freshet.yaml lists every key
                    max-connections: 5              | f.yaml:1: unknown key "max-connections"; did you mean "http.max-connections"?
                    media: {max-connections: 5}     | f.yaml:1: unknown key "media.max-connections"; did you mean "http.max-connections"?
                    http: 5                         | f.yaml:1: "http" is a section and takes no value itself
                    http: {port: eighty}            | f.yaml:1: "http.port" must be a whole number from 0 to 65535, but is "eighty"
                    http: {port: 65536}             | f.yaml:1: "http.port" must be a whole number from 0 to 65535
                    http: {port: -1}                | "http.port" must be a whole number
                    rooms: {page-size: 501}         | f.yaml:1: "rooms.page-size" must be a whole number from 1 to 500, but is "501"
                    rooms: {event-interval: 6s}     | f.yaml:1: "rooms.event-interval" must be from 1ms to 5s, but is "6s"
                    rooms: {barrage-interval: 0ms}  | f.yaml:1: "rooms.barrage-interval" must be from 1ms to 5s
                    rooms: {messages-kept: 0}       | f.yaml:1: "rooms.messages-kept" must be a whole number from 1 to 100000
                    rooms: {large-room: 0}          | f.yaml:1: "rooms.large-room" must be a whole number from 1 to 1000000
                    rooms: {calls-per-second: 0}    | f.yaml:1: "rooms.calls-per-second" must be a whole number from 1 to 1000000
                    http: {port: [80]}              | f.yaml:1: "http.port" takes one value
                    http: {port: }                  | f.yaml:1: "http.port" must be a whole number
                    http: {bind: localhost}         | f.yaml:1: "http.bind" must be an IPv4 or IPv6 address
                    http: {public-url: ftp://x}     | f.yaml:1: "http.public-url" must be empty or an http
                    http: {max-headers: 8}          | f.yaml:1: "http.max-headers" must be a whole number with a unit: B, KiB
                    http: {max-headers: 1KB}        | "http.max-headers" must be a whole number with a unit
                    http: {max-headers: 1B}         | "http.max-headers" must be from 1024B to
                    http: {idle-timeout: 5}         | "http.idle-timeout" must be a whole number with a unit: ms, s
                    http: {idle-timeout: 0s}        | "http.idle-timeout" must be from 1s to 1d
                    log-level: loud                 | f.yaml:1: "log-level" must be error, warning, info, debug or trace
                    media: {advertise: 192.0.2.1}   | f.yaml:1: "media.advertise" takes a list, as in [a, b]
                    media: {advertise: [{a: b}]}    | f.yaml:1: "media.advertise" takes a list of values
                    media: {advertise: [me]}        | f.yaml:1: "media.advertise" must be an IPv4 or IPv6 address
                    media: {advertise-loopback: si} | f.yaml:1: "media.advertise-loopback" must be true or false
                    media: {ended-after: 2s}        | f.yaml:1: "media.ended-after" must be longer than "media.interrupted-after"
                    signalling: {silence-timeout: 1s}        | "signalling.silence-timeout" must be longer than "signalling.ping-interval"
                    signalling: {allowed-origins: [a.b]}     | "signalling.allowed-origins" must be an origin
                    data-dir: ""                    | f.yaml:1: "data-dir" must not be empty
                    [1, 2]                          | f.yaml:1: expected "key: value" lines
                    {[1]: 2}                        | f.yaml:1: a key must be plain text
                    http: {port: 1, port: 2}        | f.yaml:1: "http.port" is set twice, first at f.yaml:1
                    http: {port: "1                 | f.yaml:1: is not YAML
                    """)
    void stopsAtWhatItDoesNotUnderstand(String yaml, String problem) {
        var failure = catchThrowableOfType(ConfigurationException.class, () -> read(reader(yaml)));
        assertThat(failure).as(yaml).isNotNull();
        assertThat(failure.problems()).as(yaml).anyMatch(line -> line.contains(problem));
    }

    @Test
    void namesTheLineOfEveryProblemAtOnce() {
        var reader = reader("http:\n  port: x\n\nmedia:\n  port: y\nrooms:\n  max-room: 1\n");
        assertThatThrownBy(() -> read(reader))
                .hasMessageContaining("f.yaml:2: \"http.port\"")
                .hasMessageContaining("f.yaml:5: \"media.port\"")
                .hasMessageContaining("f.yaml:7: unknown key \"rooms.max-room\"");
    }

    @Test
    void aMissingFileStopsTheStart() {
        assertThatThrownBy(() ->
                        Configuration.read(Optional.of(Path.of("no-such.yaml")), Map.of(), none()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no-such.yaml: cannot be read");
    }

    @Test
    void theEnvironmentOverridesTheFileAndTheCommandLineBoth() throws ConfigurationException {
        var environment =
                Map.of(
                        "FRESHET_HTTP_PORT", "9100",
                        "FRESHET_MEDIA_PORT", "9101",
                        "FRESHET_MEDIA_ADVERTISE", "192.0.2.7, 192.0.2.8",
                        "FRESHET_DATA_DIR", "/elsewhere");
        var overrides =
                new Configuration.Overrides(
                        Optional.of(Path.of("/here")),
                        Optional.empty(),
                        Optional.of(9200),
                        List.of());
        var configuration =
                Configuration.finish(reader("http: {port: 9000}"), environment, overrides)
                        .configuration();
        assertThat(configuration.http().port()).isEqualTo(9100);
        assertThat(configuration.media().port()).isEqualTo(9200);
        assertThat(configuration.media().advertise())
                .containsExactly(address("192.0.2.7"), address("192.0.2.8"));
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("/here"));
    }

    @Test
    void aBadVariableIsNamed() {
        assertThatThrownBy(() ->
                        Configuration.finish(reader(""), Map.of("FRESHET_HTTP_PORT", "x"), none()))
                .hasMessageContaining("environment FRESHET_HTTP_PORT: \"http.port\" must be");
    }

    @Test
    void aMisspeltVariableIsRemarkedOnOthersAreNot() throws ConfigurationException {
        var environment = Map.of("FRESHET_HTTP_PROT", "1", "FRESHET_SERVER", "x", "HOME", "y");
        assertThat(Configuration.finish(reader(""), environment, none()).remarks())
                .containsExactly(
                        "environment FRESHET_HTTP_PROT is no setting; did you mean"
                                + " FRESHET_HTTP_PORT?");
    }

    @Test
    void thePageIsAtThePublicUrlOrOnThisMachine() {
        assertThat(DEFAULTS.pageUrl(1234)).isEqualTo("http://localhost:1234");
        assertThat(EVERYTHING_ELSE_READ.pageUrl(1234)).isEqualTo("https://live.example.org");
    }

    @Test
    void everySettingReachesThePartItIsFor() {
        var media = Wiring.mediaConfig(EVERYTHING_ELSE_READ);
        assertThat(media.bind().getPort()).isEqualTo(9001);
        assertThat(media.bind().getAddress()).isEqualTo(address("127.0.0.2"));
        assertThat(media.advertisedAddresses()).hasSize(2);
        assertThat(media.advertisedPort()).isEqualTo(9002);
        assertThat(media.advertiseLoopback()).isTrue();
        assertThat(media.maxTransports()).isEqualTo(11);
        assertThat(media.connectTimeout()).hasSeconds(12);
        assertThat(media.ice().interruptedAfter()).hasSeconds(3);
        assertThat(media.ice().consentTimeout()).hasSeconds(13);
        var control = Wiring.controlConfig(EVERYTHING_ELSE_READ);
        assertThat(control.timing().heartbeatTimeout()).hasSeconds(14);
        assertThat(control.timing().heartbeatInterval()).isEqualTo(Duration.ofMillis(3500));
        assertThat(control.timing().publisherGrace()).hasSeconds(15);
        assertThat(control.timing().userCountInterval()).hasSeconds(16);
        assertThat(control.timing().tokenWarning()).hasSeconds(17);
        assertThat(control.bounds().maxConnections()).isEqualTo(7);
        assertThat(control.bounds().maxRooms()).isEqualTo(18);
        assertThat(control.bounds().maxUsersPerRoom()).isEqualTo(19);
        assertThat(control.bounds().maxHttpSessions()).isEqualTo(20);
        assertThat(control.bounds().requestsPerSecond()).isEqualTo(21);
        assertThat(control.bounds().requestBurst()).isEqualTo(22);
        assertThat(control.bounds().eventLogLength()).isEqualTo(23);
        var gateway = Wiring.gatewayConfig(EVERYTHING_ELSE_READ);
        assertThat(gateway.port()).isEqualTo(9000);
        assertThat(gateway.bind()).isEqualTo(address("127.0.0.1"));
        assertThat(gateway.maxHeaderBytes()).isEqualTo(8192);
        assertThat(gateway.maxConnections()).isEqualTo(7);
        assertThat(gateway.idleTimeout()).hasMinutes(1);
        assertThat(gateway.requestsPerSecond()).isEqualTo(3);
        assertThat(gateway.requestBurst()).isEqualTo(4);
        assertThat(
                        gateway.trustedProxies()
                                .client(
                                        new InetSocketAddress("10.1.2.3", 1),
                                        List.of("198.51.100.7")))
                .isEqualTo("198.51.100.7");
        assertThat(gateway.maxQueuedMessages()).isEqualTo(9);
        assertThat(gateway.pingInterval()).hasSeconds(2);
        assertThat(gateway.silenceTimeout()).hasSeconds(5);
        assertThat(gateway.allowedOrigins())
                .containsExactlyInAnyOrder("https://a.example", "http://b.example:81");
    }

    private static java.util.Set<String> everyPath() {
        return ConfigurationKeys.ALL.stream().map(Key::path).collect(Collectors.toSet());
    }

    private static SettingsReader reader(String yaml) {
        var reader = new SettingsReader(ConfigurationKeys.ALL);
        reader.readText("f.yaml", yaml);
        return reader;
    }

    private static Configuration.Read read(SettingsReader reader) throws ConfigurationException {
        return Configuration.finish(reader, Map.of(), none());
    }

    private static Configuration.Overrides none() {
        return Configuration.Overrides.none();
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
