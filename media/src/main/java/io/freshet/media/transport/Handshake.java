package io.freshet.media.transport;

import io.freshet.media.dtls.SrtpKeys;
import java.nio.ByteBuffer;

/// The DTLS association of one transport, as the transport sees it. What comes out of it arrives,
/// on the transport's own thread, at its [Output].
public interface Handshake {
    /// Takes a DTLS datagram (position to limit, copied).
    ///
    /// @return false when it was dropped
    boolean onDatagram(ByteBuffer datagram);

    /// Says goodbye and ends; may be called more than once.
    void close();

    /// Opens associations; one for every transport.
    interface Opener {
        /// Our certificate's fingerprint for answers, `sha-256 AB:…`.
        String fingerprint();

        /// Nothing happens before the first datagram.
        ///
        /// @throws IllegalArgumentException when the fingerprint cannot be understood
        Handshake open(String peerFingerprint, Output output);
    }

    /// The transport's side.
    interface Output {
        /// A DTLS datagram for the peer; the buffer stays the receiver's.
        void onHandshakeDatagram(ByteBuffer datagram);

        void onKeys(SrtpKeys keys, long nowNs);

        void onHandshakeFailed(String reason);

        void onHandshakeClosed();
    }
}
