package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.RoomOperations.RoomSummary;
import io.freshet.server.control.StreamOperations.LiveStream;
import java.util.Comparator;
import java.util.List;

/// Rooms, users and streams as JSON, the same in answers and in what is pushed.
final class LiveJson {
    private static final Comparator<RoomSummary> FULLEST =
            Comparator.comparingInt((RoomSummary it) -> it.users() + it.streams()).reversed();
    private static final Comparator<RoomSummary> BY_NAME =
            Comparator.comparingLong(RoomSummary::appId).thenComparing(RoomSummary::roomId);

    private LiveJson() {}

    /// At most `limit` rooms, the emptiest left out, by project and name.
    static List<RoomSummary> fullest(List<RoomSummary> rooms, int limit) {
        return rooms.stream()
                .sorted(FULLEST.thenComparing(BY_NAME))
                .limit(limit)
                .sorted(BY_NAME)
                .toList();
    }

    static void write(RoomSummary room, JsonWriter json) {
        json.beginObject()
                .member("appId", room.appId())
                .member("roomId", room.roomId())
                .member("users", room.users())
                .member("streams", room.streams())
                .endObject();
    }

    /// The members of a user.
    static void write(RoomUser user, JsonWriter json) {
        json.member("userId", user.userId()).member("userName", user.userName());
    }

    static void write(LiveStream live, JsonWriter json) {
        writeMembers(live, json.beginObject());
        json.endObject();
    }

    static void writeMembers(LiveStream live, JsonWriter json) {
        json.member("streamId", live.stream().streamId());
        write(live.stream().user(), json);
        json.member("createdAtMs", live.createdAtMs());
    }
}
