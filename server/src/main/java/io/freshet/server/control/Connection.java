package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.time.Timers;
import io.freshet.server.control.time.TokenBucket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One client's connection: the greeting, the limits to requests, and their order. Each request is
/// answered once, by whom it concerns: [LoginRequests], [StreamRequests], [PlayRequests],
/// [MessageRequests].
///
/// States: new (only a hello is accepted), greeted, closed. A connection carries at most one
/// [Session], from its first login or resume to the session's end or its own.
final class Connection implements ClientConnection {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    /// A client that does not take no for an answer so many times in a row is cut off.
    private static final int MAX_REFUSALS_FOR_RATE = 200;

    /// A client whose queue was full is tried again after this, should nobody say that it emptied.
    private static final long CATCH_UP_RETRY_NS = 1_000_000_000L;

    private static final long NS_PER_MS = 1_000_000L;

    private final Core core;
    private final ClientSink sink;
    private final Runnable onGone;
    private final String nonce;
    private final TokenBucket rate;
    private final LoginRequests logins;
    private final StreamRequests streams;
    private final PlayRequests plays;
    private final MessageRequests messages;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean catchUpPlanned = new AtomicBoolean();
    private volatile @Nullable Greeting greeting;
    private volatile Timers.@Nullable Timer helloTimer;
    private volatile Timers.@Nullable Timer silenceTimer;
    private volatile long lastHeardNs;

    // One thread: that of the requests.
    private Optional<RequestRefusedException> helloRefusal = Optional.empty();
    private int refusalsForRate;
    private long newestId = Long.MIN_VALUE;

    Connection(Core core, ClientSink sink, Runnable onGone) {
        this.core = core;
        this.sink = sink;
        this.onGone = onGone;
        this.nonce = core.ids.newKey();
        this.lastHeardNs = core.clock.nowNs();
        this.rate =
                new TokenBucket(
                        core.config.bounds().requestsPerSecond(),
                        core.config.bounds().requestBurst(),
                        lastHeardNs);
        Negotiations negotiations = new Negotiations(core, this);
        this.logins = new LoginRequests(core, this);
        this.streams = new StreamRequests(core, this, negotiations);
        this.plays = new PlayRequests(core, this, negotiations);
        this.messages = new MessageRequests(core, this);
    }

    void welcome() {
        long helloDueNs = lastHeardNs + core.config.timing().helloTimeout().toNanos();
        helloTimer =
                core.timers.at(
                        helloDueNs,
                        _ -> {
                            if (greeting == null) {
                                close("No hello within the time for it.");
                            }
                        });
        checkSilenceAt(core.heartbeats.deadlineNs(lastHeardNs));
        send(
                new ServerMessage.Welcome(
                        Limits.MIN_VERSION, Limits.MAX_VERSION, ClientAbilities.SERVED, nonce));
    }

    @Override
    public void onMessage(ClientMessage message) {
        if (closed.get()) {
            return;
        }
        long nowNs = core.clock.nowNs();
        core.counters.requestsReceived.increment();
        lastHeardNs = nowNs;
        Session current = session.get();
        if (current != null) {
            current.onHeard(nowNs);
        }
        try {
            checkRate(nowNs);
            checkId(message.id());
            handle(message);
        } catch (RequestRefusedException e) {
            refuse(message.id(), e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "request " + message.getClass(), e);
            refuse(message.id(), new RequestRefusedException(ErrorCode.ROOM_INNER_ERROR));
        }
    }

    @Override
    public void onWritable() {
        catchUp();
    }

