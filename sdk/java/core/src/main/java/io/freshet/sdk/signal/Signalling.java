package io.freshet.sdk.signal;

import io.freshet.protocol.AppSignProof;
import io.freshet.protocol.Capabilities;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Limits;
import io.freshet.protocol.MalformedMessageException;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.UnknownMessageException;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.port.LogSink;
import io.freshet.sdk.port.SignalSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Keeps one greeted connection to the server while it is wanted.
///
/// States and what leads on:
/// - IDLE: nobody wants it; [#start] connects.
/// - CONNECTING: socket asked for; the server's `Welcome` makes it READY.
/// - READY: `Hello` is sent and requests may follow it in the same flight. The refusal of `Hello`
///   ends in IDLE.
/// - PAUSING: broken; the next try follows after a pause, while held ([#hold]) not before
///   [#release].
///
/// [#stop] leads to IDLE from everywhere. A connection counts as broken when its socket closes,
/// when it is not greeted within 10 s, when a request stays without an answer for 10 s, when the
/// server says something malformed, and when it says nothing for two heartbeat intervals, in which
/// at least one heartbeat was not answered. Used on the loop only.
public final class Signalling {
    static final long GREETING_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    static final long ANSWER_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    /// However long a stopping server asks to stay away.
    static final int MAX_ANNOUNCED_PAUSE_MS = 60_000;

    /// Requests without an answer yet; more than an app can need.
    static final int MAX_PENDING = 256;

    /// What this SDK understands beyond the first signalling.
    static final List<String> CAPABILITIES =
            List.of(
                    Capabilities.PAGED_SNAPSHOTS,
                    Capabilities.ROOM_EXTRA_INFO,
                    Capabilities.DEVICE_STATES,
                    Capabilities.ROOM_MESSAGES,
                    Capabilities.TRANSPARENT_MESSAGES);

    private final SdkLoop loop;
    private final SignalSocket.Factory sockets;
    private final URI uri;
    private final Client client;
    private final ReconnectPolicy reconnectPolicy;
    private final LogSink log;
    private final Listener listener;
    private final Map<Long, Pending> pending = new LinkedHashMap<>();

    private State state = State.IDLE;
    private @Nullable SignalSocket socket;

    /// Grows with every socket: what an older one still says is dropped.
    private int generation;

    /// Of the server of the present or the last connection.
    private List<String> serverCapabilities = List.of();

    private boolean held;

    /// In PAUSING: whether only [#release] is waited for.
    private boolean pauseOver;

    /// Since a connection has lasted for a heartbeat interval.
    private int attempt;

    private long nextId = 1;
    private long heartbeatIntervalNs;
    private long silenceTimeoutNs;
    private long lastHeardNs;
    private long announcedPauseNs = -1;
    private SdkLoop.@Nullable Timer stateTimer;
    private SdkLoop.@Nullable Timer heartbeatTimer;
    private SdkLoop.@Nullable Timer silenceTimer;

    public Signalling(
            SdkLoop loop,
            SignalSocket.Factory sockets,
            URI uri,
            Client client,
            ReconnectPolicy reconnectPolicy,
            LogSink log,
            Listener listener) {
        this.loop = loop;
        this.sockets = sockets;
        this.uri = uri;
        this.client = client;
        this.reconnectPolicy = reconnectPolicy;
        this.log = log;
        this.listener = listener;
    }

    /// Connects unless that is under way or done.
    public void start() {
        if (state == State.IDLE) {
            attempt = 0;
            if (held) {
                state = State.PAUSING;
                pauseOver = true;
            } else {
                connect();
            }
        }
    }

    /// Gives the connection up, as if it had broken, and makes no other until [#release]: this side
    /// cannot take what the server has to say.
    public void hold(String reason) {
        held = true;
        if (state == State.CONNECTING || state == State.READY) {
            onBroken(reason);
        }
    }

    public void release() {
        held = false;
        if (state == State.PAUSING && pauseOver) {
            connect();
        }
    }

    /// Closes politely; requests on their way are lost.
    public void stop() {
        if (state == State.IDLE) {
            return;
        }
        state = State.IDLE;
        dropSocket();
        loseAll();
    }

    /// Whether requests may be sent now.
    public boolean ready() {
        return state == State.READY;
    }

    /// Whether the server said that it can do this, one of [Capabilities].
    public boolean serves(String capability) {
        return serverCapabilities.contains(capability);
    }

