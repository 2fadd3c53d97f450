package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.Limits;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BackendMessagesTest {
    private static final long APP = ControlHarness.APP_ID;
    private static final RoomUser SYSTEM = new RoomUser("system", "");

    private final ControlHarness harness = new ControlHarness();
    private final MessageOperations messages = harness.plane.operations().messages();
    private final TestClient anna = harness.greetedClient();
    private final TestClient ben = harness.greetedClient();
    private Answer.LoggedIn bensLogin;

    @BeforeEach
    void twoInARoom() {
        anna.in("room", "anna");
        bensLogin = ben.in("room", "ben");
    }

    private long broadcast(RoomUser from, String text) {
        return messages.broadcast(APP, "room", from, text).orElseThrow();
    }

    private static List<String> broadcastsTo(TestClient client) {
        return client.all(ServerMessage.BroadcastMessages.class).stream()
                .flatMap(notice -> notice.messages().stream())
                .map(RoomMessage::message)
                .toList();
    }

    @Test
    void aBroadcastMessageReachesEverybody() {
        long messageId = broadcast(SYSTEM, "hello");

        RoomMessage toAnna = anna.last(ServerMessage.BroadcastMessages.class).messages().getFirst();
        assertThat(toAnna.messageId()).isEqualTo(messageId);
        assertThat(toAnna.fromUser())
                .as("without a name")
                .isEqualTo(new RoomUser("system", "system"));
        assertThat(toAnna.sendTimeMs()).isEqualTo(harness.clock.wallMs());
        assertThat(broadcastsTo(ben)).containsExactly("hello");
    }

    @Test
    void aClientOfTheSendersUserIdDoesNotGetIt() {
        broadcast(new RoomUser("ben", "Ben"), "as ben");
        messages.barrage(APP, "room", new RoomUser("ben", "Ben"), "as ben");
        messages.command(APP, "room", new RoomUser("ben", "Ben"), "as ben", List.of());

        assertThat(broadcastsTo(ben)).isEmpty();
        assertThat(ben.all(ServerMessage.BarrageMessages.class)).isEmpty();
        assertThat(ben.all(ServerMessage.CustomCommand.class)).isEmpty();
        assertThat(broadcastsTo(anna)).containsExactly("as ben");
        assertThat(anna.all(ServerMessage.BarrageMessages.class)).hasSize(1);
        assertThat(anna.all(ServerMessage.CustomCommand.class)).hasSize(1);
    }

    @Test
    void whoWasAwayGetsItOnceWhenItComesBack() {
        ben.disconnect();
        broadcast(SYSTEM, "one");
        messages.command(APP, "room", SYSTEM, "two", List.of("ben"));

        TestClient again = harness.greetedClient();
        again.request(id ->
                TestClient.loginMessage(
                        id,
                        "room",
                        "ben",
                        null,
                        new ClientMessage.Resume(
                                bensLogin.resumeKey(),
                                bensLogin.version(),
                                bensLogin.messageId())));
        broadcast(SYSTEM, "three");

        assertThat(broadcastsTo(again)).containsExactly("one", "three");
        assertThat(again.all(ServerMessage.CustomCommand.class)).hasSize(1);
    }

    @Test
    void theyHaveNoPartInTheUsersRates() {
        for (int i = 0; i < 3 * Limits.BARRAGE_MESSAGES_PER_SECOND; i++) {
            broadcast(SYSTEM, "b" + i);
            messages.barrage(APP, "room", SYSTEM, "m" + i);
        }

        assertThat(broadcastsTo(ben)).hasSize(3 * Limits.BARRAGE_MESSAGES_PER_SECOND);
        assertThat(ben.all(ServerMessage.BarrageMessages.class))
                .hasSize(3 * Limits.BARRAGE_MESSAGES_PER_SECOND);
        assertThat(
                        anna.request(id ->
                                        new ClientMessage.SendBroadcastMessage(id, "room", "mine"))
                                .code())
                .isZero();
        anna.request(id -> new ClientMessage.SendBarrageMessage(id, "room", "mine"));
        assertThat(ben.last(ServerMessage.BarrageMessages.class).messages().getFirst().message())
                .isEqualTo("mine");
    }

    @Test
    void aCommandNamesThoseItDidNotReach() {
        assertThat(messages.command(APP, "room", SYSTEM, "x", List.of("ben", "nobody", "nobody")))
                .contains(List.of("nobody"));
        assertThat(messages.command(APP, "room", SYSTEM, "y", List.of("nobody")))
                .contains(List.of("nobody"));
        assertThat(messages.command(APP, "room", SYSTEM, "z", List.of())).contains(List.of());

        assertThat(ben.all(ServerMessage.CustomCommand.class))
                .extracting(ServerMessage.CustomCommand::command)
                .containsExactly("x", "z");
        assertThat(anna.all(ServerMessage.CustomCommand.class))
                .extracting(ServerMessage.CustomCommand::command)
                .containsExactly("z");
    }

    @Test
    void thereIsNoMessageIntoARoomThatIsNotThere() {
        assertThat(messages.broadcast(APP, "none", SYSTEM, "x")).isEmpty();
        assertThat(messages.barrage(APP, "none", SYSTEM, "x")).isEmpty();
        assertThat(messages.command(APP, "none", SYSTEM, "x", List.of())).isEmpty();
        assertThat(messages.broadcast(APP + 1, "room", SYSTEM, "x")).isEmpty();
    }
}
