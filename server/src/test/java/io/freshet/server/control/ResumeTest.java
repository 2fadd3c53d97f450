package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumeTest {
    private static final Duration ALMOST = Duration.ofSeconds(99);

    private final ControlHarness harness = new ControlHarness();
    private final TestClient ben = harness.greetedClient();
    private final TestClient anna = harness.greetedClient();
    private Answer.LoggedIn login;

    @BeforeEach
    void twoInARoom() {
        ben.in("room", "ben");
        login = anna.in("room", "anna");
        anna.publish("room", "s1");
        ben.forget();
    }

    private void keepBenAlive(Duration total) {
        for (long s = 0; s < total.toSeconds(); s++) {
            if (s % 15 == 0) {
                ben.heartbeat();
            }
            harness.pass(Duration.ofSeconds(1));
        }
    }

    private static Answer.LoggedIn result(Answer answer) {
        assertThat(answer.code()).as(answer.message()).isZero();
        return (Answer.LoggedIn) answer.result();
    }

    @Test
    void whatWasMissedIsReplayedExactlyAndNobodyNotices() {
        anna.disconnect();
        keepBenAlive(ALMOST);
        ben.publish("room", "b1");
        ben.stopPublishing("room", "b1");
        ben.publish("room", "b2");

        TestClient back = harness.greetedClient();
        Answer.LoggedIn resumed =
                result(back.resume("room", "anna", login.resumeKey(), login.version()));

        assertThat(((Answer.Missed) resumed.state()).events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("StreamAdded", "StreamRemoved", "StreamAdded");
        assertThat(resumed.roomSessionId()).isEqualTo(login.roomSessionId());
        assertThat(resumed.version()).isEqualTo(6);
        assertThat(ben.events()).isEmpty();
        assertThat(harness.plane.statistics().streams()).isEqualTo(2);
        assertThat(harness.plane.statistics().resumesAccepted()).isEqualTo(1);
    }

    @Test
    void eventsGoOnAfterTheResume() {
        anna.disconnect();
        TestClient back = harness.greetedClient();
        back.resume("room", "anna", login.resumeKey(), login.version());
        ben.publish("room", "b1");

        assertThat(back.events()).extracting(RoomEvent::version).containsExactly(4L);
        assertThat(anna.events()).isEmpty();
    }

    @Test
    void aSnapshotComesInsteadIfTheLogIsTooShort() {
        ControlConfig.Bounds bounds =
                new ControlConfig.Bounds(10, 10, 10, 5, 4, 20, 32, 20, 100, 10, 3);
        ControlHarness small = new ControlHarness(ControlHarness.withBounds(bounds));
        TestClient host = small.greetedClient();
        host.in("room", "host");
        TestClient guest = small.greetedClient();
        Answer.LoggedIn guestLogin = guest.in("room", "guest");
        guest.disconnect();
        for (int i = 0; i < 2; i++) {
            host.publish("room", "h");
            host.stopPublishing("room", "h");
        }
        host.publish("room", "kept");

        TestClient back = small.greetedClient();
        Answer.LoggedIn resumed =
                result(back.resume("room", "guest", guestLogin.resumeKey(), guestLogin.version()));

        Answer.Snapshot snapshot = (Answer.Snapshot) resumed.state();
        assertThat(snapshot.streams())
                .extracting(stream -> stream.streamId())
                .containsExactly("kept");
        assertThat(snapshot.users()).extracting(user -> user.userId()).containsExactly("host");
        assertThat(small.plane.statistics().snapshotsSent()).isEqualTo(1);
    }

    @Test
    void whoIsNotHeardFromIsOutAfterTheTimeout() {
        anna.disconnect();
        keepBenAlive(Duration.ofSeconds(101));

        assertThat(ben.events()).hasSize(2);
        assertThat(ben.events().getFirst())
                .isInstanceOfSatisfying(
                        RoomEvent.StreamRemoved.class,
                        removed ->
                                assertThat(removed.reason())
                                        .isEqualTo(StreamRemovalReason.HEARTBEAT_TIMEOUT));
        assertThat(ben.events().getLast()).isInstanceOf(RoomEvent.UserLeft.class);
        assertThat(harness.media.publisherCount()).isZero();
    }

    @Test
    void aConnectionThatSaysNothingIsAsGoodAsBroken() {
        keepBenAlive(Duration.ofSeconds(101));

        assertThat(anna.isClosed()).isTrue();
        assertThat(ben.isClosed()).isFalse();
        assertThat(ben.events()).hasSize(2);
        assertThat(harness.plane.statistics().heartbeatTimeouts()).isEqualTo(1);
    }

    @Test
    void anyRequestKeepsTheSessionAlive() {
        for (int i = 0; i < 10; i++) {
            harness.pass(Duration.ofSeconds(60));
            anna.stopPlaying("nothing");
            ben.heartbeat();
        }

        assertThat(harness.plane.statistics().users()).isEqualTo(2);
    }

    @Test
    void afterTheTimeoutTheKeyIsWorthALoginLikeAnyOther() {
        anna.disconnect();
        keepBenAlive(Duration.ofSeconds(101));
        ben.forget();

        TestClient back = harness.greetedClient();
        Answer.LoggedIn again =
                result(back.resume("room", "anna", login.resumeKey(), login.version()));

        assertThat(again.state()).isInstanceOf(Answer.Snapshot.class);
        assertThat(again.resumeKey()).isNotEqualTo(login.resumeKey());
        assertThat(ben.events()).singleElement().isInstanceOf(RoomEvent.UserJoined.class);
    }

    @Test
    void aNewConnectionTakesOverFromAHalfOpenOne() {
        TestClient back = harness.greetedClient();
        result(back.resume("room", "anna", login.resumeKey(), login.version()));
        ben.publish("room", "b1");

        assertThat(anna.isClosed()).isTrue();
        assertThat(anna.all(ServerMessage.KickedOut.class)).isEmpty();
        assertThat(anna.events()).isEmpty();
        assertThat(back.events()).hasSize(1);

        anna.disconnect(); // noticed late: must not touch the session any more
        ben.publish("room", "b2");
        assertThat(back.events()).hasSize(2);
        assertThat(ben.events()).isEmpty();
    }

    @Test
    void whoWasKickedWhileAwayLearnsItInsteadOfKickingBack() {
        anna.disconnect();
        TestClient elsewhere = harness.greetedClient();
        elsewhere.in("room", "anna");

        TestClient back = harness.greetedClient();
        Answer answer = back.resume("room", "anna", login.resumeKey(), login.version());

        assertThat(answer.code()).isEqualTo(ErrorCode.ROOM_KICKED_OUT.code());
        assertThat(back.last(ServerMessage.KickedOut.class).roomId()).isEqualTo("room");
        assertThat(elsewhere.all(ServerMessage.KickedOut.class)).isEmpty();
    }

    @Test
    void aKeyOpensOnlyTheLoginItWasGivenFor() {
        TestClient thief = harness.greetedClient();
        Answer answer = thief.resume("room", "cleo", login.resumeKey(), login.version());

        assertThat(result(answer).resumeKey()).isNotEqualTo(login.resumeKey());
        assertThat(anna.isClosed()).isFalse();
        assertThat(ben.events()).singleElement().isInstanceOf(RoomEvent.UserJoined.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 1_000_000})
    void aVersionThatIsNoneOrFromTheFutureGetsASnapshot(long version) {
        TestClient back = harness.greetedClient();
        Answer.LoggedIn resumed = result(back.resume("room", "anna", login.resumeKey(), version));

        assertThat(resumed.state()).isInstanceOf(Answer.Snapshot.class);
        assertThat(resumed.version()).isEqualTo(3);
    }

    @Test
    void playingGoesOnOverAnotherConnectionAndWhatHappenedIsToldAgain() {
        ben.publish("room", "b1");
        anna.play("b1");
        anna.play("later");
        anna.disconnect();
        harness.media.end(harness.media.newest());
        ben.publish("room", "later");

        TestClient back = harness.greetedClient();
        back.resume("room", "anna", login.resumeKey(), login.version());

        assertThat(back.last(ServerMessage.PlayStateChanged.class).state())
                .isEqualTo(ServerMessage.MediaState.ENDED);
        assertThat(back.last(ServerMessage.StreamPlayable.class).streamId()).isEqualTo("later");

        // Told, but nobody knows whether it arrived: told again until the client acts on it.
        TestClient third = harness.greetedClient();
        third.resume("room", "anna", login.resumeKey(), login.version());
        assertThat(third.all(ServerMessage.StreamPlayable.class)).hasSize(1);
        third.play("later");
        TestClient fourth = harness.greetedClient();
        fourth.resume("room", "anna", login.resumeKey(), login.version());
        assertThat(fourth.all(ServerMessage.StreamPlayable.class)).isEmpty();
    }

    @Test
    void eachRoomIsResumedForItselfAndAnAbandonedOneIsLeft() {
        Answer.LoggedIn second = anna.in("room2", "anna");
        anna.disconnect();
        TestClient back = harness.greetedClient();
        result(back.resume("room2", "anna", second.resumeKey(), second.version()));
        assertThat(back.last(Answer.class).code()).isZero();

        for (int i = 0; i < 101; i += 10) {
            back.heartbeat();
            ben.heartbeat();
            harness.pass(Duration.ofSeconds(10));
        }

        assertThat(ben.events()).hasSize(2).last().isInstanceOf(RoomEvent.UserLeft.class);
        assertThat(harness.plane.statistics().rooms()).isEqualTo(2);
    }

    /// The connection broke between a second room's login and its answer.
    @Test
    void aLoginWhoseAnswerWasLostIsRepeated() {
        anna.in("second", "anna");
        anna.publish("second", "s2");
        anna.disconnect();
        TestClient back = harness.greetedClient();
        back.resume("room", "anna", login.resumeKey(), login.version());

        Answer.LoggedIn again = back.in("second", "anna");

        assertThat(again.state()).isInstanceOf(Answer.Snapshot.class);
        assertThat(back.login("second", "anna").code())
                .isEqualTo(ErrorCode.ROOM_COUNT_EXCEED.code());
        Realm realm = harness.plane.core().realm(ControlHarness.APP_ID);
        assertThat(realm.room("second").orElseThrow().participants()).hasSize(1);
        assertThat(harness.plane.statistics().streams()).isEqualTo(1);
        assertThat(back.all(ServerMessage.KickedOut.class)).isEmpty();
    }
}
