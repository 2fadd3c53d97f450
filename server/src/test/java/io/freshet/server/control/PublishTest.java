package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.StreamRemovalReason;
import io.freshet.server.control.MediaPlane.TransportId;
import java.time.Duration;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublishTest {
    private final FakeMediaPlane.Held held = new FakeMediaPlane.Held();
    private boolean holding;
    private final ControlHarness harness =
            new ControlHarness(ControlConfig.defaults(), new FakeMediaPlane(this::runOrHold));
    private final TestClient anna = harness.greetedClient();
    private final TestClient ben = harness.greetedClient();

    private void runOrHold(Runnable action) {
        if (holding) {
            held.accept(action);
        } else {
            action.run();
        }
    }

    @BeforeEach
    void twoInARoom() {
        ben.in("room", "ben");
        anna.in("room", "anna");
        ben.forget();
    }

    private void passKeepingBothAlive(Duration time) {
        for (long s = 0; s < time.toSeconds(); s++) {
            harness.pass(Duration.ofSeconds(1));
            if (s % 10 == 0) {
                anna.heartbeat();
                ben.heartbeat();
            }
        }
    }

    @Test
    void aStreamIsAnnouncedWhenItsOfferIsAnswered() {
        holding = true;
        long id = anna.send(TestClient.publishMessage("room", "s1", "offer"));
        assertThat(ben.events()).isEmpty();

        held.goOn();

        assertThat(anna.answer(id).result()).isEqualTo(new Answer.Negotiated("answer to offer"));
        assertThat(ben.events()).singleElement().isInstanceOf(RoomEvent.StreamAdded.class);
    }

    @Test
    void anOfferThatIsOfNoUseIsRefusedWithTheMediaPlanesWordsAndForgotten() {
        Answer answer =
                anna.request(TestClient.publishMessage("room", "s1", FakeMediaPlane.BAD_OFFER));

        assertThat(answer.code()).isEqualTo(ErrorCode.PUBLISHER_PUBLISH_STREAM_FAILED.code());
        assertThat(answer.message()).isEqualTo("No codec fits.");
        assertThat(ben.events()).isEmpty();
        assertThat(ben.publish("room", "s1").code()).as("the name is free again").isZero();
    }

    @Test
    void aStreamIdBelongsToTheFirstWhoPublishesIt() {
        anna.publish("room", "s1");
        TestClient elsewhere = harness.greetedClient();
        elsewhere.in("other", "cleo");

        assertThat(elsewhere.publish("other", "s1").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM.code());
        anna.stopPublishing("room", "s1");
        assertThat(elsewhere.publish("other", "s1").code()).isZero();
    }

    @Test
    void aStreamIdIsTakenAlreadyWhileItsOfferIsNotAnswered() {
        holding = true;
        anna.send(TestClient.publishMessage("room", "s1", "offer"));

        assertThat(ben.publish("room", "s1").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM.code());
    }

    @Test
    void publishingAgainReplacesTheTransportAndNobodyIsTold() {
        anna.publish("room", "s1");
        TransportId former = harness.media.newest();
        ben.play("s1");
        TransportId viewer = harness.media.newest();
        ben.forget();

        Answer again = anna.publish("room", "s1");

        assertThat(again.code()).isZero();
        assertThat(harness.media.isOpen(former)).isFalse();
        assertThat(harness.media.publisherOf(viewer)).hasValue(new TransportId(3));
        assertThat(ben.events()).isEmpty();
        assertThat(ben.all(ServerMessage.PlayStateChanged.class)).isEmpty();
        assertThat(harness.media.publisherCount()).isEqualTo(1);
    }

    @Test
    void aBadOfferForAnotherTransportLeavesTheRunningOne() {
        anna.publish("room", "s1");
        TransportId running = harness.media.newest();

        Answer bad =
                anna.request(TestClient.publishMessage("room", "s1", FakeMediaPlane.BAD_OFFER));

        assertThat(bad.code()).isNotZero();
        assertThat(harness.media.isOpen(running)).isTrue();
        assertThat(ben.events()).hasSize(1);
    }

    @Test
    void aMediaPlaneThatDoesNotAnswerIsNotWaitedForLong() {
        holding = true;
        long publish = anna.send(TestClient.publishMessage("room", "s1", "offer"));
        harness.pass(Duration.ofSeconds(8));

        assertThat(anna.answer(publish).code()).isEqualTo(ErrorCode.PUBLISHER_INNER_ERROR.code());
        held.goOn();
        assertThat(harness.media.publisherCount()).as("the late answer is of no use").isZero();
        holding = false;
        assertThat(ben.publish("room", "s1").code()).isZero();
    }

    @Test
    void aRefusedOfferChangesNothingOfTheExtraInfoEither() {
        anna.publish("room", "s1");
        anna.request(
                id -> new ClientMessage.Publish(id, "room", "s1", "new", FakeMediaPlane.BAD_OFFER));
        anna.publish("room", "s1");
        assertThat(ben.events()).hasSize(1);

        anna.request(id -> new ClientMessage.Publish(id, "room", "s1", "new", "offer"));
        assertThat(ben.events()).hasSize(2);
    }

    @Test
    void aLaterOfferOvertakesOneThatIsNotAnswered() {
        holding = true;
        long first = anna.send(TestClient.publishMessage("room", "s1", "one"));
        long second = anna.send(TestClient.publishMessage("room", "s1", "two"));
        held.goOn();

        assertThat(anna.answer(first).code()).isNotZero();
        assertThat(anna.answer(second).code()).isZero();
        assertThat(harness.media.publisherCount()).isEqualTo(1);
        assertThat(ben.events()).hasSize(1);
    }

    @Test
    void stoppingBeforeTheAnswerLeavesNothingBehind() {
        holding = true;
        long publish = anna.send(TestClient.publishMessage("room", "s1", "offer"));
        assertThat(anna.stopPublishing("room", "s1").code()).isZero();
        held.goOn();

        assertThat(anna.answer(publish).code())
                .isEqualTo(ErrorCode.PUBLISHER_PUBLISH_STREAM_FAILED.code());
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(ben.events()).isEmpty();
        assertThat(harness.plane.statistics().streams()).isZero();
    }

    @Test
    void stoppingRemovesTheStreamAndIsNoMistakeTwice() {
        anna.publish("room", "s1");
        assertThat(anna.stopPublishing("room", "s1").code()).isZero();
        assertThat(anna.stopPublishing("room", "s1").code()).isZero();

        assertThat(ben.events()).hasSize(2);
        assertThat(((RoomEvent.StreamRemoved) ben.events().getLast()).reason())
                .isEqualTo(StreamRemovalReason.STOPPED);
        assertThat(harness.media.publisherCount()).isZero();
    }

    @Test
    void theExtraInfoTravelsWithTheStream() {
        anna.request(id -> new ClientMessage.Publish(id, "room", "s1", "first", "offer"));
        LongFunction<ClientMessage> change =
                id -> new ClientMessage.SetStreamExtraInfo(id, "room", "s1", "second");
        assertThat(anna.request(change).code()).isZero();
        assertThat(anna.request(change).code()).isZero();

        assertThat(ben.events()).hasSize(2);
        assertThat(((RoomEvent.StreamAdded) ben.events().getFirst()).stream().extraInfo())
                .isEqualTo("first");
        assertThat(((RoomEvent.StreamExtraInfoChanged) ben.events().getLast()).stream().extraInfo())
                .isEqualTo("second");
        assertThat(anna.events()).isEmpty();
        assertThat(
                        anna.request(id ->
                                        new ClientMessage.SetStreamExtraInfo(id, "room", "s2", ""))
                                .code())
                .isEqualTo(ErrorCode.PUBLISHER_UPDATE_EXTRA_INFO_FAILED.code());
        assertThat(
                        anna.request(id ->
                                        new ClientMessage.SetStreamExtraInfo(
                                                id, "room", "s1", "x".repeat(1024)))
                                .code())
                .isEqualTo(ErrorCode.PUBLISHER_EXTRA_INFO_TOO_LONG.code());
    }

    @Test
    void theStateOfTheMediaIsToldToThePublisherAlone() {
        anna.publish("room", "s1");
        ben.forget();
        harness.media.connect(harness.media.newest());
        harness.media.interrupt(harness.media.newest());

        assertThat(anna.all(ServerMessage.PublishStateChanged.class))
                .extracting(ServerMessage.PublishStateChanged::state)
                .containsExactly(MediaState.CONNECTED, MediaState.INTERRUPTED);
        assertThat(ben.all(ServerMessage.class)).isEmpty();
    }

    @Test
    void aTransportThatEndedMayBeReplacedWithinTheGrace() {
        anna.publish("room", "s1");
        ben.play("s1");
        TransportId viewer = harness.media.newest();
        harness.media.end(new TransportId(1));
        assertThat(anna.last(ServerMessage.PublishStateChanged.class).state())
                .isEqualTo(MediaState.ENDED);

        passKeepingBothAlive(Duration.ofSeconds(19));
        anna.publish("room", "s1");
        passKeepingBothAlive(Duration.ofSeconds(60));

        assertThat(ben.events()).hasSize(1);
        assertThat(harness.media.publisherOf(viewer)).hasValue(new TransportId(3));
    }

    @Test
    void aTransportThatEndedTakesTheStreamWithItAfterTheGrace() {
        anna.publish("room", "s1");
        harness.media.end(harness.media.newest());
        passKeepingBothAlive(Duration.ofSeconds(21));

        assertThat(ben.events()).hasSize(2);
        assertThat(((RoomEvent.StreamRemoved) ben.events().getLast()).reason())
                .isEqualTo(StreamRemovalReason.DISCONNECTED);
        assertThat(harness.media.publisherCount()).isZero();
    }

    @Test
    void thePublisherThatIsAwayHasUntilItsSessionEnds() {
        anna.publish("room", "s1");
        harness.media.end(harness.media.newest());
        anna.disconnect();
        for (int i = 0; i < 9; i++) {
            harness.pass(Duration.ofSeconds(10));
            ben.heartbeat();
        }
        assertThat(ben.events()).hasSize(1);

        harness.pass(Duration.ofSeconds(20));
        assertThat(((RoomEvent.StreamRemoved) ben.events().get(1)).reason())
                .isEqualTo(StreamRemovalReason.HEARTBEAT_TIMEOUT);
    }

    @Test
    void onlySoManyStreamsAtOnce() {
        for (int i = 1; i <= 4; i++) {
            assertThat(anna.publish("room", "s" + i).code()).isZero();
        }
        assertThat(anna.publish("room", "s5").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        anna.stopPublishing("room", "s2");
        assertThat(anna.publish("room", "s5").code()).isZero();
    }

    @Test
    void publishingWithoutALoginIsRefused() {
        TestClient stranger = harness.greetedClient();
        assertThat(stranger.publish("room", "s1").code())
                .isEqualTo(ErrorCode.COMMON_NOT_LOGIN_ROOM.code());
        assertThat(anna.publish("other", "s1").code())
                .isEqualTo(ErrorCode.COMMON_NOT_LOGIN_ROOM.code());
    }

    @ParameterizedTest
    @CsvSource({"'', 1000015", "s 1, 1000016", "s/1, 1000016", "ü, 1000016"})
    void streamIdsAreChecked(String stream, int code) {
        assertThat(anna.publish("room", stream).code()).isEqualTo(code);
    }

    @Test
    void aStreamIdMayHave255Bytes() {
        assertThat(anna.publish("room", "s".repeat(255)).code()).isZero();
        assertThat(anna.publish("room", "s".repeat(256)).code()).isEqualTo(1000014);
    }

    @Test
    void loggingOutStopsWhatWasPublished() {
        anna.publish("room", "s1");
        anna.logout("room");

        assertThat(((RoomEvent.StreamRemoved) ben.events().get(1)).reason())
                .isEqualTo(StreamRemovalReason.STOPPED);
        assertThat(harness.media.publisherCount()).isZero();
    }
}
