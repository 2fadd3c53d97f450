package io.freshet.server.control;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Names that nobody can guess and that are not met twice.
final class RandomIds {
    /// 192 bits: beyond guessing.
    private static final int KEY_BYTES = 24;

    private final RandomGenerator secureRandom;

    RandomIds(RandomGenerator secureRandom) {
        this.secureRandom = secureRandom;
    }

    /// Text for nonces, resume keys and resource ids.
    String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        secureRandom.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A positive number, as applications and their backends know it.
    String newRoomSessionId() {
        return Long.toString(newNumericId());
    }

    /// Positive.
    long newNumericId() {
        return secureRandom.nextLong(1, Long.MAX_VALUE);
    }
}
