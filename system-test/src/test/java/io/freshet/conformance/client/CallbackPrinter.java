package io.freshet.conformance.client;

import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoEngineState;
import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoRemoteDeviceState;
import im.zego.zegoexpress.constants.ZegoRoomState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.entity.ZegoBarrageMessageInfo;
import im.zego.zegoexpress.entity.ZegoBroadcastMessageInfo;
import im.zego.zegoexpress.entity.ZegoRoomExtraInfo;
import im.zego.zegoexpress.entity.ZegoRoomRecvTransparentMessage;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoUser;
import java.util.ArrayList;
import org.json.JSONObject;

/// Writes down every callback that scenarios know.
@SuppressWarnings("NonApiType") // The API's own signatures.
final class CallbackPrinter extends IZegoEventHandler {
    private final JsonLines out;

    CallbackPrinter(JsonLines out) {
        this.out = out;
    }

    /// @param namesAndValues of the arguments, in turn
    private void print(String callback, Object... namesAndValues) {
        JSONObject arguments = new JSONObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], ApiValues.toJson(namesAndValues[i + 1]));
        }
        out.callback(callback, arguments);
    }

    @Override
    public void onDebugError(int errorCode, String funcName, String info) {
        if (!TestPictures.isOwnCall(funcName)) {
            print("onDebugError", "errorCode", errorCode, "funcName", funcName, "info", info);
        }
    }

    @Override
    public void onEngineStateUpdate(ZegoEngineState state) {
        print("onEngineStateUpdate", "state", state);
    }

    @Override
    public void onRoomStateUpdate(
            String roomID, ZegoRoomState state, int errorCode, JSONObject extendedData) {
        print(
                "onRoomStateUpdate",
                "roomID",
                roomID,
                "state",
                state,
                "errorCode",
                errorCode,
                "extendedData",
                extendedData);
    }

    @Override
    public void onRoomStateChanged(
            String roomID,
            ZegoRoomStateChangedReason reason,
            int errorCode,
            JSONObject extendedData) {
        print(
                "onRoomStateChanged",
                "roomID",
                roomID,
                "reason",
                reason,
                "errorCode",
                errorCode,
                "extendedData",
                extendedData);
    }

    @Override
    public void onRoomUserUpdate(
            String roomID, ZegoUpdateType updateType, ArrayList<ZegoUser> userList) {
        print("onRoomUserUpdate", "roomID", roomID, "updateType", updateType, "userList", userList);
    }

    @Override
    public void onRoomOnlineUserCountUpdate(String roomID, int count) {
        print("onRoomOnlineUserCountUpdate", "roomID", roomID, "count", count);
    }

    @Override
    public void onRoomStreamUpdate(
            String roomID,
            ZegoUpdateType updateType,
            ArrayList<ZegoStream> streamList,
            JSONObject extendedData) {
        print(
                "onRoomStreamUpdate",
                "roomID",
                roomID,
                "updateType",
                updateType,
                "streamList",
                streamList,
                "extendedData",
                extendedData);
    }

    @Override
    public void onRoomStreamExtraInfoUpdate(String roomID, ArrayList<ZegoStream> streamList) {
        print("onRoomStreamExtraInfoUpdate", "roomID", roomID, "streamList", streamList);
    }

    @Override
    public void onRoomExtraInfoUpdate(
            String roomID, ArrayList<ZegoRoomExtraInfo> roomExtraInfoList) {
        print("onRoomExtraInfoUpdate", "roomID", roomID, "roomExtraInfoList", roomExtraInfoList);
    }

    @Override
    public void onRoomTokenWillExpire(String roomID, int remainTimeInSecond) {
        print("onRoomTokenWillExpire", "roomID", roomID, "remainTimeInSecond", remainTimeInSecond);
    }

    @Override
    public void onPublisherStateUpdate(
            String streamID, ZegoPublisherState state, int errorCode, JSONObject extendedData) {
        printMediaState("onPublisherStateUpdate", streamID, state, errorCode, extendedData);
    }

    @Override
    public void onPlayerStateUpdate(
            String streamID, ZegoPlayerState state, int errorCode, JSONObject extendedData) {
        printMediaState("onPlayerStateUpdate", streamID, state, errorCode, extendedData);
    }

    private void printMediaState(
            String callback,
            String streamID,
            Enum<?> state,
            int errorCode,
            JSONObject extendedData) {
        print(
                callback,
                "streamID",
                streamID,
                "state",
                state,
                "errorCode",
                errorCode,
                "extendedData",
                extendedData);
    }

    @Override
    public void onPlayerVideoSizeChanged(String streamID, int width, int height) {
        print("onPlayerVideoSizeChanged", "streamID", streamID, "width", width, "height", height);
    }

    @Override
    public void onRemoteCameraStateUpdate(String streamID, ZegoRemoteDeviceState state) {
        print("onRemoteCameraStateUpdate", "streamID", streamID, "state", state);
    }

    @Override
    public void onRemoteMicStateUpdate(String streamID, ZegoRemoteDeviceState state) {
        print("onRemoteMicStateUpdate", "streamID", streamID, "state", state);
    }

    @Override
    public void onIMRecvBroadcastMessage(
            String roomID, ArrayList<ZegoBroadcastMessageInfo> messageList) {
        print("onIMRecvBroadcastMessage", "roomID", roomID, "messageList", messageList);
    }

    @Override
    public void onIMRecvBarrageMessage(
            String roomID, ArrayList<ZegoBarrageMessageInfo> messageList) {
        print("onIMRecvBarrageMessage", "roomID", roomID, "messageList", messageList);
    }

    @Override
    public void onIMRecvCustomCommand(String roomID, ZegoUser fromUser, String command) {
        print("onIMRecvCustomCommand", "roomID", roomID, "fromUser", fromUser, "command", command);
    }

    @Override
    public void onRecvRoomTransparentMessage(
            String roomID, ZegoRoomRecvTransparentMessage message) {
        print("onRecvRoomTransparentMessage", "roomID", roomID, "message", message);
    }
}
