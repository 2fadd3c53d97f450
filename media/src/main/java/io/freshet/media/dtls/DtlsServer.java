package io.freshet.media.dtls;

import java.security.SecureRandom;
import java.util.concurrent.Executor;

/// Accepts DTLS-SRTP associations with one self-signed certificate. RFC 5763 §5, RFC 5764.
/// Thread-safe.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "unused"})
public final class DtlsServer {
    private DtlsServer() {}

    /// Makes the certificate: ECDSA on P-256.
    public static DtlsServer create(DtlsConfig config, SecureRandom random) {
        throw new UnsupportedOperationException();
    }

    /// The certificate's fingerprint as in SDP: `sha-256 AA:BB:…` (RFC 8122 §5).
    public String fingerprint() {
        throw new UnsupportedOperationException();
    }

    /// Prepares an association with one peer.
    ///
    /// @param expectedPeerFingerprint from the offer, `sha-256`, `sha-384` or `sha-512`
    /// @param executor runs the blocking handshake (virtual threads in production); nothing runs
    ///   before the first datagram and nothing is kept running after the handshake
    /// @throws IllegalArgumentException when the fingerprint cannot be understood
    public DtlsAssociation accept(
            String expectedPeerFingerprint, DtlsAssociation.Output output, Executor executor) {
        throw new UnsupportedOperationException();
    }

    /// Runs one handshake with itself in memory, so that the first peer does not wait for class
    /// loading. Returns when it is through.
    ///
    /// @throws IllegalStateException when it fails
    public void warmUp(Executor executor) {
        throw new UnsupportedOperationException();
    }
}
