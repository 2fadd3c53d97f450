package io.freshet.simulation;

import io.freshet.protocol.MalformedMessageException;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.port.SignalSocket;
import io.freshet.server.control.ClientConnection;
import io.freshet.server.control.ClientSink;
import io.freshet.server.control.SharedPage;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualPipe;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One WebSocket between an SDK and the server, with the texts that would cross it.
final class SimulatedSocket implements SignalSocket {
    private static final long MS = 1_000_000L;
    private static final int QUEUE_LIMIT = 12;

    private final String name;
    private final Simulation simulation;
    private final VirtualPipe<String, String> pipe;
    private final SignalSocket.Listener client;
    private @Nullable ClientConnection server;
    private boolean serverClosed;
    private boolean refused;
    private boolean over;

    SimulatedSocket(
            String name,
            Simulation simulation,
            SimulatedServer to,
            RandomGenerator random,
            SignalSocket.Listener client) {
        this.name = name;
        this.simulation = simulation;
        this.client = client;
        pipe =
                new VirtualPipe<>(
                        simulation,
                        name,
                        5 * MS + random.nextLong(40 * MS),
                        random.nextLong(20 * MS));
        pipe.first().setListener(new ClientEnd());
        simulation.after(random.nextLong(60 * MS), name + " connects", () -> connect(to));
    }

    private void connect(SimulatedServer to) {
        if (over) {
            return;
        }
        if (to.isDown()) {
            fail("connection refused");
            return;
        }
        pipe.second().setListener(new ServerEnd());
        client.onOpen();
        server = to.connect(this, new Sink());
    }

    @Override
    public void send(String text) {
        pipe.first().send(text);
    }

    @Override
    public void close() {
        pipe.first().close("closed by the client");
        simulation.after(0, name + " closed", () -> fail("closed"));
    }

    private void fail(String reason) {
        if (!over) {
            over = true;
            client.onClosed(reason);
        }
    }

    // What happens to it.

    int backlog() {
        return pipe.first().backlog();
    }

    void setReading(boolean reading) {
        pipe.first().setReading(reading);
    }

    void sever() {
        pipe.sever();
    }

    void reset() {
        pipe.reset("reset");
    }

    /// The client has another address; the server is not told.
    void moveAway() {
        pipe.sever();
        pipe.first().fail("the address has changed");
    }

    void dropServer(boolean noticed) {
        serverClosed = true;
        if (noticed) {
            pipe.reset("the server is gone");
        } else {
            pipe.sever();
        }
    }

    private final class ClientEnd implements VirtualPipe.Listener<String> {
        @Override
        public void onMessage(String text) {
            if (!over) {
                client.onText(text);
            }
            if (refused && pipe.first().backlog() < QUEUE_LIMIT / 2) {
                refused = false;
                ClientConnection connection = server;
                if (connection != null) {
                    simulation.after(0, name + " drained", connection::onWritable);
                }
            }
        }

        @Override
        public void onClosed(String reason) {
            fail(reason);
        }
    }

    private final class ServerEnd implements VirtualPipe.Listener<String> {
        @Override
        public void onMessage(String text) {
            ClientConnection connection = server;
            if (connection == null || serverClosed) {
                return;
            }
            try {
                connection.onMessage(MessageCodec.decodeClient(text));
            } catch (MalformedMessageException e) {
                throw new AssertionError(text, e);
            }
        }

        @Override
        public void onClosed(String reason) {
            ClientConnection connection = server;
            if (connection != null && !serverClosed) {
                serverClosed = true;
                connection.onClosed();
            }
        }
    }

    private final class Sink implements ClientSink {
        @Override
        public boolean send(ServerMessage message) {
            return send(message, QUEUE_LIMIT);
        }

        @Override
        public boolean sendIfUncrowded(ServerMessage message) {
            return send(message, QUEUE_LIMIT / 2 + 1);
        }

        @Override
        public boolean sendPage(SharedPage page) {
            return sendIfUncrowded(page.message());
        }

        private boolean send(ServerMessage message, int limit) {
            if (serverClosed) {
                return true;
            }
            if (pipe.first().backlog() >= limit) {
                refused = true;
                return false;
            }
            pipe.second().send(MessageCodec.encode(message));
            return true;
        }

        @Override
        public void close(String reason) {
            if (!serverClosed) {
                serverClosed = true;
                pipe.second().close(reason);
                simulation.after(
                        0,
                        name + " server side closed",
                        () -> {
                            ClientConnection connection = server;
                            if (connection != null) {
                                connection.onClosed();
                            }
                        });
            }
        }
    }
}
