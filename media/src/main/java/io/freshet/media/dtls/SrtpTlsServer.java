package io.freshet.media.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/// The server's side of one handshake: DTLS 1.2, a client certificate asked for, an SRTP profile
/// agreed on. Neither renegotiation nor resumption. RFC 5764, RFC 8827 §6.5.
@SuppressWarnings("JdkObsolete") // the library's interface is made of Vector and Hashtable
final class SrtpTlsServer extends DefaultTlsServer implements DtlsHandshake {
    /// AEAD only, the one every WebRTC peer has to know first (RFC 8827 §6.5).
    static final List<Integer> CIPHER_SUITES =
            List.of(
                    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                    CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384);

    /// What the peer may sign with; no SHA-1.
    static final List<Integer> SIGNATURE_SCHEMES =
            List.of(
                    SignatureScheme.ecdsa_secp256r1_sha256,
                    SignatureScheme.ecdsa_secp384r1_sha384,
                    SignatureScheme.ecdsa_secp521r1_sha512,
                    SignatureScheme.ed25519,
                    SignatureScheme.rsa_pss_rsae_sha256,
                    SignatureScheme.rsa_pss_rsae_sha384,
                    SignatureScheme.rsa_pss_rsae_sha512,
                    SignatureScheme.rsa_pkcs1_sha256,
                    SignatureScheme.rsa_pkcs1_sha384,
                    SignatureScheme.rsa_pkcs1_sha512);

    private final DtlsConfig config;
    private final BcTlsCrypto crypto;
    private final DtlsCertificate certificate;
    private final DtlsFingerprint expectedFingerprint;
    private @Nullable SrtpProfile profile;
    private boolean peerVerified;
    private @Nullable SrtpKeys keys;

    SrtpTlsServer(
            DtlsConfig config,
            SecureRandom random,
            DtlsCertificate certificate,
            DtlsFingerprint expectedFingerprint) {
        this(config, new BoundedTlsCrypto(random), certificate, expectedFingerprint);
    }

    private SrtpTlsServer(
            DtlsConfig config,
            BcTlsCrypto crypto,
            DtlsCertificate certificate,
            DtlsFingerprint expectedFingerprint) {
        super(crypto);
        this.config = config;
        this.crypto = crypto;
        this.certificate = certificate;
        this.expectedFingerprint = expectedFingerprint;
    }

    @Override
    public DTLSTransport run(DatagramTransport datagrams) throws IOException {
        return new DTLSServerProtocol().accept(this, datagrams);
    }

    @Override
    public SrtpKeys keys() {
        if (keys == null) {
            throw new IllegalStateException("the handshake is not complete");
        }
        return keys;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return (int) config.handshakeTimeout().toMillis();
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return (int) config.resendAfter().toMillis();
    }

    /// Without it nothing may be exported (RFC 7627 §5.4).
    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return CIPHER_SUITES.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    protected boolean preferLocalCipherSuites() {
        return true;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return certificate.credentials(context, crypto);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        Vector<SignatureAndHashAlgorithm> algorithms = new Vector<>();
        for (int scheme : SIGNATURE_SCHEMES) {
            algorithms.add(SignatureScheme.getSignatureAndHashAlgorithm(scheme));
        }
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        return new CertificateRequest(types, algorithms, new Vector<>());
    }

    @Override
    public void notifyClientCertificate(Certificate chain) throws IOException {
        requireFingerprint(chain, expectedFingerprint);
        peerVerified = true;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void processClientExtensions(Hashtable clientExtensions) throws IOException {
        super.processClientExtensions(clientExtensions);
        UseSRTPData offered = TlsSRTPUtils.getUseSRTPExtension(clientExtensions);
        profile = offered == null ? null : best(offered.getProtectionProfiles());
        if (profile == null) {
            throw new TlsFatalAlert(
                    AlertDescription.handshake_failure, "The peer offers no known SRTP profile.");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable<Integer, byte[]> getServerExtensions() throws IOException {
        Hashtable<Integer, byte[]> extensions = super.getServerExtensions();
        SrtpProfile chosen = profile;
        if (chosen != null) {
            // Exactly one profile, and no MKI (RFC 5764 §4.1.1, §4.1.3).
            TlsSRTPUtils.addUseSRTPExtension(
                    extensions, new UseSRTPData(new int[] {chosen.id()}, TlsUtils.EMPTY_BYTES));
        }
        return extensions;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        SrtpProfile chosen = profile;
        if (chosen == null || !peerVerified) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
        byte[] exported =
                context.exportKeyingMaterial(
                        ExporterLabel.dtls_srtp, null, SrtpKeys.exportedBytes(chosen));
        keys = SrtpKeys.ofServer(chosen, exported);
    }

    /// The first certificate is the peer's own; nothing else of the chain matters (RFC 8122 §6.2).
    static void requireFingerprint(Certificate chain, DtlsFingerprint expected) throws IOException {
        if (chain.isEmpty()) {
            throw new TlsFatalAlert(
                    AlertDescription.bad_certificate, "The peer sent no certificate.");
        }
        if (!expected.matches(chain.getCertificateAt(0).getEncoded())) {
            throw new TlsFatalAlert(
                    AlertDescription.bad_certificate,
                    "The peer's certificate does not have the fingerprint it announced.");
        }
    }

    /// The first of our profiles that is among these, null when none is. The server chooses (RFC
    /// 5764 §4.1.1).
    private static @Nullable SrtpProfile best(int[] offered) {
        for (SrtpProfile candidate : SrtpProfile.values()) {
            for (int id : offered) {
                if (id == candidate.id()) {
                    return candidate;
                }
            }
        }
        return null;
    }
}
