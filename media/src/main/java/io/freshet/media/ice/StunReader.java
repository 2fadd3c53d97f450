package io.freshet.media.ice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/// Reads a STUN message where it stands, without copying. Reused for one message after the other;
/// what it says is valid as long as the buffer is. RFC 8489 §5.
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// |0 0|     message type (14)     |    length without header      |
/// |                   magic cookie 0x2112a442                     |
/// |                     transaction id (96)                       |
/// |      attribute type           |   value length (not padded)   |
/// |   value, padded to a multiple of four                         |
/// ```
final class StunReader {
    static final int HEADER_BYTES = 20;
    static final int MAGIC_COOKIE = 0x2112a442;
    static final int FINGERPRINT_XOR = 0x5354554e; // RFC 8489 §14.7
    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_SUCCESS = 0x0101;
    static final int BINDING_ERROR = 0x0111;

    /// Larger ones would not pass the path unfragmented.
    static final int MAX_MESSAGE_BYTES = 1500;

    static final int MAX_UNKNOWN = 4;

    private static final int ATTRIBUTE_HEADER_BYTES = 4;
    private static final int MAX_USERNAME_BYTES = 508; // RFC 8489 §14.3
    private static final int ABSENT = -1;
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(HEADER_BYTES);

    private final CRC32 crc = new CRC32();
    private final int[] unknownRequired = new int[MAX_UNKNOWN];

    private ByteBuffer buffer = EMPTY;
    private int start;
    private int length;
    // Offsets of the values, ABSENT when the attribute is not there.
    private int username;
    private int usernameLength;
    private int integrity;
    private int fingerprint;
    private int xorMappedAddress;
    private int priority;
    private int errorCode;
    private int iceControlled;
    private int iceControlling;
    private boolean useCandidate;
    private int unknownCount;

    /// Takes the message in.
    ///
    /// @return false when this is no well-formed STUN message, or its fingerprint is wrong; nothing
    ///   may be asked of the reader then
    boolean tryRead(ByteBuffer datagram, int offset, int datagramLength) {
        forget();
        if (!hasStunHeader(datagram, offset, datagramLength)) {
            return false;
        }
        buffer = datagram;
        start = offset;
        length = datagramLength;
        int at = offset + HEADER_BYTES;
        int end = offset + datagramLength;
        while (at < end) {
            // FINGERPRINT has to be the last one (RFC 8489 §14.7).
            if (end - at < ATTRIBUTE_HEADER_BYTES || fingerprint != ABSENT) {
                return false;
            }
            int type = datagram.getShort(at) & 0xffff;
            int valueLength = datagram.getShort(at + 2) & 0xffff;
            int value = at + ATTRIBUTE_HEADER_BYTES;
            int padded = (valueLength + 3) & ~3;
            if (padded > end - value || !takeAttribute(type, value, valueLength)) {
                return false;
            }
            at = value + padded;
        }
        return fingerprint == ABSENT || isFingerprintRight();
    }

    /// The header's fixed bits, the cookie and the length fit. Allocates nothing.
    static boolean hasStunHeader(ByteBuffer datagram, int offset, int length) {
        return length >= HEADER_BYTES
                && length <= MAX_MESSAGE_BYTES
                && (length & 3) == 0
                && (datagram.get(offset) & 0xc0) == 0
                && datagram.getInt(offset + 4) == MAGIC_COOKIE
                && (datagram.getShort(offset + 2) & 0xffff) == length - HEADER_BYTES;
    }

    int type() {
        return buffer.getShort(start) & 0xffff;
    }

    ByteBuffer buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    boolean hasUsername() {
        return username != ABSENT;
    }

    int usernameOffset() {
        return username;
    }

    int usernameLength() {
        return usernameLength;
    }

    boolean hasIntegrity() {
        return integrity != ABSENT;
    }

    /// Where the attribute MESSAGE-INTEGRITY begins: it protects everything before.
    int integrityAttributeOffset() {
        return integrity - ATTRIBUTE_HEADER_BYTES;
    }

    boolean hasFingerprint() {
        return fingerprint != ABSENT;
    }

    boolean hasUseCandidate() {
        return useCandidate;
    }

    boolean hasIceControlled() {
        return iceControlled != ABSENT;
    }

    boolean hasIceControlling() {
        return iceControlling != ABSENT;
    }

    /// 0 when absent.
    long iceControlling() {
        return iceControlling == ABSENT ? 0 : buffer.getLong(iceControlling);
    }

    /// 0 when absent.
    long priority() {
        return priority == ABSENT ? 0 : buffer.getInt(priority) & 0xffff_ffffL;
    }

