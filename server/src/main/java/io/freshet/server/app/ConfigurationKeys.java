package io.freshet.server.app;

import io.freshet.protocol.Limits;
import io.freshet.server.address.AddressBlock;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Every key of `freshet.yaml` with its default and its legal range.
final class ConfigurationKeys {
    private ConfigurationKeys() {}

    static final Key<Path> DATA_DIRECTORY =
            Key.value("data-dir", "freshet-data", ValueReader::path);
    static final Key<System.Logger.Level> LOG_LEVEL =
            Key.value("log-level", "info", ValueReader::level);
    static final Key<Duration> SHUTDOWN_DEADLINE =
            Key.value(
                    "shutdown-deadline",
                    "5s",
                    ValueReader.duration(Duration.ofMillis(100), Duration.ofMinutes(10)));

    static final Key<InetAddress> HTTP_BIND =
            Key.value("http.bind", "0.0.0.0", ValueReader::address);
    static final Key<Integer> HTTP_PORT =
            Key.value("http.port", "8080", ValueReader.integer(0, 65535));
    static final Key<String> HTTP_PUBLIC_URL =
            Key.value("http.public-url", "", ValueReader::httpUrl);
    static final Key<Integer> HTTP_MAX_HEADERS =
            Key.value("http.max-headers", "16KiB", ValueReader.bytes(1024, 1 << 20));
    static final Key<Integer> HTTP_MAX_CONNECTIONS =
            Key.value("http.max-connections", "20000", ValueReader.integer(1, 1_000_000));
    static final Key<Duration> HTTP_IDLE_TIMEOUT =
            Key.value(
                    "http.idle-timeout",
                    "5m",
                    ValueReader.duration(Duration.ofSeconds(1), Duration.ofDays(1)));
    static final Key<Integer> HTTP_REQUESTS_PER_SECOND =
            Key.value("http.requests-per-second", "50", ValueReader.integer(1, 1_000_000));
    static final Key<Integer> HTTP_REQUEST_BURST =
            Key.value("http.request-burst", "200", ValueReader.integer(1, 1_000_000));
    static final Key<List<AddressBlock>> HTTP_TRUSTED_PROXIES =
            Key.values("http.trusted-proxies", List.of(), ValueReader::addressBlock);

    static final Key<Integer> SIGNALLING_MAX_QUEUED_MESSAGES =
            Key.value("signalling.max-queued-messages", "512", ValueReader.integer(8, 65536));
    static final Key<Duration> SIGNALLING_PING_INTERVAL =
            Key.value(
                    "signalling.ping-interval",
                    "20s",
                    ValueReader.duration(Duration.ofMillis(100), Duration.ofHours(1)));
    static final Key<Duration> SIGNALLING_SILENCE_TIMEOUT =
            Key.value(
                    "signalling.silence-timeout",
                    "60s",
                    ValueReader.duration(Duration.ofMillis(200), Duration.ofDays(1)));
    static final Key<List<String>> SIGNALLING_ALLOWED_ORIGINS =
            Key.values("signalling.allowed-origins", List.of(), ValueReader::origin);

