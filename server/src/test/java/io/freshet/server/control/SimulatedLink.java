package io.freshet.server.control;

import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualPipe;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// One connection of a [SimulatedClient], with the requests under way, and its server side, whose
/// queue is bounded.
final class SimulatedLink implements ClientSink {
    /// Messages under way to the client that the server's queue and the network hold.
    static final int QUEUE_LIMIT = 12;

    private static final long MS = 1_000_000L;

    /// The client's end.
    interface Owner {
        void onMessage(SimulatedLink from, ServerMessage message);

        void onBroken(SimulatedLink which);
    }

    private static final int ADDRESSES = 3;

    private final String name;
    private final String address;
    private final Simulation simulation;
    private final VirtualPipe<ClientMessage, ServerMessage> pipe;
    private final ClientConnection server;
    private final Map<Long, ClientMessage> unanswered = new HashMap<>();

    /// The server's queue was full and it waits to hear that it is not.
    private boolean refused;

    private boolean serverClosed;
    private boolean welcomed;
    private long lastHeardNs;
    private long lastId;

    SimulatedLink(
            String name,
            Simulation simulation,
            SimulatedServer service,
            RandomGenerator random,
            Owner owner) {
        this.name = name;
        this.address = address(random.nextInt(ADDRESSES));
        this.simulation = simulation;
        this.lastHeardNs = simulation.nowNs();
        pipe =
                new VirtualPipe<>(
                        simulation,
                        name,
                        5 * MS + random.nextLong(40 * MS),
                        random.nextLong(20 * MS));
        pipe.first()
                .setListener(
                        new VirtualPipe.Listener<>() {
                            @Override
                            public void onMessage(ServerMessage message) {
                                heard(message);
                                owner.onMessage(SimulatedLink.this, message);
                                onRead();
                            }

                            @Override
                            public void onClosed(String reason) {
                                owner.onBroken(SimulatedLink.this);
                            }
                        });
        server = service.connect(this);
        pipe.second()
                .setListener(
                        new VirtualPipe.Listener<>() {
                            @Override
                            public void onMessage(ClientMessage message) {
                                server.onMessage(message);
                            }

                            @Override
                            public void onClosed(String reason) {
                                serverClosed = true;
                                server.onClosed();
                            }
                        });
    }

    static String address(int which) {
        return "192.0.2." + which % ADDRESSES;
    }

    // The server's end.

    @Override
    public String address() {
        return address;
    }

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
        pipe.second().send(message);
        return true;
    }

    @Override
    public void close(String reason) {
        if (!serverClosed) {
            serverClosed = true;
            pipe.second().close(reason);
            simulation.after(0, name + " server side closed", server::onClosed);
        }
    }

    boolean isServerClosed() {
        return serverClosed;
    }

    /// The server's machine is suspended, or goes on.
    void setServerReading(boolean reading) {
        pipe.second().setReading(reading);
    }

    /// Nobody listens there.
    void refuseConnection() {
        serverClosed = true;
        simulation.after(5 * MS, name + " refused", () -> pipe.reset("connection refused"));
    }

    /// The server is gone without a farewell; the client notices at once, or only by the silence.
    void dropServer(boolean noticed) {
        serverClosed = true;
        if (noticed) {
            pipe.reset("the server is gone");
        } else {
            pipe.sever();
        }
    }

    // The client's end.

    boolean isWelcomed() {
        return welcomed;
    }

    long lastHeardNs() {
        return lastHeardNs;
    }

    int backlog() {
        return pipe.first().backlog();
    }

    void request(LongFunction<ClientMessage> message) {
        ClientMessage made = message.apply(++lastId);
        unanswered.put(made.id(), made);
        pipe.first().send(made);
    }

    /// What was answered.
    ClientMessage answered(long id) {
        ClientMessage request = unanswered.remove(id);
        if (request == null) {
            throw new AssertionError(name + " asked nothing with id " + id);
        }
        return request;
    }

    Iterable<ClientMessage> unanswered() {
        return unanswered.values();
    }

    boolean isWaitingFor(Predicate<ClientMessage> request) {
        return unanswered.values().stream().anyMatch(request);
    }

    void setReading(boolean reading) {
        pipe.first().setReading(reading);
    }

    void giveUp(String reason) {
        pipe.first().close(reason);
    }

    /// Nothing crosses any more, and neither side is told.
    void sever() {
        pipe.sever();
    }

    /// Both sides are told at once.
    void reset() {
        pipe.reset("reset");
    }

    /// The client has another address now and knows it; the server is not told.
    void moveAway() {
        pipe.sever();
        pipe.first().fail("the address has changed");
    }

    /// The server sees the connection fail; the client is not told.
    void failAtServer() {
        pipe.sever();
        pipe.second().fail("write failed");
    }

    @Override
    public String toString() {
        return name + (serverClosed ? " (closed by the server) " : " ") + unanswered.values();
    }

    private void heard(ServerMessage message) {
        lastHeardNs = simulation.nowNs();
        if (message instanceof ServerMessage.Welcome) {
            welcomed = true;
        }
    }

    private void onRead() {
        if (refused && pipe.first().backlog() < QUEUE_LIMIT / 2) {
            refused = false;
            simulation.after(0, name + " queue drained", server::onWritable);
        }
    }
}
