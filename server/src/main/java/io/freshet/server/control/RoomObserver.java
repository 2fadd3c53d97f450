package io.freshet.server.control;

/// Told what happens in all rooms.
///
/// Called on the threads of the room service with none of its locks held; of one room one
/// occurrence at a time, in the order in which they happened, also across the lives of a room. Must
/// return at once: take notes, leave the work to another thread.
@FunctionalInterface
public interface RoomObserver {
    void onOccurrence(RoomOccurrence occurrence);

    /// One that is not interested.
    static RoomObserver none() {
        return occurrence -> {};
    }

    /// Tells each of several.
    static RoomObserver all(RoomObserver first, RoomObserver second) {
        return occurrence -> {
            first.onOccurrence(occurrence);
            second.onOccurrence(occurrence);
        };
    }
}