    static final Key<InetAddress> MEDIA_BIND =
            Key.value("media.bind", "0.0.0.0", ValueReader::address);
    static final Key<Integer> MEDIA_PORT =
            Key.value("media.port", "8080", ValueReader.integer(0, 65535));
    static final Key<List<InetAddress>> MEDIA_ADVERTISE =
            Key.values("media.advertise", List.of(), ValueReader::address);
    static final Key<Integer> MEDIA_ADVERTISE_PORT =
            Key.value("media.advertise-port", "0", ValueReader.integer(0, 65535));
    static final Key<Boolean> MEDIA_ADVERTISE_LOOPBACK =
            Key.value("media.advertise-loopback", "false", ValueReader::flag);
    static final Key<Integer> MEDIA_MAX_TRANSPORTS =
            Key.value("media.max-transports", "10000", ValueReader.integer(1, 1_000_000));
    static final Key<Duration> MEDIA_CONNECT_TIMEOUT =
            Key.value(
                    "media.connect-timeout",
                    "30s",
                    ValueReader.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)));
    static final Key<Duration> MEDIA_INTERRUPTED_AFTER =
            Key.value(
                    "media.interrupted-after",
                    "5s",
                    ValueReader.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)));
    static final Key<Duration> MEDIA_ENDED_AFTER =
            Key.value(
                    "media.ended-after",
                    "30s",
                    ValueReader.duration(Duration.ofSeconds(1), Duration.ofMinutes(30)));

    static final Key<Duration> ROOMS_HEARTBEAT_TIMEOUT =
            Key.value(
                    "rooms.heartbeat-timeout",
                    "100s",
                    ValueReader.duration(Duration.ofSeconds(4), Duration.ofDays(1)));
    static final Key<Duration> ROOMS_PUBLISHER_GRACE =
            Key.value(
                    "rooms.publisher-grace",
                    "20s",
                    ValueReader.duration(Duration.ofSeconds(1), Duration.ofDays(1)));
    static final Key<Duration> ROOMS_USER_COUNT_INTERVAL =
            Key.value(
                    "rooms.user-count-interval",
                    "30s",
                    ValueReader.duration(Duration.ofSeconds(1), Duration.ofDays(1)));
    static final Key<Duration> ROOMS_TOKEN_WARNING =
            Key.value(
                    "rooms.token-warning",
                    "30s",
                    ValueReader.duration(Duration.ofSeconds(1), Duration.ofDays(1)));
    static final Key<Integer> ROOMS_MAX_ROOMS =
            Key.value("rooms.max-rooms", "100000", ValueReader.integer(1, 10_000_000));
    static final Key<Integer> ROOMS_MAX_USERS =
            Key.value("rooms.max-users", "100000", ValueReader.integer(1, 10_000_000));
    static final Key<Integer> ROOMS_MAX_HTTP_SESSIONS =
            Key.value("rooms.max-http-sessions", "50000", ValueReader.integer(1, 10_000_000));
    static final Key<Integer> ROOMS_REQUESTS_PER_SECOND =
            Key.value("rooms.requests-per-second", "20", ValueReader.integer(1, 100_000));
    static final Key<Integer> ROOMS_REQUEST_BURST =
            Key.value("rooms.request-burst", "100", ValueReader.integer(1, 100_000));
    static final Key<Integer> ROOMS_EVENT_LOG_LENGTH =
            Key.value("rooms.event-log-length", "1000", ValueReader.integer(1, 1_000_000));

    static final Key<Integer> ROOMS_ROOMS_PER_CLIENT =
            Key.value("rooms.rooms-per-client", "5", ValueReader.integer(1, 100));
    static final Key<Integer> ROOMS_STREAMS_PER_CLIENT =
            Key.value("rooms.streams-per-client", "4", ValueReader.integer(1, 100));
    static final Key<Integer> ROOMS_PLAYS_PER_CLIENT =
            Key.value("rooms.plays-per-client", "20", ValueReader.integer(1, 1_000));
    static final Key<Integer> ROOMS_LARGE_ROOM =
            Key.value("rooms.large-room", "200", ValueReader.integer(1, 1_000_000));
    static final Key<Duration> ROOMS_EVENT_INTERVAL =
            Key.value(
                    "rooms.event-interval",
                    "50ms",
                    ValueReader.duration(Duration.ofMillis(1), Duration.ofSeconds(5)));
    static final Key<Integer> ROOMS_EVENT_PORTION =
            Key.value("rooms.event-portion", "1000", ValueReader.integer(1, 1_000_000));
    static final Key<Duration> ROOMS_BARRAGE_INTERVAL =
            Key.value(
                    "rooms.barrage-interval",
                    "200ms",
                    ValueReader.duration(Duration.ofMillis(1), Duration.ofSeconds(5)));
    static final Key<Integer> ROOMS_MESSAGES_KEPT =
            Key.value("rooms.messages-kept", "200", ValueReader.integer(1, 100_000));
    static final Key<Integer> ROOMS_PAGE_SIZE =
            Key.value("rooms.page-size", "100", ValueReader.integer(1, Limits.ROOM_PAGE_MAX_COUNT));
    static final Key<Integer> ROOMS_CALLS_PER_SECOND =
            Key.value("rooms.calls-per-second", "5000", ValueReader.integer(1, 1_000_000));
    static final Key<Integer> ROOMS_LOGINS_PER_SECOND =
            Key.value("rooms.logins-per-second", "200", ValueReader.integer(1, 1_000_000));

    static final Key<Boolean> CALLBACKS_ALLOW_PRIVATE_ADDRESSES =
            Key.value("callbacks.allow-private-addresses", "false", ValueReader::flag);
    static final Key<Duration> CALLBACKS_TIMEOUT =
            Key.value(
                    "callbacks.timeout",
                    "5s",
                    ValueReader.duration(Duration.ofMillis(100), Duration.ofMinutes(1)));
    static final Key<Integer> CALLBACKS_MAX_IN_FLIGHT =
            Key.value("callbacks.max-in-flight", "256", ValueReader.integer(1, 10_000));
    static final Key<Integer> CALLBACKS_MAX_WAITING =
            Key.value("callbacks.max-waiting", "100000", ValueReader.integer(1, 10_000_000));

    static final Key<Duration> USAGE_INTERVAL =
            Key.value(
                    "usage.interval",
                    "10s",
                    ValueReader.duration(Duration.ofSeconds(1), Duration.ofHours(1)));
    static final Key<Duration> USAGE_KEEP_DETAILS =
            Key.value(
                    "usage.keep-details",
                    "92d",
                    ValueReader.duration(Duration.ofDays(2), Duration.ofDays(3650)));

    static final List<Key<?>> ALL =
            List.of(
                    DATA_DIRECTORY,
                    LOG_LEVEL,
                    SHUTDOWN_DEADLINE,
                    HTTP_BIND,
                    HTTP_PORT,
                    HTTP_PUBLIC_URL,
                    HTTP_MAX_HEADERS,
                    HTTP_MAX_CONNECTIONS,
                    HTTP_IDLE_TIMEOUT,
                    HTTP_REQUESTS_PER_SECOND,
                    HTTP_REQUEST_BURST,
                    HTTP_TRUSTED_PROXIES,
                    SIGNALLING_MAX_QUEUED_MESSAGES,
                    SIGNALLING_PING_INTERVAL,
                    SIGNALLING_SILENCE_TIMEOUT,
                    SIGNALLING_ALLOWED_ORIGINS,
                    MEDIA_BIND,
                    MEDIA_PORT,
                    MEDIA_ADVERTISE,
                    MEDIA_ADVERTISE_PORT,
                    MEDIA_ADVERTISE_LOOPBACK,
                    MEDIA_MAX_TRANSPORTS,
                    MEDIA_CONNECT_TIMEOUT,
                    MEDIA_INTERRUPTED_AFTER,
                    MEDIA_ENDED_AFTER,
                    ROOMS_HEARTBEAT_TIMEOUT,
                    ROOMS_PUBLISHER_GRACE,
                    ROOMS_USER_COUNT_INTERVAL,
                    ROOMS_TOKEN_WARNING,
                    ROOMS_MAX_ROOMS,
                    ROOMS_MAX_USERS,
                    ROOMS_MAX_HTTP_SESSIONS,
                    ROOMS_REQUESTS_PER_SECOND,
                    ROOMS_REQUEST_BURST,
                    ROOMS_EVENT_LOG_LENGTH,
                    ROOMS_ROOMS_PER_CLIENT,
                    ROOMS_STREAMS_PER_CLIENT,
                    ROOMS_PLAYS_PER_CLIENT,
                    ROOMS_LARGE_ROOM,
                    ROOMS_EVENT_INTERVAL,
                    ROOMS_EVENT_PORTION,
                    ROOMS_BARRAGE_INTERVAL,
                    ROOMS_MESSAGES_KEPT,
                    ROOMS_PAGE_SIZE,
                    ROOMS_CALLS_PER_SECOND,
                    ROOMS_LOGINS_PER_SECOND,
                    CALLBACKS_ALLOW_PRIVATE_ADDRESSES,
                    CALLBACKS_TIMEOUT,
                    CALLBACKS_MAX_IN_FLIGHT,
                    CALLBACKS_MAX_WAITING,
                    USAGE_INTERVAL,
                    USAGE_KEEP_DETAILS);
}
