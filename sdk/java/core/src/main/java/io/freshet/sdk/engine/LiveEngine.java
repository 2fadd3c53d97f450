package io.freshet.sdk.engine;

import im.zego.zegoexpress.callback.IZegoRoomLoginCallback;
import im.zego.zegoexpress.callback.IZegoRoomLogoutCallback;
import im.zego.zegoexpress.constants.ZegoEngineState;
import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoPlayStreamQuality;
import im.zego.zegoexpress.entity.ZegoPublishStreamQuality;
import im.zego.zegoexpress.entity.ZegoRoomStreamList;
import im.zego.zegoexpress.entity.ZegoStream;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.capture.Capture;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.play.Playbacks;
import io.freshet.sdk.port.LogSink;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.publish.Publications;
import io.freshet.sdk.room.LoginRequest;
import io.freshet.sdk.room.RoomChange;
import io.freshet.sdk.room.RoomMessages;
import io.freshet.sdk.room.RoomSession;
import io.freshet.sdk.room.Rooms;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// One engine behind the facade: wires connection, rooms, publishing, playing and capturing
/// together and decides what crosses between them. All of it on the loop.
public final class LiveEngine {
    private final EngineSetup setup;
    private final SdkLoop loop;
    private final AppEvents events;
    private final RoomTelling telling;
    private final MediaTelling mediaTelling;
    private final Signalling signalling;
    private final Rooms rooms;
    private final RoomMessages messages;
    private final RemoteDevices remoteDevices;
    private final MediaEngine media;
    private final boolean mediaAbsent;
    private final Capture capture;
    private final Publications publications;
    private final Playbacks playbacks;
    private final Map<RoomSession, IZegoRoomLoginCallback> loginCallbacks = new HashMap<>();

    /// Whether the connection was greeted since it was last asked for.
    private boolean greeted;

    private boolean connectTrouble;
    private boolean running;

    /// Call on the loop: loads the platform's media.
    public LiveEngine(EngineSetup setup, AppEvents events, CustomCaptureHandlers customCapture) {
        this.setup = setup;
        this.events = events;
        loop = setup.loop();
        telling = new RoomTelling(events);
        mediaTelling = new MediaTelling(events);
        signalling =
                new Signalling(
                        loop,
                        setup.platform().sockets(),
                        setup.server(),
                        new Signalling.Client(
                                setup.appId(),
                                setup.appSign(),
                                "freshet-java/" + Version.NAME + " " + setup.platform().name()),
                        setup.reconnectPolicy(),
                        setup.log(),
                        new SignalWatcher());
        rooms =
                new Rooms(
                        loop,
                        signalling,
                        setup.reconnectPolicy(),
                        setup.multiRoom(),
                        new RoomWatcher());
        messages = new RoomMessages(rooms, signalling, loop);
        remoteDevices = new RemoteDevices(events, rooms::stream);
        MediaEngine loaded = null;
        try {
            loaded = setup.platform().mediaEngines().create(new DeviceWatcher());
        } catch (RuntimeException | LinkageError e) {
            setup.log().log(LogSink.Level.ERROR, "media could not be loaded: " + e);
            events.failed(
                    "createEngine",
                    ErrorCode.COMMON_LOAD_LIBRARY_FAILED.code(),
                    ErrorCode.COMMON_LOAD_LIBRARY_FAILED.sentence() + " (" + e + ")");
        }
        mediaAbsent = loaded == null;
        media = loaded == null ? new AbsentMedia() : loaded;
        capture = new Capture(media, customCapture::tell, this::onDevices);
        publications =
                new Publications(
                        loop,
                        signalling,
                        setup.reconnectPolicy(),
                        () -> setup.retryWindows().get().mediaNs(),
                        media,
                        capture,
                        this::maySend,
                        new PublishWatcher());
        playbacks =
                new Playbacks(
                        loop,
                        signalling,
                        setup.reconnectPolicy(),
                        () -> setup.retryWindows().get().mediaNs(),
                        media,
                        this::maySend,
                        new PlayWatcher());
        capture.setScenario(setup.scenario());
    }

    public Capture capture() {
        return capture;
    }

    public Playbacks playbacks() {
        return playbacks;
    }

    public Publications publications() {
        return publications;
    }

    public MediaEngine media() {
        return media;
    }

    public Rooms rooms() {
        return rooms;
    }

    public RoomMessages messages() {
        return messages;
    }

