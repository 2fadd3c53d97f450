package im.zego.zegoexpress.internal;

import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoRoomMode;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoPublisherConfig;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Several rooms at once, changing rooms, and how logins and streams end for good.
class MultiRoomScenariosTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void severalLoginsShareOneConnectionAndComeBackEachWithItsOwnKey() {
        ZegoExpressEngine engine = inTwoRooms();
        assertThat(bench.server.connectionCount()).isEqualTo(1);
        bench.server.say(
                new ServerMessage.RoomEvents(
                        "b", 4, List.of(new RoomEvent.UserJoined(4, EngineBench.user("x")))));
        bench.run();
        assertThat(bench.app.take()).containsExactly("users b ADD x/X");

        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(bench.server.connection().requests(ClientMessage.Login.class))
                .extracting(ClientMessage.Login::roomId)
                .containsExactly("a", "b");
        assertThat(bench.server.connection().requests(ClientMessage.Login.class))
                .extracting(login -> login.resume() == null ? -1 : login.resume().version())
                .containsExactly(1L, 4L);
        assertThat(bench.app.lines)
                .filteredOn(line -> line.contains("RECONNECTED"))
                .containsExactly("room a RECONNECTED 0 {}", "room b RECONNECTED 0 {}");
        assertThat(engine.isMicrophoneMuted()).isFalse();
    }

    @Test
    void theSameUserMeansTheSameNameToo() {
        ZegoExpressEngine engine = inTwoRooms();
        engine.loginRoom(
                "c",
                new ZegoUser("me", "Somebody"),
                new ZegoRoomConfig(),
                (code, data) -> bench.results.add("login " + code));
        bench.run();
        bench.login(engine, "a");
        assertThat(bench.results).containsExactly("login 1002018", "login 1002001");
    }

    @Test
    void leavingOneRoomEndsWhatBelongsToItOnTheServerToo() {
        ZegoExpressEngine engine = inTwoRooms();
        publish(engine, "pa", "a", ZegoPublishChannel.MAIN);
        publish(engine, "pb", "b", ZegoPublishChannel.AUX);
        play(engine, "ta", "a");
        play(engine, "tb", "b");
        engine.startPreview(null);
        bench.run();
        bench.app.take();
        engine.logoutRoom("a");
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly(
                        "publish pa NO_PUBLISH 0", "play ta NO_PLAY 0", "room a LOGOUT 0 {}");
        // The other login would keep it playing.
        assertThat(bench.server.connection().requests(ClientMessage.StopPlaying.class))
                .extracting(ClientMessage.StopPlaying::streamId)
                .containsExactly("ta");
        assertThat(bench.server.connection().isOpen()).isTrue();
        assertThat(bench.media.calls()).doesNotContain("stopPreview MAIN");
    }

    @Test
    void aKickFromOneRoomLeavesTheOther() {
        ZegoExpressEngine engine = inTwoRooms();
        publish(engine, "pa", "a", ZegoPublishChannel.MAIN);
        play(engine, "ta", "a");
        play(engine, "tb", "b");
        bench.run();
        bench.app.take();
        bench.server.say(new ServerMessage.KickedOut("a", 1002055, "removed", "spam"));
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly(
                        "room a KICK_OUT 1002055 {\"reason\":\"spam\"}",
                        "publish pa NO_PUBLISH 1002055",
                        "play ta NO_PLAY 1002055");
        assertThat(bench.server.connection().last(ClientMessage.StopPlaying.class).streamId())
                .isEqualTo("ta");
        bench.app.take();
        bench.server.say(new ServerMessage.UserCount("a", 5));
        bench.server.say(new ServerMessage.UserCount("b", 6));
        bench.run();
        assertThat(bench.app.lines).containsExactly("count b 6");
    }

    @Test
    void aRoomThatDoesNotExistForThisClientTakesNoStreams() {
        ZegoExpressEngine engine = inTwoRooms();
        publish(engine, "s", "elsewhere", ZegoPublishChannel.MAIN);
        play(engine, "t", "elsewhere");
        bench.run();
        assertThat(bench.app.lines)
                .containsExactly("publish s NO_PUBLISH 1002002", "play t NO_PLAY 1002002");
    }

    @Test
    void switchingOneOfSeveralRoomsLeavesTheOthersAlone() {
        ZegoExpressEngine engine = inTwoRooms();
        publish(engine, "pa", "a", ZegoPublishChannel.MAIN);
        play(engine, "ta", "a");
        play(engine, "tb", "b");
        bench.run();
        bench.app.take();
        engine.switchRoom("a", "c");
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly(
                        "publish pa NO_PUBLISH 0",
                        "play ta NO_PLAY 0",
                        "room a LOGOUT 0 {}",
                        "room c LOGINING 0 {}",
                        "room c LOGINED 0 {\"room_session_id\":\"session-1\"}",
                        "count c 1");
        ClientMessage.Login login = bench.server.connection().last(ClientMessage.Login.class);
        assertThat(login.userName()).isEqualTo("Me");
    }

    @Test
    void switchingToARoomOneIsInAlreadyChangesNothing() {
        ZegoExpressEngine engine = inTwoRooms();
        engine.switchRoom("a", "b");
        engine.switchRoom("elsewhere", "c");
        bench.run();
        assertThat(bench.app.lines).singleElement().asString().contains("LOGOUT_FAILED 1002002");
        assertThat(bench.app.errors).containsExactly("loginRoom 1002001", "switchRoom 1002002");
        assertThat(bench.server.connection().requests(ClientMessage.Logout.class)).isEmpty();
    }

    @Test
    void switchingStopsStreamsAndLeavesBeforeItEntersInOneFlight() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPreview(null);
        engine.startPublishingStream("s");
        engine.startPlayingStream("t");
        bench.run();
        bench.app.take();
        bench.server.answerWith(message -> Optional.empty());
        int before = bench.server.connection().requests().size();
        engine.switchRoom("room", "other");
        bench.run();

        List<ClientMessage> requests = bench.server.connection().requests();
        assertThat(requests.subList(before, requests.size()))
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("StopPlaying", "Logout", "Login");
        assertThat(bench.app.lines)
                .containsExactly(
                        "publish s NO_PUBLISH 0",
                        "play t NO_PLAY 0",
                        "room room LOGOUT 0 {}",
                        "room other LOGINING 0 {}");
        assertThat(bench.media.calls()).doesNotContain("stopPreview MAIN");
    }

    @Test
    void aSwitchThatIsWrongInItselfLeavesTheAppWhereItIs() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPublishingStream("s");
        bench.run();
        bench.app.take();
        engine.switchRoom("room", "");
        bench.run();
        assertThat(bench.app.lines)
                .singleElement()
                .asString()
                .startsWith("room  LOGIN_FAILED 1002011");
        assertThat(bench.server.connection().requests(ClientMessage.Logout.class)).isEmpty();
    }

    @Test
    void aRefusedSwitchLeavesTheAppInNeitherRoom() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Login.class, 1002034, message));
        engine.switchRoom("room", "other");
        bench.run();
        assertThat(bench.app.lines)
                .containsExactly(
                        "room room LOGOUT 0 {}",
                        "room other LOGINING 0 {}",
                        "room other LOGIN_FAILED 1002034 {\"reason\":\"because\"}");
        assertThat(bench.server.connection().isOpen()).isFalse();
    }

    @Test
    void aRenewedTokenThatLacksPublishingIsRefused() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.RenewToken.class, 1002082, message));
        engine.renewToken("room", "04new");
        bench.run();
        assertThat(bench.app.errors).containsExactly("renewToken 1002082");
    }

    @Test
    void aTokenRenewedWhileTheConnectionIsDownIsSentAfterComingBack() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.connection().breakOff("cable cut");
        bench.run();
        engine.renewToken("room", "04new");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(bench.server.connection().requests(ClientMessage.RenewToken.class))
                .extracting(ClientMessage.RenewToken::token)
                .containsExactly("04new");
        assertThat(bench.apiResults).contains("renewToken 0");

        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(bench.server.connection().requests(ClientMessage.RenewToken.class)).isEmpty();
    }

    @Test
    void aForbiddenPlayEndsAndTheWishWithIt() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPlayingStream("t");
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();
        bench.app.take();
        bench.server.say(new ServerMessage.PlayStateChanged("t", MediaState.ENDED, 1004025, "no"));
        bench.run();
        assertThat(bench.app.take()).containsExactly("play t NO_PLAY 1004025");
        assertThat(bench.server.connection().requests(ClientMessage.StopPlaying.class)).hasSize(1);

        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Play.class, 1004025, message));
        engine.startPlayingStream("t");
        bench.run();
        bench.server.say(new ServerMessage.StreamPlayable("t"));
        bench.run();
        assertThat(bench.app.take())
                .containsExactly("play t PLAY_REQUESTING 0", "play t NO_PLAY 1004025");
        assertThat(bench.server.connection().requests(ClientMessage.StopPlaying.class)).hasSize(2);
    }

    @Test
    void destroyCallsBackOnlyWhenAllLogoutsHaveReachedTheServer() {
        inTwoRooms();
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Logout.class, message));
        bench.registry.destroy(() -> bench.results.add("destroyed"));
        bench.run();
        List<ClientMessage.Logout> logouts =
                bench.server.connection().requests(ClientMessage.Logout.class);
        assertThat(logouts).extracting(ClientMessage.Logout::roomId).containsExactly("a", "b");
        bench.server.say(Answer.ok(logouts.get(0).id()));
        bench.run();
        assertThat(bench.results).isEmpty();
        assertThat(bench.server.connection().isOpen()).isTrue();

        bench.server.say(Answer.ok(logouts.get(1).id()));
        bench.run();
        assertThat(bench.results).containsExactly("destroyed");
        assertThat(bench.server.connection().isOpen()).isFalse();
    }

    @Test
    void aResumeThatLacksPagesAsksForASnapshot() {
        bench.inRoom();
        bench.server.say(
                new ServerMessage.RoomSnapshot(
                        "room",
                        50,
                        new Answer.Snapshot(
                                List.of(EngineBench.user("x")), List.of(), 900, List.of(), true)));
        bench.run();
        assertThat(bench.app.take()).containsExactly("count room 900");
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(bench.server.connection().last(ClientMessage.Login.class).resume())
                .isEqualTo(new ClientMessage.Resume("key-1", 0, 0));
    }

    @Test
    void usersOfAPagedSnapshotComeInOneList() {
        bench.inRoom();
        bench.server.say(
                new ServerMessage.RoomSnapshot(
                        "room",
                        50,
                        new Answer.Snapshot(
                                List.of(EngineBench.user("x")),
                                List.of(EngineBench.stream("s", "x")),
                                900,
                                List.of(),
                                true)));
        bench.server.say(
                new ServerMessage.RoomPage(
                        "room", 50, List.of(EngineBench.user("y")), List.of(), false));
        bench.run();
        assertThat(bench.app.lines)
                .containsExactly(
                        "streams room ADD s@x {}", "count room 900", "users room ADD x/X,y/Y");
    }

    private ZegoExpressEngine inTwoRooms() {
        bench.registry.setRoomMode(ZegoRoomMode.MULTI_ROOM);
        ZegoExpressEngine engine = bench.create();
        bench.login(engine, "a");
        bench.login(engine, "b");
        bench.app.take();
        bench.results.clear();
        return engine;
    }

    private static void publish(
            ZegoExpressEngine engine, String stream, String room, ZegoPublishChannel channel) {
        ZegoPublisherConfig config = new ZegoPublisherConfig();
        config.roomID = room;
        engine.startPublishingStream(stream, config, channel);
    }

    private static void play(ZegoExpressEngine engine, String stream, String room) {
        ZegoPlayerConfig config = new ZegoPlayerConfig();
        config.roomID = room;
        engine.startPlayingStream(stream, config);
    }
}
