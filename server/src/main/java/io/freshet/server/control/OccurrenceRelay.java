package io.freshet.server.control;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Carries occurrences from under the locks, where their order is made, to the observer, which is
/// called without any. Whoever comes to [#tell()] first tells for all; what others add meanwhile it
/// tells too, so that there is one teller at a time and the order stays.
///
/// Bounded by what the threads inside the room service can add before each comes to [#tell()].
final class OccurrenceRelay {
    private static final System.Logger LOG = System.getLogger(OccurrenceRelay.class.getName());

    private final RoomObserver observer;
    private final Queue<RoomOccurrence> waiting = new ConcurrentLinkedQueue<>();

    /// Calls of [#tell()] that are not seen to; above 0 somebody is telling.
    private final AtomicInteger calls = new AtomicInteger();

    OccurrenceRelay(RoomObserver observer) {
        this.observer = observer;
    }

    /// Under the lock of what it happened to.
    void add(RoomOccurrence occurrence) {
        waiting.add(occurrence);
    }

    /// Without locks, after each change that may have added something.
    void tell() {
        if (waiting.isEmpty() || calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            RoomOccurrence next = waiting.poll();
            while (next != null) {
                tell(next);
                next = waiting.poll();
            }
            seen = calls.addAndGet(-seen);
        } while (seen != 0);
    }

    /// An observer's fault is not the room's.
    private void tell(RoomOccurrence occurrence) {
        try {
            observer.onOccurrence(occurrence);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "an occurrence could not be noted", e);
        }
    }
}
