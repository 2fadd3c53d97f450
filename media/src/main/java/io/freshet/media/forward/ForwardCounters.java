package io.freshet.media.forward;

import java.util.EnumMap;
import java.util.Map;

/// A stream's counters while it runs: plain fields of the thread that owns the stream.
final class ForwardCounters {
    long packetsIn;
    long bytesIn;
    long packetsOut;
    long bytesOut;
    long retransmissions;
    long keyframes;
    long keyframeRequests;
    private final long[] drops = new long[DropReason.values().length];

    void drop(DropReason reason) {
        drops[reason.ordinal()]++;
    }

    Map<DropReason, Long> drops() {
        Map<DropReason, Long> counted = new EnumMap<>(DropReason.class);
        for (DropReason reason : DropReason.values()) {
            if (drops[reason.ordinal()] > 0) {
                counted.put(reason, drops[reason.ordinal()]);
            }
        }
        return counted;
    }
}
