package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// One DTLS association with one peer. Thread-safe: datagrams come from a media loop, the handshake
/// runs on an executor.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "unused"})
public final class DtlsAssociation implements AutoCloseable {
    /// What comes out. All calls are made on the executor's threads, one at a time.
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

    DtlsAssociation() {}

    /// Takes a DTLS datagram (position to limit is copied). The first one starts the handshake and
    /// its deadline. Must only be given datagrams from addresses that passed an authenticated ICE
    /// check. Never blocks.
    ///
    /// @return false when it was dropped: queue full, too long, or the association is over
    public boolean onDatagram(ByteBuffer datagram) {
        throw new UnsupportedOperationException();
    }

    /// Says goodbye to the peer (close_notify) and ends. Never blocks; [Output#onClosed()] follows
    /// unless the association was over.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
