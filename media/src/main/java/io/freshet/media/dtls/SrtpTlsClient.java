package io.freshet.media.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/// The client's side of one handshake, the counterpart of [SrtpTlsServer].
@SuppressWarnings("JdkObsolete") // the library's interface is made of Vector and Hashtable
final class SrtpTlsClient extends DefaultTlsClient implements DtlsHandshake {
    private final DtlsConfig config;
    private final BcTlsCrypto crypto;
    private final DtlsCertificate certificate;
    private final DtlsFingerprint expectedFingerprint;
    private final List<SrtpProfile> offered;
    private @Nullable SrtpProfile profile;
    private boolean peerVerified;
    private @Nullable SrtpKeys keys;

    SrtpTlsClient(
            DtlsConfig config,
            SecureRandom random,
            DtlsCertificate certificate,
            DtlsFingerprint expectedFingerprint,
            List<SrtpProfile> offered) {
        this(config, new BoundedTlsCrypto(random), certificate, expectedFingerprint, offered);
    }

    private SrtpTlsClient(
            DtlsConfig config,
            BcTlsCrypto crypto,
            DtlsCertificate certificate,
            DtlsFingerprint expectedFingerprint,
            List<SrtpProfile> offered) {
        super(crypto);
        this.config = config;
        this.crypto = crypto;
        this.certificate = certificate;
        this.expectedFingerprint = expectedFingerprint;
        this.offered = List.copyOf(offered);
    }

    @Override
    public DTLSTransport run(DatagramTransport datagrams) throws IOException {
        return new DTLSClientProtocol().connect(this, datagrams);
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
        return SrtpTlsServer.CIPHER_SUITES.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable<Integer, byte[]> getClientExtensions() throws IOException {
        Hashtable<Integer, byte[]> extensions = super.getClientExtensions();
        int[] ids = offered.stream().mapToInt(SrtpProfile::id).toArray();
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(ids, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void processServerExtensions(Hashtable serverExtensions) throws IOException {
        super.processServerExtensions(serverExtensions);
        UseSRTPData chosen = TlsSRTPUtils.getUseSRTPExtension(serverExtensions);
        int[] ids = chosen == null ? new int[0] : chosen.getProtectionProfiles();
        for (SrtpProfile candidate : offered) {
            if (ids.length == 1 && ids[0] == candidate.id()) {
                profile = candidate;
            }
        }
        if (profile == null) {
            throw new TlsFatalAlert(
                    AlertDescription.illegal_parameter, "The server chose no SRTP profile.");
        }
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
                SrtpTlsServer.requireFingerprint(server.getCertificate(), expectedFingerprint);
                peerVerified = true;
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request)
                    throws IOException {
                return certificate.credentials(context, crypto);
            }
        };
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
        keys = SrtpKeys.ofClient(chosen, exported);
    }
}
