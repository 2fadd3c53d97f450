package io.freshet.server.gateway;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What one client is still to be sent, in order: bounded, nearly nothing while it is empty, and
/// emptied by one thread at a time, which lives only while there is something. Whoever's [#offer]
/// makes it non-empty starts that thread; it is done when [#onTaken] says so.
final class SendQueue<T> {
    enum Offer {
        TAKEN,
        /// The queue was empty: somebody has to empty it.
        FIRST,
        FULL
    }

    private final int capacity;
    private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();

    /// Those in the queue or taken and not yet reported as such; raised before the element is
    /// there.
    private final AtomicInteger size = new AtomicInteger();

    SendQueue(int capacity) {
        this.capacity = capacity;
    }

    Offer offer(T element) {
        int before = size.get();
        while (before < capacity && !size.compareAndSet(before, before + 1)) {
            before = size.get();
        }
        if (before >= capacity) {
            return Offer.FULL;
        }
        waiting.add(element);
        return before == 0 ? Offer.FIRST : Offer.TAKEN;
    }

    /// By the emptying thread, while the queue is not empty.
    T take() {
        T next = waiting.poll();
        while (next == null) {
            // Counted by another thread whose next instruction adds it.
            Thread.onSpinWait();
            next = waiting.poll();
        }
        return next;
    }

    /// Whether there is another one to take, besides `taken` that were.
    boolean hasMoreThan(int taken) {
        return size.get() > taken;
    }

    /// So many were dealt with; true if the queue is empty now, and the thread's work over.
    boolean onTaken(int count) {
        return size.addAndGet(-count) == 0;
    }

    boolean isEmpty() {
        return size.get() == 0;
    }

    int size() {
        return size.get();
    }

    boolean isHalfFull() {
        return size.get() > capacity / 2;
    }
}
