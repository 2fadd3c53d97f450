package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoginTest {
    private static final RoomUser ANNA = new RoomUser("anna", "name of anna");
    private static final RoomUser BEN = new RoomUser("ben", "name of ben");

    private final ControlHarness harness = new ControlHarness();

    private static Answer.Snapshot snapshot(Answer.LoggedIn loggedIn) {
        return (Answer.Snapshot) loggedIn.state();
    }

    @Test
    void theFirstLoginMakesTheRoomAndTheLastToLeaveEndsIt() {
        TestClient anna = harness.greetedClient();
        String life = anna.in("room", "anna").roomSessionId();
        assertThat(harness.plane.statistics().rooms()).isEqualTo(1);

        anna.logout("room");
        assertThat(harness.plane.statistics().rooms()).isZero();

        assertThat(anna.in("room", "anna").roomSessionId()).isNotEqualTo(life);
    }

    @Test
    void theNewcomerGetsTheOthersAndTheOthersAreTold() {
        TestClient anna = harness.greetedClient();
        assertThat(snapshot(anna.in("room", "anna")))
                .isEqualTo(new Answer.Snapshot(List.of(), List.of(), 1));
        anna.publish("room", "s1");

        TestClient ben = harness.greetedClient();
        Answer.LoggedIn loggedIn = ben.in("room", "ben");

        assertThat(snapshot(loggedIn))
                .isEqualTo(
                        new Answer.Snapshot(
                                List.of(ANNA), List.of(new RoomStream("s1", ANNA, "")), 2));
        assertThat(anna.events())
                .containsExactly(new RoomEvent.UserJoined(loggedIn.version(), BEN));
        assertThat(ben.events()).isEmpty();
        assertThat(ben.last(ServerMessage.UserCount.class))
                .isEqualTo(new ServerMessage.UserCount("room", 2));
    }

    @Test
    void eachUsersOwnDoingsAreLeftOutOfItsView() {
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna");
        anna.publish("room", "s1");
        anna.stopPublishing("room", "s1");

        assertThat(anna.events()).isEmpty();
    }

    @Test
    void oneWhoDidNotAskForUserNoticesGetsNoneButIsAnnounced() {
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna");
        TestClient quiet = harness.greetedClient();
        Answer answer =
                quiet.request(id ->
                        new ClientMessage.Login(id, "room", "quiet", "", null, 0, false, null));
        Answer.Snapshot seen = snapshot((Answer.LoggedIn) answer.result());
        harness.greetedClient().in("room", "ben");
        anna.publish("room", "s1");

        assertThat(seen.users()).isEmpty();
        assertThat(seen.userCount()).isEqualTo(2);
        assertThat(quiet.events()).hasSize(1).first().isInstanceOf(RoomEvent.StreamAdded.class);
        assertThat(anna.events())
                .first()
                .isEqualTo(new RoomEvent.UserJoined(2, new RoomUser("quiet", "quiet")));
    }

    @Test
    void versionsGrowByOneWithEachEventOfTheRoom() {
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna"); // 1
        TestClient ben = harness.greetedClient();
        ben.in("room", "ben"); // 2
        anna.publish("room", "s1"); // 3
        ben.publish("room", "s2"); // 4
        anna.logout("room"); // 5 stream, 6 user

        assertThat(ben.events()).extracting(RoomEvent::version).containsExactly(3L, 5L, 6L);
        assertThat(anna.events()).extracting(RoomEvent::version).containsExactly(2L, 4L);
    }

    @Test
    void aLaterLoginOfTheSameUserKicksTheEarlier() {
        TestClient watcher = harness.greetedClient();
        watcher.in("room", "watcher");
        TestClient first = harness.greetedClient();
        first.in("room", "anna");
        first.publish("room", "s1");
        watcher.forget();

        TestClient second = harness.greetedClient();
        second.in("elsewhere", "anna");

        assertThat(first.last(ServerMessage.KickedOut.class))
                .isEqualTo(
                        new ServerMessage.KickedOut(
                                "room",
                                ErrorCode.ROOM_KICKED_OUT.code(),
                                ErrorCode.ROOM_KICKED_OUT.sentence()));
        assertThat(watcher.events())
                .containsExactly(
                        new RoomEvent.StreamRemoved(
                                4,
                                new RoomStream("s1", ANNA, ""),
                                StreamRemovalReason.REPEATED_LOGIN),
                        new RoomEvent.UserLeft(5, ANNA));
        assertThat(first.publish("room", "s2").code())
                .isEqualTo(ErrorCode.COMMON_NOT_LOGIN_ROOM.code());
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(first.isClosed()).isFalse();
    }

    @Test
    void aLaterLoginInTheSameRoomTakesTheStreamsOutBeforeTheUser() {
        TestClient watcher = harness.greetedClient();
        watcher.in("room", "watcher");
        TestClient first = harness.greetedClient();
        first.in("room", "anna");
        first.publish("room", "s1");
        watcher.forget();

        harness.greetedClient().in("room", "anna");

        assertThat(watcher.events())
                .containsExactly(
                        new RoomEvent.StreamRemoved(
                                4,
                                new RoomStream("s1", ANNA, ""),
                                StreamRemovalReason.REPEATED_LOGIN),
                        new RoomEvent.UserLeft(5, ANNA),
                        new RoomEvent.UserJoined(6, ANNA));
    }

    @Test
    void theSameUserIdInAnotherProjectIsSomebodyElse() {
        harness.projects.put(
                77L,
                new Project(
                        77,
                        ControlHarness.APP_SIGN,
                        ControlHarness.SECRET,
                        true,
                        false,
                        io.freshet.protocol.message.ResourceMode.RTC,
                        java.util.Set.of()));
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna");
        TestClient other = harness.client();
        other.hello(77, java.util.Optional.of(ControlHarness.APP_SIGN));

        assertThat(snapshot(other.in("room", "anna")).users()).isEmpty();
        assertThat(anna.all(ServerMessage.KickedOut.class)).isEmpty();
    }

    @Test
    void loggingInTwiceToOneRoomIsRefusedAndChangesNothing() {
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna");

        assertThat(anna.login("room", "anna").code()).isEqualTo(ErrorCode.ROOM_COUNT_EXCEED.code());
        assertThat(anna.publish("room", "s1").code()).isZero();
    }

    @Test
    void oneClientMayBeInSeveralRoomsAsOneUser() {
        TestClient anna = harness.greetedClient();
        for (int i = 1; i <= 5; i++) {
            anna.in("room" + i, "anna");
        }

        assertThat(anna.login("room6", "anna").code())
                .isEqualTo(ErrorCode.ROOM_ERROR_MULTI_ROOM_EXCEED_MAXIMUM_ROOM_COUNT.code());
        anna.logout("room1");
        assertThat(anna.login("room6", "anna").code()).isZero();
        assertThat(anna.login("room1", "ben").code())
                .isEqualTo(ErrorCode.ROOM_MULTI_ROOM_LOGIN_USER_NOT_SAME.code());
    }

    @Test
    void theFirstLoginSaysHowManyMayCome() {
        TestClient anna = harness.greetedClient();
        anna.request(id -> new ClientMessage.Login(id, "room", "anna", "", null, 2, true, null));
        harness.greetedClient()
                .request(id ->
                        new ClientMessage.Login(id, "room", "ben", "", null, 100, true, null));
        TestClient third = harness.greetedClient();

        assertThat(third.login("room", "cleo").code())
                .isEqualTo(ErrorCode.ROOM_ERROR_EXCEED_MAXIMUM_MEMBER.code());
        assertThat(anna.events()).hasSize(1);
        anna.logout("room");
        assertThat(third.login("room", "cleo").code()).isZero();
    }

    @Test
    void aUserThatComesAgainDoesNotNeedAnotherPlaceInAFullRoom() {
        harness.greetedClient()
                .request(
                        id -> new ClientMessage.Login(id, "room", "anna", "", null, 1, true, null));

        assertThat(harness.greetedClient().login("room", "anna").code()).isZero();
    }

    @Test
    void aLoginThatIsRefusedDoesNotEndTheUsersEarlierSession() {
        TestClient host = harness.greetedClient();
        host.request(id -> new ClientMessage.Login(id, "full", "host", "", null, 1, true, null));
        TestClient earlier = harness.greetedClient();
        earlier.in("room", "anna");

        TestClient later = harness.greetedClient();
        assertThat(later.login("full", "anna").code())
                .isEqualTo(ErrorCode.ROOM_ERROR_EXCEED_MAXIMUM_MEMBER.code());

        assertThat(earlier.all(ServerMessage.KickedOut.class)).isEmpty();
        assertThat(earlier.publish("room", "s1").code()).isZero();
        assertThat(later.login("room2", "anna").code()).isZero();
        assertThat(earlier.all(ServerMessage.KickedOut.class)).hasSize(1);
    }

    @Test
    void thereAreNoMoreRoomsThanTheServerMayHave() {
        ControlConfig.Bounds bounds =
                new ControlConfig.Bounds(10, 2, 10, 5, 4, 20, 32, 20, 100, 10, 10);
        ControlHarness small = new ControlHarness(ControlHarness.withBounds(bounds));
        TestClient anna = small.greetedClient();
        anna.in("room1", "anna");
        anna.in("room2", "anna");

        assertThat(anna.login("room3", "anna").code())
                .isEqualTo(ErrorCode.ROOM_ERROR_EXCEED_MAXIMUM_ROOM_COUNT.code());
        anna.logout("room1");
        assertThat(anna.login("room3", "anna").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', anna, 1002011",
        "ro om, anna, 1002012",
        "room, '', 1002005",
        "room, an na, 1002006",
    })
    void namesAreChecked(String room, String user, int code) {
        TestClient client = harness.greetedClient();

        assertThat(client.login(room, user).code()).isEqualTo(code);
        assertThat(client.login("x".repeat(128), user).code()).isNotZero();
        assertThat(harness.plane.statistics().rooms()).isZero();
    }

    @Test
    void loggingOutOfARoomOneIsNotInIsRefused() {
        TestClient anna = harness.greetedClient();

        assertThat(anna.logout("room").code()).isEqualTo(ErrorCode.ROOM_ROOMID_INCORRECT.code());
        anna.in("room", "anna");
        assertThat(anna.logout("other").code()).isEqualTo(ErrorCode.ROOM_ROOMID_INCORRECT.code());
        assertThat(anna.logout("room").code()).isZero();
    }

    @Test
    void theNumberOfUsersIsToldEveryThirtySeconds() {
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna");
        anna.forget();

        harness.pass(Duration.ofSeconds(29));
        assertThat(anna.all(ServerMessage.UserCount.class)).isEmpty();
        harness.pass(Duration.ofSeconds(31));
        assertThat(anna.all(ServerMessage.UserCount.class))
                .containsExactly(
                        new ServerMessage.UserCount("room", 1),
                        new ServerMessage.UserCount("room", 1));
    }
}
