package io.freshet.media.transport;

import java.util.Map;

/// Counters of a router since its start, and what it holds now.
///
/// @param transports how many there are in each state; ENDED counts all that ever ended
/// @param drops by reason, transports' and forwarding's, in lower-dash form; zeros left out
public record RouterStatistics(
        Map<TransportState, Integer> transports,
        int publishers,
        int subscriptions,
        long packetsIn,
        long bytesIn,
        long packetsOut,
        long bytesOut,
        Map<String, Long> drops,
        long lost,
        long recovered,
        long nacks,
        long retransmissions,
        long keyframeRequests,
        long failures) {
    public RouterStatistics {
        transports = Map.copyOf(transports);
        drops = Map.copyOf(drops);
    }
}
