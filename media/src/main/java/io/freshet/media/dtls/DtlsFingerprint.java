package io.freshet.media.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// A certificate's fingerprint as in SDP: hash function, space, bytes in hexadecimal with colons.
/// RFC 8122 §5.
final class DtlsFingerprint {
    /// SDP's names (RFC 8122 §5) and the JDK's. Weaker functions are not accepted.
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");

    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    private final String hashFunction;
    private final byte[] hash;

    private DtlsFingerprint(String hashFunction, byte[] hash) {
        this.hashFunction = hashFunction;
        this.hash = hash;
    }

    /// Reads what SDP's `a=fingerprint:` says; letters in any case (RFC 8122 §5).
    ///
    /// @throws IllegalArgumentException with a sentence that may be shown to the peer
    static DtlsFingerprint parse(String text) {
        int space = text.indexOf(' ');
        String hashFunction = text.substring(0, Math.max(space, 0)).toLowerCase(Locale.ROOT);
        if (!ALGORITHMS.containsKey(hashFunction)) {
            throw new IllegalArgumentException(
                    "The fingerprint must be a sha-256, sha-384 or sha-512 one.");
        }
        byte[] hash;
        try {
            hash = HEX.parseHex(text.substring(space + 1).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The fingerprint must be pairs of hexadecimal digits between colons.", e);
        }
        if (hash.length != digest(hashFunction).getDigestLength()) {
            throw new IllegalArgumentException(
                    "The fingerprint has "
                            + hash.length
                            + " bytes, wrong for "
                            + hashFunction
                            + ".");
        }
        return new DtlsFingerprint(hashFunction, hash);
    }

    /// The sha-256 fingerprint of a certificate in DER.
    static DtlsFingerprint of(byte[] certificate) {
        String hashFunction = "sha-256";
        return new DtlsFingerprint(hashFunction, digest(hashFunction).digest(certificate));
    }

    boolean matches(byte[] certificate) {
        return MessageDigest.isEqual(hash, digest(hashFunction).digest(certificate));
    }

    @Override
    public String toString() {
        return hashFunction + " " + HEX.formatHex(hash);
    }

    private static MessageDigest digest(String hashFunction) {
        String algorithm = ALGORITHMS.get(hashFunction);
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no " + algorithm, e);
        }
    }
}
