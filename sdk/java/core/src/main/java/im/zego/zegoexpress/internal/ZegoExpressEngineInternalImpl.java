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
import im.zego.zegoexpress.constants.ZegoRoomTransparentMessageMode;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormatSeries;
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
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.TransparentMessageMode;
import io.freshet.sdk.capture.Capture;
import io.freshet.sdk.engine.AppEvents;
import io.freshet.sdk.engine.CustomCaptureHandlers;
import io.freshet.sdk.engine.EngineSetup;
import io.freshet.sdk.engine.FrameHandOver;
import io.freshet.sdk.engine.LiveEngine;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.port.LogSink;
import io.freshet.sdk.room.LoginRequest;
import io.freshet.sdk.room.RoomMessages;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.json.JSONObject;

/// The engine apps hold: copies what it is given, queues the work on the engine's loop and returns.
/// Its name is the one that older plugins look for by reflection. One file, since each method is a
/// line or two and they belong to one class by contract; behaviour lives in [LiveEngine].
@SuppressWarnings("deprecation")
public final class ZegoExpressEngineInternalImpl extends UnsupportedFeatures {
    /// The same failure of pushed frames or sound is reported this often at most.
    private static final long PROBLEM_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final SdkLoop loop;
    private final AppEvents events;
    private final LogSink log;
    private final CustomCaptureHandlers customCapture;
    private final FrameHandOver frames = new FrameHandOver();

    /// Set by the loop's first piece of work, read on the loop; by frames from the app's threads.
    private volatile LiveEngine live;

    private volatile boolean destroyed;
    private volatile boolean microphoneMuted;
    private volatile boolean speakerMuted;
    private String lastProblem = "";
    private long lastProblemNs;

    ZegoExpressEngineInternalImpl(EngineSetup setup, AppEvents events) {
        loop = setup.loop();
        log = setup.log();
        this.events = events;
        customCapture = new CustomCaptureHandlers(events);
        loop.execute(() -> live = new LiveEngine(setup, events, customCapture));
    }

    /// Queues a call's work; after `destroyEngine` the call fails softly.
    private boolean call(String function, Consumer<LiveEngine> work) {
        if (destroyed) {
            events.failed(function, ErrorCode.COMMON_ENGINE_NOT_CREATE);
            return false;
        }
        loop.execute(() -> {
            LiveEngine engine = live;
            if (engine != null) {
                work.accept(engine);
            }
        });
        return true;
    }

    /// Queues work whose result is the call's.
    private void check(String function, Function<LiveEngine, ErrorCode> work) {
        call(function, engine -> report(function, work.apply(engine)));
    }

    private void checkOn(
            String function, ZegoPublishChannel channel, Function<LiveEngine, ErrorCode> work) {
        if (channel == null) {
            check(function, engine -> ErrorCode.COMMON_ILLEGAL_PARAM);
        } else {
            check(function, work);
        }
    }

    /// Queues work that cannot fail.
    private void doOn(String function, ZegoPublishChannel channel, Consumer<LiveEngine> work) {
        checkOn(
                function,
                channel,
                engine -> {
                    work.accept(engine);
                    return ErrorCode.COMMON_SUCCESS;
                });
    }

    private void perform(String function, Consumer<LiveEngine> work) {
        doOn(function, ZegoPublishChannel.MAIN, work);
    }

    private <T> T ask(String function, Function<LiveEngine, T> question, T otherwise) {
        if (destroyed) {
            events.failed(function, ErrorCode.COMMON_ENGINE_NOT_CREATE);
            return otherwise;
        }
        return loop.ask(() -> live == null ? otherwise : question.apply(live), otherwise);
    }

