package io.freshet.media.forward;

import java.util.Map;

/// Counters of a published stream since it began, over all its tracks and viewers.
///
/// @param lost packets found missing, whether or not they came later
/// @param recovered missing packets that arrived by retransmission
/// @param nacks packets asked for again
/// @param retransmissions packets sent again to viewers
/// @param keyframeRequests sent to the publisher
public record ForwardStatistics(
        long packetsIn,
        long bytesIn,
        long packetsOut,
        long bytesOut,
        long lost,
        long recovered,
        long nacks,
        long retransmissions,
        long keyframes,
        long keyframeRequests,
        int subscriptions,
        Map<DropReason, Long> drops) {
    public ForwardStatistics {
        drops = Map.copyOf(drops);
    }
}
