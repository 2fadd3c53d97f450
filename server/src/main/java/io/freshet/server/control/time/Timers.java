package io.freshet.server.control.time;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Deadlines. Who is called looks whether there is still something to do, so a deadline that moves
/// later (a heartbeat) costs nothing until it passes. One that is cancelled stays until then too,
/// but lets go of what it would have called.
public final class Timers {
    public static final long NEVER = Long.MAX_VALUE;

    /// Called without any lock held.
    @FunctionalInterface
    public interface Action {
        void onTimeout(long nowNs);
    }

    /// One deadline.
    public static final class Timer implements Comparable<Timer> {
        private final long atNs;
        private final long order;
        private volatile @Nullable Action action;

        private Timer(long atNs, long order, Action action) {
            this.atNs = atNs;
            this.order = order;
            this.action = action;
        }

        public void cancel() {
            action = null;
        }

        private void run(long nowNs) {
            Action due = action;
            if (due != null) {
                due.onTimeout(nowNs);
            }
        }

        @Override
        public int compareTo(Timer other) {
            return atNs != other.atNs
                    ? Long.compare(atNs, other.atNs)
                    : Long.compare(order, other.order);
        }
    }

    /// Guards the queue; nothing is taken while it is held.
    private final ReentrantLock lock = new ReentrantLock();

    private final PriorityQueue<Timer> queue = new PriorityQueue<>();
    private long added;

    public Timer at(long atNs, Action action) {
        lock.lock();
        try {
            Timer timer = new Timer(atNs, added++, action);
            queue.add(timer);
            return timer;
        } finally {
            lock.unlock();
        }
    }

    /// Deadlines that are waited for.
    public int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /// Runs what is due at `nowNs`, not what that adds.
    public void onTimeout(long nowNs) {
        List<Timer> due = new ArrayList<>();
        lock.lock();
        try {
            while (!queue.isEmpty() && queue.peek().atNs <= nowNs) {
                due.add(queue.remove());
            }
        } finally {
            lock.unlock();
        }
        runAll(due, nowNs);
    }

    /// One that fails keeps no other from running; the first failure comes out in the end.
    private static void runAll(List<Timer> due, long nowNs) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Timer timer : due) {
            try {
                timer.run(nowNs);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    public long nextTimeoutNs() {
        lock.lock();
        try {
            return queue.isEmpty() ? NEVER : queue.peek().atNs;
        } finally {
            lock.unlock();
        }
    }
}
