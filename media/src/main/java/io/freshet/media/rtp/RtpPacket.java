package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// Reads one RTP packet in place. A flyweight: made once, wrapped around packet after packet.
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// |V=2|P|X|  CC   |M|     PT      |        sequence number        |
/// |                           timestamp                           |
/// |                             SSRC                              |
/// |                       CSRC (CC times 4 bytes)                 |
/// |   extension profile           |  length in 32-bit words       |  if X, RFC 8285
/// ```
///
/// RFC 3550 §5.1, header extensions RFC 8285 §4.2 (one byte) and §4.3 (two bytes).
public final class RtpPacket {
    public static final int FIXED_HEADER_BYTES = 12;

    /// More elements than this in one packet are ignored.
    public static final int MAX_EXTENSIONS = 16;

    static final int ONE_BYTE_PROFILE = 0xBEDE; // RFC 8285 §4.2
    static final int TWO_BYTE_PROFILE = 0x1000; // RFC 8285 §4.3, the low four bits are "appbits"

    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final int[] extensionIds = new int[MAX_EXTENSIONS];
    private final int[] extensionOffsets = new int[MAX_EXTENSIONS];
    private final int[] extensionLengths = new int[MAX_EXTENSIONS];

    private ByteBuffer buffer = EMPTY;
    private int length;
    private boolean marker;
    private int payloadType;
    private int wireSeqNo;
    private int wireTimestamp;
    private int ssrc;
    private int payloadOffset;
    private int payloadLength;
    private int paddingLength;
    private int extensionCount;

    /// Wraps a packet.
    ///
    /// @return false when it is not a well-formed RTP packet; the flyweight's content is then
    ///   undefined
    public boolean tryRead(ByteBuffer packet, int offset, int packetLength) {
        if (packetLength < FIXED_HEADER_BYTES) {
            return false;
        }
        int first = packet.get(offset) & 0xFF;
        if (first >>> 6 != 2) { // RFC 3550 §5.1: version
            return false;
        }
        int end = offset + packetLength;
        int position = offset + FIXED_HEADER_BYTES + (first & 0x0F) * 4;
        if (position > end) {
            return false;
        }
        buffer = packet;
        length = packetLength;
        extensionCount = 0;
        if ((first & 0x10) != 0) {
            if (end - position < 4) {
                return false;
            }
            int profile = packet.getShort(position) & 0xFFFF;
            int blockEnd = position + 4 + (packet.getShort(position + 2) & 0xFFFF) * 4;
            if (blockEnd > end || !readExtensions(profile, position + 4, blockEnd)) {
                return false;
            }
            position = blockEnd;
        }
        paddingLength = 0;
        if ((first & 0x20) != 0) {
            // RFC 3550 §5.1: the last byte counts the padding, itself included.
            paddingLength = position < end ? packet.get(end - 1) & 0xFF : 0;
            if (paddingLength == 0 || paddingLength > end - position) {
                return false;
            }
        }
        int second = packet.get(offset + 1) & 0xFF;
        marker = (second & 0x80) != 0;
        payloadType = second & 0x7F;
        wireSeqNo = packet.getShort(offset + 2) & 0xFFFF;
        wireTimestamp = packet.getInt(offset + 4);
        ssrc = packet.getInt(offset + 8);
        payloadOffset = position;
        payloadLength = end - position - paddingLength;
        return true;
    }

    /// Turns a retransmission into the packet that was lost: RFC 4588 §4, the payload begins with
    /// the original sequence number.
    ///
    /// @return false when there is no original sequence number, as in padding sent on the
    ///   retransmission stream
    public boolean tryUnwrapRetransmission(int originalSsrc, int originalPayloadType) {
        if (payloadLength < 2) {
            return false;
        }
        wireSeqNo = buffer.getShort(payloadOffset) & 0xFFFF;
        payloadOffset += 2;
        payloadLength -= 2;
        ssrc = originalSsrc;
        payloadType = originalPayloadType;
        return true;
    }

    private boolean readExtensions(int profile, int from, int end) {
        if (profile == ONE_BYTE_PROFILE) {
            return readOneByteExtensions(from, end);
        }
        if ((profile & 0xFFF0) == TWO_BYTE_PROFILE) {
            return readTwoByteExtensions(from, end);
        }
        return true; // some other use of the block, RFC 3550 §5.3.1: skipped
    }

    private boolean readOneByteExtensions(int from, int end) {
        int position = from;
        while (position < end) {
            int head = buffer.get(position) & 0xFF;
            if (head == 0) {
                position++; // RFC 8285 §4.2: padding
                continue;
            }
            int id = head >>> 4;
            if (id == 15) {
                return true; // RFC 8285 §4.2: stop at id 15
            }
            int dataLength = (head & 0x0F) + 1;
            if (position + 1 + dataLength > end) {
                return false;
            }
            if (id != 0) { // id 0 with a length is skipped like padding
                addExtension(id, position + 1, dataLength);
            }
            position += 1 + dataLength;
        }
        return true;
    }

    private boolean readTwoByteExtensions(int from, int end) {
        int position = from;
        while (position < end) {
            int id = buffer.get(position) & 0xFF;
            if (id == 0) {
                position++; // RFC 8285 §4.3: padding has no length byte
                continue;
            }
            if (position + 2 > end) {
                return false;
            }
            int dataLength = buffer.get(position + 1) & 0xFF;
            if (position + 2 + dataLength > end) {
                return false;
            }
            addExtension(id, position + 2, dataLength);
            position += 2 + dataLength;
        }
        return true;
    }

    private void addExtension(int id, int offset, int dataLength) {
        if (extensionCount < MAX_EXTENSIONS) {
            extensionIds[extensionCount] = id;
            extensionOffsets[extensionCount] = offset;
            extensionLengths[extensionCount] = dataLength;
            extensionCount++;
        }
    }

    /// The buffer that the offsets refer to.
    public ByteBuffer buffer() {
        return buffer;
    }

    /// Of the whole packet, padding included.
    public int length() {
        return length;
    }

    public boolean marker() {
        return marker;
    }

    public int payloadType() {
        return payloadType;
    }

    /// 0 to 65535.
    public int wireSeqNo() {
        return wireSeqNo;
    }

    /// The 32 bits on the wire.
    public int wireTimestamp() {
        return wireTimestamp;
    }

    public int ssrc() {
        return ssrc;
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    /// Without padding.
    public int payloadLength() {
        return payloadLength;
    }

    public int paddingLength() {
        return paddingLength;
    }

    public int extensionCount() {
        return extensionCount;
    }

    public int extensionId(int index) {
        return extensionIds[index];
    }

    public int extensionOffset(int index) {
        return extensionOffsets[index];
    }

    public int extensionLength(int index) {
        return extensionLengths[index];
    }

    /// The index of the element with this id, -1 when there is none.
    public int findExtension(int id) {
        for (int i = 0; i < extensionCount; i++) {
            if (extensionIds[i] == id) {
                return i;
            }
        }
        return -1;
    }
}
