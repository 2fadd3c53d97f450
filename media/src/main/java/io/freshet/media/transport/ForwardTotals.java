package io.freshet.media.transport;

import io.freshet.media.forward.DropReason;
import io.freshet.media.forward.ForwardStatistics;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Sums of the counters of many streams.
final class ForwardTotals {
    private final Map<String, Long> drops = new HashMap<>();
    private long lost;
    private long recovered;
    private long nacks;
    private long retransmissions;
    private long keyframeRequests;

    void add(ForwardStatistics stream) {
        lost += stream.lost();
        recovered += stream.recovered();
        nacks += stream.nacks();
        retransmissions += stream.retransmissions();
        keyframeRequests += stream.keyframeRequests();
        stream.drops().forEach((reason, count) -> addDrops(label(reason), count));
    }

    void add(ForwardTotals others) {
        lost += others.lost;
        recovered += others.recovered;
        nacks += others.nacks;
        retransmissions += others.retransmissions;
        keyframeRequests += others.keyframeRequests;
        others.drops.forEach(this::addDrops);
    }

    void addDrops(String label, long count) {
        if (count > 0) {
            drops.merge(label, count, Long::sum);
        }
    }

    RouterStatistics statistics(
            Map<TransportState, Integer> states,
            int publishers,
            int subscriptions,
            TransportCounters counters,
            long failures) {
        return new RouterStatistics(
                states,
                publishers,
                subscriptions,
                counters.packetsIn(),
                counters.bytesIn(),
                counters.packetsOut(),
                counters.bytesOut(),
                drops,
                lost,
                recovered,
                nacks,
                retransmissions,
                keyframeRequests,
                failures);
    }

    private static String label(DropReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
