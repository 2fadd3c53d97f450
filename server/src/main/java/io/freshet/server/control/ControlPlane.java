package io.freshet.server.control;

import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.forbid.RuleStore;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// The room service of one server: rooms, users, streams and who may do what. Any thread may call.
public final class ControlPlane {
    /// Later than this, deadlines were missed because the server was suspended, not because it is
    /// busy.
    private static final long MAX_LATENESS_NS = 3_000_000_000L;

    private final Core core;
    private final ServerOperations operations;

    /// Open connections by arrival, to tell them when the server stops. Bounded by the
    /// configuration.
    private final Map<Long, Connection> connections = new ConcurrentSkipListMap<>();

    private final AtomicLong arrivals = new AtomicLong();

    private volatile boolean stopping;

    /// What clients are told that cannot come in.
    private volatile ServerMessage.Closing closing =
            new ServerMessage.Closing("The server has no place for another connection.", 5_000);

    /// Makes an empty room service.
    ///
    /// @param secureRandom source of nonces, resume keys and resource ids; must be unguessable in
    ///   production
    public ControlPlane(
            ControlConfig config,
            ProjectDirectory projects,
            MediaPlane media,
            ControlClock clock,
            RandomGenerator secureRandom) {
        this(config, projects, media, clock, secureRandom, RoomObserver.none(), RuleStore.none());
    }

    /// As above.
    ///
    /// @param observer told what happens in rooms
    /// @param rules where those that forbid are read from now and then kept
    public ControlPlane(
            ControlConfig config,
            ProjectDirectory projects,
            MediaPlane media,
            ControlClock clock,
            RandomGenerator secureRandom,
            RoomObserver observer,
            RuleStore rules) {
        this.core = new Core(config, projects, media, clock, secureRandom, observer, rules);
        var access = new RoomAccess(core);
        this.operations =
                new ServerOperations(
                        projects,
                        new RealmRooms(core, access),
                        new RealmStreams(core, access),
                        new RealmMessages(core, access),
                        core.forbids);
    }

    /// A client connected; it gets its welcome at once, or is told to come back later and closed if
    /// there are too many or the server is stopping.
    public ClientConnection connect(ClientSink sink) {
        if (core.counters.connections.incrementAndGet() > core.config.bounds().maxConnections()
                || stopping) {
            core.counters.connections.decrementAndGet();
            return turnAway(sink);
        }
        long arrival = arrivals.incrementAndGet();
        Connection connection =
                new Connection(
                        core,
                        sink,
                        () -> {
                            connections.remove(arrival);
                            core.counters.connections.decrementAndGet();
                        });
        connections.put(arrival, connection);
        connection.welcome();
        if (stopping) {
            connection.send(closing);
            connection.close(closing.reason());
        }
        return connection;
    }

    /// What backends and the operator may do.
    public ServerOperations operations() {
        return operations;
    }

    public HttpSessions httpSessions() {
        return core.httpSessions;
    }

    /// Does what is due. One thread calls this at [#nextTimeoutNs()], or about every 100 ms:
    /// deadlines may come nearer at any time.
    public void onTimeout(long nowNs) {
        long dueNs = core.timers.nextTimeoutNs();
        if (dueNs < nowNs - MAX_LATENESS_NS) {
            core.heartbeats.forgive(nowNs);
        }
        core.timers.onTimeout(nowNs);
    }

    /// The next deadline, `Long.MAX_VALUE` if there is none.
    public long nextTimeoutNs() {
        return core.timers.nextTimeoutNs();
    }

    /// The inside, for tests that look whether it is sound.
    Core core() {
        return core;
    }

    public ControlStatistics statistics() {
        return core.counters.snapshot();
    }

    /// Tells all clients to come back after `retryAfterMs` and accepts no more.
    public void stop(String reason, int retryAfterMs) {
        closing = new ServerMessage.Closing(reason, retryAfterMs);
        stopping = true;
        for (Connection connection : connections.values()) {
            connection.send(closing);
            connection.close(reason);
        }
    }

    private ClientConnection turnAway(ClientSink sink) {
        sink.send(closing);
        sink.close(closing.reason());
        return new ClientConnection() {
            @Override
            public void onMessage(ClientMessage message) {}

            @Override
            public void onWritable() {}

            @Override
            public void onClosed() {}
        };
    }
}
