package io.freshet.media.dtls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsTimeoutException;
import org.jspecify.annotations.Nullable;

/// One DTLS association with one peer. Thread-safe: datagrams come from a media loop, the library
/// runs on an executor, one task at a time.
///
/// | state | next | when |
/// |---|---|---|
/// | idle | handshake | first datagram (server), at once (client) |
/// | handshake | connected | both Finished are exchanged, the certificate matches |
/// | handshake | over | failure, deadline, [#close()] |
/// | connected | over | close_notify, fatal alert, [#close()] |
///
/// The handshake occupies one thread of the executor until its end or deadline. When connected a
/// task runs only while there are datagrams: the peer's repeated Finished is answered with ours
/// again (RFC 6347 §4.2.4), alerts are obeyed, application data is dropped, a new handshake is
/// ignored.
public final class DtlsAssociation implements AutoCloseable {
    /// What comes out. Calls are made on the executor's threads, one at a time; only when the
    /// executor refuses a task, its end is told by the thread that wanted it.
    public interface Output {
        /// Sends one datagram. The buffer is fresh: the receiver may keep it.
        void sendDatagram(ByteBuffer datagram);

        /// The handshake is complete and the peer's certificate matched. Called at most once.
        void onKeys(SrtpKeys keys);

        /// The handshake or the association failed; nothing comes after this.
        void onFailed(String reason);

        /// The association ended in an orderly way, by either side; nothing comes after this.
        void onClosed();
    }

    private enum State {
        IDLE,
        HANDSHAKE,
        CONNECTED,
        OVER
    }

    private final DtlsHandshake handshake;
    private final Output output;
    private final Executor executor;
    private final DatagramQueue datagrams;
    private final long handshakeTimeoutMs;

    /// Guards state, taskRunning and closing; the queue's own lock may be taken while it is held,
    /// no callback is made.
    private final ReentrantLock lock = new ReentrantLock();

    private State state = State.IDLE;
    private boolean taskRunning;
    private boolean closing;

    /// Set by the task that did the handshake, read by the tasks after it.
    private @Nullable DTLSTransport transport;

    DtlsAssociation(DtlsConfig config, DtlsHandshake handshake, Output output, Executor executor) {
        this.handshake = handshake;
        this.output = output;
        this.executor = executor;
        this.handshakeTimeoutMs = config.handshakeTimeout().toMillis();
        this.datagrams = new DatagramQueue(config, output::sendDatagram);
    }

    /// Takes a DTLS datagram (position to limit is copied). The first one starts the handshake and
    /// its deadline. Must only be given datagrams from addresses that passed an authenticated ICE
    /// check: the answer to a ClientHello is larger than it, and no cookie is asked for. Never
    /// blocks.
    ///
    /// @return false when it was dropped: queue full, no DTLS, too long, or the association is over
    public boolean onDatagram(ByteBuffer datagram) {
        if (datagram.remaining() > DtlsDatagram.MAX_BYTES) {
            return false;
        }
        byte[] copy = new byte[datagram.remaining()];
        datagram.get(datagram.position(), copy);
        if (!DtlsDatagram.isAcceptable(copy)) {
            return false;
        }
        lock.lock();
        try {
            if (state == State.OVER || closing || !datagrams.offer(copy)) {
                return false;
            }
            if (taskRunning) {
                return true;
            }
            taskRunning = true;
            state = state == State.IDLE ? State.HANDSHAKE : state;
        } finally {
            lock.unlock();
        }
        startTask();
        return true;
    }

    /// Says goodbye to the peer (close_notify) and ends. Never blocks; [Output#onClosed()] follows
    /// unless the association was over.
    @Override
    public void close() {
        lock.lock();
        try {
            if (state == State.OVER || closing) {
                return;
            }
            closing = true;
            datagrams.cancel();
            if (taskRunning) {
                return;
            }
            taskRunning = true;
        } finally {
            lock.unlock();
        }
        startTask();
    }

    /// For the side that speaks first.
    void start() {
        lock.lock();
        try {
            if (state != State.IDLE || closing) {
                return;
            }
            state = State.HANDSHAKE;
            taskRunning = true;
        } finally {
            lock.unlock();
        }
        startTask();
    }

    private void startTask() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            end("The server has no thread for a DTLS handshake.");
        }
    }

    /// One task: whatever is to be done until it would have to wait.
    private void run() {
        try {
            if (state() == State.HANDSHAKE) {
                shakeHands();
            }
            work();
        } catch (IOException | RuntimeException e) {
            datagrams.flush();
            end(isClosing() ? "" : reason(e));
        }
    }

    private void shakeHands() throws IOException {
        DTLSTransport connected = handshake.run(datagrams);
        datagrams.flush();
        datagrams.stopWaiting();
        lock.lock();
        try {
            transport = connected;
            state = State.CONNECTED;
        } finally {
            lock.unlock();
        }
        if (!isClosing()) {
            output.onKeys(handshake.keys());
        }
    }

    /// Works off the queue; ends the association or the task.
    private void work() throws IOException {
        DTLSTransport connected = transport;
        while (connected != null && !datagrams.isClosed() && !isClosing()) {
            boolean mayBeDone = !receive(connected) && !datagrams.isClosed();
            if (mayBeDone && isTaskDone()) {
                return;
            }
        }
        if (connected != null && !datagrams.isClosed()) {
            connected.close();
        }
        datagrams.flush();
        end("");
    }

    /// @return false when there was nothing left to read
    private boolean receive(DTLSTransport connected) throws IOException {
        byte[] applicationData = new byte[connected.getReceiveLimit()];
        try {
            connected.receive(applicationData, 0, applicationData.length, 0);
            return true;
        } catch (DatagramQueue.EmptyException e) {
            return false;
        }
    }

    private State state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /// Gives up the task when there is nothing to do, so that the next datagram starts one.
    private boolean isTaskDone() {
        lock.lock();
        try {
            if (closing || !datagrams.isEmpty()) {
                return false;
            }
            taskRunning = false;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// @param failure empty when the end is an orderly one
    private void end(String failure) {
        lock.lock();
        try {
            if (state == State.OVER) {
                return;
            }
            state = State.OVER;
            transport = null;
        } finally {
            lock.unlock();
        }
        if (failure.isEmpty()) {
            output.onClosed();
        } else {
            output.onFailed(failure);
        }
    }

    private String reason(Exception e) {
        return switch (e) {
            case TlsFatalAlertReceived received ->
                    "The peer ended DTLS with the alert "
                            + AlertDescription.getText(received.getAlertDescription())
                            + ".";
            case TlsFatalAlert raised when raised.getMessage() != null -> raised.getMessage();
            case TlsTimeoutException _ ->
                    "The DTLS handshake was not complete after " + handshakeTimeoutMs + " ms.";
            default -> "DTLS failed: " + e;
        };
    }
}
