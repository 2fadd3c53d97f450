package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.Limits;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who of a large room is told of events when: five users, two of them every 20 ms.
final class EventPortionsTest {
    private static final int PORTION = 2;
    private static final Duration TURN = Duration.ofMillis(20);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final ControlHarness harness =
            new ControlHarness(
                    new ControlConfig(
                            ControlConfig.Timing.defaults(),
                            new ControlConfig.Bounds(
                                    100, 10, 100, 5, 4, 20, 32, 10_000, 10_000, 10, 1_000),
                            new ControlConfig.Fanout(
                                    3, INTERVAL, PORTION, Duration.ofMillis(200), 10, 2)));
    private final List<TestClient> clients = new ArrayList<>();

    @BeforeEach
    void fiveInARoom() {
        for (int i = 0; i < 5; i++) {
            clients.add(harness.greetedClient());
            clients.getLast().in("room", "u" + i);
        }
        harness.pass(Duration.ofSeconds(1));
        clients.forEach(TestClient::forget);
    }

    /// What is new to a client, in order; it skips what the version of its view counts.
    private static List<RoomEvent> news(TestClient client) {
        List<RoomEvent> news = new ArrayList<>();
        long version = 0;
        for (ServerMessage.RoomEvents batch : client.all(ServerMessage.RoomEvents.class)) {
            for (RoomEvent event : batch.events()) {
                if (event.version() > version) {
                    news.add(event);
                }
            }
            version = batch.version();
        }
        return news;
    }

    /// The streams that are new to a client.
    private static List<String> told(TestClient client) {
        return news(client).stream()
                .map(event -> ((RoomEvent.StreamAdded) event).stream().streamId())
                .toList();
    }

    /// Which of the clients were told of something.
    private List<Integer> toldClients() {
        return IntStream.range(0, clients.size())
                .filter(i -> !clients.get(i).events().isEmpty())
                .boxed()
                .toList();
    }

    @Test
    void theUsersAreToldOneAfterTheOther() {
        clients.get(4).publish("room", "a");
        assertThat(toldClients()).isEmpty();
        harness.pass(TURN);
        assertThat(toldClients()).containsExactly(0, 1);
        harness.pass(TURN);
        assertThat(toldClients()).containsExactly(0, 1, 2, 3);
        harness.pass(TURN);
        assertThat(toldClients()).as("not of one's own doing").containsExactly(0, 1, 2, 3);

        clients.get(0).publish("room", "b");
        harness.pass(TURN.multipliedBy(3));
        clients.subList(1, 4).forEach(it -> assertThat(told(it)).containsExactly("a", "b"));
        assertThat(told(clients.get(4))).containsExactly("b");
    }

    @Test
    void whatHappensInBetweenIsToldWithTheNextPortion() {
        clients.get(4).publish("room", "a");
        harness.pass(TURN);
        clients.get(4).publish("room", "b");
        harness.pass(TURN);
        assertThat(told(clients.get(0))).containsExactly("a");
        assertThat(told(clients.get(2))).containsExactly("a", "b");
        assertThat(clients.get(2).all(ServerMessage.RoomEvents.class)).hasSize(1);

        harness.pass(TURN.multipliedBy(3));
        clients.subList(0, 4).forEach(it -> assertThat(told(it)).containsExactly("a", "b"));
    }

    /// The fifth and the first are told together, of what both do not know and more.
    @Test
    void oneIsNotToldOfItsOwnDoingWithOthersWhoDoNotKnowIt() {
        clients.get(0).publish("room", "mine");
        harness.pass(TURN);
        clients.get(1).publish("room", "yours");
        harness.pass(TURN.multipliedBy(3));

        assertThat(told(clients.get(0))).containsExactly("yours");
        assertThat(told(clients.get(4))).containsExactly("mine", "yours");
    }

