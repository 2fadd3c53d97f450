package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.callback.IZegoAudioCaptureDeviceEnableCallback;
import im.zego.zegoexpress.callback.IZegoCustomVideoCaptureHandler;
import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.callback.IZegoDestroyCompletionCallback;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.callback.IZegoIMSendBarrageMessageCallback;
import im.zego.zegoexpress.callback.IZegoIMSendBroadcastMessageCallback;
import im.zego.zegoexpress.callback.IZegoIMSendCustomCommandCallback;
import im.zego.zegoexpress.callback.IZegoPublisherSetStreamExtraInfoCallback;
import im.zego.zegoexpress.callback.IZegoRoomLoginCallback;
import im.zego.zegoexpress.callback.IZegoRoomLogoutCallback;
import im.zego.zegoexpress.callback.IZegoRoomSendTransparentMessageCallback;
import im.zego.zegoexpress.callback.IZegoRoomSetRoomExtraInfoCallback;
import im.zego.zegoexpress.constants.ZegoLanguage;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoRemoteDeviceState;
import im.zego.zegoexpress.constants.ZegoRoomStreamListType;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoCustomAudioConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoCaptureConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoRenderConfig;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoPublisherConfig;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoRoomSendTransparentMessage;
import im.zego.zegoexpress.entity.ZegoRoomStreamList;
import im.zego.zegoexpress.entity.ZegoUser;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.engine.EngineSetup;
import io.freshet.sdk.engine.LiveEngine;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.event.CustomCaptureHandlers;
import io.freshet.sdk.port.LogSink;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/// The engine apps hold: each method of the API and the group of calls it belongs to, which copies
/// what it is given, queues the work on the engine's loop and returns. Its name is the one that
/// older plugins look for by reflection.
@SuppressWarnings("deprecation")
public final class ZegoExpressEngineInternalImpl extends UnsupportedFeatures {
    private final AppEvents events;
    private final LogSink log;
    private final CallQueue calls;
    private final LifecycleCalls lifecycle;
    private final RoomCalls rooms;
    private final MessageCalls messages;
    private final PublishingCalls publishing;
    private final PlayingCalls playing;
    private final DeviceCalls devices;
    private final CustomMediaCalls customMedia;

    ZegoExpressEngineInternalImpl(EngineSetup setup, AppEvents events) {
        this.events = events;
        log = setup.log();
        calls = new CallQueue(setup.loop(), events);
        lifecycle = new LifecycleCalls(calls, events);
        rooms = new RoomCalls(calls, events);
        messages = new MessageCalls(calls);
        publishing = new PublishingCalls(calls);
        playing = new PlayingCalls(calls);
        devices = new DeviceCalls(calls);
        CustomCaptureHandlers handlers = new CustomCaptureHandlers(events);
        customMedia = new CustomMediaCalls(calls, handlers);
        calls.open(() -> new LiveEngine(setup, events, handlers));
    }

    @Override
    void unsupported(String function) {
        if (calls.closed()) {
            calls.report(function, ErrorCode.COMMON_ENGINE_NOT_CREATE);
        } else {
            events.failed(function, NO_MODULE, "Freshet's SDK does not do " + function + " yet.");
        }
    }

    @Override
    void deliver(Runnable callback) {
        events.run(callback);
    }

    void report(String function, ErrorCode result) {
        calls.report(function, result);
    }

    // ---- lifecycle

    void destroy(IZegoDestroyCompletionCallback callback) {
        lifecycle.destroy(callback);
    }

    @Override
    public void setEventHandler(IZegoEventHandler eventHandler) {
        lifecycle.setEventHandler(eventHandler);
    }

    @Override
    public void setRoomScenario(ZegoScenario scenario) {
        lifecycle.setScenario(scenario);
    }

    /// Takes a plugin's message into the log.
    public void logNotice(String message, String module) {
        log.log(LogSink.Level.INFO, CallQueue.text(module) + ": " + CallQueue.text(message));
    }

