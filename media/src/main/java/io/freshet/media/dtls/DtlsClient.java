package io.freshet.media.dtls;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;

/// Opens DTLS-SRTP associations with one self-signed certificate: warms up the server, plays the
/// browser in simulations and load tests. RFC 5763 §5, RFC 5764. Thread-safe.
public final class DtlsClient {
    private final DtlsConfig config;
    private final SecureRandom random;
    private final DtlsCertificate certificate;

    private DtlsClient(DtlsConfig config, SecureRandom random, DtlsCertificate certificate) {
        this.config = config;
        this.random = random;
        this.certificate = certificate;
    }

    public static DtlsClient create(DtlsConfig config, SecureRandom random) {
        return new DtlsClient(config, random, DtlsCertificate.create(random));
    }

    /// The certificate's fingerprint as in SDP.
    public String fingerprint() {
        return certificate.fingerprint().toString();
    }

    /// Starts a handshake at once, offering every [SrtpProfile].
    ///
    /// @param expectedPeerFingerprint from the answer
    /// @throws IllegalArgumentException when the fingerprint cannot be understood
    public DtlsAssociation connect(
            String expectedPeerFingerprint, DtlsAssociation.Output output, Executor executor) {
        DtlsAssociation association = prepare(expectedPeerFingerprint, output, executor);
        association.start();
        return association;
    }

    /// An association that waits for [DtlsAssociation#start()].
    DtlsAssociation prepare(
            String expectedPeerFingerprint, DtlsAssociation.Output output, Executor executor) {
        return prepare(expectedPeerFingerprint, List.of(SrtpProfile.values()), output, executor);
    }

    DtlsAssociation prepare(
            String expectedPeerFingerprint,
            List<SrtpProfile> offered,
            DtlsAssociation.Output output,
            Executor executor) {
        SrtpTlsClient handshake =
                new SrtpTlsClient(
                        config,
                        random,
                        certificate,
                        DtlsFingerprint.parse(expectedPeerFingerprint),
                        offered);
        return new DtlsAssociation(config, handshake, output, executor);
    }
}
