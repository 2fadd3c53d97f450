package io.freshet.sdk.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.fakes.FakeServer;
import io.freshet.sdk.fakes.VirtualLoop;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How often a connection is tried again.
final class SignallingTest {
    private static final long FIRST_PAUSE_MS = 250;

    private final VirtualLoop loop = new VirtualLoop();
    private final FakeServer server = new FakeServer();

    /// Whether the server says something malformed right after its greeting.
    private boolean spoiling;

    private final Signalling signalling =
            new Signalling(
                    loop,
                    server,
                    URI.create("ws://server.example/signal"),
                    new Signalling.Client(1, "", "test"),
                    ReconnectPolicy.backoff(new Random(1)),
                    (level, message) -> {},
                    new Signalling.Listener() {
                        @Override
                        public void onReady() {
                            if (spoiling) {
                                loop.execute(() -> server.connection().sayText("noise"));
                            }
                        }

                        @Override
                        public void onNotice(ServerMessage notice) {}

                        @Override
                        public void onBroken(String reason) {}

                        @Override
                        public void onRefused(int code, String message) {}
                    });

    @BeforeEach
    void connect() {
        signalling.start();
        loop.run();
    }

    @Test
    void triesEverMoreRarelyWhileEachConnectionBreaksSoonAfterItsGreeting() {
        spoiling = true;
        server.connection().breakOff("gone");
        loop.advanceMs(60_000);

        assertThat(server.connectionCount()).isBetween(6, 20);
    }

    @Test
    void triesSoonAfterAConnectionThatLasted() {
        server.setReachable(false);
        server.connection().breakOff("gone");
        loop.advanceMs(60_000);
        server.setReachable(true);
        loop.advanceMs(10_000);
        assertThat(signalling.ready()).isTrue();
        int tries = server.connectionCount();

        loop.advanceMs(FakeServer.HEARTBEAT_MS);
        server.connection().breakOff("gone");
        loop.advanceMs(FIRST_PAUSE_MS);
        assertThat(server.connectionCount()).isEqualTo(tries + 1);
    }
}