    /// Tells which language binding calls; there is nothing to do about it.
    public void setPlatformLanguage(int language) {
        log.log(LogSink.Level.DEBUG, "platform language " + language);
    }

    @Deprecated
    @Override
    public void setDebugVerbose(boolean enable, ZegoLanguage language) {
        events.succeeded("setDebugVerbose"); // onDebugError is always on
    }

    // ---- rooms

    @Override
    public void loginRoom(String roomID, ZegoUser user) {
        rooms.login(roomID, user, null, null);
    }

    @Override
    public void loginRoom(String roomID, ZegoUser user, ZegoRoomConfig config) {
        rooms.login(roomID, user, config, null);
    }

    @Override
    public void loginRoom(
            String roomID, ZegoUser user, ZegoRoomConfig config, IZegoRoomLoginCallback callback) {
        rooms.login(roomID, user, config, callback);
    }

    @Override
    public void logoutRoom() {
        rooms.logoutAll(null);
    }

    @Override
    public void logoutRoom(IZegoRoomLogoutCallback callback) {
        rooms.logoutAll(callback);
    }

    @Override
    public void logoutRoom(String roomID) {
        rooms.logout(roomID, null);
    }

    @Override
    public void logoutRoom(String roomID, IZegoRoomLogoutCallback callback) {
        rooms.logout(roomID, callback);
    }

    @Override
    public void switchRoom(String fromRoomID, String toRoomID) {
        rooms.change(fromRoomID, toRoomID, null);
    }

    @Override
    public void switchRoom(String fromRoomID, String toRoomID, ZegoRoomConfig config) {
        rooms.change(fromRoomID, toRoomID, config);
    }

    @Override
    public void renewToken(String roomID, String token) {
        rooms.renewToken(roomID, token);
    }

    @Override
    public ZegoRoomStreamList getRoomStreamList(
            String roomID, ZegoRoomStreamListType streamListType) {
        return rooms.streamList(roomID, streamListType);
    }

    @Override
    public void setRoomExtraInfo(
            String roomID, String key, String value, IZegoRoomSetRoomExtraInfoCallback callback) {
        rooms.setExtraInfo(roomID, key, value, callback);
    }

    // ---- messages

    @Override
    public void sendBroadcastMessage(
            String roomID, String message, IZegoIMSendBroadcastMessageCallback callback) {
        messages.broadcast(roomID, message, callback);
    }

    @Override
    public void sendBarrageMessage(
            String roomID, String message, IZegoIMSendBarrageMessageCallback callback) {
        messages.barrage(roomID, message, callback);
    }

    @Override
    public void sendCustomCommand(
            String roomID,
            String command,
            ArrayList<ZegoUser> toUserList,
            IZegoIMSendCustomCommandCallback callback) {
        messages.command(roomID, command, toUserList, callback);
    }

    @Override
    public void sendTransparentMessage(
            String roomID,
            ZegoRoomSendTransparentMessage message,
            IZegoRoomSendTransparentMessageCallback callback) {
        messages.transparent(roomID, message, callback);
    }

    // ---- publishing

    @Override
    public void startPublishingStream(String streamID) {
        publishing.start(streamID, null, ZegoPublishChannel.MAIN);
    }

    @Override
    public void startPublishingStream(String streamID, ZegoPublishChannel channel) {
        publishing.start(streamID, null, channel);
    }

    @Override
    public void startPublishingStream(
            String streamID, ZegoPublisherConfig config, ZegoPublishChannel channel) {
        publishing.start(streamID, config, channel);
    }

    @Override
    public void stopPublishingStream() {
        publishing.stop(ZegoPublishChannel.MAIN);
    }

    @Override
    public void stopPublishingStream(ZegoPublishChannel channel) {
        publishing.stop(channel);
    }

    @Override
    public void setStreamExtraInfo(
            String extraInfo, IZegoPublisherSetStreamExtraInfoCallback callback) {
        publishing.setExtraInfo(extraInfo, ZegoPublishChannel.MAIN, callback);
    }

