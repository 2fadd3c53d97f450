package io.freshet.server.gateway.api;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.control.RoomOperations;
import java.util.List;

/// Actions on rooms and the users in them.
final class RoomActions {
    private static final int MAX_KICKED = 5;
    private static final int MAX_ASKED = 10;
    private static final int MAX_PAGE = 200;
    private static final int MAX_REASON_BYTES = 256;
    private static final int MAX_MARKER_BYTES = 128;

    /// Everybody is an ordinary user.
    private static final int USER_ROLE = 1;

    private final RoomOperations operations;

    RoomActions(RoomOperations operations) {
        this.operations = operations;
    }

    List<ApiAction> all() {
        return List.of(
                new ApiAction(
                        "KickoutUser",
                        List.of("RoomId", "UserId[]", "CustomReason"),
                        50,
                        this::kickoutUser),
                new ApiAction(
                        "CloseRoom",
                        List.of("RoomId", "CustomReason", "RoomCloseCallback"),
                        1,
                        this::closeRoom),
                new ApiAction(
                        "DescribeUserList",
                        List.of("RoomId", "Mode", "Limit", "Marker"),
                        200,
                        1,
                        this::describeUserList),
                new ApiAction("DescribeUserNum", List.of("RoomId[]"), 10, this::describeUserNum),
                new ApiAction(
                        "DescribeUsers", List.of("RoomId", "UserId[]"), 10, this::describeUsers));
    }

    private void kickoutUser(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        List<String> userIds = parameters.userIds(MAX_KICKED);
        String reason = parameters.text("CustomReason", MAX_REASON_BYTES);
        if (!operations.hasRoom(appId, roomId)) {
            throw ApiException.noSuchRoom();
        }
        operations.kickUsers(appId, roomId, userIds, reason);
    }

    private void closeRoom(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        String reason = parameters.text("CustomReason", MAX_REASON_BYTES);
        boolean tellsBackend = parameters.flag("RoomCloseCallback");
        if (!operations.closeRoom(appId, roomId, reason, tellsBackend)) {
            throw ApiException.noSuchRoom();
        }
    }

    private void describeUserList(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        var page =
                operations.users(
                        appId,
                        parameters.roomId(),
                        parameters.number("Mode", 0, 0, 1) == 1,
                        parameters.number("Limit", MAX_PAGE, 1, MAX_PAGE),
                        parameters.text("Marker", MAX_MARKER_BYTES));
        data.member("Marker", page.marker()).beginArray("UserList");
        for (var user : page.users()) {
            data.beginObject()
                    .member("UserId", user.userId())
                    .member("UserName", user.userName())
                    .member("UserRole", USER_ROLE)
                    .endObject();
        }
        data.endArray();
    }

    private void describeUserNum(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        List<String> roomIds = parameters.roomIds(MAX_ASKED);
        data.beginArray("UserCountList");
        for (String roomId : roomIds) {
            data.beginObject()
                    .member("RoomId", roomId)
                    .member("UserCount", operations.userCount(appId, roomId))
                    .member("AdminUserCount", 0)
                    .endObject();
        }
        data.endArray();
    }

    private void describeUsers(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        List<String> userIds = parameters.userIds(MAX_ASKED);
        data.beginArray("UserStatusList");
        for (String userId : userIds) {
            var presence = operations.presence(appId, roomId, userId);
            data.beginObject()
                    .member("UserId", userId)
                    .member("Status", presence.isPresent() ? 1 : 0)
                    .member(
                            "LoginTime",
                            presence.map(RoomOperations.Presence::loginTimeMs).orElse(0L))
                    .member("UserRole", presence.isPresent() ? USER_ROLE : 0)
                    .endObject();
        }
        data.endArray();
    }
}
