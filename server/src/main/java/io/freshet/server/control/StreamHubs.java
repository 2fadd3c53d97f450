package io.freshet.server.control;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The stream hubs of one AppID. A hub appears when it is first asked for and goes when unused.
final class StreamHubs {
    private static final class Slot {
        final ReentrantLock lock = new ReentrantLock();
        final StreamHub hub = new StreamHub();

        /// Removed from the map; whoever waited for the lock has to look again.
        boolean removed;
    }

    private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();

    /// Does something with a hub under its lock. Inside, nothing may be taken but queues towards
    /// clients; a session's and a room's lock may be held outside.
    <T> T on(String streamId, Function<StreamHub, T> action) {
        while (true) {
            Slot slot = slots.computeIfAbsent(streamId, _ -> new Slot());
            slot.lock.lock();
            try {
                if (slot.removed) {
                    continue;
                }
                T result = action.apply(slot.hub);
                if (slot.hub.isUnused()) {
                    slot.removed = true;
                    slots.remove(streamId, slot);
                }
                return result;
            } finally {
                slot.lock.unlock();
            }
        }
    }
}
