package io.freshet.server.project;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Makes project secrets. In production the generator is a [java.security.SecureRandom].
final class SecretSource {
    private static final String LOWER_ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// Without characters that are mistaken for each other when read from a terminal.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final long SMALLEST_APP_ID = 1_000_000_000L;
    private static final long APP_ID_BOUND = 1L << 32;

    private final RandomGenerator random;

    SecretSource(RandomGenerator random) {
        this.random = random;
    }

    /// Ten digits, as the existing SDK samples show them.
    long appId() {
        return random.nextLong(SMALLEST_APP_ID, APP_ID_BOUND);
    }

    String appSign() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String secret() {
        return pick(LOWER_ALPHANUMERIC, 32);
    }

    /// 20 of 31 characters are 99 bits.
    String password() {
        return pick(READABLE, 20);
    }

    byte[] salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return salt;
    }

    private String pick(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
