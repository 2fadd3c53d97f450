package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages and batches, with a large room of 4 users and pages of 3.
final class LargeRoomTest {
    private static final int ALL = 1_000;

    private static final Comparator<SharedPart> SAME = (a, b) -> a == b ? 0 : 1;

    private final ControlHarness harness = harness(20);
    private final List<TestClient> clients = new ArrayList<>();

    private static ControlHarness harness(int logLength) {
        return harness(logLength, ALL);
    }

    private static ControlHarness harness(int logLength, int portion) {
        return new ControlHarness(
                new ControlConfig(
                        ControlConfig.Timing.defaults(),
                        new ControlConfig.Bounds(
                                100, 10, 100, 5, 4, 20, 32, 1_000, 1_000, 10, logLength),
                        new ControlConfig.Fanout(
                                4, Duration.ofMillis(50), portion, Duration.ofMillis(200), 10, 3)));
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

        assertThat(first.users()).isEmpty();
        assertThat(first.more()).isTrue();
        assertThat(first.userCount()).isEqualTo(9);
        List<ServerMessage.RoomPage> pages = late.all(ServerMessage.RoomPage.class);
        assertThat(pages).hasSize(3).allMatch(page -> page.version() == in.version());
        assertThat(ids(pages.get(0).users())).containsExactly("u0", "u1", "u2");
        assertThat(ids(pages.get(1).users())).containsExactly("u3", "u4", "u5");
        assertThat(ids(pages.get(2).users())).containsExactly("u6", "u7");
        assertThat(pages)
                .extracting(ServerMessage.RoomPage::more)
                .containsExactly(true, true, false);
    }

    @Test
    void newcomersShareThePagesThatAreTheSame() {
        fill(8);
        TestClient one = harness.greetedClient();
        TestClient two = harness.greetedClient();
        one.in("room", "one");
        two.in("room", "two");

        assertThat(one.parts().subList(0, 2))
                .usingElementComparator(SAME)
                .isEqualTo(two.parts().subList(0, 2));
        assertThat(two.parts()).hasSize(3);
        assertThat(ids(two.parts().getLast().users())).containsExactly("u6", "u7", "one");

        clients.get(4).logout("room");
        TestClient three = harness.greetedClient();
        three.in("room", "three");
        assertThat(three.parts().getFirst()).isSameAs(two.parts().getFirst());
        assertThat(ids(three.parts().get(1).users())).containsExactly("u3", "u5");
    }

    @Test
    void nobodysOwnIsInItsPages() {
        fill(8);
        clients.get(4).publish("room", "s4");
        TestClient other = harness.greetedClient();
        other.in("room", "other");
        clients.get(4).disconnect();
        TestClient back = harness.greetedClient();
        back.in("room", "u4");

        assertThat(other.parts()).anyMatch(part -> ids(part.users()).contains("u4"));
        assertThat(back.parts()).noneMatch(part -> ids(part.users()).contains("u4"));
        assertThat(back.parts()).allMatch(part -> part.streams().isEmpty());
    }

    @Test
    void aRoomThatManyHaveLeftHasFewPages() {
        fill(12);
        for (int i = 0; i < 12; i++) {
            if (i % 3 != 0) {
                clients.get(i).logout("room");
            }
        }
        clients.get(0).publish("room", "s0");
        clients.get(3).publish("room", "s3");
        TestClient late = harness.greetedClient();
        late.in("room", "late");

        List<String> seen =
                late.parts().stream().flatMap(part -> ids(part.users()).stream()).toList();
        assertThat(seen).containsExactly("u0", "u3", "u6", "u9");
        assertThat(late.parts()).hasSizeLessThanOrEqualTo(5);
        assertThat(late.parts().stream().mapToInt(part -> part.streams().size()).sum())
                .isEqualTo(2);
    }

    @Test
    void aFullLastPageSaysThatItIsTheLast() {
        fill(6);
        TestClient late = harness.greetedClient();
        late.in("room", "late");

        assertThat(late.all(ServerMessage.RoomPage.class))
                .hasSize(2)
                .last()
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
        assertThat(pages).hasSize(3).allMatch(page -> page.version() == in.version() + 3);
        assertThat(ids(pages.get(0).users())).containsExactly("u0", "u2");
        assertThat(ids(pages.get(1).users())).containsExactly("u3", "u4", "u5");
        assertThat(ids(pages.get(2).users())).containsExactly("u6");
        assertThat(pages.get(2).streams()).as("it came by its event").isEmpty();
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
        assertThat(clients.get(6).last(ServerMessage.RoomEvents.class))
                .as("it skips its own coming, which its view's version counts")
                .isSameAs(all);
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
                .filteredOn(event -> event.version() > back.version())
                .singleElement()
                .matches(event ->
                        event instanceof RoomEvent.StreamAdded added
                                && added.stream().streamId().equals("c"));
    }

    @Test
    void eventsWaitForClientsThatHaveNotBeenSentTheOnesBefore() {
        fill(6);
        clients.subList(0, 5).forEach(client -> client.setWaiting(true));
        clients.get(5).publish("room", "s5");
        harness.pass(Duration.ofMillis(100));
        assertThat(clients.get(0).events()).isEmpty();

        clients.subList(0, 4).forEach(client -> client.setWaiting(false));
        harness.pass(Duration.ofMillis(13));
        assertThat(clients.get(0).events()).as("a quarter of the interval later").hasSize(1);
        assertThat(clients.get(4).events()).hasSize(1);
    }

    @Test
    void eventsDoNotWaitForever() {
        fill(6);
        clients.forEach(client -> client.setWaiting(true));
        clients.get(5).publish("room", "s5");
        harness.pass(Duration.ofMillis(550));

        assertThat(clients.get(0).events()).hasSize(1);
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
        assertThat(snapshot.users()).isEmpty();
        List<ServerMessage.RoomPage> pages = slow.all(ServerMessage.RoomPage.class);
        assertThat(pages).hasSize(3);
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
