package io.freshet.server.gateway;

import io.freshet.protocol.Limits;
import io.freshet.protocol.MalformedMessageException;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.ClientConnection;
import io.freshet.server.control.ClientSink;
import io.freshet.server.control.SharedMessage;
import io.freshet.server.control.SharedPage;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One client's WebSocket: text messages in, a bounded queue out, so that a slow client holds up
/// nobody.
///
/// Three threads meet here. The reader is the web server's thread of this connection and calls the
/// listener methods. The writer, which is there only while something is to be written, alone writes
/// to the WebSocket, which is not safe for several writers; but a client's close the web server
/// answers in the reader's thread, which therefore waits until the writer is done. The room
/// service's threads only put messages into the queue. When the reader has ended, for whatever
/// reason, the room service is told once: by the client's polite close, or by the watch.
final class SignalConnection implements WsListener, ClientSink {
    private static final System.Logger LOG = System.getLogger(SignalConnection.class.getName());

    /// RFC 6455 §5.5: a control frame carries at most 125 bytes, two of them the close code.
    private static final int MAX_REASON_BYTES = 123;

    /// How long a client may take to answer our close before the connection is cut.
    private static final long CLOSE_GRACE_NS = 2_000_000_000L;

    /// Messages that wait together leave together, up to about so much.
    private static final int MAX_TOGETHER_BYTES = 32 * 1024;

    private sealed interface Outgoing {
        record One(ServerMessage message) implements Outgoing {}

        record Shared(SharedMessage message) implements Outgoing {}

        record Page(SharedPage page) implements Outgoing {}

        record Pong(BufferData payload) implements Outgoing {}

        enum Signal implements Outgoing {
            PING,
            /// Makes the writer look at its flags.
            WAKE
        }
    }

    private record Closing(int code, String reason, long sinceNs) {}

    private final SignalEndpoint endpoint;
    private final SendQueue<Outgoing> queue;
    private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();

    private volatile @Nullable ClientConnection connection;

    /// What the request named, before it is known who the peer is.
    private List<String> forwardedFor = List.of();

    private volatile String address = "";
    private volatile @Nullable Thread reader;

    /// While there is one.
    private final AtomicReference<@Nullable Thread> writer = new AtomicReference<>();

    /// Set before anything can be queued.
    private volatile @Nullable WsSession session;

    /// The web server answers it in the reader's thread: from then on nobody else writes.
    private volatile boolean closedByClient;

    /// The beginning of a message whose end has not come.
    private String partial = "";

    /// The writer's: nothing may follow a close.
    private boolean closeSent;

    /// A message was refused since the queue was last empty.
    private volatile boolean refused;

    private volatile long lastHeardNs;
    private volatile long lastWrittenNs;

    /// 0 while the writer is not inside a write.
    private volatile long writingSinceNs;

    SignalConnection(SignalEndpoint endpoint, int maxQueuedMessages) {
        this.endpoint = endpoint;
        this.queue = new SendQueue<>(maxQueuedMessages);
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
        session = opened;
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
        String whole = partial + text;
        partial = last ? "" : whole;
        if (last) {
            receive(whole);
        }
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
        put(new Outgoing.Pong(payload));
    }

    @Override
    public void onPong(WsSession from, BufferData payload) {
        lastHeardNs = endpoint.nowNs();
    }

    @Override
    public void onClose(WsSession from, int status, String reason) {
        onEnded();
        closedByClient = true;
        awaitWriter();
        if (writer.get() == null) {
            endpoint.leave(this);
        }
        // Otherwise the watch sees to it that the writer does not hold the connection for long.
    }

