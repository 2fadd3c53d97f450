package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.TransparentMessageMode;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rates that clients share. What one client, and a room's messages may is in [MessagesTest].
final class RatesTest {
    private static final int CALLS = 3;
    private static final int LOGINS = 4;
    private static final int TOO_FREQUENT_IN_APP = ErrorCode.ROOM_APP_CALL_API_TOO_FREQUENT.code();
    private static final int TOO_FREQUENT_IN_ROOM =
            ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT.code();

    private final ControlHarness harness =
            new ControlHarness(
                    new ControlConfig(
                            ControlConfig.Timing.defaults(),
                            ControlConfig.Bounds.defaults(),
                            ControlConfig.Fanout.defaults(),
                            new ControlConfig.Rates(CALLS, LOGINS)));

    static List<LongFunction<ClientMessage>> calls() {
        return List.of(
                id -> new ClientMessage.SendBroadcastMessage(id, "room", "hello"),
                id -> new ClientMessage.SendBarrageMessage(id, "room", "hello"),
                id -> new ClientMessage.SendCustomCommand(id, "room", "hello", List.of()),
                id ->
                        new ClientMessage.SendTransparentMessage(
                                id,
                                "room",
                                TransparentMessageMode.ONLY_CLIENT,
                                "aGVsbG8=",
                                List.of()),
                id -> new ClientMessage.SetRoomExtraInfo(id, "room", "key", "value"),
                id -> new ClientMessage.SetStreamExtraInfo(id, "room", "s1", "info"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void allRoomsOfAnAppShareTheRateOfCalls(LongFunction<ClientMessage> call) {
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna");
        anna.publish("room", "s1");
        TestClient ben = harness.greetedClient();
        ben.in("other", "ben");
        for (int i = 0; i < CALLS; i++) {
            assertThat(
                            ben.request(id ->
                                            new ClientMessage.SendBarrageMessage(
                                                    id, "other", "hello"))
                                    .code())
                    .isZero();
        }

        assertThat(anna.request(call).code()).isEqualTo(TOO_FREQUENT_IN_APP);
        assertThat(anna.heartbeat().code()).as("anything else").isZero();
        assertThat(anna.publish("room", "s2").code()).as("anything else").isZero();
        harness.pass(Duration.ofMillis(1_000 / CALLS + 1));
        assertThat(anna.request(call).code()).isZero();
        assertThat(anna.request(call).code()).isEqualTo(TOO_FREQUENT_IN_APP);
    }

    @Test
    void aRoomTakesSoManyLoginsASecondAndAllWhoComeBack() {
        TestClient first = harness.greetedClient();
        Answer.LoggedIn in = first.in("room", "u0");
        for (int i = 1; i < LOGINS; i++) {
            harness.greetedClient().in("room", "u" + i);
        }

        TestClient late = harness.greetedClient();
        assertThat(late.login("room", "late").code()).isEqualTo(TOO_FREQUENT_IN_ROOM);
        assertThat(late.login("other", "late").code()).as("another room").isZero();
        assertThat(late.logout("other").code()).isZero();
        first.disconnect();
        assertThat(
                        harness.greetedClient()
                                .resume("room", "u0", in.resumeKey(), in.version())
                                .code())
                .isZero();
        assertThat(harness.greetedClient().resume("room", "u9", "forgotten", 7).code()).isZero();
        assertThat(late.login("room", "late").code()).isEqualTo(TOO_FREQUENT_IN_ROOM);

        harness.pass(Duration.ofSeconds(1));
        assertThat(late.login("room", "late").code()).isZero();
    }
}
