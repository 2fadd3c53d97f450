package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.StreamOperations.Addition;
import io.freshet.server.control.StreamOperations.Announcement;
import io.freshet.server.control.StreamOperations.Removal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Streams that a backend adds to a room, and those it takes away.
final class AddedStreamsTest {
    private static final long APP = ControlHarness.APP_ID;

    private final ControlHarness harness = new ControlHarness();
    private final StreamOperations streams = harness.plane.operations().streams();
    private final TestClient anna = harness.greetedClient();
    private Answer.LoggedIn annasLogin;

    @BeforeEach
    void oneInARoom() {
        annasLogin = anna.in("room", "anna");
    }

    private Addition add(String streamId, String userId, String extraInfo) {
        return streams.add(
                APP,
                "room",
                new Announcement(streamId, new RoomUser(userId, ""), "title", extraInfo));
    }

    private <T extends RoomOccurrence> List<T> all(Class<T> kind) {
        return harness.occurrences.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void everybodySeesAnAddedStream() {
        assertThat(add("film", "system", "info")).isEqualTo(Addition.DONE);

        RoomStream seen = ((RoomEvent.StreamAdded) anna.events().getFirst()).stream();
        assertThat(seen.streamId()).isEqualTo("film");
        assertThat(seen.user()).isEqualTo(new RoomUser("system", "system"));
        assertThat(seen.extraInfo()).isEqualTo("info");
        TestClient late = harness.greetedClient();
        assertThat(((Answer.Snapshot) late.in("room", "late").state()).streams())
                .containsExactly(seen);
        assertThat(streams.streams(APP, "room")).singleElement().matches(it -> it.number() > 0);
        assertThat(all(RoomOccurrence.StreamCreated.class))
                .singleElement()
                .matches(it -> it.stream().injected() && it.stream().title().equals("title"));
    }

    @Test
    void whoseUserIdItHasIsNotToldOfIt() {
        add("film", "anna", "");

        assertThat(anna.events()).isEmpty();
    }

    @Test
    void aStreamHasOneUserInARoom() {
        add("film", "system", "one");
        anna.publish("room", "live");

        assertThat(add("film", "other", "two")).isEqualTo(Addition.TAKEN);
        assertThat(add("live", "other", "two")).isEqualTo(Addition.TAKEN);
        assertThat(add("film", "system", "two")).isEqualTo(Addition.DONE);
        assertThat(add("live", "anna", "two")).isEqualTo(Addition.DONE);
        assertThat(streams.streams(APP, "room"))
                .extracting(it -> it.stream().extraInfo())
                .containsExactly("two", "");
    }

    @Test
    void thereIsNoStreamInARoomThatIsNotThere() {
        var film = new Announcement("film", new RoomUser("system", ""), "", "");
        assertThat(streams.add(APP, "none", film)).isEqualTo(Addition.NO_SUCH_ROOM);
        assertThat(streams.remove(APP, "none", "film")).isEqualTo(Removal.NO_SUCH_ROOM);
        assertThat(streams.remove(APP, "room", "film")).isEqualTo(Removal.NO_SUCH_STREAM);
    }

    @Test
    void aRoomTakesSoManyAndNoMore() {
        for (int i = 0; i < RoomStreams.MAX_INJECTED; i++) {
            assertThat(add("film" + i, "system", "")).isEqualTo(Addition.DONE);
        }
        assertThat(add("more", "system", "")).isEqualTo(Addition.FULL);
        assertThat(anna.publish("room", "live").code()).as("users' own").isZero();

        assertThat(streams.remove(APP, "room", "film7")).isEqualTo(Removal.DONE);
        assertThat(add("more", "system", "")).isEqualTo(Addition.DONE);
    }

    @Test
    void itIsWaitedForUntilSomebodyPublishesItSomewhere() {
        add("film", "system", "");
        assertThat(anna.play("film").code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());

        TestClient studio = harness.greetedClient();
        studio.in("studio", "studio");
        studio.publish("studio", "film");
        assertThat(anna.last(ServerMessage.StreamPlayable.class).streamId()).isEqualTo("film");
        assertThat(anna.play("film").code()).isZero();
        studio.logout("studio");
        assertThat(anna.last(ServerMessage.PlayStateChanged.class).code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
        assertThat(streams.streams(APP, "room")).as("it is still announced").hasSize(1);
    }

    @Test
    void aPublicationInTheRoomTakesItsPlace() {
        add("film", "system", "");
        TestClient ben = harness.greetedClient();
        ben.in("room", "ben");
        anna.forget();
        ben.publish("room", "film");

        assertThat(anna.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("StreamRemoved", "StreamAdded");
        assertThat(streams.streams(APP, "room"))
                .singleElement()
                .matches(it -> it.stream().user().userId().equals("ben"));
        ben.stopPublishing("room", "film");
        assertThat(streams.streams(APP, "room")).isEmpty();
        for (int i = 0; i < RoomStreams.MAX_INJECTED; i++) {
            assertThat(add("film" + i, "system", "")).isEqualTo(Addition.DONE);
        }
    }

    @Test
    void itIsGoneWithItsRoom() {
        add("film", "system", "");
        anna.logout("room");

        assertThat(all(RoomOccurrence.StreamClosed.class))
                .singleElement()
                .matches(it -> it.reason() == EndReason.ROOM_CLEARED);
        assertThat(harness.occurrences.getLast()).isInstanceOf(RoomOccurrence.RoomClosed.class);
        assertThat(harness.plane.statistics().streams()).isZero();
        anna.in("room", "anna");
        assertThat(streams.streams(APP, "room")).isEmpty();
    }

    @Test
    void deletingAUsersStreamEndsItAndTheUserStays() {
        TestClient ben = harness.greetedClient();
        ben.in("room", "ben");
        ben.publish("room", "live");
        anna.forget();
        assertThat(streams.remove(APP, "room", "live")).isEqualTo(Removal.DONE);

        var told = ben.last(ServerMessage.PublishStateChanged.class);
        assertThat(told.state()).isEqualTo(ServerMessage.MediaState.ENDED);
        assertThat(told.code()).isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        assertThat(anna.events())
                .singleElement()
                .matches(event ->
                        event instanceof RoomEvent.StreamRemoved removed
                                && removed.reason() == StreamRemovalReason.REMOVED_BY_SERVER);
        assertThat(all(RoomOccurrence.StreamClosed.class))
                .singleElement()
                .matches(it -> it.reason() == EndReason.BY_SERVER);
        assertThat(harness.media.publishersNow()).isEmpty();
        assertThat(streams.remove(APP, "room", "live")).isEqualTo(Removal.NO_SUCH_STREAM);
        assertThat(ben.publish("room", "live").code()).as("it may begin anew").isZero();
    }

    @Test
    void aStreamOfAnotherRoomIsNotThisRooms() {
        TestClient ben = harness.greetedClient();
        ben.in("other", "ben");
        ben.publish("other", "live");

        assertThat(streams.remove(APP, "room", "live")).isEqualTo(Removal.NO_SUCH_STREAM);
        assertThat(streams.streams(APP, "other")).hasSize(1);
    }

    @Test
    void aPublisherThatIsAwayLearnsItWhenItComesBack() {
        anna.publish("room", "live");
        anna.disconnect();
        streams.remove(APP, "room", "live");
        TestClient again = harness.greetedClient();
        again.resume("room", "anna", annasLogin.resumeKey(), annasLogin.version());

        assertThat(again.last(ServerMessage.PublishStateChanged.class).code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
    }

    @Test
    void aSessionOverHttpEndsWithItsStream() {
        String resource =
                harness.plane
                        .httpSessions()
                        .publish(
                                new HttpSessions.Request(
                                        APP, "room", "live", harness.identityToken("whip"), ""),
                                "offer")
                        .toCompletableFuture()
                        .join()
                        .resourceId();
        assertThat(streams.remove(APP, "room", "live")).isEqualTo(Removal.DONE);

        assertThat(harness.plane.httpSessions().delete(resource)).isFalse();
        assertThat(harness.plane.operations().rooms().presence(APP, "room", "whip")).isEmpty();
    }
}
