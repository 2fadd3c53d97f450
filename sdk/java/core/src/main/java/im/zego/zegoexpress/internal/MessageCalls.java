package im.zego.zegoexpress.internal;

import static im.zego.zegoexpress.internal.CallQueue.text;

import im.zego.zegoexpress.callback.IZegoIMSendBarrageMessageCallback;
import im.zego.zegoexpress.callback.IZegoIMSendBroadcastMessageCallback;
import im.zego.zegoexpress.callback.IZegoIMSendCustomCommandCallback;
import im.zego.zegoexpress.callback.IZegoRoomSendTransparentMessageCallback;
import im.zego.zegoexpress.constants.ZegoRoomTransparentMessageMode;
import im.zego.zegoexpress.entity.ZegoRoomSendTransparentMessage;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.message.TransparentMessageMode;
import java.util.ArrayList;
import java.util.List;

/// The messages an app sends to a room. What they do is in [io.freshet.sdk.room.RoomMessages].
final class MessageCalls {
    private final CallQueue calls;

    MessageCalls(CallQueue calls) {
        this.calls = calls;
    }

    void broadcast(String roomID, String message, IZegoIMSendBroadcastMessageCallback callback) {
        calls.send(
                "sendBroadcastMessage",
                (engine, outcome) ->
                        engine.messages().broadcast(text(roomID), text(message), outcome),
                callback == null ? null : callback::onIMSendBroadcastMessageResult);
    }

    void barrage(String roomID, String message, IZegoIMSendBarrageMessageCallback callback) {
        calls.send(
                "sendBarrageMessage",
                (engine, outcome) ->
                        engine.messages().barrage(text(roomID), text(message), outcome),
                callback == null
                        ? null
                        : (code, id) ->
                                callback.onIMSendBarrageMessageResult(
                                        code, code == 0 ? Long.toString(id) : ""));
    }

    void command(
            String roomID,
            String command,
            List<ZegoUser> toUserList,
            IZegoIMSendCustomCommandCallback callback) {
        List<String> receivers = userIds(toUserList);
        calls.send(
                "sendCustomCommand",
                (engine, outcome) ->
                        engine.messages().command(text(roomID), text(command), receivers, outcome),
                callback == null ? null : (code, id) -> callback.onIMSendCustomCommandResult(code));
    }

    void transparent(
            String roomID,
            ZegoRoomSendTransparentMessage message,
            IZegoRoomSendTransparentMessageCallback callback) {
        ZegoRoomSendTransparentMessage given =
                message == null ? new ZegoRoomSendTransparentMessage() : message;
        TransparentMessageMode mode = modeOf(given.sendMode);
        byte[] content = given.content == null ? new byte[0] : given.content.clone();
        List<String> receivers = userIds(given.recvUserList);
        int timeoutS = given.timeOut;
        calls.send(
                "sendTransparentMessage",
                (engine, outcome) ->
                        engine.messages()
                                .transparent(
                                        text(roomID), mode, content, receivers, timeoutS, outcome),
                callback == null
                        ? null
                        : (code, id) -> callback.onRoomSendTransparentMessageResult(code));
    }

    private static TransparentMessageMode modeOf(ZegoRoomTransparentMessageMode mode) {
        if (mode == null) {
            return TransparentMessageMode.ONLY_CLIENT; // the default
        }
        return switch (mode) {
            case ONLY_CLIENT -> TransparentMessageMode.ONLY_CLIENT;
            case ONLY_SERVER -> TransparentMessageMode.ONLY_SERVER;
            case CLIENT_AND_SERVER -> TransparentMessageMode.CLIENT_AND_SERVER;
        };
    }

    /// A missing user or userID becomes an empty one, which is refused.
    private static List<String> userIds(List<ZegoUser> users) {
        List<String> ids = new ArrayList<>();
        if (users != null) {
            for (ZegoUser user : users) {
                ids.add(user == null ? "" : text(user.userID));
            }
        }
        return ids;
    }
}
