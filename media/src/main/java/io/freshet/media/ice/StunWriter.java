package io.freshet.media.ice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// Writes one STUN message after the other into a buffer of its own. RFC 8489 §5, §14.
final class StunWriter {
    private static final int MAX_BYTES = 320;
    private static final int TRANSACTION_ID_BYTES = 12;

    private final ByteBuffer buffer = ByteBuffer.allocate(MAX_BYTES);
    private final CRC32 crc = new CRC32();
    private final byte[] hmac = new byte[MessageIntegrity.BYTES];

    StunWriter begin(int type, byte[] transactionId) {
        buffer.clear();
        buffer.putShort((short) type).putShort((short) 0).putInt(StunReader.MAGIC_COOKIE);
        buffer.put(transactionId, 0, TRANSACTION_ID_BYTES);
        return this;
    }

    /// Begins the answer to a message.
    StunWriter beginAnswer(int type, StunReader request) {
        buffer.clear();
        buffer.putShort((short) type).putShort((short) 0).putInt(StunReader.MAGIC_COOKIE);
        for (int i = 0; i < TRANSACTION_ID_BYTES; i++) {
            buffer.put(request.buffer().get(request.start() + 8 + i));
        }
        return this;
    }

    StunWriter username(String username) {
        return bytes(StunAttribute.USERNAME, username.getBytes(UTF_8));
    }

    StunWriter priority(long priority) {
        attribute(StunAttribute.PRIORITY, 4);
        buffer.putInt((int) priority);
        return this;
    }

    StunWriter useCandidate() {
        attribute(StunAttribute.USE_CANDIDATE, 0);
        return this;
    }

    StunWriter iceControlling(long tieBreaker) {
        attribute(StunAttribute.ICE_CONTROLLING, 8);
        buffer.putLong(tieBreaker);
        return this;
    }

    StunWriter iceControlled(long tieBreaker) {
        attribute(StunAttribute.ICE_CONTROLLED, 8);
        buffer.putLong(tieBreaker);
        return this;
    }

    /// RFC 8489 §14.2: address and port are hidden from middle boxes that rewrite what looks like
    /// an address.
    StunWriter xorMappedAddress(InetSocketAddress address) {
        byte[] ip = address.getAddress().getAddress();
        attribute(StunAttribute.XOR_MAPPED_ADDRESS, 4 + ip.length);
        buffer.putShort((short) (ip.length == 4 ? 1 : 2));
        buffer.putShort((short) (address.getPort() ^ (StunReader.MAGIC_COOKIE >>> 16)));
        for (int i = 0; i < ip.length; i++) {
            buffer.put((byte) (ip[i] ^ buffer.get(4 + i)));
        }
        return this;
    }

    /// RFC 8489 §14.8.
    StunWriter errorCode(int code, String reason) {
        byte[] text = reason.getBytes(UTF_8);
        attribute(StunAttribute.ERROR_CODE, 4 + text.length);
        buffer.putShort((short) 0).put((byte) (code / 100)).put((byte) (code % 100)).put(text);
        return pad();
    }

    /// RFC 8489 §14.9.
    StunWriter unknownAttributes(StunReader request) {
        attribute(StunAttribute.UNKNOWN_ATTRIBUTES, 2 * request.unknownCount());
        for (int i = 0; i < request.unknownCount(); i++) {
            buffer.putShort((short) request.unknown(i));
        }
        return pad();
    }

    /// Any attribute, for what has no method of its own.
    StunWriter bytes(int type, byte[] value) {
        attribute(type, value.length);
        buffer.put(value);
        return pad();
    }

    StunWriter integrity(MessageIntegrity integrity) {
        integrity.compute(buffer, 0, buffer.position(), hmac);
        return bytes(StunAttribute.MESSAGE_INTEGRITY, hmac);
    }

    StunWriter fingerprint() {
        int end = buffer.position();
        // The length counts this attribute too (RFC 8489 §14.7).
        buffer.putShort(2, (short) (end + 8 - StunReader.HEADER_BYTES));
        int value = StunReader.crc(crc, buffer, 0, end) ^ StunReader.FINGERPRINT_XOR;
        attribute(StunAttribute.FINGERPRINT, 4);
        buffer.putInt(value);
        return this;
    }

    /// The message, valid until the next one is begun.
    ByteBuffer finish() {
        buffer.putShort(2, (short) (buffer.position() - StunReader.HEADER_BYTES));
        return buffer.flip();
    }

    private void attribute(int type, int valueLength) {
        buffer.putShort((short) type).putShort((short) valueLength);
    }

    private StunWriter pad() {
        while ((buffer.position() & 3) != 0) {
            buffer.put((byte) 0);
        }
        return this;
    }
}