    @Override
    public void onClosed() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // Otherwise they would hold the connection and its buffers until they pass.
        cancel(helloTimer);
        cancel(silenceTimer);
        onGone.run();
        Session current = session.getAndSet(null);
        if (current != null) {
            current.onConnectionClosed(this);
        }
    }

    private static void cancel(Timers.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }

    /// False if the client's queue is full.
    boolean send(ServerMessage message) {
        return closed.get() || sink.send(message);
    }

    /// Leaves room for answers; false if there is none to spare.
    boolean sendIfUncrowded(ServerMessage message) {
        return closed.get() || sink.sendIfUncrowded(message);
    }

    /// What the hello named; nothing before it.
    ClientAbilities abilities() {
        Greeting greeted = greeting;
        return greeted == null ? ClientAbilities.NONE : greeted.abilities();
    }

    String address() {
        return sink.address();
    }

    boolean isCrowded() {
        return sink.isCrowded();
    }

    boolean waitsForServer() {
        return !closed.get() && sink.waitsForServer();
    }

    boolean sendPage(SharedPage page) {
        return closed.get() || sink.sendPage(page);
    }

    boolean sendShared(SharedMessage message) {
        return closed.get() || sink.sendShared(message);
    }

    /// An answer that cannot be queued ends the connection: the client would wait for it forever.
    void answer(Answer answer) {
        if (!send(answer)) {
            close("The client does not read what it asked for.");
        }
    }

    void kickedOut(String roomId, Kick kick) {
        ErrorCode code = kick.code();
        if (!send(
                new ServerMessage.KickedOut(roomId, code.code(), code.sentence(), kick.reason()))) {
            close(code.sentence());
        }
    }

    void close(String reason) {
        if (!closed.get()) {
            sink.close(reason);
        }
    }

    /// Something did not fit into the client's queue: tries again later, at the latest after a
    /// while.
    void onLagging() {
        if (catchUpPlanned.compareAndSet(false, true)) {
            core.timers.at(core.clock.nowNs() + CATCH_UP_RETRY_NS, _ -> catchUp());
        }
    }

    void onSessionEnded(Session ended) {
        session.compareAndSet(ended, null);
    }

    private void catchUp() {
        catchUpPlanned.set(false);
        Session current = session.get();
        if (current != null) {
            current.catchUp(this);
        }
    }

    /// A connection that says nothing is closed, whether or not it ever logged in.
    private void checkSilenceAt(long atNs) {
        silenceTimer =
                core.timers.at(
                        atNs,
                        nowNs -> {
                            if (closed.get()) {
                                return;
                            }
                            long deadlineNs = core.heartbeats.deadlineNs(lastHeardNs);
                            if (nowNs < deadlineNs) {
                                checkSilenceAt(deadlineNs);
                            } else {
                                close("Nothing was heard for the heartbeat time-out.");
                            }
                        });
    }

    private void checkRate(long nowNs) throws RequestRefusedException {
        if (rate.tryTake(nowNs)) {
            refusalsForRate = 0;
            return;
        }
        if (++refusalsForRate >= MAX_REFUSALS_FOR_RATE) {
            close("Too many requests.");
        }
        throw new RequestRefusedException(ErrorCode.ROOM_APP_CALL_TOO_FREQUENT);
    }

    private void checkId(long id) throws RequestRefusedException {
        if (id <= newestId) {
            throw illegal("The id of a request must be larger than those before it.");
        }
        newestId = id;
    }

    private void handle(ClientMessage message) throws RequestRefusedException {
        switch (message) {
            case ClientMessage.Hello m -> hello(m);
            case ClientMessage.Heartbeat m -> {
                greeted();
                ok(m);
            }
            case ClientMessage.Login m -> logins.login(greeted(), m);
            case ClientMessage.Logout m -> {
                greeted();
                logins.logout(m);
            }
            case ClientMessage.RenewToken m -> logins.renewToken(greeted(), m);
            case ClientMessage.Publish m -> streams.publish(greeted(), m);
            case ClientMessage.StopPublishing m -> streams.stopPublishing(greeted(), m);
            case ClientMessage.SetStreamExtraInfo m -> streams.setExtraInfo(greeted(), m);
            case ClientMessage.SetStreamDeviceStates m -> {
                greeted();
                streams.setDevices(m);
            }
            case ClientMessage.Play m -> plays.play(greeted(), m);
            case ClientMessage.StopPlaying m -> {
                greeted();
                plays.stopPlaying(m);
            }
            case ClientMessage.SetRoomExtraInfo m -> messages.setRoomExtraInfo(greeted(), m);
            case ClientMessage.SendBroadcastMessage m -> messages.broadcast(greeted(), m);
            case ClientMessage.SendBarrageMessage m -> messages.barrage(greeted(), m);
            case ClientMessage.SendCustomCommand m -> messages.command(greeted(), m);
            case ClientMessage.SendTransparentMessage m -> messages.transparent(greeted(), m);
        }
    }

    private void hello(ClientMessage.Hello hello) throws RequestRefusedException {
        if (greeting != null) {
            throw illegal("This connection has said hello already.");
        }
        try {
            if (hello.version() < Limits.MIN_VERSION || hello.version() > Limits.MAX_VERSION) {
                throw illegal(
                        "Protocol version "
                                + hello.version()
                                + " is not spoken here; the welcome says which are.");
            }
            RequestRefusedException.require(Identifiers.checkAppId(hello.appId()));
            Project project = core.admission.project(hello.appId());
            boolean appSignShown = core.admission.checkProof(project, hello.proof(), nonce);
            greeting =
                    new Greeting(
                            project.appId(),
                            core.realm(project.appId()),
                            appSignShown,
                            ClientAbilities.of(hello.capabilities()));
        } catch (RequestRefusedException e) {
            helloRefusal = Optional.of(e);
            throw e;
        }
        ControlConfig.Timing timing = core.config.timing();
        answer(
                Answer.ok(
                        hello.id(),
                        new Answer.Greeted(
                                hello.version(),
                                ClientAbilities.SERVED,
                                (int) (timing.heartbeatInterval().toNanos() / NS_PER_MS),
                                (int) (timing.heartbeatTimeout().toNanos() / NS_PER_MS))));
    }

    /// Requests travel without waiting for the hello's answer: after a refused one each gets the
    /// same code, so that the client's login fails with the reason.
    private Greeting greeted() throws RequestRefusedException {
        Greeting greeted = greeting;
        if (greeted == null) {
            if (helloRefusal.isPresent()) {
                throw helloRefusal.get();
            }
            throw new RequestRefusedException(
                    ErrorCode.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE,
                    "The first request of a connection must be hello.");
        }
        return greeted;
    }

    /// Empty before the first login and after the session's end.
    Optional<Session> session() {
        return Optional.ofNullable(session.get());
    }

    Session session(ErrorCode otherwise) throws RequestRefusedException {
        return session().orElseThrow(() -> new RequestRefusedException(otherwise));
    }

    /// Carries this session from now on; before it says anything over this connection.
    void carry(Session carried) {
        session.set(carried);
    }

    Participant participant(String roomId) throws RequestRefusedException {
        return participant(roomId, ErrorCode.COMMON_NOT_LOGIN_ROOM);
    }

    /// The client's login of a room; refused with 1000002 if it is in none, else with `elsewhere`.
    Participant participant(String roomId, ErrorCode elsewhere) throws RequestRefusedException {
        return session(ErrorCode.COMMON_NOT_LOGIN_ROOM).participant(roomId, elsewhere);
    }

    void ok(ClientMessage request) {
        answer(Answer.ok(request.id()));
    }

    void refuse(long id, RequestRefusedException refusal) {
        core.counters.requestsRefused.increment();
        String sentence = refusal.getMessage() == null ? "" : refusal.getMessage();
        answer(Answer.refused(id, refusal.code(), sentence));
    }

    private static RequestRefusedException illegal(String sentence) {
        return new RequestRefusedException(ErrorCode.COMMON_ILLEGAL_PARAM, sentence);
    }
}
