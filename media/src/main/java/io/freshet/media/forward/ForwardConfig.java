package io.freshet.media.forward;

import java.time.Duration;

/// How one published stream is received and handed on. Immutable; [#DEFAULT] holds every default.
///
/// @param keyframeRequestInterval at most one keyframe request to the publisher in this time, also
///   between repetitions while none arrives
/// @param transportFeedbackInterval between transport-wide feedback packets; 50 to 100 ms is what
///   senders expect
/// @param receiverReportInterval between receiver reports to the publisher (RFC 3550 §6.2 allows
///   less than 5 s for small groups)
/// @param reorderingTolerance how long a missing packet may still be merely late
/// @param nackAttempts how often a lost packet is asked for before a keyframe is asked for instead
/// @param nackPackets at most so many packets of a track are missed at one time
/// @param videoCacheBytes payload kept for a video track's retransmissions and late starts
/// @param audioCacheBytes payload kept for an audio track's retransmissions
/// @param keyframeReplayAge a new viewer starts from a cached keyframe that is not older than this
/// @param retransmissionBytesPerSecond budget of one viewer's retransmissions, half a second of it
///   at once
/// @param maxSubscriptions further subscriptions are refused
public record ForwardConfig(
        Duration keyframeRequestInterval,
        Duration transportFeedbackInterval,
        Duration receiverReportInterval,
        Duration reorderingTolerance,
        int nackAttempts,
        int nackPackets,
        int videoCacheBytes,
        int audioCacheBytes,
        Duration keyframeReplayAge,
        int retransmissionBytesPerSecond,
        int maxSubscriptions) {
    public static final ForwardConfig DEFAULT =
            new ForwardConfig(
                    Duration.ofMillis(500),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(10),
                    10,
                    1000,
                    1 << 20,
                    1 << 16,
                    Duration.ofMillis(250),
                    500_000,
                    20_000);

    public ForwardConfig {
        requirePositive("keyframeRequestInterval", keyframeRequestInterval.toNanos());
        requirePositive("transportFeedbackInterval", transportFeedbackInterval.toNanos());
        requirePositive("receiverReportInterval", receiverReportInterval.toNanos());
        requirePositive("reorderingTolerance", reorderingTolerance.toNanos() + 1);
        requirePositive("nackAttempts", nackAttempts);
        requirePositive("nackPackets", nackPackets);
        requirePositive("videoCacheBytes", videoCacheBytes);
        requirePositive("audioCacheBytes", audioCacheBytes);
        requirePositive("keyframeReplayAge", keyframeReplayAge.toNanos() + 1);
        requirePositive("retransmissionBytesPerSecond", retransmissionBytesPerSecond);
        requirePositive("maxSubscriptions", maxSubscriptions);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, is " + value);
        }
    }
}
