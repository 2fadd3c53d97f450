package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.ServerMessage.PlayStateChanged;
import io.freshet.protocol.message.ServerMessage.StreamPlayable;
import io.freshet.server.control.MediaPlane.Delivery;
import io.freshet.server.control.MediaPlane.TransportId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PlayTest {
    private final FakeMediaPlane.Held held = new FakeMediaPlane.Held();
    private boolean holding;
    private final ControlHarness harness =
            new ControlHarness(ControlConfig.defaults(), new FakeMediaPlane(this::runOrHold));
    private final TestClient host = harness.greetedClient();
    private final TestClient viewer = harness.greetedClient();

    private void runOrHold(Runnable action) {
        if (holding) {
            held.accept(action);
        } else {
            action.run();
        }
    }

    @BeforeEach
    void hostAndViewer() {
        host.in("stage", "host");
        viewer.in("hall", "viewer");
    }

    private Answer play(ResourceMode mode) {
        return viewer.request(TestClient.playMessage("s1", mode, "offer"));
    }

    @Test
    void aStreamOfAnyRoomOfTheProjectCanBePlayed() {
        host.publish("stage", "s1");

        assertThat(viewer.play("s1").result()).isEqualTo(new Answer.Negotiated("answer to offer"));
        assertThat(harness.media.publisherOf(harness.media.newest())).hasValue(new TransportId(1));
        assertThat(harness.plane.statistics().plays()).isEqualTo(1);
    }

    @Test
    void l3NeedsTheProjectsServiceAndIsSteady() {
        host.publish("stage", "s1");
        assertThat(play(ResourceMode.L3).code()).isZero();
        assertThat(harness.media.lastDelivery()).isEqualTo(Delivery.STEADY);
        assertThat(play(ResourceMode.RTC).code()).isZero();
        assertThat(harness.media.lastDelivery()).isEqualTo(Delivery.FASTEST);

        harness.projects.put(ControlHarness.APP_ID, ControlHarness.project());
        TestClient poor = harness.greetedClient();
        poor.in("hall", "poor");
        assertThat(poor.request(TestClient.playMessage("s1", ResourceMode.L3, "offer")).code())
                .isEqualTo(ErrorCode.PLAYER_NOT_CONFIG_L3.code());
        assertThat(poor.play("s1").code()).isZero();
    }

    @Test
    void switchingL3HoldsForWhoIsConnectedAlready() {
        host.publish("stage", "s1");
        harness.projects.put(ControlHarness.APP_ID, ControlHarness.project());
        assertThat(play(ResourceMode.L3).code()).isEqualTo(ErrorCode.PLAYER_NOT_CONFIG_L3.code());
        assertThat(play(ResourceMode.RTC).code()).isZero();
        harness.projects.put(ControlHarness.APP_ID, ControlHarness.project(Project.Service.L3));
        assertThat(play(ResourceMode.L3).code()).isZero();
    }

    @Test
    void theProjectSaysWhatTheDefaultIs() {
        harness.projects.put(
                ControlHarness.APP_ID,
                new Project(
                        ControlHarness.APP_ID,
                        ControlHarness.APP_SIGN,
                        ControlHarness.SECRET,
                        true,
                        false,
                        ResourceMode.L3,
                        Set.of(Project.Service.L3)));
        host.publish("stage", "s1");
        TestClient other = harness.greetedClient();
        other.in("hall", "other");

        other.play("s1");

        assertThat(harness.media.lastDelivery()).isEqualTo(Delivery.STEADY);
    }

    @Test
    void whoAsksTooEarlyIsToldWhenTheStreamIsThere() {
        assertThat(viewer.play("s1").code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
        holding = true;
        host.send(TestClient.publishMessage("stage", "s1", "offer"));
        assertThat(viewer.all(StreamPlayable.class)).isEmpty();

        held.goOn();

        assertThat(viewer.all(StreamPlayable.class)).containsExactly(new StreamPlayable("s1"));
        holding = false;
        assertThat(viewer.play("s1").code()).isZero();
    }

    @Test
    void whoStopsWaitingIsNotTold() {
        viewer.play("s1");
        viewer.stopPlaying("s1");
        host.publish("stage", "s1");

        assertThat(viewer.all(StreamPlayable.class)).isEmpty();
    }

    @Test
    void whenThePublisherGoesThePlayEndsAndTheWaitBegins() {
        host.publish("stage", "s1");
        viewer.play("s1");
        host.stopPublishing("stage", "s1");

        assertThat(viewer.last(PlayStateChanged.class))
                .satisfies(change -> {
                    assertThat(change.state()).isEqualTo(MediaState.ENDED);
                    assertThat(change.code())
                            .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
                });
        assertThat(harness.media.playerCount()).isZero();
        assertThat(harness.plane.statistics().plays()).isZero();

        host.publish("stage", "s1");
        assertThat(viewer.all(StreamPlayable.class)).hasSize(1);
    }

    @Test
    void whileThePublisherRepairsItsTransportNewPlayersWait() {
        host.publish("stage", "s1");
        harness.media.end(harness.media.newest());

        assertThat(viewer.play("s1").code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
        host.publish("stage", "s1");
        assertThat(viewer.all(StreamPlayable.class)).hasSize(1);
    }

    @Test
    void aPublisherThatReconnectsDuringTheOfferIsFollowed() {
        host.publish("stage", "s1");
        holding = true;
        long play = viewer.send(TestClient.playMessage("s1", ResourceMode.RTC, "offer"));
        holding = false;
        host.publish("stage", "s1");
        TransportId successor = harness.media.newest();
        held.goOn();

        assertThat(viewer.answer(play).code()).isZero();
        assertThat(harness.media.publisherOf(harness.media.newest())).hasValue(successor);
        assertThat(harness.media.playerCount()).isEqualTo(1);
    }

    @Test
    void aPublisherThatGoesDuringTheOfferLeavesThePlayerWaiting() {
        host.publish("stage", "s1");
        holding = true;
        long play = viewer.send(TestClient.playMessage("s1", ResourceMode.RTC, "offer"));
        host.stopPublishing("stage", "s1");
        held.goOn();
        holding = false;

        assertThat(viewer.answer(play).code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
        assertThat(viewer.all(PlayStateChanged.class)).isEmpty();
        host.publish("stage", "s1");
        assertThat(viewer.all(StreamPlayable.class)).hasSize(1);
        assertThat(harness.media.playerCount()).isZero();
    }

    @Test
    void stoppingDuringTheOfferLeavesNothingBehind() {
        host.publish("stage", "s1");
        holding = true;
        long play = viewer.send(TestClient.playMessage("s1", ResourceMode.RTC, "offer"));
        viewer.stopPlaying("s1");
        held.goOn();

        assertThat(viewer.answer(play).code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_FAILED.code());
        assertThat(harness.media.playerCount()).isZero();
        assertThat(harness.plane.statistics().plays()).isZero();
    }

    @Test
    void playingAgainReplacesTheTransport() {
        host.publish("stage", "s1");
        viewer.play("s1");
        TransportId former = harness.media.newest();
        assertThat(viewer.play("s1").code()).isZero();

        assertThat(harness.media.isOpen(former)).isFalse();
        assertThat(harness.media.playerCount()).isEqualTo(1);
        assertThat(harness.plane.statistics().plays()).isEqualTo(1);
    }

    @Test
    void anOfferThatIsOfNoUseIsRefusedWithTheMediaPlanesWords() {
        host.publish("stage", "s1");
        Answer answer =
                viewer.request(
                        TestClient.playMessage("s1", ResourceMode.RTC, FakeMediaPlane.BAD_OFFER));

        assertThat(answer.code()).isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_FAILED.code());
        assertThat(answer.message()).isEqualTo("No codec fits.");
        assertThat(viewer.play("s1").code()).isZero();
    }

    @Test
    void theStateOfTheMediaIsToldToThePlayer() {
        host.publish("stage", "s1");
        viewer.play("s1");
        TransportId transport = harness.media.newest();
        harness.media.connect(transport);
        harness.media.interrupt(transport);
        harness.media.end(transport);

        assertThat(viewer.all(PlayStateChanged.class))
                .extracting(PlayStateChanged::state)
                .containsExactly(MediaState.CONNECTED, MediaState.INTERRUPTED, MediaState.ENDED);
        assertThat(harness.plane.statistics().plays()).isZero();
        assertThat(host.all(PlayStateChanged.class)).isEmpty();
    }

    @Test
    void onlySoManyStreamsArePlayedOrWaitedForAtOnce() {
        host.publish("stage", "s1");
        viewer.play("s1");
        for (int i = 2; i <= 20; i++) {
            assertThat(viewer.play("s" + i).code())
                    .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
        }

        assertThat(viewer.play("s21").code()).isEqualTo(ErrorCode.PLAYER_COUNT_EXCEED.code());
        assertThat(viewer.play("s20").code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
        viewer.stopPlaying("s1");
        assertThat(viewer.play("s21").code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
    }

    @Test
    void playingNeedsALoginAndAStreamId() {
        TestClient stranger = harness.greetedClient();
        assertThat(stranger.play("s1").code()).isEqualTo(ErrorCode.COMMON_NOT_LOGIN_ROOM.code());
        assertThat(viewer.play("").code()).isEqualTo(1000015);
        assertThat(viewer.play("a b").code()).isEqualTo(1000016);
    }

    @Test
    void aSessionThatEndsTakesItsPlaysWithIt() {
        host.publish("stage", "s1");
        viewer.play("s1");
        viewer.play("s2");
        viewer.logout("hall");
        host.publish("stage", "s2");

        assertThat(harness.media.playerCount()).isZero();
        assertThat(viewer.all(StreamPlayable.class)).isEmpty();
    }

    @Test
    void playingSurvivesALostConnectionUntilTheHeartbeatTimeout() {
        host.publish("stage", "s1");
        viewer.play("s1");
        viewer.disconnect();
        harness.pass(Duration.ofSeconds(90));
        assertThat(harness.media.playerCount()).isEqualTo(1);
        harness.pass(Duration.ofSeconds(11));
        assertThat(harness.media.playerCount()).isZero();
    }

    @Test
    void nothingOfAWholeRoundStaysInTheBooks() {
        host.publish("stage", "s1");
        viewer.play("s1");
        viewer.play("s2");
        host.logout("stage");
        viewer.logout("hall");

        ControlStatistics statistics = harness.plane.statistics();
        assertThat(statistics.rooms()).isZero();
        assertThat(statistics.users()).isZero();
        assertThat(statistics.streams()).isZero();
        assertThat(statistics.plays()).isZero();
        assertThat(harness.media.publisherCount() + harness.media.playerCount()).isZero();
        assertThat(viewer.all(ServerMessage.KickedOut.class)).isEmpty();
    }
}
