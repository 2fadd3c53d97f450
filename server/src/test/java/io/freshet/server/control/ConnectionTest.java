package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

final class ConnectionTest {
    private final ControlHarness harness = new ControlHarness();

    @Test
    void theWelcomeComesFirstAndUnasked() {
        TestClient one = harness.client();
        TestClient two = harness.client();

        assertThat(one.last(ServerMessage.Welcome.class).minVersion()).isEqualTo(1);
        assertThat(one.nonce()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(two.nonce());
    }

    @Test
    void aHelloIsAnsweredWithTheHeartbeatFigures() {
        TestClient client = harness.client();
        Answer answer = client.hello(ControlHarness.APP_ID, Optional.of(ControlHarness.APP_SIGN));

        assertThat(answer.result())
                .isEqualTo(new Answer.Greeted(1, ClientAbilities.SERVED, 15_000, 100_000));
    }

    @Test
    void anUnknownOrOfflineAppIdIsRefused() {
        TestClient client = harness.client();
        assertThat(client.hello(5, Optional.of(ControlHarness.APP_SIGN)).code()).isEqualTo(1001004);
        assertThat(client.hello(0, Optional.empty()).code()).isEqualTo(1001000);

        harness.projects.put(
                6L,
                new Project(
                        6,
                        ControlHarness.APP_SIGN,
                        ControlHarness.SECRET,
                        false,
                        false,
                        ResourceMode.RTC,
                        Set.of()));
        assertThat(client.hello(6, Optional.of(ControlHarness.APP_SIGN)).code()).isEqualTo(1001004);
    }

    @Test
    void aWrongAppSignIsRefusedAndWithItAllThatCameInTheSameFlight() {
        TestClient client = harness.client();

        assertThat(client.hello(ControlHarness.APP_ID, Optional.of("0".repeat(64))).code())
                .isEqualTo(1001005);
        assertThat(client.login("room", "anna").code()).isEqualTo(1001005);
        assertThat(client.play("s1").code()).isEqualTo(1001005);
        assertThat(harness.plane.statistics().users()).isZero();
    }

    @Test
    void aProofIsGoodForItsOwnConnectionOnly() {
        TestClient one = harness.client();
        TestClient two = harness.client();
        String stolen =
                io.freshet.protocol.AppSignProof.compute(
                        ControlHarness.APP_SIGN, one.nonce(), ControlHarness.APP_ID);

        Answer answer =
                two.request(id ->
                        new ClientMessage.Hello(
                                id, 1, List.of(), ControlHarness.APP_ID, stolen, ""));
        assertThat(answer.code()).isEqualTo(1001005);
    }

    @Test
    void nothingIsAcceptedBeforeAHello() {
        List<LongFunction<ClientMessage>> requests =
                List.of(
                        id -> TestClient.loginMessage(id, "room", "anna", null, null),
                        id -> new ClientMessage.Logout(id, "room"),
                        id -> new ClientMessage.RenewToken(id, "room", "t"),
                        TestClient.publishMessage("room", "s1", "offer"),
                        id -> new ClientMessage.StopPublishing(id, "room", "s1"),
                        id -> new ClientMessage.SetStreamExtraInfo(id, "room", "s1", "x"),
                        TestClient.playMessage("s1", ResourceMode.RTC, "offer"),
                        id -> new ClientMessage.StopPlaying(id, "s1"),
                        ClientMessage.Heartbeat::new);
        TestClient client = harness.client();

        for (LongFunction<ClientMessage> request : requests) {
            assertThat(client.request(request).code())
                    .isEqualTo(ErrorCode.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE.code());
        }
    }

    @Test
    void aSecondHelloAndAnUnknownVersionAreRefused() {
        TestClient client = harness.client();
        Answer tooNew =
                client.request(id ->
                        new ClientMessage.Hello(
                                id, 99, List.of(), ControlHarness.APP_ID, null, ""));
        assertThat(tooNew.code()).isEqualTo(ErrorCode.COMMON_ILLEGAL_PARAM.code());
        assertThat(tooNew.message()).contains("99");

        client.greeted();
        assertThat(client.hello(ControlHarness.APP_ID, Optional.of(ControlHarness.APP_SIGN)).code())
                .isEqualTo(ErrorCode.COMMON_ILLEGAL_PARAM.code());
    }

    @Test
    void whoDoesNotSayHelloIsClosed() {
        TestClient silent = harness.client();
        TestClient polite = harness.greetedClient();

        harness.pass(Duration.ofSeconds(10));

        assertThat(silent.isClosed()).isTrue();
        assertThat(polite.isClosed()).isFalse();
        harness.pass(Duration.ofSeconds(91));
        assertThat(polite.isClosed()).isTrue();
    }

    @Test
    void anIdUsedBeforeIsRefused() {
        TestClient client = harness.greetedClient();
        client.send(_ -> new ClientMessage.Heartbeat(1000));
        client.send(_ -> new ClientMessage.Heartbeat(999));

        assertThat(client.answer(1000).code()).isZero();
        assertThat(client.answer(999).code()).isEqualTo(ErrorCode.COMMON_ILLEGAL_PARAM.code());
    }

    @Test
    void tooManyRequestsAreRefusedUntilTimeHasPassed() {
        TestClient client = harness.greetedClient();
        int accepted = 0;
        while (client.heartbeat().code() == 0) {
            accepted++;
        }

        assertThat(accepted).isEqualTo(99); // the hello was one
        assertThat(client.heartbeat().code())
                .isEqualTo(ErrorCode.ROOM_APP_CALL_TOO_FREQUENT.code());
        harness.pass(Duration.ofMillis(50));
        assertThat(client.heartbeat().code()).isZero();
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void whoGoesOnRegardlessIsClosed() {
        TestClient client = harness.greetedClient();
        for (int i = 0; i < 350 && !client.isClosed(); i++) {
            client.heartbeat();
        }

        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void onlySoManyRequestsMayWaitForTheMediaPlane() {
        FakeMediaPlane.Held held = new FakeMediaPlane.Held();
        ControlConfig.Bounds bounds =
                new ControlConfig.Bounds(10, 10, 10, 5, 4, 20, 2, 20, 100, 10, 10);
        ControlHarness slow =
                new ControlHarness(ControlHarness.withBounds(bounds), new FakeMediaPlane(held));
        TestClient anna = slow.greetedClient();
        anna.in("room", "anna");
        long first = anna.send(TestClient.publishMessage("room", "s1", "offer"));
        long second = anna.send(TestClient.publishMessage("room", "s2", "offer"));

        assertThat(anna.publish("room", "s3").code())
                .isEqualTo(ErrorCode.ROOM_APP_CALL_TOO_FREQUENT.code());
        held.goOn();
        assertThat(anna.answer(first).code()).isZero();
        assertThat(anna.answer(second).code()).isZero();
    }

    @Test
    void oneConnectionTooManyIsToldToComeBack() {
        ControlConfig.Bounds bounds =
                new ControlConfig.Bounds(1, 10, 10, 5, 4, 20, 2, 20, 100, 10, 10);
        ControlHarness small = new ControlHarness(ControlHarness.withBounds(bounds));
        TestClient first = small.greetedClient();
        TestClient second = small.client();

        assertThat(second.last(ServerMessage.Closing.class).retryAfterMs()).isPositive();
        assertThat(second.isClosed()).isTrue();
        assertThat(first.isClosed()).isFalse();

        first.disconnect();
        second.disconnect();
        assertThat(small.client().isClosed()).isFalse();
        assertThat(small.plane.statistics().connections()).isEqualTo(1);
    }

    @Test
    void aStoppingServerTellsEverybodyAndTakesNobodyIn() {
        TestClient anna = harness.greetedClient();
        harness.plane.stop("Going down for an update.", 3000);
        TestClient late = harness.client();

        ServerMessage.Closing closing =
                new ServerMessage.Closing("Going down for an update.", 3000);
        assertThat(anna.last(ServerMessage.Closing.class)).isEqualTo(closing);
        assertThat(anna.isClosed()).isTrue();
        assertThat(late.last(ServerMessage.Closing.class)).isEqualTo(closing);
        assertThat(late.isClosed()).isTrue();
    }
}
