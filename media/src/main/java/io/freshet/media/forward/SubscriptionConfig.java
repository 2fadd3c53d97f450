package io.freshet.media.forward;

/// What distinguishes one viewer's subscription from another's.
///
/// @param playoutDelayMinMs smallest playout delay the viewer is told, 0 to 40950 ms in steps of 10
///   ms, or [#UNSET]: the publisher's own wish, if any, is passed on
/// @param playoutDelayMaxMs largest playout delay, not below the smallest; set exactly when the
///   smallest is
public record SubscriptionConfig(int playoutDelayMinMs, int playoutDelayMaxMs) {
    public static final int UNSET = -1;

    /// Leaves the playout delay to the viewer.
    public static final SubscriptionConfig DEFAULT = new SubscriptionConfig(UNSET, UNSET);

    private static final int MAX_PLAYOUT_DELAY_MS = 40_950;

    public SubscriptionConfig {
        boolean unset = playoutDelayMinMs == UNSET && playoutDelayMaxMs == UNSET;
        boolean ordered =
                playoutDelayMinMs >= 0
                        && playoutDelayMinMs <= playoutDelayMaxMs
                        && playoutDelayMaxMs <= MAX_PLAYOUT_DELAY_MS;
        if (!unset && !ordered) {
            throw new IllegalArgumentException(
                    "playout delay " + playoutDelayMinMs + " to " + playoutDelayMaxMs + " ms");
        }
    }

    /// Viewers stay in step with each other: each is told to keep this delay.
    public static SubscriptionConfig steadyDelay(int minMs, int maxMs) {
        return new SubscriptionConfig(minMs, maxMs);
    }

    boolean hasPlayoutDelay() {
        return playoutDelayMinMs != UNSET;
    }
}
