package io.freshet.sdk.event;

import im.zego.zegoexpress.constants.ZegoRoomState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.entity.ZegoBarrageMessageInfo;
import im.zego.zegoexpress.entity.ZegoBroadcastMessageInfo;
import im.zego.zegoexpress.entity.ZegoRoomExtraInfo;
import im.zego.zegoexpress.entity.ZegoRoomRecvTransparentMessage;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import io.freshet.sdk.room.RoomChange;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/// Says what happens in rooms in the API's terms.
public final class RoomTelling {
    private final AppEvents events;

    public RoomTelling(AppEvents events) {
        this.events = events;
    }

    /// Both forms of the state callback, the old one first.
    public void state(String roomId, ZegoRoomStateChangedReason reason, int code, JSONObject data) {
        Optional<ZegoRoomState> oldForm = oldForm(reason);
        if (oldForm.isPresent()) {
            ZegoRoomState state = oldForm.get();
            events.tell(h -> h.onRoomStateUpdate(roomId, state, code, data));
        }
        events.tell(h -> h.onRoomStateChanged(roomId, reason, code, data));
    }

    /// A failed logout leaves the old form's state as it is.
    private static Optional<ZegoRoomState> oldForm(ZegoRoomStateChangedReason reason) {
        return switch (reason) {
            case LOGINING, RECONNECTING -> Optional.of(ZegoRoomState.CONNECTING);
            case LOGINED, RECONNECTED -> Optional.of(ZegoRoomState.CONNECTED);
            case LOGIN_FAILED, RECONNECT_FAILED, KICK_OUT, LOGOUT ->
                    Optional.of(ZegoRoomState.DISCONNECTED);
            case LOGOUT_FAILED -> Optional.empty();
        };
    }

    /// Extended data that says why, empty if there is nothing to say.
    public static JSONObject reason(String message) {
        return message.isEmpty() ? new JSONObject() : with("reason", message);
    }

    public static JSONObject sessionId(String sessionId) {
        return with("room_session_id", sessionId);
    }

    public void changes(String roomId, List<RoomChange> changes) {
        for (RoomChange change : changes) {
            if (change instanceof RoomChange.UsersAdded added) {
                users(roomId, ZegoUpdateType.ADD, added.users());
            } else if (change instanceof RoomChange.UsersRemoved removed) {
                users(roomId, ZegoUpdateType.DELETE, removed.users());
            } else if (change instanceof RoomChange.StreamsAdded added) {
                streams(roomId, ZegoUpdateType.ADD, added.streams(), new JSONObject());
            } else if (change instanceof RoomChange.StreamsRemoved removed) {
                streams(
                        roomId,
                        ZegoUpdateType.DELETE,
                        removed.streams(),
                        deleteReasons(removed.reasons()));
            } else if (change instanceof RoomChange.ExtraInfoChanged changed) {
                ArrayList<ZegoStream> list = streamsOf(changed.streams());
                events.tell(h -> h.onRoomStreamExtraInfoUpdate(roomId, list));
            } else if (change instanceof RoomChange.RoomExtraInfoChanged written) {
                extraInfos(roomId, written.infos());
            }
        }
    }

    private void extraInfos(String roomId, List<RoomExtraInfo> infos) {
        ArrayList<ZegoRoomExtraInfo> list = new ArrayList<>();
        for (RoomExtraInfo info : infos) {
            ZegoRoomExtraInfo item = new ZegoRoomExtraInfo();
            item.key = info.key();
            item.value = info.value();
            item.updateUser = userOf(info.updateUser());
            item.updateTime = info.updateTimeMs();
            list.add(item);
        }
        events.tell(h -> h.onRoomExtraInfoUpdate(roomId, list));
    }

    /// One of the four notices of messages.
    public void message(String roomId, ServerMessage message) {
        if (message instanceof ServerMessage.BroadcastMessages broadcasts) {
            ArrayList<ZegoBroadcastMessageInfo> list = new ArrayList<>();
            for (RoomMessage one : broadcasts.messages()) {
                ZegoBroadcastMessageInfo item = new ZegoBroadcastMessageInfo();
                item.message = one.message();
                item.messageID = one.messageId();
                item.sendTime = one.sendTimeMs();
                item.fromUser = userOf(one.fromUser());
                list.add(item);
            }
            events.tell(h -> h.onIMRecvBroadcastMessage(roomId, list));
        } else if (message instanceof ServerMessage.BarrageMessages barrages) {
            ArrayList<ZegoBarrageMessageInfo> list = new ArrayList<>();
            for (RoomMessage one : barrages.messages()) {
                ZegoBarrageMessageInfo item = new ZegoBarrageMessageInfo();
                item.message = one.message();
                item.messageID = Long.toString(one.messageId());
                item.sendTime = one.sendTimeMs();
                item.fromUser = userOf(one.fromUser());
                list.add(item);
            }
            events.tell(h -> h.onIMRecvBarrageMessage(roomId, list));
        } else if (message instanceof ServerMessage.CustomCommand command) {
            ZegoUser from = userOf(command.fromUser());
            events.tell(h -> h.onIMRecvCustomCommand(roomId, from, command.command()));
        } else if (message instanceof ServerMessage.TransparentMessage transparent) {
            ZegoRoomRecvTransparentMessage item = new ZegoRoomRecvTransparentMessage();
            item.sendUser = userOf(transparent.fromUser());
            item.content = Base64.getDecoder().decode(transparent.content());
            events.tell(h -> h.onRecvRoomTransparentMessage(roomId, item));
        }
    }

    private static ZegoUser userOf(RoomUser user) {
        return new ZegoUser(user.userId(), user.userName());
    }

    private void users(String roomId, ZegoUpdateType type, List<RoomUser> users) {
        ArrayList<ZegoUser> list = new ArrayList<>();
        for (RoomUser user : users) {
            list.add(userOf(user));
        }
        events.tell(h -> h.onRoomUserUpdate(roomId, type, list));
    }

    private void streams(
            String roomId, ZegoUpdateType type, List<RoomStream> streams, JSONObject data) {
        ArrayList<ZegoStream> list = streamsOf(streams);
        events.tell(h -> h.onRoomStreamUpdate(roomId, type, list, data));
    }

    public static ArrayList<ZegoStream> streamsOf(List<RoomStream> streams) {
        ArrayList<ZegoStream> list = new ArrayList<>();
        for (RoomStream stream : streams) {
            ZegoStream item = new ZegoStream();
            item.user = userOf(stream.user());
            item.streamID = stream.streamId();
            item.extraInfo = stream.extraInfo();
            list.add(item);
        }
        return list;
    }

    /// `stream_delete_reason`: one object with a `code` for each stream, in the list's order.
    private static JSONObject deleteReasons(List<StreamRemovalReason> reasons) {
        JSONArray array = new JSONArray();
        for (StreamRemovalReason reason : reasons) {
            array.put(with("code", reason.code()));
        }
        return with("stream_delete_reason", array);
    }

    /// On Android `put` declares its exception as checked.
    private static JSONObject with(String key, Object value) {
        try {
            return new JSONObject().put(key, value);
        } catch (JSONException e) {
            throw new IllegalStateException("never thrown for a key and a plain value", e);
        }
    }
}
