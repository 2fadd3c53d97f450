package io.freshet.server.app;

import io.freshet.server.address.AddressBlock;
import io.freshet.server.control.ControlConfig;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an operator can set. `deploy/freshet.yaml` explains each key; defaults are in
/// [ConfigurationKeys] and nowhere else.
record Configuration(
        Path dataDirectory,
        System.Logger.Level logLevel,
        Http http,
        Signalling signalling,
        Media media,
        Rooms rooms,
        Callbacks callbacks,
        Usage usage,
        Duration shutdownDeadline) {

    /// Sizes in bytes, counts in connections or requests.
    record Http(
            InetAddress bind,
            int port,
            String publicUrl,
            int maxHeaderBytes,
            int maxConnections,
            Duration idleTimeout,
            int requestsPerSecond,
            int requestBurst,
            List<AddressBlock> trustedProxies) {
        Http {
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    record Signalling(
            int maxQueuedMessages,
            Duration pingInterval,
            Duration silenceTimeout,
            List<String> allowedOrigins) {
        Signalling {
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }

    /// `advertise` empty: the addresses of this machine are detected. `advertisePort` 0: the bound
    /// port.
    record Media(
            InetAddress bind,
            int port,
            List<InetAddress> advertise,
            int advertisePort,
            boolean advertiseLoopback,
            int maxTransports,
            Duration connectTimeout,
            Duration interruptedAfter,
            Duration endedAfter) {
        Media {
            advertise = List.copyOf(advertise);
        }
    }

    record Rooms(
            Duration heartbeatTimeout,
            Duration publisherGrace,
            Duration userCountInterval,
            Duration tokenWarning,
            int maxRooms,
            int maxUsersPerRoom,
            int maxHttpSessions,
            int requestsPerSecond,
            int requestBurst,
            int eventLogLength,
            PerClient perClient,
            ControlConfig.Fanout fanout,
            ControlConfig.Rates rates) {}

    /// What one SDK client may have at a time.
    record PerClient(int rooms, int streams, int plays) {}

    /// `maxInFlight` at a time, `maxWaiting` in the outbox.
    record Callbacks(
            boolean allowPrivateAddresses, Duration timeout, int maxInFlight, int maxWaiting) {}

    /// `interval` between two records of what runs; `keepDetails` of single plays.
    record Usage(Duration interval, Duration keepDetails) {}

    /// What the command line says; it wins over the file and the environment.
    record Overrides(
            Optional<Path> dataDirectory,
            Optional<Integer> httpPort,
            Optional<Integer> mediaPort,
            List<String> advertise) {
        Overrides {
            advertise = List.copyOf(advertise);
        }

        static Overrides none() {
            return new Overrides(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
    }

    /// The configuration and what is worth a warning about it.
    record Read(Configuration configuration, List<String> remarks) {
        Read {
            remarks = List.copyOf(remarks);
        }
    }

    /// The page's address without a slash at its end.
    ///
    /// @param boundPort the port that is listened on
    String pageUrl(int boundPort) {
        return http.publicUrl().isEmpty() ? "http://localhost:" + boundPort : http.publicUrl();
    }

    static Configuration defaults() {
        try {
            return read(Optional.empty(), Map.of(), Overrides.none()).configuration();
        } catch (ConfigurationException e) {
            throw new IllegalStateException("the defaults are not consistent", e);
        }
    }

    static Read read(Optional<Path> file, Map<String, String> environment, Overrides overrides)
            throws ConfigurationException {
        var reader = new SettingsReader(ConfigurationKeys.ALL);
        file.ifPresent(reader::readFile);
        return finish(reader, environment, overrides);
    }

    static Read finish(SettingsReader reader, Map<String, String> environment, Overrides overrides)
            throws ConfigurationException {
        reader.readEnvironment(environment);
        overrides
                .dataDirectory()
                .ifPresent(it -> reader.override("data-dir", it.toString(), "option --data"));
        overrides
                .httpPort()
                .ifPresent(it -> reader.override("http.port", "" + it, "option --http-port"));
        overrides
                .mediaPort()
                .ifPresent(it -> reader.override("media.port", "" + it, "option --media-port"));
        if (!overrides.advertise().isEmpty()) {
            reader.override(
                    "media.advertise",
                    String.join(",", overrides.advertise()),
                    "option --advertise");
        }
        Configuration configuration = build(reader);
        if (configuration
                        .signalling()
                        .silenceTimeout()
                        .compareTo(configuration.signalling().pingInterval())
                <= 0) {
            reader.problem(
                    ConfigurationKeys.SIGNALLING_SILENCE_TIMEOUT,
                    "must be longer than \"signalling.ping-interval\"");
        }
        if (configuration.media().endedAfter().compareTo(configuration.media().interruptedAfter())
                <= 0) {
            reader.problem(
                    ConfigurationKeys.MEDIA_ENDED_AFTER,
                    "must be longer than \"media.interrupted-after\"");
        }
        if (!reader.problems().isEmpty()) {
            throw new ConfigurationException(reader.problems());
        }
        return new Read(configuration, reader.remarks());
    }

    private static Configuration build(SettingsReader reader) {
        return new Configuration(
                reader.value(ConfigurationKeys.DATA_DIRECTORY),
                reader.value(ConfigurationKeys.LOG_LEVEL),
                new Http(
                        reader.value(ConfigurationKeys.HTTP_BIND),
                        reader.value(ConfigurationKeys.HTTP_PORT),
                        reader.value(ConfigurationKeys.HTTP_PUBLIC_URL),
                        reader.value(ConfigurationKeys.HTTP_MAX_HEADERS),
                        reader.value(ConfigurationKeys.HTTP_MAX_CONNECTIONS),
                        reader.value(ConfigurationKeys.HTTP_IDLE_TIMEOUT),
                        reader.value(ConfigurationKeys.HTTP_REQUESTS_PER_SECOND),
                        reader.value(ConfigurationKeys.HTTP_REQUEST_BURST),
                        reader.value(ConfigurationKeys.HTTP_TRUSTED_PROXIES)),
                new Signalling(
                        reader.value(ConfigurationKeys.SIGNALLING_MAX_QUEUED_MESSAGES),
                        reader.value(ConfigurationKeys.SIGNALLING_PING_INTERVAL),
                        reader.value(ConfigurationKeys.SIGNALLING_SILENCE_TIMEOUT),
                        reader.value(ConfigurationKeys.SIGNALLING_ALLOWED_ORIGINS)),
                new Media(
                        reader.value(ConfigurationKeys.MEDIA_BIND),
                        reader.value(ConfigurationKeys.MEDIA_PORT),
                        reader.value(ConfigurationKeys.MEDIA_ADVERTISE),
                        reader.value(ConfigurationKeys.MEDIA_ADVERTISE_PORT),
                        reader.value(ConfigurationKeys.MEDIA_ADVERTISE_LOOPBACK),
                        reader.value(ConfigurationKeys.MEDIA_MAX_TRANSPORTS),
                        reader.value(ConfigurationKeys.MEDIA_CONNECT_TIMEOUT),
                        reader.value(ConfigurationKeys.MEDIA_INTERRUPTED_AFTER),
                        reader.value(ConfigurationKeys.MEDIA_ENDED_AFTER)),
                new Rooms(
                        reader.value(ConfigurationKeys.ROOMS_HEARTBEAT_TIMEOUT),
                        reader.value(ConfigurationKeys.ROOMS_PUBLISHER_GRACE),
                        reader.value(ConfigurationKeys.ROOMS_USER_COUNT_INTERVAL),
                        reader.value(ConfigurationKeys.ROOMS_TOKEN_WARNING),
                        reader.value(ConfigurationKeys.ROOMS_MAX_ROOMS),
                        reader.value(ConfigurationKeys.ROOMS_MAX_USERS),
                        reader.value(ConfigurationKeys.ROOMS_MAX_HTTP_SESSIONS),
                        reader.value(ConfigurationKeys.ROOMS_REQUESTS_PER_SECOND),
                        reader.value(ConfigurationKeys.ROOMS_REQUEST_BURST),
                        reader.value(ConfigurationKeys.ROOMS_EVENT_LOG_LENGTH),
                        new PerClient(
                                reader.value(ConfigurationKeys.ROOMS_ROOMS_PER_CLIENT),
                                reader.value(ConfigurationKeys.ROOMS_STREAMS_PER_CLIENT),
                                reader.value(ConfigurationKeys.ROOMS_PLAYS_PER_CLIENT)),
                        new ControlConfig.Fanout(
                                reader.value(ConfigurationKeys.ROOMS_LARGE_ROOM),
                                reader.value(ConfigurationKeys.ROOMS_EVENT_INTERVAL),
                                reader.value(ConfigurationKeys.ROOMS_EVENT_PORTION),
                                reader.value(ConfigurationKeys.ROOMS_BARRAGE_INTERVAL),
                                reader.value(ConfigurationKeys.ROOMS_MESSAGES_KEPT),
                                reader.value(ConfigurationKeys.ROOMS_PAGE_SIZE)),
                        new ControlConfig.Rates(
                                reader.value(ConfigurationKeys.ROOMS_CALLS_PER_SECOND),
                                reader.value(ConfigurationKeys.ROOMS_LOGINS_PER_SECOND))),
                new Callbacks(
                        reader.value(ConfigurationKeys.CALLBACKS_ALLOW_PRIVATE_ADDRESSES),
                        reader.value(ConfigurationKeys.CALLBACKS_TIMEOUT),
                        reader.value(ConfigurationKeys.CALLBACKS_MAX_IN_FLIGHT),
                        reader.value(ConfigurationKeys.CALLBACKS_MAX_WAITING)),
                new Usage(
                        reader.value(ConfigurationKeys.USAGE_INTERVAL),
                        reader.value(ConfigurationKeys.USAGE_KEEP_DETAILS)),
                reader.value(ConfigurationKeys.SHUTDOWN_DEADLINE));
    }
}