    /// Checks at once; what is wrong is told as LOGIN_FAILED and through the callback.
    ///
    /// @param problem what the facade found missing already, or success
    public void login(
            LoginRequest request, ErrorCode problem, @Nullable IZegoRoomLoginCallback callback) {
        ErrorCode check = problem.isSuccess() ? checkLogin(request, "") : problem;
        if (!check.isSuccess()) {
            if (check != ErrorCode.ROOM_COUNT_EXCEED) { // that leaves the room's state as it is
                telling.state(
                        request.roomId(),
                        ZegoRoomStateChangedReason.LOGIN_FAILED,
                        check.code(),
                        RoomTelling.reason(check.sentence()));
            }
            answer(callback, check.code(), check.sentence());
            events.failed("loginRoom", check);
            return;
        }
        connectTrouble = false;
        RoomSession session = rooms.login(request, setup.retryWindows().get().roomNs());
        if (callback != null) {
            loginCallbacks.put(session, callback);
        }
    }

    /// Checks what needs no server.
    ///
    /// @param leaving the room that is left for this one, empty for none
    private ErrorCode checkLogin(LoginRequest request, String leaving) {
        if (!setup.problem().isSuccess()) {
            return setup.problem();
        }
        ErrorCode room = Identifiers.checkRoomId(request.roomId());
        if (!room.isSuccess()) {
            return room;
        }
        ErrorCode user = Identifiers.checkUserId(request.userId());
        if (!user.isSuccess()) {
            return user;
        }
        ErrorCode name = Identifiers.checkUserName(request.userName());
        if (!name.isSuccess()) {
            return name;
        }
        if (request.maxMemberCount() < 0) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
        ErrorCode beside = rooms.checkLogin(request, leaving);
        if (!beside.isSuccess()) {
            return beside;
        }
        return setup.appSign().isEmpty() && request.token().isEmpty()
                ? ErrorCode.ROOM_NO_TOKEN
                : ErrorCode.COMMON_SUCCESS;
    }

    /// Leaves all rooms. In none: done at once.
    public void logoutAll(@Nullable IZegoRoomLogoutCallback callback) {
        List<RoomSession> all = rooms.all();
        int[] left = {all.size()};
        if (all.isEmpty()) {
            answer(callback, 0);
        }
        for (RoomSession session : all) {
            leave(
                    session,
                    () -> {
                        if (--left[0] == 0) {
                            answer(callback, 0);
                        }
                    });
        }
    }

    public void logout(String roomId, @Nullable IZegoRoomLogoutCallback callback) {
        Optional<RoomSession> session = rooms.find(roomId);
        if (session.isPresent()) {
            leave(session.get(), () -> answer(callback, 0));
        } else if (rooms.all().isEmpty()) {
            answer(callback, 0);
        } else {
            refuseLogout("logoutRoom", roomId);
            answer(callback, ErrorCode.ROOM_ROOMID_INCORRECT.code());
        }
    }

    private void refuseLogout(String function, String roomId) {
        ErrorCode wrong = ErrorCode.ROOM_ROOMID_INCORRECT;
        telling.state(
                roomId,
                ZegoRoomStateChangedReason.LOGOUT_FAILED,
                wrong.code(),
                RoomTelling.reason(wrong.sentence()));
        events.failed(function, wrong);
    }

    private void leave(RoomSession session, Runnable done) {
        endMedia(session.roomId(), 0, "", rooms.maySendBeside(session.roomId()));
        if (rooms.all().size() == 1) {
            capture.stopPreviews();
            tellRunning();
        }
        cancelLogin(session, ErrorCode.ROOM_DISCONNECT);
        rooms.logout(session, done);
    }

    /// Leaves one room for another with the same user; preview goes on. A request that is wrong in
    /// itself changes nothing; a login that the server refuses leaves the app in neither room.
    public void switchRoom(String fromRoomId, LoginRequest to) {
        Optional<RoomSession> from = rooms.find(fromRoomId);
        if (!from.isPresent()) {
            refuseLogout("switchRoom", fromRoomId);
            return;
        }
        RoomSession session = from.get();
        LoginRequest request =
                new LoginRequest(
                        to.roomId(),
                        session.userId(),
                        session.userName(),
                        to.token(),
                        to.maxMemberCount(),
                        to.userStatusNotify());
        ErrorCode check = checkLogin(request, fromRoomId);
        if (check.isSuccess()) {
            endMedia(fromRoomId, 0, "", session.maySend());
            cancelLogin(session, ErrorCode.ROOM_DISCONNECT);
            rooms.logout(session, () -> {});
        }
        login(request, check, null);
    }

