package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoEngineState;
import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoRemoteDeviceState;
import im.zego.zegoexpress.constants.ZegoRoomState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.entity.ZegoBarrageMessageInfo;
import im.zego.zegoexpress.entity.ZegoBroadcastMessageInfo;
import im.zego.zegoexpress.entity.ZegoPlayStreamQuality;
import im.zego.zegoexpress.entity.ZegoPublishStreamQuality;
import im.zego.zegoexpress.entity.ZegoRoomExtraInfo;
import im.zego.zegoexpress.entity.ZegoRoomRecvTransparentMessage;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoUser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.json.JSONObject;

/// Writes down what an app is told, one short line each.
final class Recorder extends IZegoEventHandler {
    final List<String> lines = new ArrayList<>();

    /// `onRoomStateUpdate`, `onDebugError` and `onEngineStateUpdate` apart: they accompany others.
    final List<String> oldStates = new ArrayList<>();

    final List<String> errors = new ArrayList<>();
    final List<String> engineStates = new ArrayList<>();

    /// Cameras and microphones of others, apart as well.
    final List<String> devices = new ArrayList<>();

    /// Lines since the last call.
    List<String> take() {
        List<String> taken = new ArrayList<>(lines);
        lines.clear();
        return taken;
    }

    @Override
    public void onDebugError(int errorCode, String funcName, String info) {
        errors.add(funcName + " " + errorCode);
        if (info.isEmpty()) {
            throw new AssertionError("no sentence for " + errorCode);
        }
    }

    @Override
    public void onEngineStateUpdate(ZegoEngineState state) {
        engineStates.add(state.name());
    }

    @Override
    public void onRoomStateUpdate(
            String roomID, ZegoRoomState state, int errorCode, JSONObject extendedData) {
        oldStates.add(roomID + " " + state + " " + errorCode);
    }

    @Override
    public void onRoomStateChanged(
            String roomID,
            ZegoRoomStateChangedReason reason,
            int errorCode,
            JSONObject extendedData) {
        lines.add("room " + roomID + " " + reason + " " + errorCode + " " + extendedData);
    }

    @Override
    public void onRoomUserUpdate(
            String roomID, ZegoUpdateType updateType, ArrayList<ZegoUser> userList) {
        lines.add(
                "users "
                        + roomID
                        + " "
                        + updateType
                        + " "
                        + userList.stream()
                                .map(user -> user.userID + "/" + user.userName)
                                .collect(Collectors.joining(",")));
    }

    @Override
    public void onRoomOnlineUserCountUpdate(String roomID, int count) {
        lines.add("count " + roomID + " " + count);
    }

    @Override
    public void onRoomStreamUpdate(
            String roomID,
            ZegoUpdateType updateType,
            ArrayList<ZegoStream> streamList,
            JSONObject extendedData) {
        lines.add(
                "streams "
                        + roomID
                        + " "
                        + updateType
                        + " "
                        + names(streamList)
                        + " "
                        + extendedData);
    }

    @Override
    public void onRoomStreamExtraInfoUpdate(String roomID, ArrayList<ZegoStream> streamList) {
        lines.add("extra " + roomID + " " + names(streamList));
    }

    private static String names(List<ZegoStream> streams) {
        return streams.stream()
                .map(stream ->
                        stream.streamID
                                + "@"
                                + stream.user.userID
                                + (stream.extraInfo.isEmpty() ? "" : "=" + stream.extraInfo))
                .collect(Collectors.joining(","));
    }

    @Override
    public void onRoomTokenWillExpire(String roomID, int remainTimeInSecond) {
        lines.add("expires " + roomID + " " + remainTimeInSecond);
    }

    @Override
    public void onPublisherStateUpdate(
            String streamID, ZegoPublisherState state, int errorCode, JSONObject extendedData) {
        lines.add("publish " + streamID + " " + state + " " + errorCode);
    }

    @Override
    public void onPublisherQualityUpdate(String streamID, ZegoPublishStreamQuality quality) {
        lines.add("publish quality " + streamID + " " + quality.videoSendFPS);
    }