    @Override
    public void setStreamExtraInfo(
            String extraInfo,
            ZegoPublishChannel channel,
            IZegoPublisherSetStreamExtraInfoCallback callback) {
        publishing.setExtraInfo(extraInfo, channel, callback);
    }

    @Override
    public void startPreview() {
        publishing.startPreview(null, ZegoPublishChannel.MAIN);
    }

    @Override
    public void startPreview(ZegoCanvas canvas) {
        publishing.startPreview(canvas, ZegoPublishChannel.MAIN);
    }

    @Override
    public void startPreview(ZegoCanvas canvas, ZegoPublishChannel channel) {
        publishing.startPreview(canvas, channel);
    }

    @Override
    public void stopPreview() {
        publishing.stopPreview(ZegoPublishChannel.MAIN);
    }

    @Override
    public void stopPreview(ZegoPublishChannel channel) {
        publishing.stopPreview(channel);
    }

    @Override
    public void setVideoConfig(ZegoVideoConfig config) {
        publishing.setVideoConfig(config, ZegoPublishChannel.MAIN);
    }

    @Override
    public void setVideoConfig(ZegoVideoConfig config, ZegoPublishChannel channel) {
        publishing.setVideoConfig(config, channel);
    }

    @Override
    public ZegoVideoConfig getVideoConfig() {
        return publishing.videoConfig(ZegoPublishChannel.MAIN);
    }

    @Override
    public ZegoVideoConfig getVideoConfig(ZegoPublishChannel channel) {
        return publishing.videoConfig(channel);
    }

    @Override
    public void setAudioConfig(ZegoAudioConfig config) {
        publishing.setAudioConfig(config, ZegoPublishChannel.MAIN);
    }

    @Override
    public void setAudioConfig(ZegoAudioConfig config, ZegoPublishChannel channel) {
        publishing.setAudioConfig(config, channel);
    }

    @Override
    public ZegoAudioConfig getAudioConfig() {
        return publishing.audioConfig(ZegoPublishChannel.MAIN);
    }

    @Override
    public ZegoAudioConfig getAudioConfig(ZegoPublishChannel channel) {
        return publishing.audioConfig(channel);
    }

    @Override
    public void mutePublishStreamAudio(boolean mute) {
        publishing.muteAudio(mute, ZegoPublishChannel.MAIN);
    }

    @Override
    public void mutePublishStreamAudio(boolean mute, ZegoPublishChannel channel) {
        publishing.muteAudio(mute, channel);
    }

    @Override
    public void mutePublishStreamVideo(boolean mute) {
        publishing.muteVideo(mute, ZegoPublishChannel.MAIN);
    }

    @Override
    public void mutePublishStreamVideo(boolean mute, ZegoPublishChannel channel) {
        publishing.muteVideo(mute, channel);
    }

    // ---- playing

    @Override
    public void startPlayingStream(String streamID) {
        playing.start(streamID, null, null);
    }

    @Override
    public void startPlayingStream(String streamID, ZegoPlayerConfig config) {
        playing.start(streamID, null, config);
    }

    @Override
    public void startPlayingStream(String streamID, ZegoCanvas canvas) {
        playing.start(streamID, canvas, null);
    }

    @Override
    public void startPlayingStream(String streamID, ZegoCanvas canvas, ZegoPlayerConfig config) {
        playing.start(streamID, canvas, config);
    }

    @Override
    public void stopPlayingStream(String streamID) {
        playing.stop(streamID);
    }

    @Override
    public int updatePlayingCanvas(String streamID, ZegoCanvas canvas) {
        return playing.updateCanvas(streamID, canvas);
    }

    @Override
    public void mutePlayStreamAudio(String streamID, boolean mute) {
        playing.muteAudio(streamID, mute);
    }

    @Override
    public void mutePlayStreamVideo(String streamID, boolean mute) {
        playing.muteVideo(streamID, mute);
    }

    @Override
    public void muteAllPlayStreamAudio(boolean mute) {
        playing.overrideAudio(mute);
    }

    @Override
    public void muteAllPlayStreamVideo(boolean mute) {
        playing.overrideVideo(mute);
    }

