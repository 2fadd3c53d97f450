package io.freshet.server.gateway;

import io.freshet.protocol.Limits;
import io.freshet.protocol.MalformedMessageException;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.ClientConnection;
import io.freshet.server.control.ClientSink;
import io.freshet.server.control.SharedMessage;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One client's WebSocket: text messages in, a bounded queue and a writer of its own out, so that a
/// slow client holds up nobody.
///
/// Three threads meet here. The reader is the web server's thread of this connection and calls the
/// listener methods. The writer alone writes to the WebSocket, which is not safe for several
/// writers. The room service's threads only put messages into the queue. When the reader has ended,
/// for whatever reason, [#onReaderEnded()] tells the room service once.
final class SignalConnection implements WsListener, ClientSink {
    private static final System.Logger LOG = System.getLogger(SignalConnection.class.getName());

    /// RFC 6455 §5.5: a control frame carries at most 125 bytes, two of them the close code.
    private static final int MAX_REASON_BYTES = 123;

    /// How long a client may take to answer our close before the connection is cut.
    private static final long CLOSE_GRACE_NS = 2_000_000_000L;

    private sealed interface Outgoing {
        record One(ServerMessage message) implements Outgoing {}

        record Shared(SharedMessage message) implements Outgoing {}

        record Pong(BufferData payload) implements Outgoing {}

        enum Signal implements Outgoing {
            PING,
            /// Makes the writer look at its flags.
            WAKE
        }
    }

    private record Closing(int code, String reason, long sinceNs) {}

    private final SignalEndpoint endpoint;
    private final BlockingQueue<Outgoing> queue;
    private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();

    private volatile @Nullable ClientConnection connection;

    /// What the request named, before it is known who the peer is.
    private List<String> forwardedFor = List.of();

    private volatile String address = "";
    private @Nullable Thread reader;
    private @Nullable Thread writer;
    private final StringBuilder partial = new StringBuilder();

    /// A message was refused since the queue was last empty.
    private volatile boolean refused;

    private volatile long lastHeardNs;
    private volatile long lastWrittenNs;

    /// 0 while the writer is not inside a write.
    private volatile long writingSinceNs;

    SignalConnection(SignalEndpoint endpoint, int maxQueuedMessages) {
        this.endpoint = endpoint;
        this.queue = new ArrayBlockingQueue<>(maxQueuedMessages);
    }

