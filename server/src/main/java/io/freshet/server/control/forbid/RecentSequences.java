package io.freshet.server.control.forbid;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps requests about a stream from overtaking each other: within 10 s each needs a larger number
/// than the one before. Bounded: the oldest are forgotten first. One thread at a time.
public final class RecentSequences {
    static final int MAX_STREAMS = 20_000;
    private static final long KEPT_NS = 10_000_000_000L;

    private record Entry(long sequence, long atNs) {}

    /// By stream id, the oldest first.
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

    /// Takes a request about all of these streams; false, and nothing is noted, if it comes late
    /// for one of them.
    public boolean tryTake(List<String> streamIds, long sequence, long nowNs) {
        forget(nowNs);
        for (String streamId : streamIds) {
            Entry last = entries.get(streamId);
            if (last != null && sequence <= last.sequence()) {
                return false;
            }
        }
        for (String streamId : streamIds) {
            entries.remove(streamId);
            entries.put(streamId, new Entry(sequence, nowNs));
        }
        return true;
    }

    private void forget(long nowNs) {
        Iterator<Map.Entry<String, Entry>> oldest = entries.entrySet().iterator();
        while (oldest.hasNext()) {
            boolean young = nowNs - oldest.next().getValue().atNs() < KEPT_NS;
            if (young && entries.size() < MAX_STREAMS) {
                return;
            }
            oldest.remove();
        }
    }

    int size() {
        return entries.size();
    }
}