    @Override
    public void muteAllPlayAudioStreams(boolean mute) {
        playing.muteEveryAudio(mute);
    }

    @Override
    public void muteAllPlayVideoStreams(boolean mute) {
        playing.muteEveryVideo(mute);
    }

    @Override
    public void setPlayVolume(String streamID, int volume) {
        playing.setVolume(streamID, volume);
    }

    @Override
    public void setAllPlayStreamVolume(int volume) {
        playing.setEveryVolume(volume);
    }

    // ---- devices

    @Override
    public void muteMicrophone(boolean mute) {
        devices.muteMicrophone(mute);
    }

    @Override
    public boolean isMicrophoneMuted() {
        return devices.microphoneMuted();
    }

    @Override
    public void muteSpeaker(boolean mute) {
        devices.muteSpeaker(mute);
    }

    @Override
    public boolean isSpeakerMuted() {
        return devices.speakerMuted();
    }

    @Override
    public void enableCamera(boolean enable) {
        devices.enableCamera(enable, ZegoPublishChannel.MAIN);
    }

    @Override
    public void enableCamera(boolean enable, ZegoPublishChannel channel) {
        devices.enableCamera(enable, channel);
    }

    @Override
    public void enableAudioCaptureDevice(boolean enable) {
        devices.enableAudioCapture(enable);
    }

    @Override
    public void enableAudioCaptureDeviceAsync(
            boolean enable, IZegoAudioCaptureDeviceEnableCallback callback) {
        devices.enableAudioCapture(enable, callback);
    }

    // ---- custom capture and rendering

    @Override
    public void enableCustomVideoCapture(boolean enable, ZegoCustomVideoCaptureConfig config) {
        customMedia.enableVideoCapture(enable, config, ZegoPublishChannel.MAIN);
    }

    @Override
    public void enableCustomVideoCapture(
            boolean enable, ZegoCustomVideoCaptureConfig config, ZegoPublishChannel channel) {
        customMedia.enableVideoCapture(enable, config, channel);
    }

    @Override
    public void setCustomVideoCaptureDeviceState(
            boolean isEnable, ZegoRemoteDeviceState state, ZegoPublishChannel channel) {
        customMedia.setCaptureDeviceState(isEnable, state, channel);
    }

    @Override
    public void setCustomVideoCaptureHandler(IZegoCustomVideoCaptureHandler handler) {
        customMedia.setCaptureHandler(handler);
    }

    @Override
    public void sendCustomVideoCaptureRawData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam params,
            long referenceTimeMillisecond) {
        customMedia.sendRawData(
                data, dataLength, params, referenceTimeMillisecond, ZegoPublishChannel.MAIN);
    }

    @Override
    public void sendCustomVideoCaptureRawData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam params,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel) {
        customMedia.sendRawData(data, dataLength, params, referenceTimeMillisecond, channel);
    }

    @Override
    public void enableCustomAudioIO(boolean enable, ZegoCustomAudioConfig config) {
        customMedia.enableAudio(enable, ZegoPublishChannel.MAIN);
    }

    @Override
    public void enableCustomAudioIO(
            boolean enable, ZegoCustomAudioConfig config, ZegoPublishChannel channel) {
        customMedia.enableAudio(enable, channel);
    }

    @Override
    public void sendCustomAudioCapturePCMData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {
        customMedia.sendPcm(data, dataLength, param, ZegoPublishChannel.MAIN);
    }

    @Override
    public void sendCustomAudioCapturePCMData(
            ByteBuffer data,
            int dataLength,
            ZegoAudioFrameParam param,
            ZegoPublishChannel channel) {
        customMedia.sendPcm(data, dataLength, param, channel);
    }

    @Override
    public void enableCustomVideoRender(boolean enable, ZegoCustomVideoRenderConfig config) {
        customMedia.enableVideoRender(enable, config);
    }

    @Override
    public void setCustomVideoRenderHandler(IZegoCustomVideoRenderHandler handler) {
        customMedia.setRenderHandler(handler);
    }
}
