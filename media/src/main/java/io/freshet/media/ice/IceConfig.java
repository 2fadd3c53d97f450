package io.freshet.media.ice;

import java.time.Duration;

/// Settings of an ICE agent.
///
/// @param interruptedAfter no valid check on the selected address for this long is reported as an
///   interruption; default 5 s (browsers check every 2.5 s or more often)
/// @param consentTimeout no valid check for this long ends the session (RFC 7675 §5.1), also when
///   there never was one; default 30 s
/// @param maxAddresses remote addresses that passed a check and are remembered; 2 to 64, default 8.
///   When it is full the one that was silent longest is forgotten, never the selected one
public record IceConfig(Duration interruptedAfter, Duration consentTimeout, int maxAddresses) {
    public static final IceConfig DEFAULT =
            new IceConfig(Duration.ofSeconds(5), Duration.ofSeconds(30), 8);

    public IceConfig {
        if (interruptedAfter.isNegative()
                || interruptedAfter.isZero()
                || interruptedAfter.compareTo(consentTimeout) > 0) {
            throw new IllegalArgumentException(
                    "interruptedAfter must be above zero and at most consentTimeout, is "
                            + interruptedAfter);
        }
        if (consentTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("consentTimeout " + consentTimeout);
        }
        if (maxAddresses < 2 || maxAddresses > 64) {
            throw new IllegalArgumentException("maxAddresses " + maxAddresses);
        }
    }
}
