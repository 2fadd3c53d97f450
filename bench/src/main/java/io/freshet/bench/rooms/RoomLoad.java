package io.freshet.bench.rooms;

import io.freshet.bench.DemoException;
import io.freshet.bench.LocalServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// All users of the load and what they were told, counted. One thread.
final class RoomLoad implements AutoCloseable {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    /// As `greeted` asks for.
    private static final long HEARTBEAT_NS = 15 * NS_PER_SECOND;

    /// Nothing for so long, and it is taken for stuck.
    private static final long PATIENCE_NS = 60 * NS_PER_SECOND;

    /// Messages to many are the same bytes: the newest few need to be read once.
    private static final int REMEMBERED = 8;

    private record Remembered(ByteBuffer text, RoomText.Events events) {}

    private final LoadLoop loop;
    private final long appId;
    private final String appSign;
    private final Arrivals arrivals = new Arrivals();
    private final List<RoomClient> clients = new ArrayList<>();
    private final Deque<Remembered> remembered = new ArrayDeque<>();
    private final Map<RoomText.Kind, Long> messages = new EnumMap<>(RoomText.Kind.class);
    private final Map<RoomText.Kind, Long> bytes = new EnumMap<>(RoomText.Kind.class);
    private Consumer<RoomClient> onLoggedIn = _ -> {};
    private long logins;
    private long logouts;
    private long events;
    private String failure = "";
    private int newestUser;
    private long heartbeatsDueNs = System.nanoTime();
    private int nextHeartbeat;

    RoomLoad(LocalServer server) throws IOException {
        this.loop = new LoadLoop(server.httpPort());
        this.appId = server.appId();
        this.appSign = server.appSign();
    }

    // --- what users need ---

    LoadLoop loop() {
        return loop;
    }

    long appId() {
        return appId;
    }

    String appSign() {
        return appSign;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    void onMessage(RoomText.Kind kind, int length) {
        messages.merge(kind, 1L, Long::sum);
        bytes.merge(kind, (long) length, Long::sum);
    }

    /// Somebody heard that a user came, or, below 0, that one left.
    void onEvent(int joined, long nowNs) {
        events++;
        if (joined >= 0) {
            arrivals.onHeard(joined, nowNs);
        }
    }

    RoomText.Events read(ByteBuffer text) {
        for (Remembered one : remembered) {
            if (one.text.remaining() == text.remaining() && one.text.mismatch(text) < 0) {
                return one.events;
            }
        }
        Remembered made =
                new Remembered(
                        ByteBuffer.allocate(text.remaining()).put(text.duplicate()).flip(),
                        RoomText.events(text));
        if (remembered.size() == REMEMBERED) {
            remembered.removeLast();
        }
        remembered.addFirst(made);
        return made.events;
    }

    void onLoggedIn(RoomClient client) {
        logins++;
        onLoggedIn.accept(client);
    }

    void onLoggedOut(RoomClient client, boolean gone) {
        logouts++;
        if (gone) {
            RoomClient last = clients.removeLast();
            if (last != client) {
                clients.set(client.index, last);
                last.index = client.index;
            }
        }
    }

    /// The first failure ends the measurement.
    void fail(String sentence) {
        if (failure.isEmpty()) {
            failure = sentence;
        }
    }

    // --- what a measurement needs ---

    /// Another user begins to connect, say hello and log in.
    RoomClient enter(String roomId) throws IOException {
        RoomClient client = new RoomClient(this, newestUser++, roomId);
        client.index = clients.size();
        clients.add(client);
        return client;
    }

    void onEachLogin(Consumer<RoomClient> action) {
        onLoggedIn = action;
    }

    /// Serves everybody until that is so.
    void until(BooleanSupplier done) throws DemoException, IOException {
        long startNs = System.nanoTime();
        while (!done.getAsBoolean()) {
            turn(1);
            if (System.nanoTime() - startNs > PATIENCE_NS) {
                throw new DemoException(
                        "the server got stuck: " + logins + " logins, " + events + " events");
            }
        }
    }

    void forNs(long ns) throws DemoException, IOException {
        long endNs = System.nanoTime() + ns;
        while (System.nanoTime() < endNs) {
            turn(1);
        }
    }

    /// Serves everybody until nothing has come for that long.
    void untilQuiet(long ns) throws DemoException, IOException {
        long seen = -1;
        long sinceNs = System.nanoTime();
        while (System.nanoTime() - sinceNs < ns) {
            turn(1);
            long now = messages(RoomText.Kind.EVENTS) + messages(RoomText.Kind.PAGE);
            if (now != seen) {
                seen = now;
                sinceNs = System.nanoTime();
            }
        }
    }

    void turn(long waitMs) throws DemoException, IOException {
        loop.turn(waitMs);
        sendHeartbeats();
        if (!failure.isEmpty()) {
            throw new DemoException(failure);
        }
    }

    /// Everybody's once in the interval, one after the other.
    private void sendHeartbeats() {
        long nowNs = System.nanoTime();
        while (!clients.isEmpty() && heartbeatsDueNs <= nowNs) {
            nextHeartbeat = (nextHeartbeat + 1) % clients.size();
            RoomClient client = clients.get(nextHeartbeat);
            if (client.isInRoom()) {
                client.sendHeartbeat();
            }
            heartbeatsDueNs += HEARTBEAT_NS / clients.size();
        }
        if (clients.isEmpty()) {
            heartbeatsDueNs = nowNs;
        }
    }

    List<RoomClient> clients() {
        return clients;
    }

    long logins() {
        return logins;
    }

    long logouts() {
        return logouts;
    }

    /// Room events received, each counted once for each receiver.
    long events() {
        return events;
    }

    long messages(RoomText.Kind kind) {
        return messages.getOrDefault(kind, 0L);
    }

    long bytes(RoomText.Kind kind) {
        return bytes.getOrDefault(kind, 0L);
    }

    @Override
    public void close() throws IOException {
        loop.close();
    }
}
