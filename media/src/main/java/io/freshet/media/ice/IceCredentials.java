package io.freshet.media.ice;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/// One generation of local credentials and the peer's ufrag that belongs to it. RFC 8445 §5.3.
final class IceCredentials {
    static final int UFRAG_CHARS = 8; // at least 24 bits are asked for, these are 48
    static final int PASSWORD_CHARS = 24; // at least 128 bits are asked for, these are 144
    static final String ANY = "";

    private static final String ICE_CHARS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    final String ufrag;
    final String password;
    final long ufragKey;
    final MessageIntegrity integrity;

    /// Empty as long as it is unknown.
    String remoteUfrag;

    IceCredentials(RandomGenerator random, String remoteUfrag) {
        ufrag = randomChars(random, UFRAG_CHARS);
        password = randomChars(random, PASSWORD_CHARS);
        ufragKey = keyOf(ufrag);
        integrity = new MessageIntegrity(password);
        this.remoteUfrag = remoteUfrag;
    }

    /// Whether the USERNAME is ours, a colon, theirs. RFC 8445 §7.2.2.
    boolean matchesUsername(ByteBuffer buffer, int offset, int length) {
        if (length <= UFRAG_CHARS
                || buffer.getLong(offset) != ufragKey
                || buffer.get(offset + UFRAG_CHARS) != ':') {
            return false;
        }
        if (remoteUfrag.equals(ANY)) {
            return true;
        }
        int remoteOffset = offset + UFRAG_CHARS + 1;
        if (length != UFRAG_CHARS + 1 + remoteUfrag.length()) {
            return false;
        }
        for (int i = 0; i < remoteUfrag.length(); i++) {
            if (buffer.get(remoteOffset + i) != (byte) remoteUfrag.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String randomChars(RandomGenerator random, int count) {
        StringBuilder chars = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            chars.append(ICE_CHARS.charAt(random.nextInt(ICE_CHARS.length())));
        }
        return chars.toString();
    }

    private static long keyOf(String ufrag) {
        long key = 0;
        for (int i = 0; i < UFRAG_CHARS; i++) {
            key = key << 8 | ufrag.charAt(i);
        }
        return key;
    }
}
