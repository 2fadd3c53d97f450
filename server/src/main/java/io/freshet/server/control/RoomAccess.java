package io.freshet.server.control;

import java.util.Optional;
import java.util.function.Function;

/// Looks into rooms by AppID and room id, under their locks.
final class RoomAccess {
    private final Core core;

    RoomAccess(Core core) {
        this.core = core;
    }

    /// Empty if there is no room, or it has just closed.
    <T> Optional<T> look(long appId, String roomId, Function<Room, T> question) {
        return look(core.existingRealm(appId).flatMap(realm -> realm.room(roomId)), question);
    }

    static <T> Optional<T> look(Optional<Room> found, Function<Room, T> question) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Room room = found.get();
        room.lock.lock();
        try {
            return room.isClosed() ? Optional.empty() : Optional.of(question.apply(room));
        } finally {
            room.lock.unlock();
        }
    }
}
