package io.freshet.server.callback;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority that nobody knows, with certificates for servers (RFC 5280).
final class TestAuthority {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration YEAR = Duration.ofDays(365);

    private final X500Name name = new X500Name("CN=Test authority");
    private final KeyPair keys = newKeys();
    private final Certificate certificate;
    private long serial;

    TestAuthority() throws Exception {
        certificate = sign(builder(name, keys, Duration.ZERO, true));
    }

    /// A server's context with a certificate for `host`, which ended that long ago.
    SSLContext server(String host, Duration endedAgo) throws Exception {
        KeyPair serverKeys = newKeys();
        X509v3CertificateBuilder builder =
                builder(new X500Name("CN=Test server"), serverKeys, endedAgo, false);
        // RFC 9525 §2: the name counts that is among the alternative ones.
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        KeyStore store = newStore();
        store.setKeyEntry(
                "server",
                serverKeys.getPrivate(),
                PASSWORD,
                new Certificate[] {sign(builder), certificate});
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /// For clients that trust this authority and no other.
    SSLSocketFactory trust() throws Exception {
        KeyStore store = newStore();
        store.setCertificateEntry("authority", certificate);
        var managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private X509v3CertificateBuilder builder(
            X500Name subject, KeyPair subjectKeys, Duration endedAgo, boolean authority)
            throws Exception {
        Instant ends = endedAgo.isZero() ? Instant.now().plus(YEAR) : Instant.now().minus(endedAgo);
        var builder =
                new X509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(++serial),
                        Date.from(ends.minus(YEAR.multipliedBy(2))),
                        Date.from(ends),
                        subject,
                        SubjectPublicKeyInfo.getInstance(subjectKeys.getPublic().getEncoded()));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        return builder;
    }

    private Certificate sign(X509v3CertificateBuilder builder) throws Exception {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(builder.build(signer).getEncoded()));
    }

    private static KeyPair newKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static KeyStore newStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }
}
