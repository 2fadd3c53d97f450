package io.freshet.server.gateway;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.control.ServerOperations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The table of the server API's actions: name, parameters, rates and what is done.
final class ApiActions {
    /// Does an action and writes the members of `Data`.
    @FunctionalInterface
    interface Handler {
        void handle(long appId, ApiParameters parameters, JsonWriter data) throws ApiException;
    }

    /// One action.
    ///
    /// @param parameters besides those every action has; a list ends with `[]`
    /// @param perSecond requests of one AppID (code 206)
    /// @param perRoomPerSecond requests of one AppID for one RoomId (code 207); 0: not limited
    record Action(
            String name,
            List<String> parameters,
            int perSecond,
            double perRoomPerSecond,
            Handler handler) {
        Action {
            parameters = List.copyOf(parameters);
        }
    }

    /// Actions of the API that this server knows of but does not do.
    private static final Set<String> NOT_DONE =
            Set.of(
                    "AddStream",
                    "DeleteStream",
                    "SendBroadcastMessage",
                    "SendBarrageMessage",
                    "SendCustomCommand",
                    "SetForbidUserRule",
                    "DescribeForbidUserRules",
                    "DelForbidUserRule",
                    "SetForbidStreamRule",
                    "DescribeForbidStreamRules",
                    "DelForbidStreamRule",
                    "ForbidRTCStream",
                    "ResumeRTCStream",
                    "ForbidRTCStreams",
                    "ResumeRTCStreams",
                    "DescribeRTCStreamState",
                    "RTMPDispatchV2",
                    "CreatCDNTransferRule",
                    "DeleteCDNTransferRule",
                    "ClearCDNTransferRule",
                    "ForbidCDNLiveStream",
                    "ResumeCDNLiveStream",
                    "StartMix",
                    "StopMix",
                    "GetMixTaskInfo",
                    "StartAutoMix",
                    "StopAutoMix",
                    "StartCloudTranscode",
                    "StopCloudTranscode");

    private static final int MAX_KICKED = 5;
    private static final int MAX_ASKED = 10;
    private static final int MAX_PAGE = 200;
    private static final int MAX_REASON_BYTES = 256;
    private static final int MAX_MARKER_BYTES = 128;

    /// Everybody is an ordinary user.
    private static final int USER_ROLE = 1;

    private final ServerOperations operations;
    private final Map<String, Action> byName;

    ApiActions(ServerOperations operations) {
        this.operations = operations;
        this.byName =
                List.of(
                                new Action(
                                        "KickoutUser",
                                        List.of("RoomId", "UserId[]", "CustomReason"),
                                        50,
                                        0,
                                        this::kickoutUser),
                                new Action(
                                        "CloseRoom",
                                        List.of("RoomId", "CustomReason", "RoomCloseCallback"),
                                        1,
                                        0,
                                        this::closeRoom),
                                new Action(
                                        "DescribeUserList",
                                        List.of("RoomId", "Mode", "Limit", "Marker"),
                                        200,
                                        1,
                                        this::describeUserList),
                                new Action(
                                        "DescribeUserNum",
                                        List.of("RoomId[]"),
                                        10,
                                        0,
                                        this::describeUserNum),
                                new Action(
                                        "DescribeUsers",
                                        List.of("RoomId", "UserId[]"),
                                        10,
                                        0,
                                        this::describeUsers),
                                new Action(
                                        "DescribeSimpleStreamList",
                                        List.of("RoomId"),
                                        50,
                                        0.1,
                                        this::describeSimpleStreamList))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Action::name, Function.identity()));
    }

    Map<String, Action> byName() {
        return byName;
    }

    Action find(String name) throws ApiException {
        if (name.isEmpty()) {
            throw new ApiException(ApiCode.NO_ACTION, "Action is missing.");
        }
        Optional<Action> action = Optional.ofNullable(byName.get(name));
        if (action.isEmpty() && NOT_DONE.contains(name)) {
            throw new ApiException(
                    ApiCode.NOT_ENABLED, "This server does not serve " + name + " yet.");
        }
        return action.orElseThrow(
                () -> new ApiException(ApiCode.UNKNOWN_ACTION, "There is no such Action."));
    }

    private void kickoutUser(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        List<String> userIds = parameters.userIds(MAX_KICKED);
        String reason = parameters.text("CustomReason", MAX_REASON_BYTES);
        if (!operations.hasRoom(appId, roomId)) {
            throw noSuchRoom();
        }
        operations.kickUsers(appId, roomId, userIds, reason);
    }

    private void closeRoom(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        String reason = parameters.text("CustomReason", MAX_REASON_BYTES);
        if (!operations.closeRoom(appId, roomId, reason)) {
            throw noSuchRoom();
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
                            presence.map(ServerOperations.Presence::loginTimeMs).orElse(0L))
                    .member("UserRole", presence.isPresent() ? USER_ROLE : 0)
                    .endObject();
        }
        data.endArray();
    }

    private void describeSimpleStreamList(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        var streams = operations.streams(appId, parameters.roomId());
        data.beginArray("StreamList");
        for (var live : streams) {
            data.beginObject()
                    .member("StreamId", live.stream().streamId())
                    .member("UserId", live.stream().user().userId())
                    .member("UserName", live.stream().user().userName())
                    .member("CreateTime", live.createdAtMs())
                    .member("StreamNumberId", live.number())
                    .endObject();
        }
        data.endArray();
    }

    private static ApiException noSuchRoom() {
        return new ApiException(ApiCode.NO_SUCH_ROOM, "The room does not exist.");
    }
}
