package io.freshet.sdk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.sdk.port.SignalSocket;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The socket against a small server on this machine that speaks just enough WebSocket (RFC 6455).
class JdkSignalSocketIT {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final List<String> threads = new CopyOnWriteArrayList<>();
    private TinyWebSocketServer server;
    private SignalSocket socket;

    @BeforeEach
    void connect() throws Exception {
        server = new TinyWebSocketServer();
        socket = new DesktopPlatform().sockets().connect(server.uri(), new Recording());
        server.accept();
        assertThat(next()).isEqualTo("open");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void sendsManyMessagesInOrderWithoutWaiting() throws Exception {
        IntStream.range(0, 500).forEach(i -> socket.send("message " + i));
        for (int i = 0; i < 500; i++) {
            assertThat(server.readText()).isEqualTo("message " + i);
        }
    }

    @Test
    void putsFragmentsTogether() throws Exception {
        server.sendText("{\"a\":", false);
        server.sendContinuation("\"grün ", false);
        server.sendContinuation("水\"}", true);
        assertThat(next()).isEqualTo("text {\"a\":\"grün 水\"}");
    }

    @Test
    void answersPingsByItself() throws Exception {
        server.ping("are you there");
        assertThat(server.readPong()).isEqualTo("are you there");
    }

    @Test
    void deliversMessagesOneAfterAnother() throws Exception {
        for (int i = 0; i < 200; i++) {
            server.sendText("m" + i, true);
        }
        for (int i = 0; i < 200; i++) {
            assertThat(next()).isEqualTo("text m" + i);
        }
        assertThat(threads).allSatisfy(name -> assertThat(name).isEqualTo("freshet-socket"));
    }

    @Test
    void closesPolitelyAfterWhatWasSentBefore() throws Exception {
        socket.send("last words");
        socket.close();
        socket.send("too late");
        assertThat(server.readText()).isEqualTo("last words");
        assertThat(server.readCloseCode()).isEqualTo(1000);
        server.sendClose(1000);
        assertThat(next()).startsWith("closed");
        assertThat(events).isEmpty();
    }

    @Test
    void reportsItsEndOnceWhenTheServerNeverAnswersTheClose() throws Exception {
        socket.close();
        socket.close();
        assertThat(next()).startsWith("closed");
        assertThat(events.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void reportsALostConnection() throws Exception {
        server.drop();
        assertThat(next()).startsWith("closed");
    }

    @Test
    void reportsTheServersReason() throws Exception {
        server.sendClose(1001, "the server is stopping");
        assertThat(next()).isEqualTo("closed the server is stopping");
    }

    @Test
    void givesUpOnAMessageWithoutEnd() throws Exception {
        String part = "x".repeat(60_000);
        server.sendText(part, false);
        for (int sent = part.length();
                sent <= JdkSignalSocket.MAX_MESSAGE_CHARS;
                sent += part.length()) {
            if (!server.trySendContinuation(part)) {
                break;
            }
        }
        assertThat(next()).startsWith("closed the server sent a message longer than");
    }

    @Test
    void givesUpWhenTheServerTakesNothing() throws Exception {
        String large = "x".repeat(1 << 20);
        for (int i = 0; i < 40; i++) {
            socket.send(large);
        }
        assertThat(next()).isEqualTo("closed the server takes no more messages");
    }

    @Test
    void explainsWhyItCannotConnect() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        new DesktopPlatform()
                .sockets()
                .connect(URI.create("ws://127.0.0.1:" + free), new Recording());
        assertThat(next()).startsWith("closed");
    }

    @Test
    void namesTheStatusOfARefusedUpgrade() throws Exception {
        try (TinyWebSocketServer refusing = new TinyWebSocketServer()) {
            new DesktopPlatform().sockets().connect(refusing.uri(), new Recording());
            refusing.refuse(503);
            assertThat(next()).isEqualTo("closed the server refused the WebSocket: HTTP 503");
        }
    }

    private String next() throws InterruptedException {
        String event = events.poll(10, TimeUnit.SECONDS);
        return event == null ? "nothing" : event;
    }

    private final class Recording implements SignalSocket.Listener {
        @Override
        public void onOpen() {
            record("open");
        }

        @Override
        public void onText(String text) {
            record("text " + text);
        }

        @Override
        public void onClosed(String reason) {
            record("closed " + reason);
        }

        private void record(String event) {
            threads.add(Thread.currentThread().getName());
            events.add(event);
        }
    }
}
