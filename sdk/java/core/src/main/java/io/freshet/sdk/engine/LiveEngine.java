package io.freshet.sdk.engine;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.entity.ZegoRoomStreamList;
import im.zego.zegoexpress.entity.ZegoStream;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.capture.Capture;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.event.ConnectionTrouble;
import io.freshet.sdk.event.CustomCaptureHandlers;
import io.freshet.sdk.event.DeviceTelling;
import io.freshet.sdk.event.RemoteDevices;
import io.freshet.sdk.event.RoomTelling;
import io.freshet.sdk.event.RunningState;
import io.freshet.sdk.media.StreamContext;
import io.freshet.sdk.play.Playbacks;
import io.freshet.sdk.port.LogSink;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.publish.Publications;
import io.freshet.sdk.room.RoomChange;
import io.freshet.sdk.room.RoomMessages;
import io.freshet.sdk.room.RoomSession;
import io.freshet.sdk.room.Rooms;
import io.freshet.sdk.signal.Signalling;
import java.util.List;
import java.util.Optional;

/// One engine behind the facade: wires connection, rooms, publishing, playing and capturing
/// together and passes on what crosses between them. All of it on the loop.
public final class LiveEngine {
    private final EngineSetup setup;
    private final AppEvents events;
    private final ConnectionTrouble trouble;
    private final Signalling signalling;
    private final RoomLogins logins;
    private final Rooms rooms;
    private final RoomMessages messages;
    private final MediaEngine media;
    private final Capture capture;
    private final Publishing publishing;
    private final Publications publications;
    private final RemoteDevices remoteDevices;
    private final Playing playing;
    private final Playbacks playbacks;

    /// Call on the loop: loads the platform's media.
    public LiveEngine(EngineSetup setup, AppEvents events, CustomCaptureHandlers customCapture) {
        this.setup = setup;
        this.events = events;
        trouble = new ConnectionTrouble(events, setup.server());
        signalling =
                new Signalling(
                        setup.loop(),
                        setup.platform().sockets(),
                        setup.server(),
                        new Signalling.Client(
                                setup.appId(),
                                setup.appSign(),
                                "freshet-java/" + Version.NAME + " " + setup.platform().name()),
                        setup.reconnectPolicy(),
                        setup.log(),
                        new SignalWatcher());
        logins = new RoomLogins(setup, events, signalling, new RoomDependants());
        rooms = logins.rooms();
        messages = new RoomMessages(rooms, signalling, setup.loop());
        Optional<MediaEngine> loaded = loadMedia();
        media = loaded.orElseGet(AbsentMedia::new);
        capture = new Capture(media, customCapture::tell, this::onDevices);
        MediaRooms mediaRooms = new MediaRooms(rooms, !loaded.isPresent());
        RunningState running = new RunningState(events, this::running);
        StreamContext context =
                new StreamContext(
                        setup.loop(),
                        signalling,
                        setup.reconnectPolicy(),
                        () -> setup.retryWindows().get().mediaNs(),
                        this::maySend);
        publishing = new Publishing(events, mediaRooms, capture, running, context, media);
        publications = publishing.publications();
        remoteDevices = new RemoteDevices(events, rooms::stream);
        playing = new Playing(events, mediaRooms, remoteDevices, running, context, media);
        playbacks = playing.playbacks();
        capture.setScenario(setup.scenario());
        events.watch(behind -> setup.loop().execute(() -> onAppBehind(behind)));
    }

    /// An app that does not keep up with its callbacks is treated like one whose network is gone:
    /// nothing more comes in, and once it has caught up the rooms tell exactly what it has missed.
    private void onAppBehind(boolean behind) {
        if (behind) {
            String sentence = "too many callbacks wait for the app; a callback must not block";
            setup.log().log(LogSink.Level.ERROR, sentence);
            signalling.hold(sentence);
        } else {
            signalling.release();
        }
    }

    private Optional<MediaEngine> loadMedia() {
        try {
            return Optional.of(setup.platform().mediaEngines().create(new DeviceTelling(events)));
        } catch (RuntimeException | LinkageError e) {
            setup.log().log(LogSink.Level.ERROR, "media could not be loaded: " + e);
            events.failed(
                    "createEngine",
                    ErrorCode.COMMON_LOAD_LIBRARY_FAILED.code(),
                    ErrorCode.COMMON_LOAD_LIBRARY_FAILED.sentence() + " (" + e + ")");
            return Optional.empty();
        }
    }

    public RoomLogins logins() {
        return logins;
    }

    public RoomMessages messages() {
        return messages;
    }

    public Publishing publishing() {
        return publishing;
    }

    public Publications publications() {
        return publications;
    }

    public Playing playing() {
        return playing;
    }

    public Playbacks playbacks() {
        return playbacks;
    }

    public Capture capture() {
        return capture;
    }

    public MediaEngine media() {
        return media;
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
        logins.end(() -> {
            signalling.stop();
            media.close();
            setup.loop().stop();
            events.run(done);
        });
    }

    private boolean running() {
        return capture.capturing() || !playbacks.isEmpty();
    }

    private boolean maySend(String roomId) {
        return rooms.find(roomId).filter(RoomSession::maySend).isPresent();
    }

    private void onDevices(ZegoPublishChannel channel) {
        publications.onDevices(channel);
    }

    private final class SignalWatcher implements Signalling.Listener {
        @Override
        public void onReady() {
            trouble.onReady();
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
            trouble.onBroken(reason);
            rooms.onSignalBroken();
        }

        @Override
        public void onRefused(int code, String message) {
            rooms.onSignalRefused(code, message);
        }
    }

    private final class RoomDependants implements RoomLogins.Dependants {
        @Override
        public void onLogin() {
            trouble.onLogin();
        }

        @Override
        public void onMaySend(String roomId, boolean sameSession) {
            publications.onMaySend(roomId, sameSession);
            playbacks.onMaySend(roomId, sameSession);
        }

        @Override
        public void onChanges(List<RoomChange> changes) {
            remoteDevices.onChanges(changes);
        }

        @Override
        public void onRoomOver(String roomId, int code, String message, boolean tellServer) {
            publications.onRoomOver(roomId, code, message);
            playbacks.onRoomOver(roomId, code, message, tellServer);
            messages.onRoomOver(roomId);
        }

        @Override
        public void onLeavingLastRoom() {
            publishing.stopPreviews();
        }
    }
}
