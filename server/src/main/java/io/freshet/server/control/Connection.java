package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One client's connection: answers each request once and hands it to whom it concerns.
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

    /// What came of a successful hello.
    private record Greeting(
            long appId, Realm realm, boolean appSignShown, ClientAbilities abilities) {}

    private final Core core;
    private final ClientSink sink;
    private final Runnable onGone;
    private final String nonce;
    private final TokenBucket rate;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final AtomicInteger pending = new AtomicInteger();
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
        this.nonce = core.newKey();
        this.lastHeardNs = core.clock.nowNs();
        this.rate =
                new TokenBucket(
                        core.config.bounds().requestsPerSecond(),
                        core.config.bounds().requestBurst(),
                        lastHeardNs);
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
        checkSilenceAt(core.heartbeatDeadlineNs(lastHeardNs));
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

    /// What the hello named; nothing before it.
    ClientAbilities abilities() {
        Greeting greeted = greeting;
        return greeted == null ? ClientAbilities.NONE : greeted.abilities;
    }

    String address() {
        return sink.address();
    }

    boolean isCrowded() {
        return sink.isCrowded();
    }

    boolean hasWaiting() {
        return !closed.get() && sink.hasWaiting();
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
                            long deadlineNs = core.heartbeatDeadlineNs(lastHeardNs);
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
            case ClientMessage.Login m -> login(m);
            case ClientMessage.Logout m -> {
                greeted();
                session(ErrorCode.ROOM_ROOMID_INCORRECT).logout(m.roomId());
                ok(m);
            }
            case ClientMessage.RenewToken m -> renewToken(m);
            case ClientMessage.Publish m -> publish(m);
            case ClientMessage.StopPublishing m -> {
                Greeting greeted = greeted();
                Participant participant = participant(m.roomId());
                session(ErrorCode.COMMON_NOT_LOGIN_ROOM).onPublishRequest(m.streamId());
                core.publishing.stop(greeted.realm, participant, m.streamId());
                ok(m);
            }
            case ClientMessage.SetStreamExtraInfo m -> {
                greeted().realm.requireCallRate();
                RequestRefusedException.require(Identifiers.checkStreamExtraInfo(m.extraInfo()));
                core.publishing.setExtraInfo(participant(m.roomId()), m.streamId(), m.extraInfo());
                ok(m);
            }
            case ClientMessage.Play m -> play(m);
            case ClientMessage.StopPlaying m -> {
                greeted();
                Session current = session.get();
                if (current != null) {
                    current.stopPlaying(m.streamId());
                }
                ok(m);
            }
            case ClientMessage.Heartbeat m -> {
                greeted();
                ok(m);
            }
            case ClientMessage.SetStreamDeviceStates m -> {
                greeted();
                core.publishing.setDevices(
                        participant(m.roomId()),
                        m.streamId(),
                        new Devices(m.camera(), m.microphone()));
                ok(m);
            }
            case ClientMessage.SetRoomExtraInfo m -> {
                greeted().realm.requireCallRate();
                Participant participant = participant(m.roomId(), ErrorCode.ROOM_ROOMID_INCORRECT);
                core.messaging.setRoomExtraInfo(participant, m.key(), m.value());
                ok(m);
            }
            case ClientMessage.SendBroadcastMessage m -> {
                greeted().realm.requireCallRate();
                Participant from = sender(m.roomId());
                answer(Answer.ok(m.id(), core.messaging.broadcast(from, m.message())));
            }
            case ClientMessage.SendBarrageMessage m -> {
                greeted().realm.requireCallRate();
                Participant from = sender(m.roomId());
                answer(Answer.ok(m.id(), core.messaging.barrage(from, m.message())));
            }
            case ClientMessage.SendCustomCommand m -> {
                greeted().realm.requireCallRate();
                core.messaging.command(sender(m.roomId()), m.command(), m.toUserIds());
                ok(m);
            }
            case ClientMessage.SendTransparentMessage m -> {
                greeted().realm.requireCallRate();
                core.messaging.transparent(
                        sender(m.roomId()), m.sendMode(), m.content(), m.toUserIds());
                ok(m);
            }
        }
    }

    private Participant sender(String roomId) throws RequestRefusedException {
        return participant(roomId, ErrorCode.IM_INCONSISTENT_ROOM_ID);
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

    private void login(ClientMessage.Login login) throws RequestRefusedException {
        Greeting greeted = greeted();
        try {
            RequestRefusedException.require(Identifiers.checkRoomId(login.roomId()));
            RequestRefusedException.require(Identifiers.checkUserId(login.userId()));
            RequestRefusedException.require(Identifiers.checkUserName(login.userName()));
            if (login.maxMemberCount() < 0) {
                throw illegal("maxMemberCount must not be negative.");
            }
            ClientMessage.Resume resume = login.resume();
            if (resume != null && tryResume(greeted, login, resume)) {
                core.counters.resumesAccepted.increment();
                return;
            }
            Grant grant =
                    core.admission.checkLogin(
                            core.admission.project(greeted.appId),
                            greeted.appSignShown,
                            login.token(),
                            login.userId(),
                            login.roomId());
            freshLogin(greeted, login, grant);
            core.counters.loginsAccepted.increment();
        } catch (RequestRefusedException e) {
            core.counters.loginsRefused.increment();
            throw e;
        }
    }

    /// False if there is nothing to go on with: then it is a login like any other. The key proves
    /// who comes back, so that a token that ran out meanwhile does not matter.
    private boolean tryResume(
            Greeting greeted, ClientMessage.Login login, ClientMessage.Resume resume)
            throws RequestRefusedException {
        Optional<Participant> found = greeted.realm.resumable(resume.resumeKey());
        if (found.isPresent()
                && found.get().owner instanceof Session owner
                && found.get().room.roomId.equals(login.roomId())
                && found.get().user.userId().equals(login.userId())) {
            Session current = session.get();
            if (current != null && current != owner) {
                throw new RequestRefusedException(ErrorCode.ROOM_MULTI_ROOM_LOGIN_USER_NOT_SAME);
            }
            core.forbidding.onComingBack(greeted.realm, found.get(), address());
            session.set(owner);
            if (owner.resume(this, login, found.get(), resume)) {
                return true;
            }
            if (current == null) {
                session.compareAndSet(owner, null);
            }
        }
        Optional<Kick> kick = greeted.realm.kicked.find(resume.resumeKey(), core.clock.nowNs());
        if (kick.isPresent()) {
            kickedOut(login.roomId(), kick.get());
            throw new RequestRefusedException(kick.get().code());
        }
        return false;
    }

    private void freshLogin(Greeting greeted, ClientMessage.Login login, Grant grant)
            throws RequestRefusedException {
        Session current = session.get();
        if (current != null && !current.userId.equals(login.userId())) {
            throw new RequestRefusedException(ErrorCode.ROOM_MULTI_ROOM_LOGIN_USER_NOT_SAME);
        }
        if (current == null || !current.login(this, login, grant)) {
            beginSession(greeted, login, grant);
        }
    }

    private void beginSession(Greeting greeted, ClientMessage.Login login, Grant grant)
            throws RequestRefusedException {
        Session made = new Session(core, greeted.realm, login.userId(), this);
        session.set(made);
        greeted.realm.session(login.userId()).ifPresent(made::takeOver);
        try {
            made.login(this, login, grant);
        } catch (RequestRefusedException e) {
            made.endIfUnused();
            throw e;
        }
        // Only now: a login that is refused must not end the earlier one.
        greeted.realm.register(made).ifPresent(Session::kick);
        made.unregisterIfEnded();
    }

    private void renewToken(ClientMessage.RenewToken renewal) throws RequestRefusedException {
        Greeting greeted = greeted();
        Session current = session(ErrorCode.ROOM_ROOMID_INCORRECT);
        Participant participant =
                current.participant(renewal.roomId(), ErrorCode.ROOM_ROOMID_INCORRECT);
        Grant grant =
                core.admission.checkLogin(
                        core.admission.project(greeted.appId),
                        false,
                        renewal.token(),
                        current.userId,
                        renewal.roomId());
        core.publishing.renew(participant, grant);
        ok(renewal);
        participant.watchToken(core.expiry, greeted.appId);
    }

    private void publish(ClientMessage.Publish publish) throws RequestRefusedException {
        Greeting greeted = greeted();
        Participant participant = participant(publish.roomId());
        RequestRefusedException.require(Identifiers.checkStreamId(publish.streamId()));
        RequestRefusedException.require(Identifiers.checkStreamExtraInfo(publish.extraInfo()));
        session(ErrorCode.COMMON_NOT_LOGIN_ROOM).onPublishRequest(publish.streamId());
        negotiate(
                publish.id(),
                () ->
                        core.publishing.publish(
                                greeted.realm,
                                participant,
                                publish.streamId(),
                                publish.extraInfo(),
                                new Devices(publish.camera(), publish.microphone()),
                                publish.offer()));
    }

    private void play(ClientMessage.Play play) throws RequestRefusedException {
        Greeting greeted = greeted();
        Session current = session(ErrorCode.COMMON_NOT_LOGIN_ROOM);
        RequestRefusedException.require(Identifiers.checkStreamId(play.streamId()));
        MediaPlane.Delivery delivery =
                Playing.delivery(core.admission.project(greeted.appId), play.resourceMode());
        negotiate(play.id(), () -> current.play(play.streamId(), delivery, play.offer()));
    }

    @FunctionalInterface
    private interface Negotiation {
        CompletionStage<String> start() throws RequestRefusedException;
    }

    private void negotiate(long id, Negotiation negotiation) throws RequestRefusedException {
        if (pending.incrementAndGet() > core.config.bounds().maxPendingRequests()) {
            pending.decrementAndGet();
            throw new RequestRefusedException(ErrorCode.ROOM_APP_CALL_TOO_FREQUENT);
        }
        CompletionStage<String> negotiated;
        try {
            negotiated = negotiation.start();
        } catch (RequestRefusedException | RuntimeException e) {
            pending.decrementAndGet();
            throw e;
        }
        var _ =
                negotiated.whenComplete((answer, failure) -> {
                    pending.decrementAndGet();
                    if (failure == null) {
                        answer(Answer.ok(id, new Answer.Negotiated(answer)));
                    } else {
                        refuse(id, refusal(failure));
                    }
                });
    }

    private static RequestRefusedException refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RequestRefusedException refused
                ? refused
                : new RequestRefusedException(ErrorCode.ROOM_INNER_ERROR);
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

    private Session session(ErrorCode otherwise) throws RequestRefusedException {
        Session current = session.get();
        if (current == null) {
            throw new RequestRefusedException(otherwise);
        }
        return current;
    }

    private Participant participant(String roomId) throws RequestRefusedException {
        return participant(roomId, ErrorCode.COMMON_NOT_LOGIN_ROOM);
    }

    /// The client's login of a room; refused with 1000002 if it is in none, else with `elsewhere`.
    private Participant participant(String roomId, ErrorCode elsewhere)
            throws RequestRefusedException {
        return session(ErrorCode.COMMON_NOT_LOGIN_ROOM).participant(roomId, elsewhere);
    }

    private void ok(ClientMessage request) {
        answer(Answer.ok(request.id()));
    }

    private void refuse(long id, RequestRefusedException refusal) {
        core.counters.requestsRefused.increment();
        String sentence = refusal.getMessage() == null ? "" : refusal.getMessage();
        answer(Answer.refused(id, refusal.code(), sentence));
    }

    private static RequestRefusedException illegal(String sentence) {
        return new RequestRefusedException(ErrorCode.COMMON_ILLEGAL_PARAM, sentence);
    }
}