    /// The streams in the room, as far as this client knows.
    ///
    /// @param own whether to include what this engine publishes there
    public ZegoRoomStreamList streamList(String roomId, boolean own) {
        ZegoRoomStreamList list = new ZegoRoomStreamList();
        Optional<RoomSession> session = rooms.find(roomId);
        if (session.isPresent()) {
            list.playStreamList =
                    RoomTelling.streamsOf(session.get().streams()).toArray(new ZegoStream[0]);
            if (own) {
                list.publishStreamList =
                        RoomTelling.streamsOf(publications.streamsIn(session.get()))
                                .toArray(new ZegoStream[0]);
            }
        }
        return list;
    }

    public void renewToken(String roomId, String token) {
        Optional<RoomSession> session = rooms.find(roomId);
        if (!session.isPresent()) {
            events.failed("renewToken", ErrorCode.ROOM_ROOMID_INCORRECT);
        } else if (token.isEmpty()) {
            events.failed("renewToken", ErrorCode.COMMON_ILLEGAL_PARAM);
        } else {
            rooms.renewToken(
                    session.get(),
                    token,
                    new Reply() {
                        @Override
                        public void onAnswer(int code, String message, Answer.Result result) {
                            if (code == 0) {
                                events.succeeded("renewToken");
                            } else {
                                events.failed("renewToken", code, message);
                            }
                        }

                        @Override
                        public void onLost() {}
                    });
        }
    }

    /// Publishes; what is wrong is told as NO_PUBLISH.
    ///
    /// @param roomId empty for the only room
    public void publish(ZegoPublishChannel channel, String roomId, String streamId) {
        Optional<RoomSession> room = roomFor(roomId);
        ErrorCode refusal =
                roomRefusal(room, roomId, ErrorCode.PUBLISHER_ERROR_PUBLISH_WHEN_USING_MULTI_ROOM);
        if (refusal.isSuccess() && room.isPresent()) {
            refusal = publications.start(channel, room.get().roomId(), streamId);
        }
        if (refusal.isSuccess()) {
            capture.setPublishing(channel, true);
            tellRunning();
            events.succeeded("startPublishingStream");
            return;
        }
        // An app must not take the stream it is publishing for ended.
        if (!publications.streamOn(channel).filter(streamId::equals).isPresent()) {
            mediaTelling.publishState(
                    streamId, ZegoPublisherState.NO_PUBLISH, refusal.code(), refusal.sentence());
        }
        events.failed("startPublishingStream", refusal);
    }

    /// Plays; what is wrong is told as NO_PLAY.
    ///
    /// @param roomId empty for the only room
    public void play(
            String roomId, String streamId, ResourceMode mode, @Nullable ZegoCanvas canvas) {
        Optional<RoomSession> room = roomFor(roomId);
        ErrorCode refusal =
                roomRefusal(room, roomId, ErrorCode.PLAYER_ERROR_PLAY_STREAM_WHEN_USING_MULTI_ROOM);
        if (refusal.isSuccess() && room.isPresent()) {
            refusal = playbacks.start(room.get().roomId(), streamId, mode, canvas);
        }
        if (refusal.isSuccess()) {
            tellRunning();
            events.succeeded("startPlayingStream");
        } else {
            refusePlay(streamId, refusal.code(), refusal.sentence());
        }
    }

    /// Tells that a stream is not going to be played.
    public void refusePlay(String streamId, int code, String sentence) {
        mediaTelling.playState(streamId, ZegoPlayerState.NO_PLAY, code, sentence);
        events.failed("startPlayingStream", code, sentence);
    }

    private Optional<RoomSession> roomFor(String roomId) {
        return rooms.multiRoom() && !roomId.isEmpty() ? rooms.find(roomId) : rooms.only();
    }

    private ErrorCode roomRefusal(
            Optional<RoomSession> room, String roomId, ErrorCode whenAmbiguous) {
        if (rooms.all().isEmpty()) {
            return ErrorCode.COMMON_NOT_LOGIN_ROOM;
        }
        if (rooms.multiRoom() && roomId.isEmpty()) {
            return whenAmbiguous;
        }
        if (!room.isPresent()) {
            return ErrorCode.ROOM_ROOMID_INCORRECT;
        }
        return mediaAbsent ? ErrorCode.COMMON_LOAD_LIBRARY_FAILED : ErrorCode.COMMON_SUCCESS;
    }