    @Test
    void whoComesInBetweenIsToldOfNothingItKnows() {
        clients.get(4).publish("room", "a");
        harness.pass(TURN);
        TestClient late = harness.greetedClient();
        Answer.LoggedIn in = late.in("room", "late");
        clients.get(4).publish("room", "b");
        harness.pass(Duration.ofSeconds(1));

        assertThat(late.events())
                .filteredOn(event -> event.version() > in.version())
                .singleElement()
                .isInstanceOf(RoomEvent.StreamAdded.class);
        assertThat(news(clients.get(0))).hasSize(3);
    }

    @Test
    void theNextPortionWaitsUntilTheServerHasWrittenToTheOneBefore() {
        clients.get(4).publish("room", "a");
        harness.pass(TURN);
        clients.subList(0, 2).forEach(client -> client.setWaiting(true));
        harness.pass(TURN.multipliedBy(2));
        assertThat(toldClients()).containsExactly(0, 1);

        clients.get(0).setWaiting(false);
        harness.pass(TURN.dividedBy(4));
        assertThat(toldClients()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void itDoesNotWaitForTheOthers() {
        clients.get(4).publish("room", "a");
        clients.subList(0, 3).forEach(client -> client.setWaiting(true));
        harness.pass(TURN);
        assertThat(toldClients()).containsExactly(0, 1);
    }

    @Test
    void itDoesNotWaitForever() {
        clients.forEach(client -> client.setWaiting(true));
        clients.get(4).publish("room", "a");
        harness.pass(TURN.multipliedBy(11));
        assertThat(toldClients()).containsExactly(0, 1);
    }

    @Test
    void oneWhoIsAwayIsPassedOverAndToldWhenItIsBack() {
        TestClient before = harness.greetedClient();
        Answer.LoggedIn in = before.in("room", "u5");
        before.disconnect();
        clients.get(4).publish("room", "a");
        harness.pass(Duration.ofSeconds(1));
        TestClient back = harness.greetedClient();
        Answer.LoggedIn again =
                (Answer.LoggedIn) back.resume("room", "u5", in.resumeKey(), in.version()).result();
        clients.get(4).publish("room", "b");
        harness.pass(Duration.ofSeconds(1));

        assertThat(((Answer.Missed) again.state()).events()).hasSize(1);
        assertThat(told(back)).containsExactly("b");
    }

    @Test
    void noMessageHoldsMoreThanItMay() {
        int events = Limits.ROOM_EVENTS_MAX_COUNT + 100;
        for (int i = 0; i < events / 2; i++) {
            clients.get(4).publish("room", "a");
            clients.get(4).stopPublishing("room", "a");
        }
        harness.pass(Duration.ofSeconds(1));

        assertThat(news(clients.get(3))).hasSize(events);
        assertThat(clients.get(3).all(ServerMessage.RoomEvents.class))
                .allMatch(message -> message.events().size() <= Limits.ROOM_EVENTS_MAX_COUNT);
    }

    /// What it does not see changes the version, too, and pages are of the version before them.
    @Test
    void oneWhoSeesNoUsersGetsItsPagesAtTheVersionItIsAt() {
        for (int i = 0; i < 4; i++) {
            clients.get(i).publish("room", "s" + i);
        }
        TestClient blind = harness.greetedClient();
        blind.limit(2); // the answer and the number of users
        long version = blindIn(blind).version();
        clients.get(3).logout("room");
        clients.get(4).logout("room");
        harness.greetedClient().in("room", "late");
        harness.pass(Duration.ofSeconds(1));
        blind.drain();

        long at = version;
        for (ServerMessage message : blind.received()) {
            if (message instanceof ServerMessage.RoomEvents events) {
                at = events.version();
            } else if (message instanceof ServerMessage.RoomPage page) {
                assertThat(page.version()).isEqualTo(at);
            }
        }
        assertThat(blind.all(ServerMessage.RoomPage.class)).isNotEmpty();
    }

    private static Answer.LoggedIn blindIn(TestClient client) {
        return (Answer.LoggedIn)
                client.request(id ->
                                new ClientMessage.Login(
                                        id, "room", "blind", "", null, 0, false, null))
                        .result();
    }
}
