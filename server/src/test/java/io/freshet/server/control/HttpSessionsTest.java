package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import io.freshet.protocol.token.RoomPayload;
import io.freshet.server.control.HttpSessions.Opened;
import io.freshet.server.control.MediaPlane.TransportId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class HttpSessionsTest {
    private static final long APP = ControlHarness.APP_ID;

    private final ControlHarness harness = new ControlHarness();
    private final HttpSessions http = harness.plane.httpSessions();
    private final TestClient watcher = watcher();

    private TestClient watcher() {
        TestClient client = harness.greetedClient();
        client.in("room", "watcher");
        return client;
    }

    private CompletionStage<Opened> whip(String user, String stream, String offer) {
        return http.publish(
                new HttpSessions.Request(APP, "room", stream, harness.identityToken(user), ""),
                offer);
    }

    private CompletionStage<Opened> whep(String user, String stream) {
        return http.play(
                new HttpSessions.Request(APP, "room", stream, harness.identityToken(user), ""),
                ResourceMode.RTC,
                "offer");
    }

    private static Opened opened(CompletionStage<Opened> stage) {
        return stage.toCompletableFuture().join();
    }

    private static ErrorCode refusal(CompletionStage<Opened> stage) {
        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
        try {
            stage.toCompletableFuture().join();
            throw new AssertionError("not refused");
        } catch (CompletionException e) {
            if (e.getCause() instanceof RequestRefusedException refused) {
                return refused.errorCode();
            }
            throw e;
        }
    }

    private List<String> eventKinds() {
        return watcher.events().stream().map(e -> e.getClass().getSimpleName()).toList();
    }

    @Test
    void aPublisherIsAUserWithAStreamLikeAnyOther() {
        Opened opened = opened(whip("obs", "s1", "offer"));

        assertThat(opened.answer()).isEqualTo("answer to offer");
        assertThat(eventKinds()).containsExactly("UserJoined", "StreamAdded");
        assertThat(((RoomEvent.UserJoined) watcher.events().getFirst()).user().userName())
                .isEqualTo("obs");
        assertThat(watcher.play("s1").code()).isZero();
    }

    @Test
    void deletingEndsIt() {
        String resource = opened(whip("obs", "s1", "offer")).resourceId();

        assertThat(http.delete(resource)).isTrue();
        assertThat(http.delete(resource)).isFalse();

        assertThat(eventKinds())
                .containsExactly("UserJoined", "StreamAdded", "StreamRemoved", "UserLeft");
        assertThat(((RoomEvent.StreamRemoved) watcher.events().get(2)).reason())
                .isEqualTo(StreamRemovalReason.STOPPED);
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(harness.plane.statistics().httpSessions()).isZero();
    }

    @Test
    void itEndsWithItsTransport() {
        String resource = opened(whip("obs", "s1", "offer")).resourceId();
        harness.media.end(harness.media.newest());

        assertThat(((RoomEvent.StreamRemoved) watcher.events().get(2)).reason())
                .isEqualTo(StreamRemovalReason.DISCONNECTED);
        assertThat(watcher.events().getLast()).isInstanceOf(RoomEvent.UserLeft.class);
        assertThat(http.delete(resource)).isFalse();
        assertThat(harness.media.publisherCount()).isZero();
    }

    @Test
    void itNeedsNoHeartbeat() {
        opened(whip("obs", "s1", "offer"));
        for (int i = 0; i < 30; i++) {
            harness.pass(Duration.ofSeconds(10));
            watcher.heartbeat();
        }

        assertThat(harness.plane.statistics().streams()).isEqualTo(1);
    }

    @Test
    void itMakesAndEndsARoomOfItsOwn() {
        Opened opened =
                opened(
                        http.publish(
                                new HttpSessions.Request(
                                        APP, "empty", "s9", harness.identityToken("obs"), ""),
                                "offer"));
        assertThat(harness.plane.statistics().rooms()).isEqualTo(2);
        http.delete(opened.resourceId());
        assertThat(harness.plane.statistics().rooms()).isEqualTo(1);
    }

    @Test
    void aRefusedOfferLeavesNobodyInTheRoom() {
        assertThat(refusal(whip("obs", "s1", FakeMediaPlane.BAD_OFFER)))
                .isEqualTo(ErrorCode.PUBLISHER_PUBLISH_STREAM_FAILED);
        assertThat(harness.plane.statistics().users()).isEqualTo(1);
        assertThat(harness.plane.statistics().httpSessions()).isZero();
        assertThat(eventKinds()).doesNotContain("StreamAdded");
    }

    @Test
    void aStreamOfSomebodyElseIsNotTaken() {
        opened(whip("obs", "s1", "offer"));
        watcher.publish("room", "w1");
        watcher.forget();

        assertThat(refusal(whip("other", "s1", "offer")))
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM);
        assertThat(refusal(whip("watcher", "w1", "offer")))
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM);
        assertThat(watcher.events()).isEmpty();
    }

    @Test
    void theSameUserThatBeginsAgainTakesItsStreamOver() {
        Opened first = opened(whip("obs", "s1", "offer"));
        watcher.play("s1");
        TransportId viewer = harness.media.newest();
        watcher.forget();

        Opened second = opened(whip("obs", "s1", "offer"));

        assertThat(watcher.all(ServerMessage.class)).isEmpty();
        assertThat(harness.media.publisherOf(viewer)).hasValue(harness.media.newest());
        assertThat(harness.media.publisherCount()).isEqualTo(1);
        assertThat(http.delete(first.resourceId())).isFalse();
        assertThat(http.delete(second.resourceId())).isTrue();
        assertThat(harness.plane.statistics().streams()).isZero();
    }

    @Test
    void oneUserMayBeLoggedInAndPublishOverHttpAsWell() {
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna");
        Opened camera = opened(whip("anna", "s1", "offer"));
        Opened screen = opened(whip("anna", "s2", "offer"));

        assertThat(anna.all(ServerMessage.KickedOut.class)).isEmpty();
        assertThat(anna.events()).isEmpty();
        assertThat(harness.plane.statistics().users()).isEqualTo(2);

        anna.logout("room");
        http.delete(camera.resourceId());
        assertThat(eventKinds())
                .containsExactly("UserJoined", "StreamAdded", "StreamAdded", "StreamRemoved");
        http.delete(screen.resourceId());
        assertThat(eventKinds()).endsWith("StreamRemoved", "UserLeft");
    }

    @Test
    void aPlayerIsNoUserOfTheRoom() {
        watcher.publish("room", "w1");
        Opened opened = opened(whep("guest", "w1"));

        assertThat(harness.plane.statistics().users()).isEqualTo(1);
        assertThat(harness.media.playerCount()).isEqualTo(1);
        assertThat(http.delete(opened.resourceId())).isTrue();
        assertThat(harness.media.playerCount()).isZero();
    }

    @Test
    void aPlayerEndsWithItsPublisherOrItsTransport() {
        watcher.publish("room", "w1");
        String one = opened(whep("guest", "w1")).resourceId();
        harness.media.end(harness.media.newest());
        String two = opened(whep("guest", "w1")).resourceId();
        watcher.stopPublishing("room", "w1");

        assertThat(http.delete(one)).isFalse();
        assertThat(http.delete(two)).isFalse();
        assertThat(harness.media.playerCount()).isZero();
        assertThat(harness.plane.statistics().plays()).isZero();
    }

    @Test
    void onlyStreamsOfTheRoomAskedForArePlayed() {
        watcher.publish("room", "w1");

        assertThat(refusal(whep("guest", "w2"))).isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST);
        assertThat(
                        refusal(
                                http.play(
                                        new HttpSessions.Request(
                                                APP,
                                                "elsewhere",
                                                "w1",
                                                harness.identityToken("guest"),
                                                ""),
                                        ResourceMode.RTC,
                                        "offer")))
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST);
        assertThat(harness.plane.statistics().httpSessions()).isZero();
    }

    @Test
    void tokensAreCheckedAsForAnyClient() {
        watcher.publish("room", "w1");
        String mute =
                harness.token(
                        "obs",
                        Duration.ofHours(1),
                        new RoomPayload("room", true, false, List.of()));
        String elsewhere =
                harness.token(
                        "obs",
                        Duration.ofHours(1),
                        new RoomPayload("elsewhere", true, true, List.of()));

        assertThat(
                        refusal(
                                http.publish(
                                        new HttpSessions.Request(APP, "room", "s1", "", ""),
                                        "offer")))
                .isEqualTo(ErrorCode.ROOM_NO_TOKEN);
        assertThat(
                        refusal(
                                http.publish(
                                        new HttpSessions.Request(4, "room", "s1", mute, ""),
                                        "offer")))
                .isEqualTo(ErrorCode.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE);
        assertThat(
                        refusal(
                                http.publish(
                                        new HttpSessions.Request(APP, "room", "s1", mute, ""),
                                        "offer")))
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR);
        assertThat(
                        refusal(
                                http.publish(
                                        new HttpSessions.Request(APP, "room", "s1", elsewhere, ""),
                                        "offer")))
                .isEqualTo(ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED);
        assertThat(
                        refusal(
                                http.play(
                                        new HttpSessions.Request(APP, "room", "w1", elsewhere, ""),
                                        ResourceMode.RTC,
                                        "offer")))
                .isEqualTo(ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED);
        assertThatThrownBy(() -> http.streams(APP, "room", elsewhere))
                .isInstanceOf(RequestRefusedException.class);
        assertThat(eventKinds()).isEmpty();
    }

    @Test
    void theStreamsOfARoomCanBeListed() throws RequestRefusedException {
        opened(whip("obs", "s1", "offer"));
        watcher.publish("room", "w1");

        assertThat(http.streams(APP, "room", harness.identityToken("guest")))
                .extracting(stream -> stream.streamId())
                .containsExactly("s1", "w1");
        assertThat(http.streams(APP, "nowhere", harness.identityToken("guest"))).isEmpty();
    }

    @Test
    void thereAreNoMoreSessionsThanTheServerMayHave() {
        ControlConfig.Bounds bounds =
                new ControlConfig.Bounds(10, 10, 10, 5, 4, 20, 2, 20, 100, 1, 10);
        ControlHarness small = new ControlHarness(ControlHarness.withBounds(bounds));
        HttpSessions sessions = small.plane.httpSessions();
        String token = small.identityToken("obs");
        Opened first =
                opened(
                        sessions.publish(
                                new HttpSessions.Request(APP, "room", "s1", token, ""), "offer"));

        assertThat(
                        refusal(
                                sessions.publish(
                                        new HttpSessions.Request(APP, "room", "s2", token, ""),
                                        "offer")))
                .isEqualTo(ErrorCode.ROOM_APP_CALL_API_TOO_FREQUENT);
        sessions.delete(first.resourceId());
        assertThat(
                        opened(
                                        sessions.publish(
                                                new HttpSessions.Request(
                                                        APP, "room", "s2", token, ""),
                                                "offer"))
                                .answer())
                .isNotEmpty();
    }
}