    public void startPreview(ZegoPublishChannel channel, @Nullable ZegoCanvas canvas) {
        if (mediaAbsent) {
            events.failed("startPreview", ErrorCode.COMMON_LOAD_LIBRARY_FAILED);
            return;
        }
        capture.startPreview(channel, canvas);
        tellRunning();
        events.succeeded("startPreview");
    }

    public void stopPreview(ZegoPublishChannel channel) {
        capture.stopPreview(channel);
        tellRunning();
    }

    /// Only while in no room: it replaces settings that a room's media rests on.
    public ErrorCode setScenario(ZegoScenario scenario) {
        if (!rooms.all().isEmpty()) {
            return ErrorCode.COMMON_CONFIG_AFTER_ROOM_LOGGED_IN;
        }
        capture.setScenario(scenario);
        return ErrorCode.COMMON_SUCCESS;
    }

    /// Logs out, frees devices, stops the loop, then calls `done` on the app's executor. The server
    /// is given 2 s to hear of it.
    public void destroy(Runnable done) {
        events.silence();
        List<RoomSession> all = rooms.all();
        for (RoomSession session : all) {
            endMedia(session.roomId(), 0, "", false);
            cancelLogin(session, ErrorCode.COMMON_ENGINE_NOT_CREATE);
        }
        capture.stopPreviews();
        int[] left = {all.size()};
        Runnable finish =
                () -> {
                    signalling.stop();
                    media.close();
                    loop.stop();
                    events.run(done);
                };
        if (all.isEmpty()) {
            finish.run();
        }
        for (RoomSession session : all) {
            rooms.logout(
                    session,
                    () -> {
                        if (--left[0] == 0) {
                            finish.run();
                        }
                    });
        }
    }

    private boolean maySend(String roomId) {
        return rooms.find(roomId).filter(RoomSession::maySend).isPresent();
    }

    /// @param tellServer whether what is played has to be stopped on the server, which else ends
    ///   with the last login
    private void endMedia(String roomId, int code, String message, boolean tellServer) {
        publications.onRoomOver(roomId, code, message);
        playbacks.onRoomOver(roomId, code, message, tellServer);
        messages.onRoomOver(roomId);
    }

    private void onDevices(ZegoPublishChannel channel) {
        publications.onDevices(channel);
    }

    private void cancelLogin(RoomSession session, ErrorCode code) {
        answer(loginCallbacks.remove(session), code.code(), code.sentence());
    }

    /// START with the first preview, publish or play, STOP with the end of the last.
    private void tellRunning() {
        boolean now = capture.capturing() || !playbacks.isEmpty();
        if (now != running) {
            running = now;
            ZegoEngineState state = now ? ZegoEngineState.START : ZegoEngineState.STOP;
            events.tell(h -> h.onEngineStateUpdate(state));
        }
    }

    private void answer(@Nullable IZegoRoomLoginCallback callback, int code, String message) {
        if (callback != null) {
            JSONObject data = RoomTelling.reason(message);
            events.run(() -> callback.onRoomLoginResult(code, data));
        }
    }

    private void answer(@Nullable IZegoRoomLogoutCallback callback, int code) {
        if (callback != null) {
            events.run(() -> callback.onRoomLogoutResult(code, new JSONObject()));
        }
    }

    private final class SignalWatcher implements Signalling.Listener {
        @Override
        public void onReady() {
            greeted = true;
            connectTrouble = false;
            rooms.onSignalReady();
        }

        @Override
        public void onNotice(ServerMessage notice) {
            if (rooms.onNotice(notice)) {
                return;
            }
            if (notice instanceof ServerMessage.PublishStateChanged change) {
                publications.onServerState(change);
            } else if (notice instanceof ServerMessage.PlayStateChanged change) {
                playbacks.onServerState(change);
            } else if (notice instanceof ServerMessage.StreamPlayable playable) {
                playbacks.onPlayable(playable.streamId());
            }
        }

        @Override
        public void onBroken(String reason) {
            if (!greeted && !connectTrouble) {
                // Said once a time of trouble: a wrong address would else look like a slow login.
                connectTrouble = true;
                events.failed(
                        "connect",
                        ErrorCode.ROOM_ERROR_CONNECT_FAILED.code(),
                        setup.server() + ": " + reason + "; trying again");
            }
            greeted = false;
            rooms.onSignalBroken();
        }

        @Override
        public void onRefused(int code, String message) {
            rooms.onSignalRefused(code, message);
        }
    }

