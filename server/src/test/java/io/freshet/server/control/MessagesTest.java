package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Limits;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.TransparentMessageMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessagesTest {
    private final ControlHarness harness =
            new ControlHarness(
                    ControlHarness.withBounds(
                            new ControlConfig.Bounds(
                                    100, 10, 100, 5, 4, 20, 32, 10_000, 10_000, 10, 100)));
    private final TestClient anna = harness.greetedClient();
    private final TestClient ben = harness.greetedClient();
    private final TestClient cleo = harness.greetedClient();
    private Answer.LoggedIn bensLogin;

    @BeforeEach
    void threeInARoom() {
        anna.in("room", "anna");
        bensLogin = ben.in("room", "ben");
        cleo.in("room", "cleo");
    }

    private static Answer broadcast(TestClient from, String text) {
        return from.request(id -> new ClientMessage.SendBroadcastMessage(id, "room", text));
    }

    private static Answer barrage(TestClient from, String text) {
        return from.request(id -> new ClientMessage.SendBarrageMessage(id, "room", text));
    }

    private static Answer command(TestClient from, String text, String... to) {
        return from.request(
                id -> new ClientMessage.SendCustomCommand(id, "room", text, List.of(to)));
    }

    private static Answer transparent(
            TestClient from, TransparentMessageMode mode, String content, String... to) {
        return from.request(id ->
                new ClientMessage.SendTransparentMessage(id, "room", mode, content, List.of(to)));
    }

    private static List<String> broadcastsTo(TestClient client) {
        return client.all(ServerMessage.BroadcastMessages.class).stream()
                .flatMap(notice -> notice.messages().stream())
                .map(RoomMessage::message)
                .toList();
    }

    private static List<String> barragesTo(TestClient client) {
        return client.all(ServerMessage.BarrageMessages.class).stream()
                .flatMap(notice -> notice.messages().stream())
                .map(RoomMessage::message)
                .toList();
    }

    private static List<String> commandsTo(TestClient client) {
        return client.all(ServerMessage.CustomCommand.class).stream()
                .map(ServerMessage.CustomCommand::command)
                .toList();
    }

    private Answer resumeBen(TestClient on, long messageId) {
        return on.request(id ->
                TestClient.loginMessage(
                        id,
                        "room",
                        "ben",
                        null,
                        new ClientMessage.Resume(
                                bensLogin.resumeKey(), bensLogin.version(), messageId)));
    }

    @Test
    void aBroadcastMessageReachesEverybodyElse() {
        Answer.MessageSent sent = (Answer.MessageSent) broadcast(anna, "hello").result();

        assertThat(broadcastsTo(anna)).isEmpty();
        assertThat(broadcastsTo(ben)).containsExactly("hello");
        RoomMessage message =
                cleo.last(ServerMessage.BroadcastMessages.class).messages().getFirst();
        assertThat(message.messageId()).isEqualTo(sent.messageId());
        assertThat(message.sendTimeMs())
                .isEqualTo(sent.sendTimeMs())
                .isEqualTo(harness.clock.wallMs());
        assertThat(message.fromUser().userName()).isEqualTo("name of anna");
    }

    @Test
    void numbersGrowOverAllKindsOfMessages() {
        long first = ((Answer.MessageSent) broadcast(anna, "1").result()).messageId();
        command(anna, "2");
        long third = ((Answer.MessageSent) barrage(anna, "3").result()).messageId();

        long second = ben.last(ServerMessage.CustomCommand.class).messageId();
        assertThat(first).isGreaterThan(bensLogin.messageId());
        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
    }

    @Test
    void aCommandReachesThoseNamedOnceAndNotItsSender() {
        assertThat(command(anna, "dance", "ben", "ben", "anna", "nobody").code()).isZero();
        command(anna, "all");

        assertThat(commandsTo(ben)).containsExactly("dance", "all");
        assertThat(commandsTo(cleo)).containsExactly("all");
        assertThat(commandsTo(anna)).isEmpty();
    }

    @Test
    void aTransparentMessageReachesClientsOnly() {
        assertThat(transparent(anna, TransparentMessageMode.ONLY_CLIENT, "AAEC", "ben").code())
                .isZero();
        assertThat(ben.last(ServerMessage.TransparentMessage.class).content()).isEqualTo("AAEC");
        assertThat(cleo.all(ServerMessage.TransparentMessage.class)).isEmpty();
        for (var mode :
                List.of(
                        TransparentMessageMode.ONLY_SERVER,
                        TransparentMessageMode.CLIENT_AND_SERVER)) {
            assertThat(transparent(anna, mode, "AAEC").code())
                    .isEqualTo(ErrorCode.COMMON_SDK_NO_MODULE.code());
        }
        assertThat(ben.all(ServerMessage.TransparentMessage.class)).hasSize(1);
    }

    @Test
    void aClientThatDoesNotKnowMessagesIsSentNone() {
        TestClient old = harness.client().knowing().greeted();
        assertThat(old.in("room", "old").messageId()).isZero();
        broadcast(anna, "b");
        barrage(anna, "m");
        command(anna, "c");
        transparent(anna, TransparentMessageMode.ONLY_CLIENT, "AAEC");

        assertThat(broadcastsTo(old)).isEmpty();
        assertThat(barragesTo(old)).isEmpty();
        assertThat(commandsTo(old)).isEmpty();
        assertThat(old.all(ServerMessage.TransparentMessage.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1009001", "1, 0", "1024, 0", "1025, 1009002"})
    void contentsAreMeasured(int length, int code) {
        String text = "x".repeat(length);

        assertThat(broadcast(anna, text).code()).isEqualTo(code);
        assertThat(barrage(anna, text).code()).isEqualTo(code);
        assertThat(command(anna, text).code()).isEqualTo(code);
        assertThat(ben.all(ServerMessage.BroadcastMessages.class)).hasSize(code == 0 ? 1 : 0);
    }

    @Test
    void receiversAreChecked() {
        assertThat(command(anna, "c", "").code()).isEqualTo(ErrorCode.IM_USER_ID_EMPTY.code());
        assertThat(command(anna, "c", "x".repeat(64)).code())
                .isEqualTo(ErrorCode.IM_USER_ID_TOO_LONG.code());
        assertThat(command(anna, "c", "a b").code())
                .isEqualTo(ErrorCode.ROOM_USER_ID_INVALID_CHARACTER.code());
        assertThat(commandsTo(ben)).isEmpty();
    }

    @Test
    void whoIsNotInTheRoomSendsNothing() {
        TestClient outside = harness.greetedClient();
        assertThat(broadcast(outside, "b").code())
                .isEqualTo(ErrorCode.COMMON_NOT_LOGIN_ROOM.code());
        outside.in("elsewhere", "outside");

        assertThat(broadcast(outside, "b").code())
                .isEqualTo(ErrorCode.IM_INCONSISTENT_ROOM_ID.code());
        assertThat(barrage(outside, "b").code())
                .isEqualTo(ErrorCode.IM_INCONSISTENT_ROOM_ID.code());
        assertThat(command(outside, "b").code())
                .isEqualTo(ErrorCode.IM_INCONSISTENT_ROOM_ID.code());
        assertThat(transparent(outside, TransparentMessageMode.ONLY_CLIENT, "AAEC").code())
                .isEqualTo(ErrorCode.IM_INCONSISTENT_ROOM_ID.code());
    }

    @Test
    void aUserBroadcastsTwiceASecond() {
        assertThat(broadcast(anna, "1").code()).isZero();
        harness.pass(Duration.ofMillis(600));
        assertThat(broadcast(anna, "2").code()).isZero();
        assertThat(broadcast(anna, "3").code())
                .isEqualTo(ErrorCode.IM_BROADCAST_MESSAGE_QPS_OVERLOAD.code());
        assertThat(broadcast(ben, "b").code()).isZero();
        harness.pass(Duration.ofMillis(400));
        assertThat(broadcast(anna, "4").code()).isZero();
        assertThat(broadcast(anna, "5").code())
                .isEqualTo(ErrorCode.IM_BROADCAST_MESSAGE_QPS_OVERLOAD.code());

        assertThat(broadcastsTo(cleo)).containsExactly("1", "2", "b", "4");
    }

    @Test
    void aRoomTakesTenBroadcastsASecond() {
        for (int i = 0; i < 5; i++) {
            TestClient sender = harness.greetedClient();
            sender.in("room", "sender" + i);
            assertThat(broadcast(sender, "a" + i).code()).isZero();
            assertThat(broadcast(sender, "b" + i).code()).isZero();
        }

        assertThat(broadcast(anna, "x").code())
                .isEqualTo(ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT.code());
        harness.pass(Duration.ofSeconds(1));
        // What the room refused did not count for the user.
        assertThat(broadcast(anna, "y").code()).isZero();
        assertThat(broadcast(anna, "z").code()).isZero();
        assertThat(broadcastsTo(ben)).hasSize(12);
    }

    @Test
    void commandsToOneAndToSeveralAreCountedApart() {
        for (int i = 0; i < Limits.CUSTOM_COMMANDS_TO_ONE_PER_SECOND; i++) {
            assertThat(command(anna, "c" + i, "ben").code()).isZero();
        }
        assertThat(command(anna, "c", "ben").code())
                .isEqualTo(ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT.code());
        for (int i = 0; i < Limits.CUSTOM_COMMANDS_TO_SEVERAL_PER_SECOND; i++) {
            assertThat(command(anna, "d" + i).code()).isZero();
        }
        assertThat(command(anna, "d", "ben", "cleo").code())
                .isEqualTo(ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT.code());
        assertThat(commandsTo(ben)).hasSize(210);
    }

    @Test
    void tooManyBarrageMessagesSucceedButReachNobody() {
        for (int i = 0; i < 25; i++) {
            assertThat(barrage(anna, "m" + i).code()).isZero();
        }
        assertThat(barragesTo(ben)).hasSize(20);
    }

    @Test
    void whoIsCrowdedLosesBarrageMessagesFirst() {
        ben.setCrowded(true);
        barrage(anna, "m");
        broadcast(anna, "b");

        assertThat(barragesTo(ben)).isEmpty();
        assertThat(broadcastsTo(ben)).containsExactly("b");
        assertThat(barragesTo(cleo)).containsExactly("m");
    }

    @Test
    void whoWasAwayGetsEachReliableMessageOnceAndInOrder() {
        broadcast(anna, "1");
        long known = ben.last(ServerMessage.BroadcastMessages.class).messages().get(0).messageId();
        ben.disconnect();
        broadcast(anna, "2");
        command(anna, "3", "ben");
        command(anna, "not for ben", "cleo");
        barrage(anna, "gone");
        broadcast(cleo, "4");
        broadcast(cleo, "5");

        TestClient again = harness.greetedClient();
        Answer.LoggedIn resumed = (Answer.LoggedIn) resumeBen(again, known).result();
        broadcast(anna, "limited");
        harness.pass(Duration.ofSeconds(1));
        broadcast(anna, "6");

        assertThat(resumed.messageId()).isEqualTo(known);
        assertThat(broadcastsTo(again)).containsExactly("2", "4", "5", "6");
        assertThat(again.all(ServerMessage.BroadcastMessages.class).get(1).messages()).hasSize(2);
        assertThat(commandsTo(again)).containsExactly("3");
        assertThat(barragesTo(again)).isEmpty();
    }

    @Test
    void theFirstMessageOfARoomIsNotLostForOneThatKnowsOfNone() {
        ben.disconnect();
        broadcast(anna, "first");
        TestClient again = harness.greetedClient();
        resumeBen(again, bensLogin.messageId());

        assertThat(broadcastsTo(again)).containsExactly("first");
    }

    @Test
    void nobodyGetsWhatWasSentBeforeItCame() {
        broadcast(anna, "before");
        TestClient late = harness.greetedClient();
        Answer.LoggedIn in = late.in("room", "late");
        late.disconnect();
        broadcast(anna, "after");
        TestClient again = harness.greetedClient();
        again.request(id ->
                TestClient.loginMessage(
                        id,
                        "room",
                        "late",
                        null,
                        new ClientMessage.Resume(in.resumeKey(), in.version(), 1)));

        assertThat(broadcastsTo(again)).containsExactly("after");
    }

    @Test
    void onlyTheNewestAreKeptAndTheAnswerSaysFromWhereOn() {
        ben.disconnect();
        for (int i = 0; i < Limits.CUSTOM_COMMANDS_TO_ONE_PER_SECOND; i++) {
            command(anna, "c" + i, "ben");
        }
        harness.pass(Duration.ofSeconds(1));
        command(anna, "last", "ben");
        TestClient again = harness.greetedClient();
        Answer.LoggedIn resumed =
                (Answer.LoggedIn) resumeBen(again, bensLogin.messageId()).result();

        assertThat(commandsTo(again)).hasSize(200).startsWith("c1").endsWith("last");
        assertThat(resumed.messageId())
                .isEqualTo(again.all(ServerMessage.CustomCommand.class).getFirst().messageId() - 1);
    }

    @Test
    void aSlowClientGetsItsReliableMessagesLater() {
        ben.limit(0);
        broadcast(anna, "1");
        command(anna, "2");
        anna.publish("room", "s1");
        broadcast(anna, "3");
        assertThat(broadcastsTo(ben)).isEmpty();

        ben.drain();
        broadcast(cleo, "4");

        assertThat(broadcastsTo(ben)).containsExactly("1", "3", "4");
        assertThat(commandsTo(ben)).containsExactly("2");
        assertThat(ben.events()).hasSize(2);
    }

    @Test
    void manyMissedMessagesComeInFewNotices() {
        ben.disconnect();
        for (int second = 0; second < 15; second++) {
            for (TestClient sender : List.of(anna, cleo)) {
                broadcast(sender, "a" + second);
                broadcast(sender, "b" + second);
            }
            harness.pass(Duration.ofSeconds(1));
        }
        TestClient again = harness.greetedClient();
        resumeBen(again, bensLogin.messageId());

        assertThat(broadcastsTo(again)).hasSize(60);
        assertThat(again.all(ServerMessage.BroadcastMessages.class)).hasSize(2);
    }
}
