package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.token.RoomPayload;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.RoomOccurrence.Picture;
import io.freshet.server.control.RoomOccurrence.PictureChanged;
import io.freshet.server.control.RoomOccurrence.PlayStarted;
import io.freshet.server.control.RoomOccurrence.PlayStopped;
import io.freshet.server.control.RoomOccurrence.RoomClosed;
import io.freshet.server.control.RoomOccurrence.RoomCreated;
import io.freshet.server.control.RoomOccurrence.StreamClosed;
import io.freshet.server.control.RoomOccurrence.StreamCreated;
import io.freshet.server.control.RoomOccurrence.UserLoggedIn;
import io.freshet.server.control.RoomOccurrence.UserLoggedOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RoomObserverTest {
    private final ControlHarness harness = new ControlHarness();

    private List<String> kinds() {
        return harness.occurrences.stream()
                .map(occurrence -> occurrence.getClass().getSimpleName())
                .toList();
    }

    private <T extends RoomOccurrence> List<T> all(Class<T> kind) {
        return harness.occurrences.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T extends RoomOccurrence> T only(Class<T> kind) {
        assertThat(all(kind)).hasSize(1);
        return all(kind).getFirst();
    }

    @Test
    void tellsTheWholeLifeOfARoomInOrder() {
        TestClient host = harness.greetedClient();
        Answer.LoggedIn in = host.in("r1", "host");
        host.request(id -> new ClientMessage.Publish(id, "r1", "s1", "first", "offer"));
        host.request(id -> new ClientMessage.SetStreamExtraInfo(id, "r1", "s1", "last"));
        harness.pass(Duration.ofSeconds(7));
        host.logout("r1");

        assertThat(kinds())
                .containsExactly(
                        "RoomCreated",
                        "UserLoggedIn",
                        "StreamCreated",
                        "StreamClosed",
                        "UserLoggedOut",
                        "RoomClosed");
        RoomCreated created = only(RoomCreated.class);
        assertThat(created.room().appId()).isEqualTo(ControlHarness.APP_ID);
        assertThat(created.room().roomId()).isEqualTo("r1");
        assertThat(created.room().sessionId()).isEqualTo(in.roomSessionId()).matches("[0-9]+");
        assertThat(created.creatorId()).isEqualTo("host");
        StreamCreated stream = only(StreamCreated.class);
        assertThat(stream.stream().extraInfo()).isEqualTo("first");
        assertThat(stream.stream().videoCodec()).isEqualTo("VP8");
        StreamClosed closed = only(StreamClosed.class);
        assertThat(closed.stream().extraInfo()).isEqualTo("last");
        assertThat(closed.stream().streamSessionId()).isEqualTo(stream.stream().streamSessionId());
        assertThat(closed.at().wallMs() - closed.stream().since().wallMs()).isEqualTo(7_000);
        assertThat(stream.updateSeq()).isEqualTo(1);
        assertThat(closed.updateSeq()).isEqualTo(2);
        assertThat(only(UserLoggedOut.class).reason()).isEqualTo(EndReason.NORMAL);
        assertThat(only(RoomClosed.class).reason()).isEqualTo(EndReason.NORMAL);
        assertThat(harness.occurrences).allMatch(it -> it.room().equals(created.room()));
    }

    @Test
    void countsEveryComingAndGoingOfARoom() {
        TestClient first = harness.greetedClient();
        TestClient second = harness.greetedClient();
        first.in("r1", "a");
        second.in("r1", "b");
        second.logout("r1");
        first.logout("r1");

        assertThat(all(UserLoggedIn.class))
                .extracting(UserLoggedIn::updateSeq)
                .containsExactly(1L, 2L);
        assertThat(all(UserLoggedOut.class))
                .extracting(UserLoggedOut::updateSeq)
                .containsExactly(3L, 4L);
        assertThat(all(UserLoggedIn.class).get(0).visit().sessionId())
                .isPositive()
                .isNotEqualTo(all(UserLoggedIn.class).get(1).visit().sessionId());
        assertThat(all(UserLoggedOut.class).getLast().visit())
                .isEqualTo(all(UserLoggedIn.class).getFirst().visit());
    }

    @Test
    void aLoginThatIsRefusedMakesNoRoom() {
        TestClient client = harness.greetedClient();
        client.in("r1", "a");
        harness.occurrences.clear();
        client.login("r1", "a");
        harness.client().login("r2", "b");

        assertThat(harness.occurrences).isEmpty();
    }

    @Test
    void aLaterLoginOfTheUserIsARelogin() {
        TestClient watcher = harness.greetedClient();
        watcher.in("r1", "watcher");
        harness.greetedClient().in("r1", "a");
        harness.greetedClient().in("r1", "a");

        UserLoggedOut out = only(UserLoggedOut.class);
        assertThat(out.reason()).isEqualTo(EndReason.REPEATED_LOGIN);
        assertThat(all(UserLoggedIn.class))
                .extracting(it -> it.visit().relogin())
                .containsExactly(false, false, true);
    }

    @Test
    void aResumeIsNoLoginAndALateOneIsARelogin() {
        TestClient client = harness.greetedClient();
        Answer.LoggedIn in = client.in("r1", "a");
        client.disconnect();
        TestClient again = harness.greetedClient();
        again.resume("r1", "a", in.resumeKey(), 1);
        assertThat(kinds()).containsExactly("RoomCreated", "UserLoggedIn");

        again.disconnect();
        harness.pass(Duration.ofSeconds(101));
        assertThat(only(UserLoggedOut.class).reason()).isEqualTo(EndReason.HEARTBEAT_TIMEOUT);
        assertThat(only(RoomClosed.class).reason()).isEqualTo(EndReason.HEARTBEAT_TIMEOUT);
        harness.greetedClient().resume("r1", "a", in.resumeKey(), 1);
        assertThat(all(UserLoggedIn.class).getLast().visit().relogin()).isTrue();
        assertThat(all(RoomCreated.class).getLast().room().sessionId())
                .isNotEqualTo(in.roomSessionId());
    }

    @Test
    void tellsWhetherATokenWasShown() {
        TestClient client = harness.greetedClient();
        client.loginWithToken("r1", "a", harness.identityToken("a"));
        harness.greetedClient().in("r1", "b");

        assertThat(all(UserLoggedIn.class))
                .extracting(it -> it.visit().tokenVersion())
                .containsExactly(4, 0);
    }

    @Test
    void publishingOverHttpIsALoginAndPlayingOverHttpIsAPlay() throws Exception {
        String token =
                harness.token("w", Duration.ofHours(1), new RoomPayload("", true, true, List.of()));
        var published =
                harness.plane
                        .httpSessions()
                        .publish(
                                new HttpSessions.Request(
                                        ControlHarness.APP_ID, "r1", "s1", token, ""),
                                "offer")
                        .toCompletableFuture()
                        .get();
        assertThat(kinds()).containsExactly("RoomCreated", "UserLoggedIn", "StreamCreated");
        assertThat(only(RoomCreated.class).creatorId()).isEqualTo("w");
        var played =
                harness.plane
                        .httpSessions()
                        .play(
                                new HttpSessions.Request(
                                        ControlHarness.APP_ID, "r1", "s1", token, ""),
                                ResourceMode.DEFAULT,
                                "offer")
                        .toCompletableFuture()
                        .get();
        harness.media.connect(harness.media.newest());
        harness.plane.httpSessions().delete(played.resourceId());
        harness.plane.httpSessions().delete(published.resourceId());

        assertThat(kinds().subList(3, kinds().size()))
                .containsExactly(
                        "PlayStarted",
                        "PlayStopped",
                        "StreamClosed",
                        "UserLoggedOut",
                        "RoomClosed");
        assertThat(only(PlayStarted.class).play().userId()).isEqualTo("w");
    }

    @Test
    void aPlayCountsFromConnectedMediaAndOnce() {
        TestClient host = harness.greetedClient();
        host.in("stage", "host");
        host.publish("stage", "s1");
        harness.media.picture(harness.media.newest(), 1280, 720);
        TestClient viewer = harness.greetedClient();
        viewer.in("hall", "viewer");
        viewer.play("s1");
        assertThat(all(PlayStarted.class)).isEmpty();
        TransportId player = harness.media.newest();
        harness.media.connect(player);
        harness.media.interrupt(player);
        harness.media.connect(player);
        viewer.stopPlaying("s1");
        viewer.stopPlaying("s1");

        PlayStarted started = only(PlayStarted.class);
        assertThat(started.room().roomId()).isEqualTo("stage");
        assertThat(started.play().userId()).isEqualTo("viewer");
        assertThat(started.picture()).isEqualTo(new Picture.OfSize(1280, 720));
        assertThat(started.streamSessionId())
                .isEqualTo(only(StreamCreated.class).stream().streamSessionId());
        assertThat(only(PlayStopped.class).play()).isEqualTo(started.play());
    }

    enum End {
        PUBLISHER_STOPS,
        PUBLISHER_LEAVES,
        VIEWER_LEAVES,
        VIEWER_PLAYS_AGAIN,
        TRANSPORT_ENDS,
        VIEWER_IS_KICKED
    }

    @ParameterizedTest
    @EnumSource
    void everyEndOfAPlayIsToldOnce(End end) {
        TestClient host = harness.greetedClient();
        host.in("stage", "host");
        host.publish("stage", "s1");
        TestClient viewer = harness.greetedClient();
        viewer.in("hall", "viewer");
        viewer.play("s1");
        harness.media.connect(harness.media.newest());
        switch (end) {
            case PUBLISHER_STOPS -> host.stopPublishing("stage", "s1");
            case PUBLISHER_LEAVES -> host.logout("stage");
            case VIEWER_LEAVES -> viewer.logout("hall");
            case VIEWER_PLAYS_AGAIN -> viewer.play("s1");
            case TRANSPORT_ENDS -> harness.media.end(harness.media.newest());
            case VIEWER_IS_KICKED -> harness.greetedClient().in("hall", "viewer");
        }
        viewer.disconnect();
        host.disconnect();
        harness.pass(Duration.ofMinutes(5));

        assertThat(only(PlayStopped.class).play()).isEqualTo(only(PlayStarted.class).play());
    }

    @Test
    void aPlayThatNeverConnectsIsNone() {
        TestClient host = harness.greetedClient();
        host.in("stage", "host");
        host.publish("stage", "s1");
        host.play("s1");
        host.logout("stage");

        assertThat(all(PlayStarted.class)).isEmpty();
        assertThat(all(PlayStopped.class)).isEmpty();
    }

    @Test
    void tellsTheSizeOfTheCurrentTransportOnly() {
        TestClient host = harness.greetedClient();
        host.in("stage", "host");
        host.publish("stage", "s1");
        TransportId former = harness.media.newest();
        harness.media.picture(former, 640, 360);
        harness.media.picture(former, 0, 0);
        harness.media.picture(former, 1920, 1080);
        assertThat(all(PictureChanged.class))
                .extracting(PictureChanged::picture)
                .containsExactly(
                        new Picture.OfSize(640, 360),
                        new Picture.OfUnknownSize(),
                        new Picture.OfSize(1920, 1080));
    }

    @Test
    void aPublisherThatComesBackIsTheSameStream() {
        TestClient host = harness.greetedClient();
        host.in("stage", "host");
        host.publish("stage", "s1");
        harness.media.end(harness.media.newest());
        host.publish("stage", "s1");

        assertThat(all(StreamCreated.class)).hasSize(1);
        assertThat(all(StreamClosed.class)).isEmpty();
    }

    @Test
    void theFaultOfAnObserverIsNotTheRooms() {
        var relay =
                new OccurrenceRelay(occurrence -> {
                    harness.occurrences.add(occurrence);
                    throw new IllegalStateException("the observer's");
                });
        var room = new RoomOccurrence.RoomLife(1, "r", "1");
        relay.add(new RoomCreated(room, "a", new Moment(1, 1)));
        relay.tell();
        relay.add(new RoomCreated(room, "b", new Moment(1, 1)));
        relay.tell();

        assertThat(harness.occurrences).hasSize(2);
    }

    @Test
    void manyThreadsTellInTheOrderOfTheRoom() throws Exception {
        int threads = 4;
        int each = 5_000;
        List<Long> told = new ArrayList<>(); // one teller at a time, each seeing the former's work
        var relay =
                new OccurrenceRelay(
                        occurrence -> told.add(((UserLoggedIn) occurrence).updateSeq()));
        var room = new RoomOccurrence.RoomLife(1, "r", "1");
        var visit = new RoomOccurrence.Visit("u", "u", 1, 0, false, new Moment(0, 0));
        var lock = new java.util.concurrent.locks.ReentrantLock();
        long[] seq = new long[1];
        var done = new CountDownLatch(threads);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (int t = 0; t < threads; t++) {
                long seed = t;
                executor.execute(() -> {
                    var random = new Random(seed);
                    for (int i = 0; i < each; i++) {
                        lock.lock();
                        try {
                            relay.add(new UserLoggedIn(room, visit, ++seq[0], new Moment(0, 0)));
                        } finally {
                            lock.unlock();
                        }
                        if (random.nextInt(3) > 0 || i == each - 1) {
                            relay.tell();
                        }
                    }
                    done.countDown();
                });
            }
            done.await();
        }
        relay.tell();

        assertThat(told).hasSize(threads * each).isSorted();
    }
}
