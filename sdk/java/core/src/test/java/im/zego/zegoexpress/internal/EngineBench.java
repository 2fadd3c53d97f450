package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoApiCalledEventHandler;
import im.zego.zegoexpress.entity.ZegoEngineConfig;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.sdk.config.ServerAddress;
import io.freshet.sdk.fakes.FakeMedia;
import io.freshet.sdk.fakes.FakePlatform;
import io.freshet.sdk.fakes.FakeServer;
import io.freshet.sdk.fakes.FixedPauses;
import io.freshet.sdk.fakes.VirtualLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A whole engine on a bench: virtual time, a scripted server, pretended media.
final class EngineBench {
    static final String APP_SIGN = "0123456789abcdef".repeat(4);
    static final long RETRY_PAUSE_MS = 500;

    final FakeServer server = new FakeServer();
    final FakeMedia media = new FakeMedia();
    final FakePlatform platform = new FakePlatform(server, media);
    final List<VirtualLoop> loops = new ArrayList<>();
    final Recorder app = new Recorder();
    final List<String> results = new ArrayList<>();
    final List<String> apiResults = new ArrayList<>();
    final EngineRegistry registry;

    EngineBench() {
        registry =
                new EngineRegistry(
                        new EngineParts(
                                () -> platform,
                                () -> {
                                    VirtualLoop loop = new VirtualLoop();
                                    loops.add(loop);
                                    return loop;
                                },
                                new ServerAddress.Places(
                                        name -> null, name -> "10.0.0.1:9000", key -> null),
                                new FixedPauses(RETRY_PAUSE_MS),
                                (level, message) -> {}));
        registry.setApiCalled(
                new IZegoApiCalledEventHandler() {
                    @Override
                    public void onApiCalledResult(int errorCode, String funcName, String info) {
                        apiResults.add(funcName + " " + errorCode);
                    }
                });
        server.answerWith(EngineBench::friendly);
    }

    /// An engine with an AppSign and the recorder as its handler.
    ZegoExpressEngine create() {
        return create(profile(1234567890L, APP_SIGN));
    }

    ZegoExpressEngine create(ZegoEngineProfile profile) {
        ZegoExpressEngine engine = registry.create(profile, app, false);
        run();
        return engine;
    }

    static ZegoEngineProfile profile(long appId, String appSign) {
        ZegoEngineProfile profile = new ZegoEngineProfile();
        profile.appID = appId;
        profile.appSign = appSign;
        return profile;
    }

    void configure(String key, String value) {
        ZegoEngineConfig config = new ZegoEngineConfig();
        config.advancedConfig.put(key, value);
        registry.setConfig(config);
    }

    VirtualLoop loop() {
        return loops.get(loops.size() - 1);
    }

    void run() {
        loop().run();
    }

    /// An engine that is in `room` as `me`, with nothing recorded yet.
    ZegoExpressEngine inRoom() {
        ZegoExpressEngine engine = create();
        login(engine, "room");
        app.take();
        app.oldStates.clear();
        results.clear();
        return engine;
    }

    void login(ZegoExpressEngine engine, String roomId) {
        ZegoRoomConfig config = new ZegoRoomConfig();
        config.isUserStatusNotify = true;
        engine.loginRoom(
                roomId,
                new ZegoUser("me", "Me"),
                config,
                (code, data) -> {
                    results.add("login " + code);
                    app.lines.add("login result " + code);
                });
        run();
    }

    /// Says yes to everything; the room is empty.
    static Optional<Answer> friendly(ClientMessage message) {
        if (message instanceof ClientMessage.Hello) {
            return Optional.of(FakeServer.greeted(message));
        } else if (message instanceof ClientMessage.Login login) {
            return Optional.of(loggedIn(login, 1, snapshot(List.of(), List.of())));
        } else if (message instanceof ClientMessage.Publish
                || message instanceof ClientMessage.Play) {
            return Optional.of(Answer.ok(message.id(), new Answer.Negotiated("answer")));
        }
        return Optional.of(Answer.ok(message.id()));
    }

    /// Like [#friendly], but leaves requests of one kind without an answer.
    static Optional<Answer> friendlyBut(
            Class<? extends ClientMessage> unanswered, ClientMessage message) {
        return unanswered.isInstance(message) ? Optional.empty() : friendly(message);
    }

    /// Like [#friendly], but refuses requests of one kind.
    static Optional<Answer> refusing(
            Class<? extends ClientMessage> refused, int code, ClientMessage message) {
        return refused.isInstance(message)
                ? Optional.of(Answer.refused(message.id(), code, "because"))
                : friendly(message);
    }

    static Answer loggedIn(ClientMessage.Login login, long version, Answer.RoomState state) {
        return Answer.ok(login.id(), new Answer.LoggedIn("session-1", "key-1", version, state));
    }

    static Answer.Snapshot snapshot(List<RoomUser> users, List<RoomStream> streams) {
        return new Answer.Snapshot(users, streams, users.size() + 1);
    }

    static RoomUser user(String id) {
        return new RoomUser(id, id.toUpperCase(java.util.Locale.ROOT));
    }

    static RoomStream stream(String streamId, String userId) {
        return new RoomStream(streamId, user(userId), "");
    }
}
