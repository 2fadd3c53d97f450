package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SlowClientTest {
    private final ControlHarness harness =
            new ControlHarness(
                    ControlHarness.withBounds(
                            new ControlConfig.Bounds(
                                    100, 10, 100, 5, 4, 20, 32, 1000, 1000, 10, 10)));
    private final TestClient host = harness.greetedClient();
    private final TestClient slow = harness.greetedClient();
    private final TestClient quick = harness.greetedClient();

    @BeforeEach
    void threeInARoom() {
        host.in("room", "host");
        slow.in("room", "slow");
        quick.in("room", "quick");
        slow.forget();
        quick.forget();
    }

    private void churn(int streams) {
        for (int i = 0; i < streams; i++) {
            host.publish("room", "h" + i % 4);
            host.stopPublishing("room", "h" + i % 4);
        }
    }

    @Test
    void aFullQueueIsCaughtUpWithTheEventsThatDidNotFit() {
        slow.limit(2);
        churn(3);
        assertThat(slow.events()).hasSize(2);
        assertThat(quick.events()).hasSize(6);

        slow.drain();

        assertThat(slow.events()).isEqualTo(quick.events());
        assertThat(slow.last(ServerMessage.RoomEvents.class).events()).hasSize(4);
        churn(1);
        assertThat(slow.events()).isEqualTo(quick.events());
    }

    @Test
    void oneThatIsTooFarBehindGetsASnapshot() {
        host.publish("room", "h3");
        slow.limit(0);
        churn(3);
        churn(3);
        slow.drain();

        ServerMessage.RoomSnapshot snapshot = slow.last(ServerMessage.RoomSnapshot.class);
        assertThat(snapshot.snapshot().streams())
                .extracting(stream -> stream.streamId())
                .containsExactly("h3");
        assertThat(snapshot.snapshot().users())
                .extracting(user -> user.userId())
                .containsExactly("host", "quick");
        host.stopPublishing("room", "h3");
        assertThat(slow.events()).last().isInstanceOf(RoomEvent.StreamRemoved.class);
        assertThat(slow.events().getLast().version()).isEqualTo(snapshot.version() + 1);
        assertThat(harness.plane.statistics().snapshotsSent()).isEqualTo(1);
    }

    @Test
    void itIsTriedAgainEvenIfNobodySaysThatTheQueueEmptied() {
        slow.limit(0);
        churn(1);
        slow.limit(0); // still full when it is tried the first time
        harness.pass(Duration.ofSeconds(2));
        assertThat(slow.events()).isEmpty();
        slow.limit(Integer.MAX_VALUE);
        harness.pass(Duration.ofSeconds(2));

        assertThat(slow.events()).hasSize(2);
    }

    @Test
    void anAnswerThatDoesNotFitEndsTheConnectionAndOnlyThat() {
        slow.limit(0);
        slow.send(id -> new io.freshet.protocol.message.ClientMessage.Heartbeat(id));

        assertThat(slow.isClosed()).isTrue();
        assertThat(quick.isClosed()).isFalse();
        assertThat(harness.plane.statistics().users()).isEqualTo(3);
    }

    @Test
    void whatCanWaitLeavesRoomForAnswers() {
        host.publish("room", "h1");
        slow.play("h1");
        slow.setCrowded(true);
        harness.media.connect(harness.media.newest());
        slow.heartbeat();
        assertThat(slow.all(ServerMessage.PlayStateChanged.class)).isEmpty();

        slow.setCrowded(false);
        slow.drain();
        assertThat(slow.all(ServerMessage.PlayStateChanged.class)).hasSize(1);
    }

    @Test
    void noticesAboutStreamsWaitForTheQueueAndOnlyTheNewestIsSaid() {
        host.publish("room", "h1");
        slow.play("h1");
        MediaPlane.TransportId transport = harness.media.newest();
        slow.limit(0);
        harness.media.connect(transport);
        harness.media.interrupt(transport);
        slow.drain();

        assertThat(slow.all(ServerMessage.PlayStateChanged.class))
                .extracting(ServerMessage.PlayStateChanged::state)
                .containsExactly(ServerMessage.MediaState.INTERRUPTED);
    }

    @Test
    void aResumeOfALaggingClientStartsFromWhatTheClientHasSeen() {
        long seen = 3;
        String key = slowKey();
        slow.limit(0);
        churn(2);
        TestClient back = harness.greetedClient();
        var state =
                (io.freshet.protocol.message.Answer.LoggedIn)
                        back.resume("room", "slow", key, seen).result();

        assertThat(((io.freshet.protocol.message.Answer.Missed) state.state()).events()).hasSize(4);
        churn(1);
        assertThat(back.events()).hasSize(2);
    }

    private String slowKey() {
        slow.logout("room");
        harness.pass(Duration.ofSeconds(1));
        String key = slow.in("room", "slow").resumeKey();
        assertThat(harness.plane.statistics().users()).isEqualTo(3);
        return key;
    }
}
