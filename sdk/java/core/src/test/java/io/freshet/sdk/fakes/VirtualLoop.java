package io.freshet.sdk.fakes;

import io.freshet.sdk.loop.SdkLoop;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A loop whose time moves only when a test says so. Work queued now runs in order with the next
/// [#run], timers when their time comes.
public final class VirtualLoop implements SdkLoop {
    private static final int MAX_STEPS = 1_000_000;

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long nowNs;
    private long sequence;
    private boolean stopped;

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public void execute(Runnable work) {
        after(0, work);
    }

    @Override
    public Timer after(long delayNs, Runnable work) {
        Entry entry = new Entry(nowNs + delayNs, sequence++, work);
        if (!stopped) {
            entries.add(entry);
        }
        return () -> entries.remove(entry);
    }

    @Override
    public <T> T ask(Supplier<T> question, T whenStopped) {
        run();
        return stopped ? whenStopped : question.get();
    }

    @Override
    public void stop() {
        stopped = true;
        entries.clear();
    }

    public boolean stopped() {
        return stopped;
    }

    /// Runs what is due now, and what that makes due now.
    public void run() {
        advanceNs(0);
    }

    public void advanceMs(long ms) {
        advanceNs(TimeUnit.MILLISECONDS.toNanos(ms));
    }

    public void advanceS(long seconds) {
        advanceNs(TimeUnit.SECONDS.toNanos(seconds));
    }

    private void advanceNs(long ns) {
        long endNs = nowNs + ns;
        for (int step = 0; step < MAX_STEPS; step++) {
            Entry next = entries.peek();
            if (next == null || next.atNs > endNs) {
                nowNs = endNs;
                return;
            }
            entries.poll();
            nowNs = next.atNs;
            next.work.run();
        }
        throw new IllegalStateException("does not come to rest");
    }

    private record Entry(long atNs, long order, Runnable work) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(atNs, other.atNs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