    /// 300 to 699, 0 when absent. RFC 8489 §14.8.
    int errorCode() {
        return errorCode == ABSENT
                ? 0
                : (buffer.get(errorCode + 2) & 7) * 100 + (buffer.get(errorCode + 3) & 0xff);
    }

    /// Empty when absent.
    String username() {
        if (!hasUsername()) {
            return "";
        }
        byte[] bytes = new byte[usernameLength];
        buffer.get(username, bytes);
        return new String(bytes, UTF_8);
    }

    /// Types of attributes that must be understood and are not; further ones than [#MAX_UNKNOWN]
    /// are left out.
    int unknownCount() {
        return unknownCount;
    }

    int unknown(int index) {
        return unknownRequired[index];
    }

    boolean isTransaction(byte[] transactionId) {
        for (int i = 0; i < transactionId.length; i++) {
            if (buffer.get(start + 8 + i) != transactionId[i]) {
                return false;
            }
        }
        return true;
    }

    /// RFC 8489 §14.2.
    Optional<InetSocketAddress> xorMappedAddress() {
        if (xorMappedAddress == ABSENT) {
            return Optional.empty();
        }
        byte[] address = new byte[buffer.get(xorMappedAddress + 1) == 1 ? 4 : 16];
        buffer.get(xorMappedAddress + 4, address);
        for (int i = 0; i < address.length; i++) {
            address[i] ^= buffer.get(start + 4 + i);
        }
        int port = (buffer.getShort(xorMappedAddress + 2) ^ (MAGIC_COOKIE >>> 16)) & 0xffff;
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByAddress(address), port));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("address of " + address.length + " bytes", e);
        }
    }

    private void forget() {
        username = ABSENT;
        usernameLength = 0;
        integrity = ABSENT;
        fingerprint = ABSENT;
        xorMappedAddress = ABSENT;
        priority = ABSENT;
        errorCode = ABSENT;
        iceControlled = ABSENT;
        iceControlling = ABSENT;
        useCandidate = false;
        unknownCount = 0;
    }

    private boolean takeAttribute(int type, int value, int valueLength) {
        if (type == StunAttribute.FINGERPRINT) {
            fingerprint = value;
            return valueLength == 4;
        }
        if (integrity != ABSENT) {
            // Not protected by it, so not to be believed (RFC 8489 §14.5).
            return true;
        }
        return switch (type) {
            case StunAttribute.USERNAME -> {
                if (username == ABSENT) {
                    username = value;
                    usernameLength = valueLength;
                }
                yield valueLength <= MAX_USERNAME_BYTES;
            }
            case StunAttribute.MESSAGE_INTEGRITY -> {
                integrity = value;
                yield valueLength == MessageIntegrity.BYTES;
            }
            case StunAttribute.XOR_MAPPED_ADDRESS -> {
                xorMappedAddress = value;
                yield isAddress(value, valueLength);
            }
            case StunAttribute.PRIORITY -> {
                priority = value;
                yield valueLength == 4;
            }
            case StunAttribute.USE_CANDIDATE -> {
                useCandidate = true;
                yield valueLength == 0;
            }
            case StunAttribute.ICE_CONTROLLED -> {
                iceControlled = value;
                yield valueLength == 8;
            }
            case StunAttribute.ICE_CONTROLLING -> {
                iceControlling = value;
                yield valueLength == 8;
            }
            case StunAttribute.ERROR_CODE -> {
                errorCode = value;
                yield valueLength >= 4;
            }
            case StunAttribute.UNKNOWN_ATTRIBUTES, StunAttribute.MESSAGE_INTEGRITY_SHA256 -> true;
            default -> {
                if (StunAttribute.isRequired(type) && unknownCount < MAX_UNKNOWN) {
                    unknownRequired[unknownCount++] = type;
                }
                yield true;
            }
        };
    }

    private boolean isAddress(int value, int valueLength) {
        return switch (valueLength) {
            case 8 -> buffer.get(value + 1) == 1;
            case 20 -> buffer.get(value + 1) == 2;
            default -> false;
        };
    }

    private boolean isFingerprintRight() {
        int attribute = fingerprint - ATTRIBUTE_HEADER_BYTES;
        return buffer.getInt(fingerprint)
                == (crc(crc, buffer, start, attribute - start) ^ FINGERPRINT_XOR);
    }

    static int crc(CRC32 crc, ByteBuffer buffer, int offset, int length) {
        crc.reset();
        if (buffer.hasArray()) {
            crc.update(buffer.array(), buffer.arrayOffset() + offset, length);
        } else {
            for (int i = offset; i < offset + length; i++) {
                crc.update(buffer.get(i));
            }
        }
        return (int) crc.getValue();
    }
}
