package io.freshet.media.transport;

import java.util.ArrayList;
import java.util.List;

/// Peers in order of when they want to be called. A binary heap that knows where each entry is; one
/// entry a peer, so bounded by the number of peers.
final class DeadlineQueue {
    /// What has a place in the queue. The fields are the queue's.
    abstract static class Entry {
        long deadlineNs = PeerTransport.NEVER;
        int index = -1;
    }

    private final List<Entry> heap = new ArrayList<>();

    /// The earliest deadline, [PeerTransport#NEVER] when empty.
    long nextNs() {
        return heap.isEmpty() ? PeerTransport.NEVER : heap.getFirst().deadlineNs;
    }

    /// The entry with the earliest deadline; the queue must not be empty.
    Entry first() {
        return heap.getFirst();
    }

    /// Adds or moves an entry.
    void set(Entry entry, long deadlineNs) {
        entry.deadlineNs = deadlineNs;
        if (entry.index < 0) {
            entry.index = heap.size();
            heap.add(entry);
        }
        siftDown(siftUp(entry.index));
    }

    /// Moves an entry when it became due earlier. One that became due later is called for nothing
    /// once, which is cheaper than moving it with every packet.
    void bringForward(Entry entry, long deadlineNs) {
        if (deadlineNs < entry.deadlineNs || entry.index < 0) {
            set(entry, deadlineNs);
        }
    }

    void remove(Entry entry) {
        int at = entry.index;
        if (at < 0) {
            return;
        }
        entry.index = -1;
        entry.deadlineNs = PeerTransport.NEVER;
        Entry last = heap.removeLast();
        if (at < heap.size()) {
            place(last, at);
            siftDown(siftUp(at));
        }
    }

    int size() {
        return heap.size();
    }

    private int siftUp(int start) {
        int at = start;
        Entry entry = heap.get(at);
        while (at > 0) {
            int parent = (at - 1) >> 1;
            if (heap.get(parent).deadlineNs <= entry.deadlineNs) {
                break;
            }
            place(heap.get(parent), at);
            at = parent;
        }
        place(entry, at);
        return at;
    }

    private void siftDown(int start) {
        int at = start;
        Entry entry = heap.get(at);
        while (2 * at + 1 < heap.size()) {
            int child = 2 * at + 1;
            if (child + 1 < heap.size()
                    && heap.get(child + 1).deadlineNs < heap.get(child).deadlineNs) {
                child++;
            }
            if (entry.deadlineNs <= heap.get(child).deadlineNs) {
                break;
            }
            place(heap.get(child), at);
            at = child;
        }
        place(entry, at);
    }

    private void place(Entry entry, int at) {
        heap.set(at, entry);
        entry.index = at;
    }
}
