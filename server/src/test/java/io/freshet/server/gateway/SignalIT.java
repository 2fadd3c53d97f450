package io.freshet.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Limits;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalIT {
    private static final int TOO_BIG = 1009;
    private static final int CANNOT_ACCEPT = 1003;
    private static final int GOING_AWAY = 1001;
    private static final int TRY_AGAIN_LATER = 1013;

    /// Opcodes, RFC 6455 §11.8.
    private static final int TEXT = 1;

    private static final int CLOSE = 8;

    private GatewayFixture server;

    @BeforeEach
    void start() throws Exception {
        server = new GatewayFixture();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theServerSpeaksFirst() throws Exception {
        try (var client = new SignalClient(server)) {
            assertThat(client.next())
                    .isInstanceOfSatisfying(
                            ServerMessage.Welcome.class,
                            welcome -> assertThat(welcome.nonce()).isNotEmpty());
        }
    }

    @Test
    void helloAndLoginTravelInOneFlight() throws Exception {
        try (var client = new SignalClient(server)) {
            client.send(SignalClient.hello(1));
            client.send(SignalClient.login(2, "alice"));
            assertThat(client.nextAnswer())
                    .satisfies(answer -> assertThat(answer.code()).isZero())
                    .satisfies(answer -> assertThat(answer.id()).isEqualTo(1));
            assertThat(client.nextAnswer())
                    .satisfies(answer -> assertThat(answer.message()).isEmpty())
                    .satisfies(answer ->
                            assertThat(answer.result()).isInstanceOf(Answer.LoggedIn.class));
            assertThat(server.control.statistics().users()).isEqualTo(1);
        }
    }

    @Test
    void othersInTheRoomAreTold() throws Exception {
        try (var alice = new SignalClient(server);
                var bob = new SignalClient(server)) {
            login(alice, "alice");
            login(bob, "bob");
            ServerMessage told = alice.next();
            while (!(told instanceof ServerMessage.RoomEvents)) {
                told = alice.next();
            }
            var events = ((ServerMessage.RoomEvents) told).events();
            assertThat(events).hasSize(1).first().isInstanceOf(RoomEvent.UserJoined.class);
        }
    }

    @Test
    void aWrongTokenIsRefusedAndTheConnectionStays() throws Exception {
        try (var client = new SignalClient(server)) {
            client.send(SignalClient.hello(1));
            client.send(
                    new ClientMessage.Login(
                            2, "room", "alice", "alice", "04nonsense", 0, true, null));
            assertThat(client.nextAnswer().code()).isZero();
            var refusal = client.nextAnswer();
            assertThat(refusal.code()).isEqualTo(ErrorCode.ROOM_TOKEN_FORMAT_ERROR.code());
            assertThat(refusal.message()).isNotEmpty();
            client.send(SignalClient.login(3, "alice"));
            assertThat(client.nextAnswer().code()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "[]",
                "{\"type\":\"login\"}",
                "{\"type\":\"fly\",\"id\":7}",
                "{\"type\":\"heartbeat\",\"id\":\"7\"}"
            })
    void unreadableMessagesAreAnsweredAndTheConnectionStays(String text) throws Exception {
        try (var client = new SignalClient(server)) {
            client.sendText(text);
            assertThat(client.nextAnswer().code()).isNotZero();
            login(client, "alice");
            assertThat(server.gateway.malformedMessageCount()).isEqualTo(1);
        }
    }

    @Test
    void aMessageMayComeInPieces() throws Exception {
        try (var client = new SignalClient(server)) {
            client.sendFragment("{\"type\":\"heart", false);
            client.sendFragment("beat\",\"i", false);
            client.sendFragment("d\":7}", true);
            assertThat(client.nextAnswer().id()).isEqualTo(7);
        }
    }

    @Test
    void anOversizedFrameClosesTheConnection() throws Exception {
        try (var client = new SignalClient(server)) {
            client.next();
            var _ = client.socket().sendText("x".repeat(Limits.CLIENT_MESSAGE_MAX_BYTES + 1), true);
            assertThat(client.closeCode()).isEqualTo(TOO_BIG);
        }
    }

    @Test
    void anOversizedMessageInPiecesClosesTheConnection() throws Exception {
        try (var client = new SignalClient(server)) {
            client.next();
            String piece = "x".repeat(Limits.CLIENT_MESSAGE_MAX_BYTES / 2);
            client.sendFragment(piece, false);
            client.sendFragment(piece, false);
            var _ = client.socket().sendText("x", true);
            assertThat(client.closeCode()).isEqualTo(TOO_BIG);
        }
    }

    @Test
    void binaryMessagesAreNotTaken() throws Exception {
        try (var client = new SignalClient(server)) {
            client.next();
            client.socket().sendBinary(ByteBuffer.allocate(8), true).join();
            assertThat(client.closeCode()).isEqualTo(CANNOT_ACCEPT);
        }
    }

    @Test
    void aDroppedConnectionIsNoticed() throws Exception {
        try (var client = new SignalClient(server)) {
            login(client, "alice");
            assertThat(server.gateway.connectionCount()).isEqualTo(1);
            assertThat(server.control.statistics().connections()).isEqualTo(1);
            client.socket().abort();
            await(() -> server.gateway.connectionCount() == 0);
            await(() -> server.control.statistics().connections() == 0);
        }
    }

    @Test
    void aPoliteCloseIsAnswered() throws Exception {
        try (var client = new SignalClient(server)) {
            client.next();
            client.socket().sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
            assertThat(client.closeCode()).isEqualTo(WebSocket.NORMAL_CLOSURE);
            await(() -> server.gateway.connectionCount() == 0);
        }
    }

    /// RFC 6455 §5.5.1: after a close nothing more is sent. Two threads have something to say here.
    @Test
    void theAnswerToACloseIsTheLastThatIsSaid() throws Exception {
        byte[] talk = frame("{\"type\":\"nonsense\"}");
        for (int client = 0; client < 150; client++) {
            try (var socket = upgradedSocket(server)) {
                var said = new ByteArrayOutputStream();
                for (int i = 0; i < 1 + client % 5; i++) {
                    said.write(talk);
                }
                said.write(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xe8});
                socket.getOutputStream().write(said.toByteArray());
                assertThat(kindsOfFrames(socket.getInputStream().readAllBytes()))
                        .as("frames that client %d got", client)
                        .endsWith(CLOSE)
                        .containsOnlyOnce(CLOSE)
                        .isSubsetOf(TEXT, CLOSE);
            }
        }
    }

    @Test
    void aServerThatIsNotReadySendsClientsAway() throws Exception {
        server.readiness.onStopping();
        try (var client = new SignalClient(server)) {
            assertThat(client.closeCode()).isEqualTo(TRY_AGAIN_LATER);
        }
    }

    @Test
    void aQuietClientIsPingedAndKept() throws Exception {
        try (var quick =
                        new GatewayFixture(
                                GatewayFixture.config(
                                        50,
                                        200,
                                        Duration.ofMillis(100),
                                        Duration.ofMillis(1000),
                                        Set.of()));
                var client = new SignalClient(quick)) {
            client.next();
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            await(() -> System.nanoTime() > end || client.closed.isDone());
            // The JDK's client answers pings on its own.
            assertThat(client.closed).isNotDone();
            assertThat(quick.gateway.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void aSilentClientIsCut() throws Exception {
        try (var quick =
                        new GatewayFixture(
                                GatewayFixture.config(
                                        50,
                                        200,
                                        Duration.ofMillis(200),
                                        Duration.ofMillis(600),
                                        Set.of()));
                var socket = upgradedSocket(quick)) {
            await(() -> quick.gateway.connectionCount() == 1);
            // It never answers a ping.
            await(() -> quick.gateway.connectionCount() == 0);
            await(() -> quick.control.statistics().connections() == 0);
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void aClientThatReadsNothingHoldsUpNobody() throws Exception {
        try (var stuck = upgradedSocket(server);
                var client = new SignalClient(server)) {
            OutputStream out = stuck.getOutputStream();
            byte[] hello = frame("{\"type\":\"heartbeat\",\"id\":1}");
            // Far more answers than the connection's buffers and queue hold.
            for (int i = 0; i < 2000; i++) {
                out.write(hello);
            }
            login(client, "alice");
            client.send(new ClientMessage.Heartbeat(10));
            assertThat(client.nextAnswer().id()).isEqualTo(10);
        }
    }

    @Test
    void anyPageMayConnectUnlessOriginsAreNamed() throws Exception {
        try (var client = new SignalClient(server, "https://anywhere.example")) {
            assertThat(client.next()).isInstanceOf(ServerMessage.Welcome.class);
        }
        var origins = Set.of("https://live.example");
        try (var picky =
                new GatewayFixture(
                        GatewayFixture.config(
                                50,
                                200,
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(60),
                                origins))) {
            try (var client = new SignalClient(picky, "https://live.example")) {
                assertThat(client.next()).isInstanceOf(ServerMessage.Welcome.class);
            }
            assertThatThrownBy(() -> new SignalClient(picky, "https://anywhere.example"))
                    .isInstanceOf(CompletionException.class);
            // An SDK outside a browser has no origin.
            try (var client = new SignalClient(picky)) {
                assertThat(client.next()).isInstanceOf(ServerMessage.Welcome.class);
            }
        }
    }

    @Test
    void aStopTellsClientsAndClosesTheirConnections() throws Exception {
        try (var client = new SignalClient(server)) {
            login(client, "alice");
            server.readiness.onStopping();
            server.control.stop("The server is stopping.", 2000);
            server.gateway.stop(Duration.ofSeconds(5));
            ServerMessage last = client.next();
            while (!(last instanceof ServerMessage.Closing)) {
                last = client.next();
            }
            assertThat(((ServerMessage.Closing) last).retryAfterMs()).isEqualTo(2000);
            assertThat(client.closeCode()).isEqualTo(GOING_AWAY);
            assertThat(server.gateway.connectionCount()).isZero();
        }
    }

    @Test
    void aStopDoesNotWaitForeverForAClientThatDoesNotAnswer() throws Exception {
        try (var socket = upgradedSocket(server)) {
            await(() -> server.gateway.connectionCount() == 1);
            long startNs = System.nanoTime();
            server.gateway.stop(Duration.ofMillis(300));
            assertThat(Duration.ofNanos(System.nanoTime() - startNs))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private static void login(SignalClient client, String user) throws Exception {
        client.send(SignalClient.hello(1));
        client.send(SignalClient.login(2, user));
        Answer answer = client.nextAnswer();
        while (answer.id() != 2) {
            answer = client.nextAnswer();
        }
        assertThat(answer.code()).as(answer.message()).isZero();
    }

    /// A WebSocket that never reads after the upgrade.
    private static Socket upgradedSocket(GatewayFixture server) throws Exception {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.gateway.port());
        socket.getOutputStream()
                .write(
                        """
                        GET /signal HTTP/1.1
                        Host: localhost
                        Upgrade: websocket
                        Connection: Upgrade
                        Sec-WebSocket-Version: 13
                        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                        """
                                .replace("\n", "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /// A masked text frame of fewer than 126 bytes, RFC 6455 §5.2.
    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }

    /// The opcodes of all frames after the answer to the upgrade.
    private static List<Integer> kindsOfFrames(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\r\n\r\n") + 4;
        List<Integer> kinds = new ArrayList<>();
        while (at < received.length) {
            int length = received[at + 1] & 0xff;
            int head = 2;
            if (length == 126) {
                length = ((received[at + 2] & 0xff) << 8) | (received[at + 3] & 0xff);
                head = 4;
            }
            // Only whole frames are sent, unmasked and without extensions: what is left is the
            // opcode.
            kinds.add((received[at] & 0xff) - 0x80);
            at += head + length;
        }
        return kinds;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come about within 10 s");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