    // --- the reader ---

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) {
        forwardedFor = List.copyOf(headers.values(HeaderNames.X_FORWARDED_FOR));
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession opened) {
        reader = Thread.currentThread();
        lastHeardNs = endpoint.nowNs();
        lastWrittenNs = lastHeardNs;
        writer = Thread.ofVirtual().name("signal-writer").start(() -> write(opened));
        address = endpoint.client(opened.socketContext().remotePeer().address(), forwardedFor);
        if (!endpoint.tryEnter(this, address)) {
            finish(WsCloseCodes.TRY_AGAIN_LATER, "The server takes no clients now.");
            return;
        }
        connection = endpoint.connect(this);
    }

    @Override
    public void onMessage(WsSession from, String text, boolean last) {
        lastHeardNs = endpoint.nowNs();
        if (closing.get() != null) {
            return;
        }
        // Characters are at most as many as bytes; the codec counts those.
        if (partial.length() + text.length() > Limits.CLIENT_MESSAGE_MAX_BYTES) {
            finish(WsCloseCodes.TOO_BIG, "A message is longer than 64 KiB.");
            return;
        }
        if (!last) {
            partial.append(text);
            return;
        }
        String whole = text;
        if (!partial.isEmpty()) {
            whole = partial.append(text).toString();
            partial.setLength(0);
        }
        receive(whole);
    }

    private void receive(String text) {
        ClientConnection room = connection;
        if (room == null) {
            return;
        }
        try {
            room.onMessage(MessageCodec.decodeClient(text));
        } catch (MalformedMessageException e) {
            endpoint.onMalformedMessage();
            if (!send(e.answer())) {
                finish(WsCloseCodes.VIOLATED_POLICY, "Too many unreadable messages.");
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a request failed; its connection is closed", e);
            finish(WsCloseCodes.UNEXPECTED_CONDITION, "The server failed to handle a request.");
        }
    }

    @Override
    public void onMessage(WsSession from, BufferData data, boolean last) {
        finish(WsCloseCodes.CANNOT_ACCEPT, "Send text messages.");
    }

    @Override
    public void onPing(WsSession from, BufferData payload) {
        lastHeardNs = endpoint.nowNs();
        // A client that pings faster than it reads loses pongs, nothing else.
        queue.offer(new Outgoing.Pong(payload));
    }

    @Override
    public void onPong(WsSession from, BufferData payload) {
        lastHeardNs = endpoint.nowNs();
    }

    /// The web server's thread of this connection is over.
    private void onReaderEnded() {
        closing.compareAndSet(null, new Closing(WsCloseCodes.NORMAL_CLOSE, "", endpoint.nowNs()));
        Thread writing = writer;
        if (writing != null) {
            writing.interrupt();
        }
        endpoint.leave(this);
        ClientConnection room = connection;
        if (room != null) {
            room.onClosed();
        }
    }

    /// Waits until the reader has ended and says so; the web server itself tells its listener
    /// nothing when a connection breaks.
    void awaitEnd() throws InterruptedException {
        Thread reading = reader;
        if (reading != null) {
            reading.join();
        }
        onReaderEnded();
    }

    // --- the room service ---

    @Override
    public boolean send(ServerMessage message) {
        return offer(new Outgoing.One(message));
    }

    @Override
    public boolean sendShared(SharedMessage message) {
        return offer(new Outgoing.Shared(message));
    }

    private boolean offer(Outgoing message) {
        if (queue.offer(message)) {
            return true;
        }
        refused = true;
        // The writer may have emptied the queue just before it could see the flag.
        if (queue.peek() == null) {
            queue.offer(Outgoing.Signal.WAKE);
        }
        return false;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean isCrowded() {
        return queue.size() > queue.remainingCapacity();
    }

    @Override
    public void close(String reason) {
        finish(WsCloseCodes.GOING_AWAY, reason);
    }

    /// Closes after what is queued; the first reason counts.
    private void finish(int code, String reason) {
        if (closing.compareAndSet(null, new Closing(code, reason, endpoint.nowNs()))) {
            queue.offer(Outgoing.Signal.WAKE);
        }
    }

    // --- the writer ---

    private void write(WsSession to) {
        try {
            while (true) {
                Closing end = closing.get();
                Outgoing next = end == null ? queue.take() : queue.poll();
                if (next == null && end != null) {
                    to.close(end.code(), shortened(end.reason()));
                    return;
                }
                if (next != null) {
                    writingSinceNs = Math.max(1, endpoint.nowNs());
                    write(to, next);
                    lastWrittenNs = endpoint.nowNs();
                    writingSinceNs = 0;
                }
                tellWritable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The connection is broken: the reader sees it too and ends.
            LOG.log(System.Logger.Level.DEBUG, "a client could not be written to", e);
            interruptReader();
        }
    }

    private static void write(WsSession to, Outgoing next) {
        switch (next) {
            case Outgoing.One(var message) -> to.send(MessageCodec.encode(message), true);
            case Outgoing.Shared(var message) ->
                    to.send(message.encoded(MessageCodec::encode), true);
            case Outgoing.Pong(var payload) -> to.pong(payload);
            case Outgoing.Signal.PING -> to.ping(BufferData.create(new byte[0]));
            case Outgoing.Signal.WAKE -> {}
        }
    }

    private void tellWritable() {
        ClientConnection room = connection;
        if (refused && queue.isEmpty() && room != null) {
            refused = false;
            room.onWritable();
        }
    }

    // --- the watch ---

    /// Pings a quiet client, cuts one that is silent, stuck or does not answer a close.
    void onWatch(long nowNs, long pingIntervalNs, long silenceTimeoutNs) {
        Closing end = closing.get();
        long writingSince = writingSinceNs;
        boolean stuck = writingSince != 0 && nowNs - writingSince > silenceTimeoutNs;
        if (end != null) {
            if (nowNs - end.sinceNs() > CLOSE_GRACE_NS) {
                cut();
            }
        } else if (stuck || nowNs - lastHeardNs > silenceTimeoutNs) {
            LOG.log(System.Logger.Level.DEBUG, "a client is silent: its connection is cut");
            cut();
        } else if (nowNs - lastWrittenNs > pingIntervalNs && queue.isEmpty()) {
            queue.offer(Outgoing.Signal.PING);
        }
    }

    /// An interrupted virtual thread's socket is closed by the JDK.
    private void cut() {
        Thread writing = writer;
        if (writing != null) {
            writing.interrupt();
        }
        interruptReader();
    }

    private void interruptReader() {
        Thread reading = reader;
        if (reading != null) {
            reading.interrupt();
        }
    }

    private static String shortened(String reason) {
        String text = reason;
        while (text.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_BYTES) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }
}
