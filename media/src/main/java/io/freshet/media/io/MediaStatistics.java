package io.freshet.media.io;

import io.freshet.media.transport.TransportState;
import java.util.Map;

/// Counters of a media node since its start, and what it holds now.
///
/// @param transports how many there are in each state; ENDED counts all that ever ended
/// @param packetsIn datagrams received, whatever they were
/// @param drops datagrams not used, by reason (names in lower-dash form)
/// @param lost packets of publishers found missing, whether or not they came later
/// @param recovered of them, those that arrived by retransmission
/// @param nacks packets asked for again from publishers
/// @param retransmissions packets sent again to viewers
/// @param keyframeRequests sent to publishers
/// @param failures transports ended by a fault of ours
/// @param loopTurnMaxNs longest turn of a loop between two waits
/// @param receiveBufferBytes what the system gave as SO_RCVBUF
/// @param sendBufferBytes what the system gave as SO_SNDBUF
public record MediaStatistics(
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
        long failures,
        long loopTurnMaxNs,
        int receiveBufferBytes,
        int sendBufferBytes) {
    public MediaStatistics {
        transports = Map.copyOf(transports);
        drops = Map.copyOf(drops);
    }
}