    void report(String function, ErrorCode result) {
        if (result.isSuccess()) {
            events.succeeded(function);
        } else {
            events.failed(function, result);
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @Override
    void unsupported(String function) {
        if (destroyed) {
            events.failed(function, ErrorCode.COMMON_ENGINE_NOT_CREATE);
        } else {
            events.failed(function, NO_MODULE, "Freshet's SDK does not do " + function + " yet.");
        }
    }

    @Override
    void deliver(Runnable callback) {
        events.run(callback);
    }

    // ---- engine

    void destroy(IZegoDestroyCompletionCallback callback) {
        destroyed = true;
        loop.execute(() ->
                live.destroy(() -> {
                    if (callback != null) {
                        callback.onDestroyCompletion();
                    }
                }));
    }

    @Override
    public void setEventHandler(IZegoEventHandler eventHandler) {
        if (destroyed) {
            events.failed("setEventHandler", ErrorCode.COMMON_ENGINE_NOT_CREATE);
        } else if (events.setHandler(eventHandler)) {
            events.succeeded("setEventHandler");
        } else {
            events.failed("setEventHandler", ErrorCode.COMMON_EVENT_HANDLER_EXISTS);
        }
    }

    @Override
    public void setRoomScenario(ZegoScenario scenario) {
        check(
                "setRoomScenario",
                engine ->
                        scenario == null
                                ? ErrorCode.COMMON_ILLEGAL_PARAM
                                : engine.setScenario(scenario));
    }

    /// Takes a plugin's message into the log.
    public void logNotice(String message, String module) {
        log.log(LogSink.Level.INFO, text(module) + ": " + text(message));
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

    // ---- room

    @Override
    public void loginRoom(String roomID, ZegoUser user) {
        loginRoom(roomID, user, null, null);
    }

    @Override
    public void loginRoom(String roomID, ZegoUser user, ZegoRoomConfig config) {
        loginRoom(roomID, user, config, null);
    }

    @Override
    public void loginRoom(
            String roomID, ZegoUser user, ZegoRoomConfig config, IZegoRoomLoginCallback callback) {
        LoginRequest request = request(roomID, user, config);
        ErrorCode missing = ErrorCode.COMMON_SUCCESS;
        if (user != null && user.userID != null && user.userName == null) {
            missing = ErrorCode.ROOM_USER_NAME_NULL; // empty is allowed, null is not
        }
        ErrorCode problem = missing;
        if (!call("loginRoom", engine -> engine.login(request, problem, callback))
                && callback != null) {
            ErrorCode gone = ErrorCode.COMMON_ENGINE_NOT_CREATE;
            deliver(() -> callback.onRoomLoginResult(gone.code(), new JSONObject()));
        }
    }

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

    @Override
    public void logoutRoom() {
        logoutRoom((IZegoRoomLogoutCallback) null);
    }

    @Override
    public void logoutRoom(IZegoRoomLogoutCallback callback) {
        if (!call("logoutRoom", engine -> engine.logoutAll(callback))) {
            refuseLogout(callback);
        }
    }

    @Override
    public void logoutRoom(String roomID) {
        logoutRoom(roomID, null);
    }

    @Override
    public void logoutRoom(String roomID, IZegoRoomLogoutCallback callback) {
        String room = text(roomID);
        if (!call("logoutRoom", engine -> engine.logout(room, callback))) {
            refuseLogout(callback);
        }
    }

    private void refuseLogout(IZegoRoomLogoutCallback callback) {
        if (callback != null) {
            ErrorCode gone = ErrorCode.COMMON_ENGINE_NOT_CREATE;
            deliver(() -> callback.onRoomLogoutResult(gone.code(), new JSONObject()));
        }
    }

    @Override
    public void switchRoom(String fromRoomID, String toRoomID) {
        switchRoom(fromRoomID, toRoomID, null);
    }

    @Override
    public void switchRoom(String fromRoomID, String toRoomID, ZegoRoomConfig config) {
        String from = text(fromRoomID);
        LoginRequest to = request(toRoomID, null, config);
        call("switchRoom", engine -> engine.switchRoom(from, to));
    }

    @Override
    public void renewToken(String roomID, String token) {
        call("renewToken", engine -> engine.renewToken(text(roomID), text(token)));
    }

    @Override
    public ZegoRoomStreamList getRoomStreamList(
            String roomID, ZegoRoomStreamListType streamListType) {
        boolean own = streamListType == ZegoRoomStreamListType.ALL;
        return ask(
                "getRoomStreamList",
                engine -> engine.streamList(text(roomID), own),
                new ZegoRoomStreamList());
    }

    @Override
    public void setRoomExtraInfo(
            String roomID, String key, String value, IZegoRoomSetRoomExtraInfoCallback callback) {
        send(
                "setRoomExtraInfo",
                (engine, result) ->
                        engine.messages().setExtraInfo(text(roomID), text(key), value, result),
                callback == null
                        ? null
                        : (code, id) -> callback.onRoomSetRoomExtraInfoResult(code));
    }

    // ---- messages

    @Override
    public void sendBroadcastMessage(
            String roomID, String message, IZegoIMSendBroadcastMessageCallback callback) {
        send(
                "sendBroadcastMessage",
                (engine, result) ->
                        engine.messages().broadcast(text(roomID), text(message), result),
                callback == null ? null : callback::onIMSendBroadcastMessageResult);
    }

    @Override
    public void sendBarrageMessage(
            String roomID, String message, IZegoIMSendBarrageMessageCallback callback) {
        send(
                "sendBarrageMessage",
                (engine, result) -> engine.messages().barrage(text(roomID), text(message), result),
                callback == null
                        ? null
                        : (code, id) ->
                                callback.onIMSendBarrageMessageResult(
                                        code, code == 0 ? Long.toString(id) : ""));
    }

    @Override
    public void sendCustomCommand(
            String roomID,
            String command,
            ArrayList<ZegoUser> toUserList,
            IZegoIMSendCustomCommandCallback callback) {
        List<String> receivers = userIds(toUserList);
        send(
                "sendCustomCommand",
                (engine, result) ->
                        engine.messages().command(text(roomID), text(command), receivers, result),
                callback == null ? null : (code, id) -> callback.onIMSendCustomCommandResult(code));
    }

    @Override
    public void sendTransparentMessage(
            String roomID,
            ZegoRoomSendTransparentMessage message,
            IZegoRoomSendTransparentMessageCallback callback) {
        ZegoRoomSendTransparentMessage given =
                message == null ? new ZegoRoomSendTransparentMessage() : message;
        TransparentMessageMode mode = modeOf(given.sendMode);
        byte[] content = given.content == null ? new byte[0] : given.content.clone();
        List<String> receivers = userIds(given.recvUserList);
        int timeoutS = given.timeOut;
        send(
                "sendTransparentMessage",
                (engine, result) ->
                        engine.messages()
                                .transparent(
                                        text(roomID), mode, content, receivers, timeoutS, result),
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

    /// Queues something that is sent to the room.
    ///
    /// @param callback gets the code and the messageID, 0 for none; null if nobody asks
    private void send(
            String function,
            BiConsumer<LiveEngine, RoomMessages.Result> work,
            SendAnswer callback) {
        boolean queued =
                call(
                        function,
                        engine ->
                                work.accept(
                                        engine,
                                        (code, message, id) -> {
                                            if (code == 0) {
                                                events.succeeded(function);
                                            } else {
                                                events.failed(function, code, message);
                                            }
                                            answer(callback, code, id);
                                        }));
        if (!queued) {
            answer(callback, ErrorCode.COMMON_ENGINE_NOT_CREATE.code(), 0);
        }
    }

    private void answer(SendAnswer callback, int code, long id) {
        if (callback != null) {
            deliver(() -> callback.onAnswer(code, id));
        }
    }

    /// The callbacks of everything that is sent to a room, made alike.
    private interface SendAnswer {
        void onAnswer(int code, long messageId);
    }

    // ---- publish

    @Override
    public void startPublishingStream(String streamID) {
        startPublishingStream(streamID, null, ZegoPublishChannel.MAIN);
    }

    @Override
    public void startPublishingStream(String streamID, ZegoPublishChannel channel) {
        startPublishingStream(streamID, null, channel);
    }

    @Override
    public void startPublishingStream(
            String streamID, ZegoPublisherConfig config, ZegoPublishChannel channel) {
        String room = config == null ? "" : text(config.roomID);
        ZegoPublishChannel target = channel == null ? ZegoPublishChannel.MAIN : channel;
        call("startPublishingStream", engine -> engine.publish(target, room, text(streamID)));
    }

    @Override
    public void stopPublishingStream() {
        stopPublishingStream(ZegoPublishChannel.MAIN);
    }

    @Override
    public void stopPublishingStream(ZegoPublishChannel channel) {
        doOn("stopPublishingStream", channel, engine -> engine.publications().stop(channel));
    }

    @Override
    public void setStreamExtraInfo(
            String extraInfo, IZegoPublisherSetStreamExtraInfoCallback callback) {
        setStreamExtraInfo(extraInfo, ZegoPublishChannel.MAIN, callback);
    }

    @Override
    public void setStreamExtraInfo(
            String extraInfo,
            ZegoPublishChannel channel,
            IZegoPublisherSetStreamExtraInfoCallback callback) {
        String function = "setStreamExtraInfo";
        ZegoPublishChannel target = channel == null ? ZegoPublishChannel.MAIN : channel;
        boolean queued =
                call(
                        function,
                        engine ->
                                engine.publications()
                                        .setExtraInfo(
                                                target,
                                                extraInfo,
                                                (message, code) -> {
                                                    if (code == 0) {
                                                        events.succeeded(function);
                                                    } else {
                                                        events.failed(function, code, message);
                                                    }
                                                    answer(callback, code);
                                                }));
        if (!queued) {
            answer(callback, ErrorCode.COMMON_ENGINE_NOT_CREATE.code());
        }
    }

    private void answer(IZegoPublisherSetStreamExtraInfoCallback callback, int code) {
        if (callback != null) {
            deliver(() -> callback.onPublisherSetStreamExtraInfoResult(code));
        }
    }

    @Override
    public void startPreview(ZegoCanvas canvas) {
        startPreview(canvas, ZegoPublishChannel.MAIN);
    }

    @Override
    public void startPreview(ZegoCanvas canvas, ZegoPublishChannel channel) {
        ZegoCanvas copy = copyOf(canvas);
        ZegoPublishChannel target = channel == null ? ZegoPublishChannel.MAIN : channel;
        call("startPreview", engine -> engine.startPreview(target, copy));
    }

    @Override
    public void startPreview() {
        startPreview(null, ZegoPublishChannel.MAIN);
    }

    @Override
    public void stopPreview() {
        stopPreview(ZegoPublishChannel.MAIN);
    }

    @Override
    public void stopPreview(ZegoPublishChannel channel) {
        doOn("stopPreview", channel, engine -> engine.stopPreview(channel));
    }

    @Override
    public void setVideoConfig(ZegoVideoConfig config) {
        setVideoConfig(config, ZegoPublishChannel.MAIN);
    }

    @Override
    public void setVideoConfig(ZegoVideoConfig config, ZegoPublishChannel channel) {
        ZegoVideoConfig copy = config == null ? null : Capture.copyOf(config);
        checkOn(
                "setVideoConfig",
                channel,
                engine ->
                        copy == null
                                ? ErrorCode.COMMON_ILLEGAL_PARAM
                                : engine.capture().setVideoConfig(channel, copy));
    }

    @Override
    public ZegoVideoConfig getVideoConfig() {
        return getVideoConfig(ZegoPublishChannel.MAIN);
    }

    @Override
    public ZegoVideoConfig getVideoConfig(ZegoPublishChannel channel) {
        ZegoPublishChannel target = channel == null ? ZegoPublishChannel.MAIN : channel;
        return ask(
                "getVideoConfig",
                engine -> engine.capture().videoConfig(target),
                new ZegoVideoConfig());
    }

    @Override
    public void setAudioConfig(ZegoAudioConfig config) {
        setAudioConfig(config, ZegoPublishChannel.MAIN);
    }

    @Override
    public void setAudioConfig(ZegoAudioConfig config, ZegoPublishChannel channel) {
        ZegoAudioConfig copy = config == null ? null : Capture.copyOf(config);
        checkOn(
                "setAudioConfig",
                channel,
                engine ->
                        copy == null
                                ? ErrorCode.COMMON_ILLEGAL_PARAM
                                : engine.capture().setAudioConfig(channel, copy));
    }

    @Override
    public ZegoAudioConfig getAudioConfig() {
        return getAudioConfig(ZegoPublishChannel.MAIN);
    }

    @Override
    public ZegoAudioConfig getAudioConfig(ZegoPublishChannel channel) {
        ZegoPublishChannel target = channel == null ? ZegoPublishChannel.MAIN : channel;
        return ask(
                "getAudioConfig",
                engine -> engine.capture().audioConfig(target),
                new ZegoAudioConfig());
    }

    @Override
    public void mutePublishStreamAudio(boolean mute) {
        mutePublishStreamAudio(mute, ZegoPublishChannel.MAIN);
    }

    @Override
    public void mutePublishStreamAudio(boolean mute, ZegoPublishChannel channel) {
        doOn(
                "mutePublishStreamAudio",
                channel,
                engine -> engine.capture().muteAudio(channel, mute));
    }

    @Override
    public void mutePublishStreamVideo(boolean mute) {
        mutePublishStreamVideo(mute, ZegoPublishChannel.MAIN);
    }

    @Override
    public void mutePublishStreamVideo(boolean mute, ZegoPublishChannel channel) {
        doOn(
                "mutePublishStreamVideo",
                channel,
                engine -> engine.capture().muteVideo(channel, mute));
    }

    // ---- play

    @Override
    public void startPlayingStream(String streamID) {
        startPlayingStream(streamID, null, null);
    }

    @Override
    public void startPlayingStream(String streamID, ZegoPlayerConfig config) {
        startPlayingStream(streamID, null, config);
    }

    @Override
    public void startPlayingStream(String streamID, ZegoCanvas canvas) {
        startPlayingStream(streamID, canvas, null);
    }

    @Override
    public void startPlayingStream(String streamID, ZegoCanvas canvas, ZegoPlayerConfig config) {
        String stream = text(streamID);
        ZegoCanvas copy = copyOf(canvas);
        String room = config == null ? "" : text(config.roomID);
        String unsupported = unsupportedSource(config);
        ResourceMode mode = resourceMode(config);
        call(
                "startPlayingStream",
                engine -> {
                    if (unsupported.isEmpty()) {
                        engine.play(room, stream, mode, copy);
                    } else {
                        engine.refusePlay(stream, NO_MODULE, unsupported);
                    }
                });
    }

    private static ResourceMode resourceMode(ZegoPlayerConfig config) {
        if (config == null || config.resourceMode == null) {
            return ResourceMode.DEFAULT;
        }
        return switch (config.resourceMode) {
            case ONLY_L3 -> ResourceMode.L3;
            case ONLY_RTC -> ResourceMode.RTC;
            default -> ResourceMode.DEFAULT;
        };
    }

    /// A sentence if the configuration asks for what is not done, else empty.
    private static String unsupportedSource(ZegoPlayerConfig config) {
        if (config == null || config.resourceMode == null) {
            return "";
        }
        if (config.cdnConfig != null) {
            return "Playing a CDN address is not done yet: leave cdnConfig out.";
        }
        return switch (config.resourceMode) {
            case ONLY_CDN, CDN_PLUS, CUSTOM ->
                    "Playing with resourceMode "
                            + config.resourceMode
                            + " is not done yet: use ONLY_L3, ONLY_RTC or DEFAULT.";
            default -> "";
        };
    }

    @Override
    public void stopPlayingStream(String streamID) {
        perform("stopPlayingStream", engine -> engine.playbacks().stop(text(streamID)));
    }

    @Override
    public int updatePlayingCanvas(String streamID, ZegoCanvas canvas) {
        ZegoCanvas copy = copyOf(canvas);
        ErrorCode result =
                ask(
                        "updatePlayingCanvas",
                        engine -> engine.playbacks().updateCanvas(text(streamID), copy),
                        ErrorCode.COMMON_ENGINE_NOT_CREATE);
        if (!destroyed) {
            report("updatePlayingCanvas", result);
        }
        return result.code();
    }

    @Override
    public void mutePlayStreamAudio(String streamID, boolean mute) {
        check("mutePlayStreamAudio", engine -> engine.playbacks().muteAudio(text(streamID), mute));
    }

    @Override
    public void mutePlayStreamVideo(String streamID, boolean mute) {
        check("mutePlayStreamVideo", engine -> engine.playbacks().muteVideo(text(streamID), mute));
    }

    @Override
    public void muteAllPlayStreamAudio(boolean mute) {
        perform("muteAllPlayStreamAudio", engine -> engine.playbacks().overrideAudio(mute));
    }

    @Override
    public void muteAllPlayStreamVideo(boolean mute) {
        perform("muteAllPlayStreamVideo", engine -> engine.playbacks().overrideVideo(mute));
    }

    @Override
    public void muteAllPlayAudioStreams(boolean mute) {
        perform("muteAllPlayAudioStreams", engine -> engine.playbacks().muteEveryAudio(mute));
    }

    @Override
    public void muteAllPlayVideoStreams(boolean mute) {
        perform("muteAllPlayVideoStreams", engine -> engine.playbacks().muteEveryVideo(mute));
    }

    @Override
    public void setPlayVolume(String streamID, int volume) {
        check("setPlayVolume", engine -> engine.playbacks().setVolume(text(streamID), volume));
    }

    @Override
    public void setAllPlayStreamVolume(int volume) {
        check("setAllPlayStreamVolume", engine -> engine.playbacks().setEveryVolume(volume));
    }

    // ---- devices

    @Override
    public void muteMicrophone(boolean mute) {
        microphoneMuted = mute;
        perform("muteMicrophone", engine -> engine.capture().muteMicrophone(mute));
    }

    @Override
    public boolean isMicrophoneMuted() {
        return microphoneMuted;
    }

    @Override
    public void muteSpeaker(boolean mute) {
        speakerMuted = mute;
        perform("muteSpeaker", engine -> engine.media().muteSpeaker(mute));
    }

    @Override
    public boolean isSpeakerMuted() {
        return speakerMuted;
    }

    @Override
    public void enableCamera(boolean enable) {
        enableCamera(enable, ZegoPublishChannel.MAIN);
    }

    @Override
    public void enableCamera(boolean enable, ZegoPublishChannel channel) {
        doOn("enableCamera", channel, engine -> engine.capture().enableCamera(channel, enable));
    }

    @Override
    public void enableAudioCaptureDevice(boolean enable) {
        perform("enableAudioCaptureDevice", engine -> engine.capture().enableAudioDevice(enable));
    }

    @Override
    public void enableAudioCaptureDeviceAsync(
            boolean enable, IZegoAudioCaptureDeviceEnableCallback callback) {
        String function = "enableAudioCaptureDeviceAsync";
        boolean queued =
                call(
                        function,
                        engine -> {
                            engine.capture().enableAudioDevice(enable);
                            events.succeeded(function);
                            answerEnabled(callback, 0);
                        });
        if (!queued) {
            answerEnabled(callback, ErrorCode.COMMON_ENGINE_NOT_CREATE.code());
        }
    }

    private void answerEnabled(IZegoAudioCaptureDeviceEnableCallback callback, int code) {
        if (callback != null) {
            deliver(() -> callback.onAudioCaptureDeviceEnableResult(code));
        }
    }

    // ---- custom video and audio

    @Override
    public void enableCustomVideoCapture(boolean enable, ZegoCustomVideoCaptureConfig config) {
        enableCustomVideoCapture(enable, config, ZegoPublishChannel.MAIN);
    }

    @Override
    public void enableCustomVideoCapture(
            boolean enable, ZegoCustomVideoCaptureConfig config, ZegoPublishChannel channel) {
        ZegoVideoBufferType type =
                config == null || config.bufferType == null
                        ? ZegoVideoBufferType.RAW_DATA
                        : config.bufferType;
        checkOn(
                "enableCustomVideoCapture",
                channel,
                engine -> engine.capture().enableCustomVideo(channel, enable, type));
    }

    @Override
    public void setCustomVideoCaptureDeviceState(
            boolean isEnable, ZegoRemoteDeviceState state, ZegoPublishChannel channel) {
        // As enableCamera: off without a reason is DISABLE, on without one is OPEN.
        DeviceState off = isEnable ? DeviceState.OPEN : DeviceState.DISABLE;
        DeviceState told =
                state == null || (!isEnable && state == ZegoRemoteDeviceState.OPEN)
                        ? off
                        : DeviceState.valueOf(state.name());
        doOn(
                "setCustomVideoCaptureDeviceState",
                channel,
                engine -> engine.capture().setCustomVideoState(channel, told));
    }

    @Override
    public void setCustomVideoCaptureHandler(IZegoCustomVideoCaptureHandler handler) {
        customCapture.set(handler);
        perform("setCustomVideoCaptureHandler", engine -> {});
    }

    @Override
    public void sendCustomVideoCaptureRawData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam params,
            long referenceTimeMillisecond) {
        sendCustomVideoCaptureRawData(
                data, dataLength, params, referenceTimeMillisecond, ZegoPublishChannel.MAIN);
    }

    @Override
    public void sendCustomVideoCaptureRawData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam params,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel) {
        sendNow(
                "sendCustomVideoCaptureRawData",
                data == null || params == null || channel == null,
                engine ->
                        engine.capture()
                                .sendFrame(
                                        channel,
                                        data,
                                        dataLength,
                                        params,
                                        referenceTimeMillisecond));
    }

    /// Frames and sound go to the media on the app's own thread: the buffer is the app's and must
    /// not wait in a queue. Silent when it works, as it works many times a second.
    private void sendNow(
            String function, boolean argumentMissing, Function<LiveEngine, Integer> send) {
        LiveEngine engine = live;
        int code;
        if (destroyed) {
            code = ErrorCode.COMMON_ENGINE_NOT_CREATE.code();
        } else if (argumentMissing) {
            code = ErrorCode.COMMON_ILLEGAL_PARAM.code();
        } else if (engine == null) {
            code = ErrorCode.COMMON_ENGINE_NOT_STARTED.code();
        } else {
            code = send.apply(engine);
        }
        if (code != 0) {
            reportSeldom(function, code);
        }
    }

    /// A camera loop that goes wrong goes wrong 30 times a second.
    private synchronized void reportSeldom(String function, int code) {
        String problem = function + code;
        long nowNs = loop.nowNs();
        if (!problem.equals(lastProblem) || nowNs - lastProblemNs >= PROBLEM_INTERVAL_NS) {
            lastProblem = problem;
            lastProblemNs = nowNs;
            events.failed(function, code, "");
        }
    }

    @Override
    public void enableCustomAudioIO(boolean enable, ZegoCustomAudioConfig config) {
        enableCustomAudioIO(enable, config, ZegoPublishChannel.MAIN);
    }

    @Override
    public void enableCustomAudioIO(
            boolean enable, ZegoCustomAudioConfig config, ZegoPublishChannel channel) {
        checkOn(
                "enableCustomAudioIO",
                channel,
                engine -> engine.capture().enableCustomAudio(channel, enable));
    }

    @Override
    public void sendCustomAudioCapturePCMData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {
        sendCustomAudioCapturePCMData(data, dataLength, param, ZegoPublishChannel.MAIN);
    }

    @Override
    public void sendCustomAudioCapturePCMData(
            ByteBuffer data,
            int dataLength,
            ZegoAudioFrameParam param,
            ZegoPublishChannel channel) {
        sendNow(
                "sendCustomAudioCapturePCMData",
                data == null
                        || param == null
                        || param.sampleRate == null
                        || param.channel == null
                        || channel == null,
                engine ->
                        engine.capture()
                                .sendPcm(
                                        channel,
                                        data,
                                        dataLength,
                                        param.sampleRate.value(),
                                        param.channel.value()));
    }

    @Override
    public void enableCustomVideoRender(boolean enable, ZegoCustomVideoRenderConfig config) {
        check(
                "enableCustomVideoRender",
                engine -> {
                    if (enable
                            && config != null
                            && config.frameFormatSeries == ZegoVideoFrameFormatSeries.RGB) {
                        return ErrorCode.CUSTOM_VIDEO_IO_NOT_SUPPORTED_FORMAT;
                    }
                    engine.media().setVideoFrameSink(enable ? frames : null);
                    return ErrorCode.COMMON_SUCCESS;
                });
    }

    @Override
    public void setCustomVideoRenderHandler(IZegoCustomVideoRenderHandler handler) {
        frames.set(handler);
        perform("setCustomVideoRenderHandler", engine -> {});
    }

    private static ZegoCanvas copyOf(ZegoCanvas canvas) {
        if (canvas == null || canvas.view == null) {
            return null; // no view, no picture
        }
        ZegoCanvas copy = new ZegoCanvas(canvas.view);
        copy.viewMode = canvas.viewMode;
        copy.backgroundColor = canvas.backgroundColor;
        copy.alphaBlend = canvas.alphaBlend;
        copy.rotation = canvas.rotation;
        copy.mirror = canvas.mirror;
        copy.viewContext = canvas.viewContext;
        return copy;
    }
}
