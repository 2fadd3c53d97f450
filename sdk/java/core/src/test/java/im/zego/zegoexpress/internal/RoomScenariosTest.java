package im.zego.zegoexpress.internal;

import static im.zego.zegoexpress.internal.EngineBench.loggedIn;
import static im.zego.zegoexpress.internal.EngineBench.snapshot;
import static im.zego.zegoexpress.internal.EngineBench.stream;
import static im.zego.zegoexpress.internal.EngineBench.user;
import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import io.freshet.sdk.fakes.FakeServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The nine room states and what goes with them, seen by an app.
class RoomScenariosTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void loginTellsEverythingInOrder() {
        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login login
                        ? Optional.of(
                                loggedIn(
                                        login,
                                        7,
                                        snapshot(
                                                List.of(user("a"), user("b")),
                                                List.of(stream("s1", "a"), stream("s2", "a")))))
                        : EngineBench.friendly(message));
        bench.login(bench.create(), "room");

        assertThat(bench.app.lines)
                .containsExactly(
                        "room room LOGINING 0 {}",
                        "room room LOGINED 0 {\"room_session_id\":\"session-1\"}",
                        "login result 0",
                        "users room ADD a/A,b/B",
                        "streams room ADD s1@a,s2@a {}",
                        "count room 3");
        assertThat(bench.app.oldStates).containsExactly("room CONNECTING 0", "room CONNECTED 0");
        assertThat(bench.app.errors).isEmpty();
    }

    @Test
    void greetingAndLoginTravelTogether() {
        bench.server.answerWith(message -> Optional.empty());
        bench.login(bench.create(), "room");

        List<ClientMessage> requests = bench.server.connection().requests();
        assertThat(requests).hasSize(2);
        ClientMessage.Hello hello = (ClientMessage.Hello) requests.get(0);
        assertThat(hello.appId()).isEqualTo(1234567890L);
        assertThat(hello.proof()).matches("[0-9a-f]{64}");
        assertThat(hello.userAgent()).startsWith("freshet-java/");
        ClientMessage.Login login = (ClientMessage.Login) requests.get(1);
        assertThat(login.id()).isGreaterThan(hello.id());
        assertThat(login.roomId()).isEqualTo("room");
        assertThat(login.userId()).isEqualTo("me");
        assertThat(login.userName()).isEqualTo("Me");
        assertThat(login.userStatusNotify()).isTrue();
        assertThat(login.resume()).isNull();
        assertThat(login.token()).isNull();
        assertThat(bench.server.connection().uri()).hasToString("ws://10.0.0.1:9000/signal");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1001004, 1001005, 1002033, 1002034, 1002067, 1002074, 1002075, 1002076, 1002077,
                1002078, 1002079, 1002080
            })
    void aRefusedLoginFailsWithTheServersCode(int code) {
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Login.class, code, message));
        bench.login(bench.create(), "room");

        assertThat(bench.app.lines)
                .containsExactly(
                        "room room LOGINING 0 {}",
                        "room room LOGIN_FAILED " + code + " {\"reason\":\"because\"}",
                        "login result " + code);
        assertThat(bench.app.oldStates)
                .containsExactly("room CONNECTING 0", "room DISCONNECTED " + code);
        assertThat(bench.app.errors).containsExactly("loginRoom " + code);
        assertThat(bench.server.connection().isOpen()).isFalse();
    }

    @Test
    void aRefusedGreetingFailsTheLogin() {
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Hello.class, 1001005, message));
        bench.login(bench.create(), "room");

        assertThat(bench.results).containsExactly("login 1001005");
        bench.loop().advanceS(3600);
        assertThat(bench.server.connectionCount()).isEqualTo(1);
    }

    @Test
    void aLoginRefusedAsTooFrequentIsTriedAgain() {
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Login.class, 1002071, message));
        bench.login(bench.create(), "room");
        assertThat(bench.results).isEmpty();

        bench.server.answerWith(EngineBench::friendly);
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);

        assertThat(bench.results).containsExactly("login 0");
    }

    @Test
    void anUnreachableServerIsReportedOnceAndTriedUntilTheWindowEnds() {
        bench.server.setReachable(false);
        bench.configure("room_retry_time", "60");
        bench.login(bench.create(), "room");
        bench.loop().advanceS(59);

        assertThat(bench.app.lines).containsExactly("room room LOGINING 0 {}");
        assertThat(bench.app.errors).containsExactly("connect 1002030");
        assertThat(bench.server.connectionCount()).isGreaterThan(100);

        bench.loop().advanceS(1);
        assertThat(bench.results).containsExactly("login 1002053");
        assertThat(bench.app.lines.get(1)).startsWith("room room LOGIN_FAILED 1002053");
        int tries = bench.server.connectionCount();
        bench.loop().advanceS(60);
        assertThat(bench.server.connectionCount()).isEqualTo(tries);
    }

    @Test
    void aServerThatComesBackIsLoggedInTo() {
        bench.server.setReachable(false);
        bench.login(bench.create(), "room");
        bench.loop().advanceS(30);
        bench.server.setReachable(true);
        bench.loop().advanceS(1);

        assertThat(bench.results).containsExactly("login 0");
    }

    @Test
    void aServerThatDoesNotGreetCountsAsBroken() {
        bench.server.setWelcoming(false);
        bench.login(bench.create(), "room");
        bench.loop().advanceMs(10_000 + EngineBench.RETRY_PAUSE_MS);

        assertThat(bench.server.connectionCount()).isEqualTo(2);
    }

    @Test
    void comingBackWithMissedEventsTellsJustThose() {
        bench.inRoom();
        bench.server.say(
                new ServerMessage.RoomEvents(
                        "room",
                        3,
                        List.of(
                                new RoomEvent.UserJoined(2, user("a")),
                                new RoomEvent.StreamAdded(3, stream("s", "a")))));
        bench.run();
        assertThat(bench.app.take())
                .containsExactly("users room ADD a/A", "streams room ADD s@a {}");

        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login login
                        ? Optional.of(
                                loggedIn(
                                        login,
                                        6,
                                        new Answer.Missed(
                                                List.of(
                                                        new RoomEvent.StreamRemoved(
                                                                4,
                                                                stream("s", "a"),
                                                                StreamRemovalReason.STOPPED),
                                                        new RoomEvent.UserLeft(5, user("a")),
                                                        new RoomEvent.UserJoined(6, user("b"))))))
                        : EngineBench.friendly(message));
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);

        ClientMessage.Login resume = bench.server.connection().last(ClientMessage.Login.class);
        assertThat(resume.resume()).isEqualTo(new ClientMessage.Resume("key-1", 3));
        assertThat(bench.app.lines)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("room room RECONNECTING 1002051"),
                        line -> assertThat(line).isEqualTo("room room RECONNECTED 0 {}"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "streams room DELETE s@a"
                                                        + " {\"stream_delete_reason\":[{\"code\":1}]}"),
                        line -> assertThat(line).isEqualTo("users room DELETE a/A"),
                        line -> assertThat(line).isEqualTo("users room ADD b/B"));
        assertThat(bench.app.oldStates)
                .containsExactly("room CONNECTING 1002051", "room CONNECTED 0");
    }

    @Test
    void comingBackWithASnapshotTellsTheDifference() {
        bench.inRoom();
        bench.server.say(
                new ServerMessage.RoomEvents(
                        "room",
                        3,
                        List.of(
                                new RoomEvent.UserJoined(2, user("stays")),
                                new RoomEvent.UserJoined(3, user("goes")))));
        bench.run();
        bench.app.take();
        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login login
                        ? Optional.of(
                                loggedIn(
                                        login,
                                        50,
                                        snapshot(
                                                List.of(user("stays"), user("new")),
                                                List.of(stream("s", "new")))))
                        : EngineBench.friendly(message));
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);

        assertThat(bench.app.lines.subList(1, bench.app.lines.size()))
                .containsExactly(
                        "room room RECONNECTED 0 {}",
                        "users room DELETE goes/GOES",
                        "users room ADD new/NEW",
                        "streams room ADD s@new {}",
                        "count room 3");
    }

    @Test
    void comingBackFailsAfterTheRetryWindow() {
        bench.configure("room_retry_time", "60");
        bench.inRoom();
        bench.server.setReachable(false);
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceS(60);

        assertThat(bench.app.lines.get(1)).startsWith("room room RECONNECT_FAILED 1002053");
        assertThat(bench.app.lines).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1002050, 1002055, 1002056, 1002057})
    void aKickMeanwhileIsAKick(int code) {
        bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Login.class, code, message));
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);

        assertThat(bench.app.lines.get(1))
                .isEqualTo("room room KICK_OUT " + code + " {\"reason\":\"because\"}");
    }

    @Test
    void aResumeThatIsRefusedFails() {
        bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Login.class, 1002078, message));
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);

        assertThat(bench.app.lines.get(1))
                .isEqualTo("room room RECONNECT_FAILED 1002078 {\"reason\":\"because\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1002050, 1002055})
    void aKickEndsTheLogin(int code) {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.say(new ServerMessage.KickedOut("room", code, "go away"));
        bench.run();

        assertThat(bench.app.take())
                .containsExactly("room room KICK_OUT " + code + " {\"reason\":\"go away\"}");
        assertThat(bench.server.connection().isOpen()).isFalse();
        bench.login(engine, "room");
        assertThat(bench.results).containsExactly("login 0");
    }

    @Test
    void aKickOfAnEarlierLoginIsNoneOfALoginThatIsNotAnsweredYet() {
        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login
                        ? Optional.empty()
                        : EngineBench.friendly(message));
        bench.login(bench.create(), "room");
        bench.server.say(new ServerMessage.KickedOut("room", 1002050, "elsewhere"));
        bench.run();
        assertThat(bench.app.take()).containsExactly("room room LOGINING 0 {}");

        ClientMessage.Login login = bench.server.connection().last(ClientMessage.Login.class);
        bench.server.say(loggedIn(login, 7, snapshot(List.of(), List.of())));
        bench.run();
        assertThat(bench.app.lines)
                .startsWith(
                        "room room LOGINED 0 {\"room_session_id\":\"session-1\"}",
                        "login result 0");
    }

    @Test
    void theReasonGivenForAKickReachesTheApp() {
        bench.inRoom();
        bench.server.say(
                new ServerMessage.KickedOut("room", 1002055, "kicked by the server", "spam"));
        bench.run();

        assertThat(bench.app.take())
                .containsExactly("room room KICK_OUT 1002055 {\"reason\":\"spam\"}");
    }

    @Test
    void logoutWaitsForTheServerAndThenTells() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Logout.class, message));
        engine.logoutRoom("room", (code, data) -> bench.app.lines.add("logout result " + code));
        bench.run();
        assertThat(bench.app.lines).isEmpty();

        FakeServer.Connection connection = bench.server.connection();
        connection.say(Answer.ok(connection.last(ClientMessage.Logout.class).id()));
        bench.run();

        assertThat(bench.app.lines).containsExactly("room room LOGOUT 0 {}", "logout result 0");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void logoutDoesNotWaitForEver() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(message -> Optional.empty());
        engine.logoutRoom();
        bench.loop().advanceS(2);

        assertThat(bench.app.lines).containsExactly("room room LOGOUT 0 {}");
    }

    @Test
    void loggingInRightAfterLoggingOutKeepsTheOrderAndTheConnection() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Logout.class, message));
        engine.logoutRoom();
        bench.login(engine, "other");

        assertThat(bench.app.lines)
                .containsExactly(
                        "room room LOGOUT 0 {}",
                        "room other LOGINING 0 {}",
                        "room other LOGINED 0 {\"room_session_id\":\"session-1\"}",
                        "login result 0",
                        "count other 1");
        assertThat(bench.server.connectionCount()).isEqualTo(1);
    }

    @Test
    void loggingOutOfAnotherRoomFails() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.logoutRoom("elsewhere", (code, data) -> bench.results.add("logout " + code));
        bench.run();

        assertThat(bench.app.lines.get(0)).startsWith("room elsewhere LOGOUT_FAILED 1002002");
        assertThat(bench.results).containsExactly("logout 1002002");
        assertThat(bench.app.oldStates).isEmpty();
    }

    @Test
    void loggingOutWithoutLoginSucceeds() {
        ZegoExpressEngine engine = bench.create();
        engine.logoutRoom((code, data) -> bench.results.add("logout " + code));
        engine.logoutRoom("room", (code, data) -> bench.results.add("logout " + code));
        bench.run();

        assertThat(bench.results).containsExactly("logout 0", "logout 0");
        assertThat(bench.app.lines).isEmpty();
    }

    @Test
    void loggingOutDuringLoginAnswersTheLogin() {
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Login.class, message));
        ZegoExpressEngine engine = bench.create();
        bench.login(engine, "room");
        engine.logoutRoom();
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly(
                        "room room LOGINING 0 {}", "login result 1002052", "room room LOGOUT 0 {}");
    }

    @Test
    void aSecondLoginIsRefusedWithoutTouchingTheFirst() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.login(engine, "room");
        bench.login(engine, "other");

        assertThat(bench.results).containsExactly("login 1002001", "login 1002001");
        assertThat(bench.app.lines).containsExactly("login result 1002001", "login result 1002001");
    }

    @Test
    void switchingRoomsLeavesOneAndEntersTheOther() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPreview(null);
        engine.switchRoom("room", "other");
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly(
                        "room room LOGOUT 0 {}",
                        "room other LOGINING 0 {}",
                        "room other LOGINED 0 {\"room_session_id\":\"session-1\"}",
                        "count other 1");
        ClientMessage.Login login = bench.server.connection().last(ClientMessage.Login.class);
        assertThat(login.userId()).isEqualTo("me");
        assertThat(login.userStatusNotify()).isFalse();
        assertThat(bench.media.calls()).doesNotContain("stopPreview MAIN");
    }

    @Test
    void switchingFromTheWrongRoomFails() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.switchRoom("elsewhere", "other");
        bench.run();

        assertThat(bench.app.lines).singleElement().asString().contains("LOGOUT_FAILED 1002002");
        assertThat(bench.app.errors).containsExactly("switchRoom 1002002");
    }

    @Test
    void aTokenEngineNeedsATokenInTheNewRoom() {
        ZegoExpressEngine engine = bench.create(EngineBench.profile(1, ""));
        ZegoRoomConfig config = new ZegoRoomConfig();
        engine.loginRoom("room", new ZegoUser("me"), config);
        bench.run();
        assertThat(bench.app.take().get(0)).startsWith("room room LOGIN_FAILED 1002067");

        config.token = "04abc";
        engine.loginRoom("room", new ZegoUser("me"), config);
        bench.run();
        ClientMessage.Hello hello = bench.server.connection().last(ClientMessage.Hello.class);
        assertThat(hello.proof()).isNull();
        assertThat(bench.server.connection().last(ClientMessage.Login.class).token())
                .isEqualTo("04abc");
    }

    @Test
    void aRenewedTokenIsToldAndUsedForComingBack() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.say(new ServerMessage.TokenWillExpire("room", 30));
        engine.renewToken("room", "04new");
        engine.renewToken("elsewhere", "04new");
        bench.run();

        assertThat(bench.app.take()).containsExactly("expires room 30");
        assertThat(bench.server.connection().last(ClientMessage.RenewToken.class).token())
                .isEqualTo("04new");
        assertThat(bench.app.errors).containsExactly("renewToken 1002002");
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(bench.server.connection().last(ClientMessage.Login.class).token())
                .isEqualTo("04new");
    }

    @Test
    void aSilentServerCountsAsBroken() {
        bench.inRoom();
        bench.server.answerWith(message -> Optional.empty());
        bench.loop().advanceMs(2 * FakeServer.HEARTBEAT_MS - 1);
        assertThat(bench.app.lines).isEmpty();
        assertThat(bench.server.connection().requests(ClientMessage.Heartbeat.class)).hasSize(1);

        bench.loop().advanceMs(1);
        assertThat(bench.app.lines.get(0)).startsWith("room room RECONNECTING 1002051");
    }

    @Test
    void heartbeatsKeepAQuietRoomAlive() {
        bench.inRoom();
        bench.loop().advanceS(3600);

        assertThat(bench.app.lines).isEmpty();
        assertThat(bench.server.connectionCount()).isEqualTo(1);
    }

    @Test
    void aClosingServerIsComeBackToABitLaterThanItSays() {
        bench.inRoom();
        bench.server.say(new ServerMessage.Closing("update", 5000));
        bench.server.connection().breakOff("bye");
        bench.loop().advanceMs(5000 + EngineBench.RETRY_PAUSE_MS - 1);
        assertThat(bench.server.connectionCount()).isEqualTo(1);

        bench.loop().advanceMs(1);
        assertThat(bench.server.connectionCount()).isEqualTo(2);
    }

    @Test
    void noServerKeepsAClientAwayForLong() {
        bench.inRoom();
        bench.server.say(new ServerMessage.Closing("update", Integer.MAX_VALUE));
        bench.server.connection().breakOff("bye");
        bench.loop().advanceMs(60_000 + EngineBench.RETRY_PAUSE_MS);
        assertThat(bench.server.connectionCount()).isEqualTo(2);
    }

    @Test
    void aLostConnectionIsNoConnectingProblemUntilTryingAgainFails() {
        bench.inRoom();
        bench.server.setReachable(false);
        bench.server.connection().breakOff("cable cut");
        bench.run();
        assertThat(bench.app.errors).isEmpty();
        bench.loop().advanceS(30);
        assertThat(bench.app.errors).containsExactly("connect 1002030");
    }

    @Test
    void aSnapshotForAClientThatFellBehindTellsTheDifference() {
        bench.inRoom();
        bench.server.say(
                new ServerMessage.RoomSnapshot(
                        "room", 90, snapshot(List.of(user("a")), List.of(stream("s", "a")))));
        bench.run();
        assertThat(bench.app.lines)
                .containsExactly("users room ADD a/A", "streams room ADD s@a {}", "count room 2");
    }

    @Test
    void whatANewerServerSaysIsIgnored() {
        bench.inRoom();
        bench.server.connection().sayText("{\"type\":\"fromTheFuture\"}");
        bench.server.say(new ServerMessage.UserCount("elsewhere", 5));
        bench.server.say(new ServerMessage.UserCount("room", 5));
        bench.run();

        assertThat(bench.app.lines).containsExactly("count room 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"type\":7}",
                "{\"type\":\"userCount\",\"roomId\":\"room\",\"count\":\"many\"}"
            })
    void aServerThatSaysSomethingMalformedCountsAsLost(String text) {
        bench.inRoom();
        FakeServer.Connection first = bench.server.connection();
        first.sayText(text);
        first.say(new ServerMessage.UserCount("room", 5));
        bench.run();

        assertThat(first.isOpen()).isFalse();
        assertThat(bench.app.lines).hasSize(1);
        assertThat(bench.app.lines.get(0)).startsWith("room room RECONNECTING 1002051");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(bench.server.connectionCount()).isEqualTo(2);
    }
}