    /// A writer that begins later sees the flag; one that is at it ends, if need be because the
    /// watch interrupts both.
    private void awaitWriter() {
        Thread writing = writer.get();
        if (writing != null) {
            try {
                writing.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Nothing more will be heard. May be called more than once.
    private void onEnded() {
        closing.compareAndSet(null, new Closing(WsCloseCodes.NORMAL_CLOSE, "", endpoint.nowNs()));
        ClientConnection room = connection;
        if (room != null) {
            room.onClosed();
        }
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

    @Override
    public boolean sendIfUncrowded(ServerMessage message) {
        return offerIfUncrowded(new Outgoing.One(message));
    }

    @Override
    public boolean sendPage(SharedPage page) {
        return offerIfUncrowded(new Outgoing.Page(page));
    }

    /// Half of the queue stays for answers, which may not be refused.
    private boolean offerIfUncrowded(Outgoing message) {
        return offer(message, !queue.isHalfFull());
    }

    private boolean offer(Outgoing message) {
        return offer(message, true);
    }

    private boolean offer(Outgoing message, boolean mayTake) {
        if (mayTake && put(message)) {
            return true;
        }
        refused = true;
        // The writer may have emptied the queue just before it could see the flag.
        if (queue.isEmpty()) {
            put(Outgoing.Signal.WAKE);
        }
        return false;
    }

    /// Queues without blocking; false if there is no room.
    private boolean put(Outgoing outgoing) {
        SendQueue.Offer offer = queue.offer(outgoing);
        if (offer == SendQueue.Offer.FIRST) {
            Thread.ofVirtual().name("signal-writer").start(this::write);
        }
        return offer != SendQueue.Offer.FULL;
    }

    @Override
    public boolean waitsForServer() {
        return writingSinceNs == 0 && !queue.isEmpty();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean isCrowded() {
        return queue.isHalfFull();
    }

    @Override
    public void close(String reason) {
        finish(WsCloseCodes.GOING_AWAY, reason);
    }

    /// Closes after what is queued; the first reason counts.
    private void finish(int code, String reason) {
        if (closing.compareAndSet(null, new Closing(code, reason, endpoint.nowNs()))) {
            put(Outgoing.Signal.WAKE);
        }
    }

    // --- the writer ---

    /// Empties the queue. If that fails it is never empty again, so that no other writer begins.
    private void write() {
        WsSession to = session;
        if (to == null) {
            throw new IllegalStateException("nothing can be queued before the WebSocket is open");
        }
        writer.set(Thread.currentThread());
        try {
            boolean done = false;
            while (!done) {
                writingSinceNs = Math.max(1, endpoint.nowNs());
                int taken = writeSome(to);
                closeIfDue(to, taken);
                lastWrittenNs = endpoint.nowNs();
                writingSinceNs = 0;
                done = queue.onTaken(taken);
            }
        } catch (RuntimeException e) {
            // The connection is broken: the reader sees it too and ends.
            LOG.log(System.Logger.Level.DEBUG, "a client could not be written to", e);
            interruptReader();
            return;
        } finally {
            // The next one may have begun.
            writer.compareAndSet(Thread.currentThread(), null);
        }
        tellWritable();
    }

    private void closeIfDue(WsSession to, int taken) {
        Closing end = closing.get();
        if (end != null && !closeSent && !closedByClient && !queue.hasMoreThan(taken)) {
            closeSent = true;
            to.close(end.code(), shortened(end.reason()));
        }
    }

    /// Writes what waits, or the first of it; returns how much that was.
    private int writeSome(WsSession to) {
        int taken = 0;
        int length = 0;
        List<byte[]> frames = new ArrayList<>();
        while (length < MAX_TOGETHER_BYTES && (taken == 0 || queue.hasMoreThan(taken))) {
            taken++;
            Outgoing next = queue.take();
            if (closeSent || closedByClient) {
                continue;
            }
            switch (next) {
                case Outgoing.One(var message) -> frames.add(SignalFrames.of(message));
                case Outgoing.Shared(var message) -> frames.add(message.encoded(SignalFrames::of));
                case Outgoing.Page(var page) -> frames.add(SignalFrames.of(page));
                case Outgoing.Pong(var payload) -> {
                    flush(to, frames);
                    to.pong(payload);
                }
                case Outgoing.Signal.PING -> to.ping(BufferData.create(new byte[0]));
                case Outgoing.Signal.WAKE -> {}
            }
            length += frames.isEmpty() ? 0 : frames.getLast().length;
        }
        flush(to, frames);
        return taken;
    }

    /// Past the library's WebSocket, which would keep a buffer as long as the longest message.
    private static void flush(WsSession to, List<byte[]> frames) {
        if (!frames.isEmpty()) {
            byte[] bytes = frames.size() == 1 ? frames.getFirst() : SignalFrames.joined(frames);
            ((ConnectionContext) to.socketContext())
                    .dataWriter()
                    .writeNow(BufferData.create(bytes));
            frames.clear();
        }
    }

    private void tellWritable() {
        ClientConnection room = connection;
        if (refused && room != null) {
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
        Thread reading = reader;
        if (reading != null && !reading.isAlive()) {
            // The web server tells its listener nothing when a connection breaks.
            interruptWriter();
            endpoint.leave(this);
            onEnded();
        } else if (end != null) {
            if (nowNs - end.sinceNs() > CLOSE_GRACE_NS) {
                cut();
            }
        } else if (stuck || nowNs - lastHeardNs > silenceTimeoutNs) {
            LOG.log(System.Logger.Level.DEBUG, "a client is silent: its connection is cut");
            cut();
        } else if (nowNs - lastWrittenNs > pingIntervalNs && queue.isEmpty()) {
            put(Outgoing.Signal.PING);
        }
    }

    /// An interrupted virtual thread's socket is closed by the JDK.
    private void cut() {
        interruptWriter();
        interruptReader();
    }

    private void interruptWriter() {
        Thread writing = writer.get();
        if (writing != null) {
            writing.interrupt();
        }
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
