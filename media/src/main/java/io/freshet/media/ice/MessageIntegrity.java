package io.freshet.media.ice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA1 over a STUN message with one short-term password. RFC 8489 §9.1.1, §14.5.
/// Single-threaded.
final class MessageIntegrity {
    static final int BYTES = 20;
    private static final int ATTRIBUTE_BYTES = 4 + BYTES;
    private static final String ALGORITHM = "HmacSHA1";

    private final Mac mac;
    private final byte[] expected = new byte[BYTES];
    private final byte[] found = new byte[BYTES];

    MessageIntegrity(String password) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(password.getBytes(UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + ALGORITHM, e);
        }
    }

    /// Whether the message's MESSAGE-INTEGRITY was made with this password. It must have one.
    boolean matches(StunReader message) {
        int attribute = message.integrityAttributeOffset();
        compute(message.buffer(), message.start(), attribute, expected);
        message.buffer().get(attribute + 4, found);
        return MessageDigest.isEqual(expected, found);
    }

    /// The HMAC of a message from `start` to `end`, where the attribute is to follow.
    void compute(ByteBuffer message, int start, int end, byte[] result) {
        // The length counts the attribute itself and nothing behind it (RFC 8489 §14.5).
        int length = end - start - StunReader.HEADER_BYTES + ATTRIBUTE_BYTES;
        mac.update(message.get(start));
        mac.update(message.get(start + 1));
        mac.update((byte) (length >> 8));
        mac.update((byte) length);
        if (message.hasArray()) {
            mac.update(message.array(), message.arrayOffset() + start + 4, end - start - 4);
        } else {
            mac.update(message.duplicate().limit(end).position(start + 4));
        }
        try {
            mac.doFinal(result, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " failed", e);
        }
    }
}