    @Override
    public void onPublisherCapturedVideoFirstFrame(ZegoPublishChannel channel) {
        lines.add("captured video " + channel);
    }

    @Override
    public void onPublisherCapturedAudioFirstFrame() {
        lines.add("captured audio");
    }

    @Override
    public void onPublisherSendAudioFirstFrame(ZegoPublishChannel channel) {
        lines.add("sent audio " + channel);
    }

    @Override
    public void onPublisherSendVideoFirstFrame(ZegoPublishChannel channel) {
        lines.add("sent video " + channel);
    }

    @Override
    public void onPublisherVideoSizeChanged(int width, int height, ZegoPublishChannel channel) {
        lines.add("publish size " + channel + " " + width + "x" + height);
    }

    @Override
    public void onPlayerStateUpdate(
            String streamID, ZegoPlayerState state, int errorCode, JSONObject extendedData) {
        lines.add("play " + streamID + " " + state + " " + errorCode);
    }

    @Override
    public void onPlayerQualityUpdate(String streamID, ZegoPlayStreamQuality quality) {
        lines.add("play quality " + streamID + " " + quality.videoRecvFPS);
    }

    @Override
    public void onPlayerRecvAudioFirstFrame(String streamID) {
        lines.add("received audio " + streamID);
    }

    @Override
    public void onPlayerRecvVideoFirstFrame(String streamID) {
        lines.add("received video " + streamID);
    }

    @Override
    public void onPlayerRenderVideoFirstFrame(String streamID) {
        lines.add("rendered " + streamID);
    }

    @Override
    public void onPlayerVideoSizeChanged(String streamID, int width, int height) {
        lines.add("play size " + streamID + " " + width + "x" + height);
    }

    @Override
    public void onRemoteCameraStateUpdate(String streamID, ZegoRemoteDeviceState state) {
        devices.add("camera " + streamID + " " + state);
    }

    @Override
    public void onRemoteMicStateUpdate(String streamID, ZegoRemoteDeviceState state) {
        devices.add("microphone " + streamID + " " + state);
    }

    @Override
    public void onRoomExtraInfoUpdate(String roomID, ArrayList<ZegoRoomExtraInfo> infos) {
        lines.add(
                "room extra "
                        + roomID
                        + " "
                        + infos.stream()
                                .map(info ->
                                        info.key
                                                + "="
                                                + info.value
                                                + " by "
                                                + info.updateUser.userID
                                                + " at "
                                                + info.updateTime)
                                .collect(Collectors.joining(",")));
    }

    @Override
    public void onIMRecvBroadcastMessage(
            String roomID, ArrayList<ZegoBroadcastMessageInfo> messageList) {
        lines.add(
                "broadcast "
                        + roomID
                        + " "
                        + messageList.stream()
                                .map(message ->
                                        message.messageID
                                                + " "
                                                + message.fromUser.userID
                                                + "/"
                                                + message.fromUser.userName
                                                + ": "
                                                + message.message
                                                + " at "
                                                + message.sendTime)
                                .collect(Collectors.joining(",")));
    }

    @Override
    public void onIMRecvBarrageMessage(
            String roomID, ArrayList<ZegoBarrageMessageInfo> messageList) {
        lines.add(
                "barrage "
                        + roomID
                        + " "
                        + messageList.stream()
                                .map(message ->
                                        message.messageID
                                                + " "
                                                + message.fromUser.userID
                                                + ": "
                                                + message.message
                                                + " at "
                                                + message.sendTime)
                                .collect(Collectors.joining(",")));
    }

    @Override
    public void onIMRecvCustomCommand(String roomID, ZegoUser fromUser, String command) {
        lines.add("command " + roomID + " " + fromUser.userID + ": " + command);
    }

    @Override
    public void onRecvRoomTransparentMessage(
            String roomID, ZegoRoomRecvTransparentMessage message) {
        lines.add(
                "transparent "
                        + roomID
                        + " "
                        + message.sendUser.userID
                        + " "
                        + Arrays.toString(message.content));
    }
}
