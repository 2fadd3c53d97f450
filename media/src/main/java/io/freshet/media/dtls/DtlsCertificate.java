package io.freshet.media.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/// A self-signed certificate on P-256 and its key (RFC 8827 §6.5). The peer trusts it because of
/// its fingerprint in the signalling (RFC 5763 §5); nobody looks at its name or dates, so these are
/// the same always and tell nothing.
final class DtlsCertificate {
    private static final X500Name NAME = new X500Name("CN=freshet");
    private static final Time NOT_BEFORE = new Time(new DERUTCTime("200101000000Z"));
    private static final Time NOT_AFTER =
            new Time(new DERGeneralizedTime("99991231235959Z")); // RFC 5280 §4.1.2.5
    private static final int SERIAL_BITS = 64;

    private final AsymmetricKeyParameter privateKey;
    private final byte[] encoded;

    private DtlsCertificate(AsymmetricKeyParameter privateKey, byte[] encoded) {
        this.privateKey = privateKey;
        this.encoded = encoded;
    }

    static DtlsCertificate create(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(
                new ECKeyGenerationParameters(
                        new ECNamedDomainParameters(
                                SECObjectIdentifiers.secp256r1,
                                CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1)),
                        random));
        AsymmetricCipherKeyPair keys = generator.generateKeyPair();
        try {
            byte[] encoded =
                    new X509v3CertificateBuilder(
                                    NAME,
                                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                                    NOT_BEFORE,
                                    NOT_AFTER,
                                    NAME,
                                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                                            keys.getPublic()))
                            .build(
                                    new BcECContentSignerBuilder(
                                                    new AlgorithmIdentifier(
                                                            X9ObjectIdentifiers.ecdsa_with_SHA256),
                                                    new AlgorithmIdentifier(
                                                            NISTObjectIdentifiers.id_sha256))
                                            .setSecureRandom(random)
                                            .build(keys.getPrivate()))
                            .getEncoded();
            return new DtlsCertificate(keys.getPrivate(), encoded);
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("could not make a certificate", e);
        }
    }

    /// In DER.
    byte[] encoded() {
        return encoded.clone();
    }

    DtlsFingerprint fingerprint() {
        return DtlsFingerprint.of(encoded);
    }

    TlsCredentialedSigner credentials(TlsContext context, BcTlsCrypto crypto) throws IOException {
        Certificate chain =
                new Certificate(new TlsCertificate[] {crypto.createCertificate(encoded)});
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                privateKey,
                chain,
                new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }
}
