package io.freshet.sdk.event;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Callbacks that wait for the app, run one after another in the order given. Any thread may add.
///
/// An app that blocks in a callback must not cost memory without end, nor an event. So values that
/// a newer one makes worthless wait once at the most; and when [#MANY] wait, whoever brings events
/// is told to stop ([Watcher#onBehind]) until only [#FEW] are left. What is there already, and the
/// little that still comes until the stop takes effect, is kept.
final class CallbackQueue {
    static final int MANY = 4096;
    static final int FEW = MANY / 4;

    private final Executor executor;

    /// By key, oldest first. Guarded by this object, as is everything below.
    private final Map<Object, Runnable> waiting = new LinkedHashMap<>();

    private Watcher watcher = behind -> {};
    private boolean running;
    private boolean behind;

    /// @param executor runs one piece of work after another; gets the next when one is done
    CallbackQueue(Executor executor) {
        this.executor = executor;
    }

    synchronized void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    void add(Runnable callback) {
        add(new Object(), callback);
    }

    /// Takes the place of what waits under an equal key, at the end of the queue.
    void addLatest(Object key, Runnable callback) {
        add(key, callback);
    }

    /// For what an app can do without: left out while it is behind.
    void addIfKeepingUp(Runnable callback) {
        synchronized (this) {
            if (behind) {
                return;
            }
        }
        add(callback);
    }

    private void add(Object key, Runnable callback) {
        boolean idle;
        synchronized (this) {
            waiting.remove(key);
            waiting.put(key, callback);
            idle = !running;
            running = true;
            if (!behind && waiting.size() >= MANY) {
                behind = true;
                watcher.onBehind(true);
            }
        }
        if (idle) {
            executor.execute(this::runNext);
        }
    }

    private void runNext() {
        Runnable next = takeOldest();
        try {
            if (next != null) {
                next.run();
            }
        } finally {
            if (hasMore()) {
                executor.execute(this::runNext);
            }
        }
    }

    private synchronized @Nullable Runnable takeOldest() {
        Iterator<Runnable> oldest = waiting.values().iterator();
        if (!oldest.hasNext()) {
            return null;
        }
        Runnable next = oldest.next();
        oldest.remove();
        if (behind && waiting.size() <= FEW) {
            behind = false;
            watcher.onBehind(false);
        }
        return next;
    }

    private synchronized boolean hasMore() {
        running = !waiting.isEmpty();
        return running;
    }

    /// Hears that the app falls behind and that it has caught up, in turns. Called with the queue's
    /// lock held, so it must only hand over.
    interface Watcher {
        void onBehind(boolean behind);
    }
}