    private final class RoomWatcher implements RoomSession.Listener {
        @Override
        public void onState(
                RoomSession room, ZegoRoomStateChangedReason reason, int code, String message) {
            JSONObject data =
                    reason == ZegoRoomStateChangedReason.LOGINED
                            ? RoomTelling.sessionId(room.sessionId())
                            : RoomTelling.reason(message);
            telling.state(room.roomId(), reason, code, data);
            switch (reason) {
                case LOGINED -> {
                    IZegoRoomLoginCallback callback = loginCallbacks.remove(room);
                    if (callback != null) {
                        events.run(() -> callback.onRoomLoginResult(0, data));
                    }
                    events.succeeded("loginRoom");
                }
                case LOGIN_FAILED -> {
                    answer(loginCallbacks.remove(room), code, message);
                    events.failed("loginRoom", code, message);
                    ErrorCode noRoom = ErrorCode.COMMON_NOT_LOGIN_ROOM;
                    endAfter(room.roomId(), noRoom.code(), noRoom.sentence());
                }
                case KICK_OUT, RECONNECT_FAILED -> endAfter(room.roomId(), code, message);
                default -> {}
            }
            tellRunning();
        }

        private void endAfter(String roomId, int code, String message) {
            endMedia(roomId, code, message, rooms.maySendBeside(roomId));
        }

        @Override
        public void onMaySend(RoomSession room, boolean sameSession) {
            publications.onMaySend(room.roomId(), sameSession);
            playbacks.onMaySend(room.roomId(), sameSession);
        }

        @Override
        public void onChanges(RoomSession room, List<RoomChange> changes) {
            telling.changes(room.roomId(), changes);
            remoteDevices.onChanges(changes);
        }

        @Override
        public void onUserCount(RoomSession room, int count) {
            events.tell(h -> h.onRoomOnlineUserCountUpdate(room.roomId(), count));
        }

        @Override
        public void onTokenWillExpire(RoomSession room, int remainingSeconds) {
            events.tell(h -> h.onRoomTokenWillExpire(room.roomId(), remainingSeconds));
        }

        @Override
        public void onTokenRefused(RoomSession room, int code, String message) {
            events.failed("renewToken", code, message);
        }

        @Override
        public void onMessage(RoomSession room, ServerMessage message) {
            telling.message(room.roomId(), message);
        }
    }

    private final class PublishWatcher implements Publications.Listener {
        @Override
        public void onPublishState(
                ZegoPublishChannel channel,
                String streamId,
                ZegoPublisherState state,
                int code,
                String message) {
            mediaTelling.publishState(streamId, state, code, message);
            if (state == ZegoPublisherState.NO_PUBLISH) {
                if (code != 0) {
                    events.failed("startPublishingStream", code, message);
                }
                capture.setPublishing(channel, false);
                tellRunning();
            }
        }

        @Override
        public void onPublishQuality(String streamId, ZegoPublishStreamQuality quality) {
            events.tell(h -> h.onPublisherQualityUpdate(streamId, quality));
        }

        @Override
        public void onPublishMedia(ZegoPublishChannel channel, MediaPath.MediaEvent event) {
            mediaTelling.published(channel, event);
        }
    }

    private final class PlayWatcher implements Playbacks.Listener {
        @Override
        public void onPlayState(String streamId, ZegoPlayerState state, int code, String message) {
            mediaTelling.playState(streamId, state, code, message);
            if (state == ZegoPlayerState.PLAYING) {
                remoteDevices.onPlaying(streamId);
            } else if (state == ZegoPlayerState.NO_PLAY) {
                remoteDevices.onStopped(streamId);
                if (code != 0) {
                    events.failed("startPlayingStream", code, message);
                }
                tellRunning();
            }
        }

        @Override
        public void onPlayQuality(String streamId, ZegoPlayStreamQuality quality) {
            events.tell(h -> h.onPlayerQualityUpdate(streamId, quality));
        }

        @Override
        public void onPlayMedia(String streamId, MediaPath.MediaEvent event) {
            mediaTelling.played(streamId, event);
        }
    }

    private final class DeviceWatcher implements MediaEngine.Listener {
        @Override
        public void onCapturedVideoFirstFrame(ZegoPublishChannel channel) {
            events.tell(h -> h.onPublisherCapturedVideoFirstFrame(channel));
        }

        @Override
        public void onCapturedAudioFirstFrame() {
            events.tell(h -> h.onPublisherCapturedAudioFirstFrame());
        }

        @Override
        public void onDeviceError(int errorCode, String message) {
            events.failed("device", errorCode, message);
        }
    }
}
