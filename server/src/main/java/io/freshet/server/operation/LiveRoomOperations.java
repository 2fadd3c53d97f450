package io.freshet.server.operation;

import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.control.RoomOperations;
import java.util.List;

/// What is in rooms now, and putting users out; docs/operate.md. Of the running server only.
public final class LiveRoomOperations {
    /// Rooms and how much is in them, of one project or all.
    public static final String LIST = "room.list";

    /// One page of a room's users by the time they came.
    public static final String USERS = "room.users";

    public static final String KICK = "room.kick";
    public static final String CLOSE = "room.close";

    /// So many users, and rooms, are in one answer.
    public static final int PAGE = 1_000;

    /// So many users can be kicked at once.
    public static final int MAX_KICKED = 100;

    private static final int MAX_MARKER_CHARACTERS = 64;

    private final Projects projects;
    private final RoomOperations rooms;

    LiveRoomOperations(Projects projects, RoomOperations rooms) {
        this.projects = projects;
        this.rooms = rooms;
    }

    List<Operation> all() {
        return List.of(
                Operation.look(LIST, this::list),
                Operation.look(USERS, this::users),
                Operation.change(KICK, this::kick),
                Operation.change(CLOSE, this::close));
    }

    /// The first of them, and how many there are.
    private void list(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = request.number("appId", 0, 0, Limits.APP_ID_MAX);
        List<RoomOperations.RoomSummary> found =
                rooms.rooms().stream().filter(it -> appId == 0 || it.appId() == appId).toList();
        answer.member("total", found.size()).beginArray("rooms");
        for (var room : found.subList(0, Math.min(found.size(), PAGE))) {
            answer.beginObject()
                    .member("appId", room.appId())
                    .member("roomId", room.roomId())
                    .member("users", room.users())
                    .member("streams", room.streams())
                    .endObject();
        }
        answer.endArray();
    }

    private void users(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String roomId = room(request, appId);
        var page =
                rooms.users(
                        appId,
                        roomId,
                        false,
                        (int) request.number("limit", PAGE, 1, PAGE),
                        request.text("marker", MAX_MARKER_CHARACTERS));
        answer.member("appId", appId)
                .member("roomId", roomId)
                .member("marker", page.marker())
                .beginArray("users");
        for (var user : page.users()) {
            answer.beginObject()
                    .member("userId", user.userId())
                    .member("userName", user.userName())
                    .endObject();
        }
        answer.endArray();
    }

    private void kick(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String roomId = room(request, appId);
        List<String> userIds = request.texts("userIds", MAX_KICKED);
        if (userIds.isEmpty()) {
            throw RefusedException.invalid("userIds", "\"userIds\" is missing.");
        }
        String reason = reason(request);
        List<String> there =
                userIds.stream()
                        .distinct()
                        .filter(it -> rooms.presence(appId, roomId, it).isPresent())
                        .toList();
        rooms.kickUsers(appId, roomId, there, reason);
        answer.member("appId", appId)
                .member("roomId", roomId)
                .member("kicked", there)
                .member(
                        "absent",
                        userIds.stream().distinct().filter(it -> !there.contains(it)).toList());
    }

    private void close(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String roomId = room(request, appId);
        int users = rooms.userCount(appId, roomId);
        // The backend has not asked for this: it is told.
        if (!rooms.closeRoom(appId, roomId, reason(request), true)) {
            throw noSuchRoom(roomId);
        }
        answer.member("appId", appId).member("roomId", roomId).member("users", users);
    }

    private String room(OperationRequest request, long appId) throws RefusedException {
        String roomId = request.requiredText("roomId", Limits.ROOM_ID_MAX_BYTES);
        if (!rooms.hasRoom(appId, roomId)) {
            throw noSuchRoom(roomId);
        }
        return roomId;
    }

    private static String reason(OperationRequest request) throws RefusedException {
        String reason = request.text("reason", Limits.CUSTOM_REASON_MAX_BYTES);
        if (Identifiers.utf8Length(reason) > Limits.CUSTOM_REASON_MAX_BYTES) {
            throw RefusedException.invalid(
                    "reason",
                    "\"reason\" must not exceed " + Limits.CUSTOM_REASON_MAX_BYTES + " bytes.");
        }
        return reason;
    }

    private static RefusedException noSuchRoom(String roomId) {
        return RefusedException.notFound("roomId", "There is no room \"" + roomId + "\".");
    }
}
