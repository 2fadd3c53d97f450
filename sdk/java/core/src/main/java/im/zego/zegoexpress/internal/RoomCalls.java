package im.zego.zegoexpress.internal;

import static im.zego.zegoexpress.internal.CallQueue.text;

import im.zego.zegoexpress.callback.IZegoRoomLoginCallback;
import im.zego.zegoexpress.callback.IZegoRoomLogoutCallback;
import im.zego.zegoexpress.callback.IZegoRoomSetRoomExtraInfoCallback;
import im.zego.zegoexpress.constants.ZegoRoomStreamListType;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoRoomStreamList;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.engine.LiveEngine;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.room.LoginRequest;
import java.util.function.Consumer;
import org.json.JSONObject;

/// Logging in and out, changing rooms, tokens, a room's streams and its extra info. What they do is
/// in [io.freshet.sdk.engine.RoomLogins].
final class RoomCalls {
    private static final ErrorCode GONE = ErrorCode.COMMON_ENGINE_NOT_CREATE;

    private final CallQueue calls;
    private final AppEvents events;

    RoomCalls(CallQueue calls, AppEvents events) {
        this.calls = calls;
        this.events = events;
    }

    void login(
            String roomID, ZegoUser user, ZegoRoomConfig config, IZegoRoomLoginCallback callback) {
        LoginRequest request = request(roomID, user, config);
        // An empty name is allowed, none is not.
        boolean nameless = user != null && user.userID != null && user.userName == null;
        ErrorCode problem = nameless ? ErrorCode.ROOM_USER_NAME_NULL : ErrorCode.COMMON_SUCCESS;
        boolean queued =
                calls.queue(
                        "loginRoom", engine -> engine.logins().login(request, problem, callback));
        if (!queued && callback != null) {
            events.run(() -> callback.onRoomLoginResult(GONE.code(), new JSONObject()));
        }
    }

    /// A copy of what the app may change while the call waits its turn.
    private static LoginRequest request(String roomID, ZegoUser user, ZegoRoomConfig config) {
        ZegoRoomConfig settings = config == null ? new ZegoRoomConfig() : config;
        return new LoginRequest(
                text(roomID),
                user == null ? "" : text(user.userID),
                user == null ? "" : text(user.userName),
                text(settings.token),
                settings.maxMemberCount,
                settings.isUserStatusNotify);
    }

    void logoutAll(IZegoRoomLogoutCallback callback) {
        logout(callback, engine -> engine.logins().logoutAll(callback));
    }

    void logout(String roomID, IZegoRoomLogoutCallback callback) {
        logout(callback, engine -> engine.logins().logout(text(roomID), callback));
    }

    private void logout(IZegoRoomLogoutCallback callback, Consumer<LiveEngine> work) {
        if (!calls.queue("logoutRoom", work) && callback != null) {
            events.run(() -> callback.onRoomLogoutResult(GONE.code(), new JSONObject()));
        }
    }

    void change(String fromRoomID, String toRoomID, ZegoRoomConfig config) {
        LoginRequest to = request(toRoomID, null, config);
        calls.queue("switchRoom", engine -> engine.logins().switchRoom(text(fromRoomID), to));
    }

    void renewToken(String roomID, String token) {
        calls.queue("renewToken", engine -> engine.logins().renewToken(text(roomID), text(token)));
    }

    ZegoRoomStreamList streamList(String roomID, ZegoRoomStreamListType type) {
        boolean own = type == ZegoRoomStreamListType.ALL;
        return calls.ask(
                "getRoomStreamList",
                engine -> engine.streamList(text(roomID), own),
                new ZegoRoomStreamList());
    }

    void setExtraInfo(
            String roomID, String key, String value, IZegoRoomSetRoomExtraInfoCallback callback) {
        calls.send(
                "setRoomExtraInfo",
                (engine, outcome) ->
                        engine.messages().setExtraInfo(text(roomID), text(key), value, outcome),
                callback == null
                        ? null
                        : (code, id) -> callback.onRoomSetRoomExtraInfoResult(code));
    }
}
