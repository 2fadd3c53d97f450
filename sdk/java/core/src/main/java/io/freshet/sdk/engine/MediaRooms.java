package io.freshet.sdk.engine;

import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.room.RoomSession;
import io.freshet.sdk.room.Rooms;
import java.util.Optional;

/// Which login a publish or play rests on, and whether it may begin at all.
final class MediaRooms {
    private final Rooms rooms;
    private final boolean mediaAbsent;

    /// Chooses among the rooms.
    ///
    /// @param mediaAbsent whether the platform's media could not be loaded
    MediaRooms(Rooms rooms, boolean mediaAbsent) {
        this.rooms = rooms;
        this.mediaAbsent = mediaAbsent;
    }

    /// The room meant by a call.
    ///
    /// @param roomId empty for the only room
    /// @param whenUnnamed the refusal when there may be several and none is named
    Choice choose(String roomId, ErrorCode whenUnnamed) {
        if (rooms.all().isEmpty()) {
            return Choice.refused(ErrorCode.COMMON_NOT_LOGIN_ROOM);
        }
        if (rooms.multiRoom() && roomId.isEmpty()) {
            return Choice.refused(whenUnnamed);
        }
        Optional<RoomSession> room = rooms.multiRoom() ? rooms.find(roomId) : rooms.only();
        if (!room.isPresent()) {
            return Choice.refused(ErrorCode.ROOM_ROOMID_INCORRECT);
        }
        return mediaAbsent
                ? Choice.refused(ErrorCode.COMMON_LOAD_LIBRARY_FAILED)
                : new Choice(room.get().roomId(), ErrorCode.COMMON_SUCCESS);
    }

    boolean mediaAbsent() {
        return mediaAbsent;
    }

    /// A room, or why there is none.
    record Choice(String roomId, ErrorCode refusal) {
        private static Choice refused(ErrorCode refusal) {
            return new Choice("", refusal);
        }
    }
}
