package io.freshet.media.dtls;

import java.time.Duration;

/// Settings of DTLS handshakes.
///
/// @param handshakeTimeout from the peer's first datagram to the end of the handshake; 100 ms to 5
///   min, default 10 s
/// @param resendAfter how long a flight of ours stays unanswered before it is sent again, doubled
///   each time; 10 ms to 60 s, default 100 ms (RFC 6347 §4.2.4.1 proposes 1 s for peers nothing is
///   known of; here the path has just answered an ICE check)
/// @param maxDatagramBytes of the UDP payload this side sends; 256 to 1400, default 1200
/// @param maxQueuedDatagrams received and not yet worked off, further ones are dropped like the
///   network drops them; 4 to 256, default 32
public record DtlsConfig(
        Duration handshakeTimeout,
        Duration resendAfter,
        int maxDatagramBytes,
        int maxQueuedDatagrams) {
    public static final DtlsConfig DEFAULT =
            new DtlsConfig(Duration.ofSeconds(10), Duration.ofMillis(100), 1200, 32);

    public DtlsConfig {
        requireBetween("handshakeTimeout", handshakeTimeout.toMillis(), 100, 300_000);
        requireBetween("resendAfter", resendAfter.toMillis(), 10, 60_000);
        requireBetween("maxDatagramBytes", maxDatagramBytes, 256, 1400);
        requireBetween("maxQueuedDatagrams", maxQueuedDatagrams, 4, 256);
    }

    private static void requireBetween(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    what + " is " + value + ", must be between " + min + " and " + max);
        }
    }
}
