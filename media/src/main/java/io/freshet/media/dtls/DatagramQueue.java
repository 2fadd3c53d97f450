package io.freshet.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.TlsFatalAlert;
import org.jspecify.annotations.Nullable;

/// The network as the DTLS library sees it: a bounded queue inwards, and outwards a buffer that
/// puts records which leave together into one datagram (RFC 6347 §4.1.1), so that a flight is lost
/// or arrives as a whole.
///
/// Waits for datagrams during the handshake only. Afterwards an empty queue is told by
/// [EmptyException], so that no thread is kept.
final class DatagramQueue implements DatagramTransport {
    /// There is nothing to read now. The library passes it on and keeps its state.
    static final class EmptyException extends InterruptedIOException {
        private static final long serialVersionUID = 1;

        EmptyException() {
            super("no datagram");
        }
    }

    private final int maxQueued;
    private final int maxDatagramBytes;
    private final Consumer<ByteBuffer> output;

    /// Guards what follows; nothing else is taken and nothing called while it is held.
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> received = new ArrayDeque<>();
    private boolean waiting = true;
    private boolean cancelled;

    // Below: only used by the thread that runs the library.
    private byte[] unsent = {}; // given away when it is sent
    private int unsentLength;
    private boolean closed;

    DatagramQueue(DtlsConfig config, Consumer<ByteBuffer> output) {
        this.maxQueued = config.maxQueuedDatagrams();
        this.maxDatagramBytes = config.maxDatagramBytes();
        this.output = output;
    }

    /// Queues a datagram.
    ///
    /// @return false when the queue is full
    boolean offer(byte[] datagram) {
        lock.lock();
        try {
            if (received.size() >= maxQueued) {
                return false;
            }
            received.add(datagram);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return received.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Ends a handshake that is waiting or will wait.
    void cancel() {
        lock.lock();
        try {
            cancelled = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// From now on an empty queue is not waited for.
    void stopWaiting() {
        lock.lock();
        try {
            waiting = false;
        } finally {
            lock.unlock();
        }
    }

    /// Whether the library closed it: close_notify or a fatal alert went one way or the other.
    boolean isClosed() {
        return closed;
    }

    void flush() {
        if (unsentLength > 0) {
            ByteBuffer datagram = ByteBuffer.wrap(unsent, 0, unsentLength);
            unsent = new byte[0];
            unsentLength = 0;
            output.accept(datagram);
        }
    }

    @Override
    public int getReceiveLimit() {
        return DtlsDatagram.MAX_BYTES;
    }

    @Override
    public int getSendLimit() {
        return maxDatagramBytes;
    }

    @Override
    public int receive(byte[] target, int offset, int length, int waitMillis) throws IOException {
        flush();
        byte[] datagram = take(waitMillis);
        if (datagram == null) {
            return -1;
        }
        int copied = Math.min(length, datagram.length);
        System.arraycopy(datagram, 0, target, offset, copied);
        return copied;
    }

    @Override
    public void send(byte[] record, int offset, int length) throws IOException {
        if (length > maxDatagramBytes) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
        if (unsentLength + length > maxDatagramBytes) {
            flush();
        }
        if (unsentLength == 0) {
            unsent = new byte[maxDatagramBytes];
        }
        System.arraycopy(record, offset, unsent, unsentLength, length);
        unsentLength += length;
    }

    @Override
    public void close() {
        closed = true;
        flush();
    }

    /// Null when the time is over.
    private byte @Nullable [] take(int waitMillis) throws IOException {
        if (closed) {
            throw new EmptyException();
        }
        lock.lock();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (true) {
                if (cancelled && waiting) {
                    throw new TlsFatalAlert(AlertDescription.user_canceled);
                }
                byte[] datagram = received.poll();
                if (datagram != null) {
                    return datagram;
                }
                if (!waiting) {
                    throw new EmptyException();
                }
                if (leftNs <= 0) {
                    return null;
                }
                leftNs = changed.awaitNanos(leftNs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TlsFatalAlert(AlertDescription.user_canceled, e);
        } finally {
            lock.unlock();
        }
    }
}
