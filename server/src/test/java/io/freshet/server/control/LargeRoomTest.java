package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages and batches, with a large room of 4 users and pages of 3.
final class LargeRoomTest {
    private static final ControlConfig.Fanout SMALL_FIGURES =
            new ControlConfig.Fanout(4, Duration.ofMillis(50), Duration.ofMillis(200), 10, 3);

    private final ControlHarness harness = harness(20);
    private final List<TestClient> clients = new ArrayList<>();

    private static ControlHarness harness(int logLength) {
        return new ControlHarness(
                new ControlConfig(
                        ControlConfig.Timing.defaults(),
                        new ControlConfig.Bounds(
                                100, 10, 100, 5, 4, 20, 32, 1_000, 1_000, 10, logLength),
                        SMALL_FIGURES));
    }

    private void fill(int users) {
        for (int i = 0; i < users; i++) {
            clients.add(harness.greetedClient());
            clients.getLast().in("room", "u" + i);
        }
        harness.pass(Duration.ofMillis(50));
        clients.forEach(TestClient::forget);
    }

    private static List<String> ids(List<RoomUser> users) {
        return users.stream().map(RoomUser::userId).toList();
    }

    @Test
    void aNewcomerGetsTheRoomInPages() {
        fill(8);
        TestClient late = harness.greetedClient();
        Answer.LoggedIn in = late.in("room", "late");
        Answer.Snapshot first = (Answer.Snapshot) in.state();

        assertThat(ids(first.users())).containsExactly("u0", "u1", "u2");
        assertThat(first.more()).isTrue();
        assertThat(first.userCount()).isEqualTo(9);
        List<ServerMessage.RoomPage> pages = late.all(ServerMessage.RoomPage.class);
        assertThat(pages).hasSize(2);
        assertThat(ids(pages.get(0).users())).containsExactly("u3", "u4", "u5");
        assertThat(pages.get(0).more()).isTrue();
        assertThat(ids(pages.get(1).users())).containsExactly("u6", "u7");
        assertThat(pages.get(1).more()).isFalse();
        assertThat(pages.get(1).version()).isEqualTo(in.version());
    }

    @Test
    void aFullLastPageSaysThatItIsTheLast() {
        fill(6);
        TestClient late = harness.greetedClient();
        late.in("room", "late");

        assertThat(late.all(ServerMessage.RoomPage.class))
                .singleElement()
                .matches(page -> !page.more() && page.users().size() == 3);
    }

    @Test
    void whatHappensBetweenPagesComesBeforeThem() {
        fill(8);
        TestClient late = harness.greetedClient();
        late.limit(1); // the answer
        Answer.LoggedIn in = late.in("room", "late");
        clients.get(7).logout("room");
        clients.get(1).logout("room");
        clients.get(0).publish("room", "s0");
        late.limit(2);
        late.drain(); // no limit any more

        List<ServerMessage.RoomEvents> events = late.all(ServerMessage.RoomEvents.class);
        List<ServerMessage.RoomPage> pages = late.all(ServerMessage.RoomPage.class);
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().version()).isEqualTo(in.version() + 3);
        assertThat(pages).hasSize(2).allMatch(page -> page.version() == in.version() + 3);
        assertThat(ids(pages.get(0).users())).containsExactly("u3", "u4", "u5");
        assertThat(ids(pages.get(1).users())).containsExactly("u6");
        assertThat(pages.get(1).streams()).as("it came by its event").isEmpty();
        harness.pass(Duration.ofMillis(50));
        assertThat(late.all(ServerMessage.RoomEvents.class)).as("not again").hasSize(1);
    }

    @Test
    void aClientThatDoesNotKnowPagesGetsAllInOne() {
        fill(8);
        TestClient old = harness.client().knowing().greeted();
        Answer.Snapshot snapshot = (Answer.Snapshot) old.in("room", "old").state();

        assertThat(snapshot.users()).hasSize(8);
        assertThat(snapshot.more()).isFalse();
        assertThat(old.all(ServerMessage.RoomPage.class)).isEmpty();
    }

    @Test
    void eventsOfAShortTimeAreOneMessageForAll() {
        fill(6);
        clients.add(harness.greetedClient());
        clients.getLast().in("room", "u6");
        clients.get(2).publish("room", "s2");
        assertThat(clients.get(0).events()).isEmpty();
        harness.pass(Duration.ofMillis(50));

        ServerMessage.RoomEvents all = clients.get(0).last(ServerMessage.RoomEvents.class);
        assertThat(all.events()).hasSize(2);
        assertThat(clients.get(1).last(ServerMessage.RoomEvents.class)).isSameAs(all);
        assertThat(clients.get(2).events())
                .as("not its own stream")
                .singleElement()
                .isInstanceOf(RoomEvent.UserJoined.class);
        assertThat(clients.get(6).events())
                .as("not its own coming")
                .singleElement()
                .isInstanceOf(RoomEvent.StreamAdded.class);
        assertThat(clients.get(2).last(ServerMessage.RoomEvents.class).version())
                .isEqualTo(all.version());
    }

    @Test
    void aResumeInTheMiddleOfABatchBringsNothingTwice() {
        fill(6);
        clients.get(0).publish("room", "a");
        TestClient late = harness.greetedClient();
        Answer.LoggedIn in = late.in("room", "late");
        clients.get(0).publish("room", "b");
        late.disconnect();
        TestClient again = harness.greetedClient();
        Answer.LoggedIn back =
                (Answer.LoggedIn)
                        again.resume("room", "late", in.resumeKey(), in.version()).result();
        clients.get(0).publish("room", "c");
        harness.pass(Duration.ofMillis(50));

        assertThat(((Answer.Missed) back.state()).events()).hasSize(1);
        assertThat(again.events())
                .singleElement()
                .matches(event ->
                        event instanceof RoomEvent.StreamAdded added
                                && added.stream().streamId().equals("c"));
    }

    @Test
    void barrageMessagesAreGatheredAndNobodyGetsItsOwn() {
        fill(6);
        for (int i = 0; i < 3; i++) {
            String text = "m" + i;
            clients.get(i).request(id -> new ClientMessage.SendBarrageMessage(id, "room", text));
        }
        assertThat(clients.get(5).all(ServerMessage.BarrageMessages.class)).isEmpty();
        harness.pass(Duration.ofMillis(200));

        assertThat(clients.get(5).last(ServerMessage.BarrageMessages.class).messages()).hasSize(3);
        assertThat(clients.get(1).last(ServerMessage.BarrageMessages.class).messages())
                .extracting(message -> message.message())
                .containsExactly("m0", "m2");
    }

    @Test
    void aSlowClientOfALargeRoomGetsANewSnapshotWithItsPages() {
        ControlHarness shortLog = harness(3);
        TestClient slow = shortLog.greetedClient();
        slow.in("room", "slow");
        slow.limit(0);
        for (int i = 0; i < 8; i++) {
            shortLog.greetedClient().in("room", "u" + i);
        }
        shortLog.pass(Duration.ofMillis(50));
        slow.drain();

        Answer.Snapshot snapshot = slow.last(ServerMessage.RoomSnapshot.class).snapshot();
        assertThat(snapshot.users()).hasSize(3);
        List<ServerMessage.RoomPage> pages = slow.all(ServerMessage.RoomPage.class);
        assertThat(pages).hasSize(2);
        assertThat(pages.getLast().more()).isFalse();
    }

    @Test
    void theCountIsExactWhateverWasGathered() {
        fill(6);
        TestClient late = harness.greetedClient();
        late.in("room", "late");

        assertThat(late.last(ServerMessage.UserCount.class).count()).isEqualTo(7);
    }
}
