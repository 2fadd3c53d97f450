package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.KickedOut;
import io.freshet.server.control.RoomOccurrence.EndReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Users put out of rooms by a backend or the operator.
final class KickAndCloseTest {
    private static final long APP = ControlHarness.APP_ID;
    private static final int LARGE_ROOM = 10_000;
    private static final int KICKED = ErrorCode.ROOM_MANUAL_KICKED_OUT.code();

    private final ControlHarness harness =
            new ControlHarness(
                    new ControlConfig(
                            ControlConfig.Timing.defaults(),
                            ControlConfig.Bounds.defaults(),
                            ControlConfig.Fanout.defaults(),
                            new ControlConfig.Rates(5_000, LARGE_ROOM)));
    private final RoomOperations rooms = harness.plane.operations().rooms();

    private void kick(String room, String user) {
        rooms.kickUsers(APP, room, List.of(user), "be nice");
    }

    private <T extends RoomOccurrence> T only(Class<T> kind) {
        List<T> all =
                harness.occurrences.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void aUserInSeveralRoomsLeavesTheOneItIsKickedFrom() {
        TestClient anna = harness.greetedClient();
        anna.in("red", "anna");
        anna.in("green", "anna");
        TestClient ben = harness.greetedClient();
        ben.in("red", "ben");
        TestClient cleo = harness.greetedClient();
        cleo.in("green", "cleo");
        anna.publish("green", "s");
        kick("red", "anna");

        assertThat(anna.all(KickedOut.class))
                .singleElement()
                .matches(it ->
                        it.roomId().equals("red")
                                && it.code() == KICKED
                                && it.customReason().equals("be nice"));
        assertThat(ben.events()).singleElement().isInstanceOf(RoomEvent.UserLeft.class);
        assertThat(rooms.presence(APP, "red", "anna")).isEmpty();
        assertThat(rooms.presence(APP, "green", "anna")).isPresent();
        assertThat(anna.stopPublishing("green", "s").code()).isZero();
        assertThat(anna.publish("red", "t").code())
                .isEqualTo(ErrorCode.COMMON_NOT_LOGIN_ROOM.code());
        anna.in("red", "anna");
        assertThat(rooms.userCount(APP, "red")).isEqualTo(2);
    }

    @Test
    void whoIsKickedFromItsLastRoomMayLogInAgainOnTheSameConnection() {
        TestClient anna = harness.greetedClient();
        anna.in("red", "anna");
        kick("red", "anna");

        assertThat(anna.last(KickedOut.class).roomId()).isEqualTo("red");
        assertThat(rooms.hasRoom(APP, "red")).isFalse();
        anna.in("red", "anna");
        assertThat(rooms.presence(APP, "red", "anna")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoWasAwayIsRefusedWhenItComesBack(boolean roomClosed) {
        TestClient anna = harness.greetedClient();
        Answer.LoggedIn in = anna.in("red", "anna");
        TestClient ben = harness.greetedClient();
        ben.in("green", "ben");
        if (!roomClosed) {
            ben.in("red", "ben");
        }
        anna.disconnect();
        if (roomClosed) {
            rooms.closeRoom(APP, "red", "over", false);
        } else {
            kick("red", "anna");
        }

        for (int attempt = 0; attempt < 2; attempt++) {
            TestClient again = harness.greetedClient();
            assertThat(again.resume("red", "anna", in.resumeKey(), in.version()).code())
                    .isEqualTo(KICKED);
            assertThat(again.last(KickedOut.class).customReason())
                    .isEqualTo(roomClosed ? "over" : "be nice");
            assertThat(rooms.presence(APP, "red", "anna")).isEmpty();
        }
        assertThat(ben.events().stream().filter(RoomEvent.UserJoined.class::isInstance))
                .as("nobody sees it come back")
                .isEmpty();
    }

    @Test
    void whoWasAwayComesBackToTheRoomsItWasNotKickedFrom() {
        TestClient anna = harness.greetedClient();
        Answer.LoggedIn red = anna.in("red", "anna");
        Answer.LoggedIn green = anna.in("green", "anna");
        anna.disconnect();
        kick("red", "anna");

        TestClient again = harness.greetedClient();
        assertThat(again.resume("red", "anna", red.resumeKey(), red.version()).code())
                .isEqualTo(KICKED);
        Answer back = again.resume("green", "anna", green.resumeKey(), green.version());
        assertThat(back.code()).isZero();
        assertThat(((Answer.LoggedIn) back.result()).resumeKey()).isEqualTo(green.resumeKey());
    }

    @Test
    void closingALargeRoomCostsOneMessageForEach() {
        List<TestClient> all = new ArrayList<>();
        for (int i = 0; i < LARGE_ROOM; i++) {
            String user = "u" + i;
            boolean seesUsers = i % 1_000 == 0;
            TestClient client = harness.greetedClient();
            client.request(
                    id -> new ClientMessage.Login(id, "red", user, "", null, 0, seesUsers, null));
            client.forget();
            all.add(client);
        }
        all.getFirst().publish("red", "s");
        for (int i = 1; i < 100; i++) {
            all.get(i).play("s");
        }
        harness.pass(Duration.ofMillis(100));
        all.forEach(TestClient::forget);
        long logged = harness.plane.statistics().eventsLogged();
        long sent = harness.plane.statistics().eventsSent();

        assertThat(rooms.closeRoom(APP, "red", "over", false)).isTrue();
        harness.pass(Duration.ofMillis(100));
        assertThat(harness.plane.statistics().eventsLogged()).isEqualTo(logged);
        assertThat(harness.plane.statistics().eventsSent()).isEqualTo(sent);
        for (TestClient client : all) {
            assertThat(client.all(ServerMessage.class))
                    .singleElement()
                    .isInstanceOf(KickedOut.class);
        }
        assertThat(harness.plane.statistics().users()).isZero();
        assertThat(harness.plane.statistics().plays()).isZero();
        assertThat(harness.media.publishersNow()).isEmpty();
        assertThat(harness.media.playersNow()).isEmpty();
    }

    @Test
    void aClosedRoomsStreamEndsForThoseWhoPlayItElsewhere() {
        TestClient host = harness.greetedClient();
        host.in("red", "host");
        host.publish("red", "s");
        TestClient guest = harness.greetedClient();
        guest.in("green", "guest");
        guest.play("s");
        rooms.closeRoom(APP, "red", "", false);

        assertThat(guest.last(ServerMessage.PlayStateChanged.class).code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
        guest.forget();
        host.in("red", "host");
        host.publish("red", "s");
        assertThat(guest.last(ServerMessage.StreamPlayable.class).streamId()).isEqualTo("s");
    }

    @Test
    void whoLogsInAfterwardsIsInAnotherLifeOfTheRoom() {
        TestClient anna = harness.greetedClient();
        Answer.LoggedIn before = anna.in("red", "anna");
        assertThat(rooms.closeRoom(APP, "red", "", false)).isTrue();
        assertThat(rooms.closeRoom(APP, "red", "", false)).isFalse();
        assertThat(anna.in("red", "anna").roomSessionId()).isNotEqualTo(before.roomSessionId());
    }

    @Test
    void aKickIsTheReasonOfAllThatEnds() {
        TestClient host = harness.greetedClient();
        host.in("red", "host");
        host.publish("red", "s");
        kick("red", "host");

        assertThat(only(RoomOccurrence.StreamClosed.class).reason())
                .isEqualTo(EndReason.KICKED_OUT);
        assertThat(only(RoomOccurrence.UserLoggedOut.class).reason())
                .isEqualTo(EndReason.KICKED_OUT);
        assertThat(only(RoomOccurrence.RoomClosed.class).reason()).isEqualTo(EndReason.KICKED_OUT);
        assertThat(only(RoomOccurrence.RoomClosed.class).quiet()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClosedRoomIsTheReasonOfAllThatEnds(boolean tellsBackend) {
        TestClient host = harness.greetedClient();
        host.in("red", "host");
        host.publish("red", "s");
        rooms.closeRoom(APP, "red", "", tellsBackend);

        assertThat(only(RoomOccurrence.StreamClosed.class).reason())
                .isEqualTo(EndReason.ROOM_CLEARED);
        assertThat(only(RoomOccurrence.UserLoggedOut.class).reason())
                .isEqualTo(EndReason.ROOM_CLEARED);
        assertThat(only(RoomOccurrence.RoomClosed.class).reason())
                .isEqualTo(EndReason.ROOM_CLEARED);
        assertThat(only(RoomOccurrence.RoomClosed.class).quiet()).isEqualTo(!tellsBackend);
    }
}
