package io.freshet.server.control;

import io.freshet.protocol.message.RoomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The newest events of a room, for those that come back. Bounded: the oldest give way. Guarded by
/// the room's lock.
final class EventLog {
    private static final int FIRST_CAPACITY = 16;

    private final int limit;

    /// The event of version v is at v modulo the length, for the newest `size` versions. Grows up
    /// to `limit`, so that a small room stays small.
    private @Nullable RoomEvent[] ring;

    private int size;
    private long version;

    EventLog(int limit) {
        this.limit = limit;
        this.ring = new RoomEvent[Math.min(limit, FIRST_CAPACITY)];
    }

    /// Version of the newest event, 0 before the first.
    long version() {
        return version;
    }

    int size() {
        return size;
    }

    /// Appends the event of the next version.
    void append(RoomEvent event) {
        if (event.version() != version + 1) {
            throw new IllegalStateException(
                    "event of version " + event.version() + " after " + version);
        }
        if (size == ring.length && size < limit) {
            grow();
        }
        version++;
        ring[index(version)] = event;
        size = Math.min(size + 1, ring.length);
    }

    /// Whether every event after `since` is still here.
    boolean reaches(long since) {
        return since <= version && since >= version - size;
    }

    /// The events after `since`, in order, that match.
    List<RoomEvent> after(long since, Predicate<RoomEvent> wanted) {
        if (!reaches(since)) {
            throw new IllegalArgumentException("the log does not reach back to " + since);
        }
        List<RoomEvent> events = new ArrayList<>();
        for (long v = since + 1; v <= version; v++) {
            RoomEvent event = ring[index(v)];
            if (event != null && wanted.test(event)) {
                events.add(event);
            }
        }
        return events;
    }

    private void grow() {
        @Nullable RoomEvent[] former = ring;
        int formerLength = former.length;
        ring = new RoomEvent[Math.min(limit, formerLength * 2)];
        for (long v = version - size + 1; v <= version; v++) {
            ring[index(v)] = former[(int) (v % formerLength)];
        }
    }

    private int index(long ofVersion) {
        return (int) (ofVersion % ring.length);
    }
}
