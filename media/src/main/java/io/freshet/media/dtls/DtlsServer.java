package io.freshet.media.dtls;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/// Accepts DTLS-SRTP associations with one self-signed certificate. RFC 5763 §5, RFC 5764.
/// Thread-safe.
public final class DtlsServer {
    private final DtlsConfig config;
    private final SecureRandom random;
    private final DtlsCertificate certificate;

    private DtlsServer(DtlsConfig config, SecureRandom random, DtlsCertificate certificate) {
        this.config = config;
        this.random = random;
        this.certificate = certificate;
    }

    /// Makes the certificate: ECDSA on P-256.
    public static DtlsServer create(DtlsConfig config, SecureRandom random) {
        return new DtlsServer(config, random, DtlsCertificate.create(random));
    }

    /// The certificate's fingerprint as in SDP: `sha-256 AA:BB:…` (RFC 8122 §5).
    public String fingerprint() {
        return certificate.fingerprint().toString();
    }

    /// Prepares an association with one peer.
    ///
    /// @param expectedPeerFingerprint from the offer, `sha-256`, `sha-384` or `sha-512`
    /// @param executor runs the blocking handshake (virtual threads in production); nothing runs
    ///   before the first datagram and nothing is kept running after the handshake
    /// @throws IllegalArgumentException when the fingerprint cannot be understood, with a sentence
    ///   that may be shown to the peer
    public DtlsAssociation accept(
            String expectedPeerFingerprint, DtlsAssociation.Output output, Executor executor) {
        SrtpTlsServer handshake =
                new SrtpTlsServer(
                        config,
                        random,
                        certificate,
                        DtlsFingerprint.parse(expectedPeerFingerprint));
        return new DtlsAssociation(config, handshake, output, executor);
    }

    /// Runs one handshake with itself in memory, so that the first peer does not wait for class
    /// loading. Returns when it is through; the client's half runs on the calling thread.
    ///
    /// @param executor runs the server's half, so not the calling thread
    /// @throws IllegalStateException when it fails
    public void warmUp(Executor executor) {
        DtlsClient client = DtlsClient.create(config, random);
        Loopback toServer = new Loopback();
        Loopback toClient = new Loopback();
        DtlsAssociation server = accept(client.fingerprint(), toClient, executor);
        toServer.peer.set(server);
        DtlsAssociation association = client.prepare(fingerprint(), toServer, Runnable::run);
        toClient.peer.set(association);
        association.start();
        association.close();
        server.close();
        if (!toServer.hasKeys) {
            throw new IllegalStateException("DTLS warm-up failed: " + toServer.failure);
        }
    }

    /// Hands datagrams straight to the other side.
    private static final class Loopback implements DtlsAssociation.Output {
        final AtomicReference<DtlsAssociation> peer = new AtomicReference<>();
        volatile boolean hasKeys;
        volatile String failure = "";

        @Override
        public void sendDatagram(ByteBuffer datagram) {
            peer.get().onDatagram(datagram);
        }

        @Override
        public void onKeys(SrtpKeys keys) {
            hasKeys = true;
        }

        @Override
        public void onFailed(String reason) {
            failure = reason;
        }

        @Override
        public void onClosed() {}
    }
}