    /// Sends the request made of a fresh id. When not [#ready], it is lost at once.
    public void request(LongFunction<ClientMessage> make, Reply reply) {
        SignalSocket current = socket;
        if (state != State.READY || current == null) {
            loop.execute(reply::onLost);
            return;
        }
        if (pending.size() >= MAX_PENDING) {
            loop.execute(() ->
                    reply.onAnswer(
                            ErrorCode.ROOM_APP_CALL_TOO_FREQUENT.code(),
                            "too many requests wait for an answer",
                            Answer.None.INSTANCE));
            return;
        }
        long id = nextId++;
        int mine = generation;
        SdkLoop.Timer timer =
                loop.after(
                        ANSWER_TIMEOUT_NS,
                        () -> {
                            if (mine == generation && pending.containsKey(id)) {
                                onBroken("no answer to a request for 10 s");
                            }
                        });
        pending.put(id, new Pending(reply, timer));
        current.send(MessageCodec.encode(make.apply(id)));
    }

    private void connect() {
        state = State.CONNECTING;
        int mine = ++generation;
        stateTimer =
                loop.after(
                        GREETING_TIMEOUT_NS,
                        () -> {
                            if (mine == generation) {
                                onBroken("no greeting for 10 s");
                            }
                        });
        socket = sockets.connect(uri, new SocketListener(mine));
    }

    private void onText(String text) {
        lastHeardNs = loop.nowNs();
        ServerMessage message;
        try {
            message = MessageCodec.decodeServer(text);
        } catch (UnknownMessageException e) {
            // A newer server may say things this version does not know.
            log.log(LogSink.Level.WARN, "message ignored: " + e.getMessage());
            return;
        } catch (MalformedMessageException e) {
            onBroken("the server's message is malformed: " + e.getMessage());
            return;
        }
        if (message instanceof ServerMessage.Welcome welcome) {
            onWelcome(welcome);
        } else if (message instanceof Answer answer) {
            onAnswer(answer);
        } else if (message instanceof ServerMessage.Closing closing) {
            announcedPauseNs =
                    reconnectPolicy.announcedDelayNs(
                            TimeUnit.MILLISECONDS.toNanos(
                                    Math.min(
                                            Math.max(0, closing.retryAfterMs()),
                                            MAX_ANNOUNCED_PAUSE_MS)));
        } else {
            listener.onNotice(message);
        }
    }

    private void onWelcome(ServerMessage.Welcome welcome) {
        if (state != State.CONNECTING) {
            log.log(LogSink.Level.WARN, "second welcome ignored");
            return;
        }
        if (Limits.MAX_VERSION < welcome.minVersion()
                || Limits.MIN_VERSION > welcome.maxVersion()) {
            onRefused(
                    ErrorCode.ROOM_ERROR_CONNECT_FAILED.code(),
                    "the server speaks versions "
                            + welcome.minVersion()
                            + " to "
                            + welcome.maxVersion()
                            + ", this SDK "
                            + Limits.MAX_VERSION
                            + "; update the older one");
            return;
        }
        state = State.READY;
        serverCapabilities = welcome.capabilities();
        String proof =
                client.appSign().isEmpty()
                        ? null
                        : AppSignProof.compute(client.appSign(), welcome.nonce(), client.appId());
        request(
                id ->
                        new ClientMessage.Hello(
                                id,
                                Math.min(Limits.MAX_VERSION, welcome.maxVersion()),
                                CAPABILITIES,
                                client.appId(),
                                proof,
                                client.userAgent()),
                new Reply() {
                    @Override
                    public void onAnswer(int code, String message, Answer.Result result) {
                        if (code != 0) {
                            onRefused(code, message);
                        } else if (result instanceof Answer.Greeted greeted) {
                            onGreeted(greeted);
                        }
                    }

                    @Override
                    public void onLost() {}
                });
        listener.onReady();
    }

    private void onGreeted(Answer.Greeted greeted) {
        SdkLoop.cancel(stateTimer);
        heartbeatIntervalNs =
                TimeUnit.MILLISECONDS.toNanos(Math.max(100, greeted.heartbeatIntervalMs()));
        // Long before the server gives the session up, so that it can be resumed.
        silenceTimeoutNs = 2 * heartbeatIntervalNs;
        scheduleHeartbeat();
        watchSilence(silenceTimeoutNs);
    }

