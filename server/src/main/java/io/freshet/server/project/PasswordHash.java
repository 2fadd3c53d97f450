package io.freshet.server.project;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// A stored password: PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2), salt and hash in hexadecimal.
record PasswordHash(String salt, int iterations, String hash) {
    /// About 0.1 s on a small core: slow for a guesser, unnoticed by a person.
    static final int DEFAULT_ITERATIONS = 210_000;

    private static final int HASH_BITS = 256;

    static PasswordHash of(String password, byte[] salt, int iterations) {
        var hex = HexFormat.of();
        return new PasswordHash(
                hex.formatHex(salt), iterations, hex.formatHex(derive(password, salt, iterations)));
    }

    boolean matches(String password) {
        byte[] expected = HexFormat.of().parseHex(hash);
        byte[] actual = derive(password, HexFormat.of().parseHex(salt), iterations);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[" + iterations + " iterations]";
    }
}
