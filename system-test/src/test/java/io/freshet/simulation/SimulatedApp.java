package io.freshet.simulation;

import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.entity.ZegoBroadcastMessageInfo;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.sdk.config.RetryWindows;
import io.freshet.sdk.engine.EngineSetup;
import io.freshet.sdk.engine.LiveEngine;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.event.CustomCaptureHandlers;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.Platform;
import io.freshet.sdk.port.SignalSocket;
import io.freshet.sdk.room.LoginRequest;
import io.freshet.sdk.signal.ReconnectPolicy;
import io.freshet.testkit.Simulation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.json.JSONObject;

/// An application on the SDK: what it does, and what its callbacks have told it.
@SuppressWarnings("NonApiType") // The API's own signatures.
final class SimulatedApp extends IZegoEventHandler {
    final String name;
    final String userId;

    private final Simulation simulation;
    private final SimulatedServer server;
    private final RandomGenerator random;
    private final boolean userStatusNotify;
    private final LiveEngine engine;
    private final Map<String, ToldRoom> rooms = new TreeMap<>();
    private Optional<SimulatedSocket> socket = Optional.empty();
    private Optional<String> published = Optional.empty();
    private int sockets;
    private int loginsAsked;
    private int loginsAnswered;
    private int texts;
    private int callbacks;

    SimulatedApp(
            Simulation simulation,
            SimulatedServer server,
            String name,
            String userId,
            boolean multiRoom,
            boolean userStatusNotify) {
        this.simulation = simulation;
        this.server = server;
        this.name = name;
        this.userId = userId;
        this.userStatusNotify = userStatusNotify;
        this.random = simulation.random(name);
        Executor callbackThread = callback -> simulation.after(0, name + " callback", callback);
        AppEvents events = new AppEvents(callbackThread, (_, _) -> {}, () -> null);
        events.setHandler(this);
        EngineSetup setup =
                new EngineSetup(
                        SimulatedServer.APP_ID,
                        SimulatedServer.APP_SIGN,
                        ErrorCode.COMMON_SUCCESS,
                        ZegoScenario.DEFAULT,
                        multiRoom,
                        URI.create("ws://server/signal"),
                        () -> RetryWindows.of(Map.of(), _ -> {}),
                        new Device(callbackThread),
                        new SimulatedLoop(simulation, name),
                        ReconnectPolicy.backoff(new Random(random.nextLong())),
                        (_, _) -> {});
        engine = new LiveEngine(setup, events, new CustomCaptureHandlers(events));
    }

    private final class Device implements Platform {
        private final Executor callbackThread;

        Device(Executor callbackThread) {
            this.callbackThread = callbackThread;
        }

        @Override
        public String name() {
            return "simulated";
        }

        @Override
        public SignalSocket.Factory sockets() {
            return (uri, listener) -> {
                SimulatedSocket made =
                        new SimulatedSocket(
                                name + "/" + ++sockets, simulation, server, random, listener);
                socket = Optional.of(made);
                return made;
            };
        }

        @Override
        public MediaEngine.Factory mediaEngines() {
            return _ -> new SimulatedMedia(simulation, name + " media");
        }

        @Override
        public Executor callbackExecutor() {
            return callbackThread;
        }
    }

    // What its user does.

    void enter(String roomId) {
        loginsAsked++;
        engine.logins()
                .login(
                        new LoginRequest(roomId, userId, name, "", 0, userStatusNotify),
                        ErrorCode.COMMON_SUCCESS,
                        (_, _) -> loginsAnswered++);
    }

    void leave(String roomId) {
        engine.logins().logout(roomId, null);
    }

    void change(String from, String to) {
        engine.logins()
                .switchRoom(from, new LoginRequest(to, userId, name, "", 0, userStatusNotify));
    }

    void publish(String roomId, String streamId) {
        engine.publishing().start(ZegoPublishChannel.MAIN, roomId, streamId);
    }

    void stopPublishing() {
        engine.publications().stop(ZegoPublishChannel.MAIN);
    }

    void setExtraInfo(String info) {
        engine.publications().setExtraInfo(ZegoPublishChannel.MAIN, info, (_, _, _) -> {});
    }

    void play(String roomId, String streamId) {
        engine.playing().start(roomId, streamId, ResourceMode.RTC, null);
    }

    void stopPlaying(String streamId) {
        engine.playbacks().stop(streamId);
    }

    void broadcast(String roomId) {
        engine.messages().broadcast(roomId, name + "#" + ++texts, (_, _, _) -> {});
    }

    // What happens to it.

    void onSocket(Consumer<SimulatedSocket> event) {
        socket.ifPresent(event);
    }

    // What it knows.

    Map<String, ToldRoom> rooms() {
        return rooms;
    }

    boolean seesUsers() {
        return userStatusNotify;
    }

    /// What it believes to be publishing.
    Optional<String> published() {
        return published;
    }

    int unansweredLogins() {
        return loginsAsked - loginsAnswered;
    }

    int callbacks() {
        return callbacks;
    }

    private ToldRoom room(String roomId) {
        callbacks++;
        return rooms.computeIfAbsent(roomId, id -> new ToldRoom(name + " in " + id));
    }

    @Override
    public void onRoomStateChanged(
            String roomId, ZegoRoomStateChangedReason reason, int errorCode, JSONObject data) {
        room(roomId).onState(reason);
    }

    @Override
    public void onRoomUserUpdate(String roomId, ZegoUpdateType type, ArrayList<ZegoUser> users) {
        for (ZegoUser user : users) {
            if (!userStatusNotify || user.userID.equals(userId)) {
                throw new AssertionError(name + " is told of " + user.userID);
            }
        }
        if (type == ZegoUpdateType.ADD) {
            room(roomId).onUsersAdded(users);
        } else {
            room(roomId).onUsersRemoved(users);
        }
    }

    @Override
    public void onRoomStreamUpdate(
            String roomId, ZegoUpdateType type, ArrayList<ZegoStream> streams, JSONObject data) {
        for (ZegoStream stream : streams) {
            if (stream.user.userID.equals(userId)) {
                throw new AssertionError(name + " is told of its own " + stream.streamID);
            }
        }
        if (type == ZegoUpdateType.ADD) {
            room(roomId).onStreamsAdded(streams);
        } else {
            room(roomId).onStreamsRemoved(streams);
        }
    }

    @Override
    public void onRoomStreamExtraInfoUpdate(String roomId, ArrayList<ZegoStream> streams) {
        room(roomId).onExtraInfos(streams);
    }

    @Override
    public void onIMRecvBroadcastMessage(
            String roomId, ArrayList<ZegoBroadcastMessageInfo> messages) {
        room(roomId).onMessages(messages);
    }

    @Override
    public void onPublisherStateUpdate(
            String streamId, ZegoPublisherState state, int errorCode, JSONObject data) {
        if (state == ZegoPublisherState.PUBLISHING) {
            published = Optional.of(streamId);
        } else if (published.filter(streamId::equals).isPresent()) {
            published = Optional.empty();
        }
    }
}