    private void scheduleHeartbeat() {
        heartbeatTimer =
                loop.after(
                        heartbeatIntervalNs,
                        () -> {
                            if (state == State.READY) {
                                // One that breaks sooner is no better than none.
                                attempt = 0;
                                sendHeartbeat();
                                scheduleHeartbeat();
                            }
                        });
    }

    /// Its answer only has to be heard: silence is judged by [#watchSilence].
    private void sendHeartbeat() {
        SignalSocket current = socket;
        if (current != null) {
            current.send(MessageCodec.encode(new ClientMessage.Heartbeat(nextId++)));
        }
    }

    private void watchSilence(long delayNs) {
        silenceTimer =
                loop.after(
                        delayNs,
                        () -> {
                            long leftNs = lastHeardNs + silenceTimeoutNs - loop.nowNs();
                            if (leftNs > 0) {
                                watchSilence(leftNs);
                            } else {
                                onBroken(
                                        "the server has been silent for "
                                                + TimeUnit.NANOSECONDS.toMillis(silenceTimeoutNs)
                                                + " ms");
                            }
                        });
    }

    private void onAnswer(Answer answer) {
        Pending request = pending.remove(answer.id());
        if (request != null) {
            request.timer().cancel();
            request.reply().onAnswer(answer.code(), answer.message(), answer.result());
        }
    }

    private void onRefused(int code, String message) {
        stop();
        listener.onRefused(code, message);
    }

    private void onBroken(String reason) {
        dropSocket();
        state = State.PAUSING;
        pauseOver = false;
        attempt++;
        long pauseNs = announcedPauseNs >= 0 ? announcedPauseNs : reconnectPolicy.delayNs(attempt);
        announcedPauseNs = -1;
        log.log(
                LogSink.Level.WARN,
                uri
                        + ": "
                        + reason
                        + "; trying again in "
                        + TimeUnit.NANOSECONDS.toMillis(pauseNs)
                        + (held ? " ms or later" : " ms"));
        int mine = generation;
        stateTimer =
                loop.after(
                        pauseNs,
                        () -> {
                            if (mine == generation && state == State.PAUSING) {
                                pauseOver = true;
                                if (!held) {
                                    connect();
                                }
                            }
                        });
        listener.onBroken(reason);
        loseAll();
    }

    private void dropSocket() {
        generation++;
        SdkLoop.cancel(stateTimer);
        SdkLoop.cancel(heartbeatTimer);
        SdkLoop.cancel(silenceTimer);
        SignalSocket current = socket;
        socket = null;
        if (current != null) {
            current.close();
        }
    }

    private void loseAll() {
        List<Pending> lost = new ArrayList<>(pending.values());
        pending.clear();
        for (Pending request : lost) {
            request.timer().cancel();
            request.reply().onLost();
        }
    }

    private enum State {
        IDLE,
        CONNECTING,
        READY,
        PAUSING
    }

    private record Pending(Reply reply, SdkLoop.Timer timer) {}

    /// Who connects.
    ///
    /// @param appSign 64 hex digits, or empty when logins bring tokens
    public record Client(long appId, String appSign, String userAgent) {}

    public interface Listener {
        /// Greeted; requests sent from here on go out right behind the greeting.
        void onReady();

        void onNotice(ServerMessage notice);

        /// The connection is over; another try follows by itself. Lost requests are told after
        /// this.
        void onBroken(String reason);

        /// The server does not want this client; no further try follows.
        void onRefused(int code, String message);
    }

    /// Hands a socket's calls over to the loop.
    private final class SocketListener implements SignalSocket.Listener {
        private final int mine;

        SocketListener(int mine) {
            this.mine = mine;
        }

        @Override
        public void onOpen() {}

        @Override
        public void onText(String text) {
            loop.execute(() -> {
                if (mine == generation) {
                    Signalling.this.onText(text);
                }
            });
        }

        @Override
        public void onClosed(String reason) {
            loop.execute(() -> {
                if (mine == generation) {
                    onBroken(reason.isEmpty() ? "connection closed" : reason);
                }
            });
        }
    }

    /// Whether the server refused because of a rate: the same request may pass later.
    public static boolean isTooFrequent(int code) {
        return code == ErrorCode.ROOM_APP_CALL_TOO_FREQUENT.code()
                || code == ErrorCode.ROOM_APP_CALL_API_TOO_FREQUENT.code()
                || code == ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT.code();
    }
}
