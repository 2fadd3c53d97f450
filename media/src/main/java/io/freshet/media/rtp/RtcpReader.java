package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// Walks through a compound RTCP packet in place, packet by packet. A flyweight.
///
/// ```
/// |V=2|P|  count  |      PT       |    length in words minus one  |
/// |                        SSRC of sender                         |
/// ```
///
/// RFC 3550 §6.1; reduced-size packets (RFC 5506) are accepted, so the first packet may be of any
/// type. A length that leaves the buffer ends the walk as malformed.
public final class RtcpReader {
    public static final int SENDER_REPORT = 200; // RFC 3550 §6.4.1
    public static final int RECEIVER_REPORT = 201; // RFC 3550 §6.4.2
    public static final int SOURCE_DESCRIPTION = 202; // RFC 3550 §6.5
    public static final int GOODBYE = 203; // RFC 3550 §6.6
    public static final int TRANSPORT_FEEDBACK = 205; // RFC 4585 §6.2
    public static final int PAYLOAD_FEEDBACK = 206; // RFC 4585 §6.3

    public static final int NACK = 1; // RFC 4585 §6.2.1
    public static final int TRANSPORT_CC = 15; // draft-holmer-rmcat-transport-wide-cc-extensions
    public static final int PLI = 1; // RFC 4585 §6.3.1
    public static final int FIR = 4; // RFC 5104 §4.3.1
    public static final int APPLICATION = 15; // RFC 4585 §6.4; REMB is one of these

    /// Packets in one compound beyond this are not looked at.
    public static final int MAX_PACKETS = 32;

    private static final int HEADER_BYTES = 4;
    private static final int REPORT_BLOCK_BYTES = 24;
    private static final int SENDER_INFO_BYTES = 20;
    private static final int REMB_IDENTIFIER = 0x52454D42; // "REMB"
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private ByteBuffer buffer = EMPTY;
    private int next;
    private int end;
    private int packets;
    private boolean malformed;

    private int type;
    private int count;
    private int offset; // of the current packet's header
    private int bodyEnd; // behind the current packet's content, without padding

    /// Begins a walk.
    public void wrap(ByteBuffer packet, int packetOffset, int length) {
        buffer = packet;
        next = packetOffset;
        end = packetOffset + length;
        packets = 0;
        malformed = length < HEADER_BYTES;
        type = 0;
    }

    /// Goes to the next packet of the compound.
    ///
    /// @return false at its end, or when what follows is malformed
    public boolean next() {
        if (malformed || packets == MAX_PACKETS || next == end) {
            return false;
        }
        if (end - next < HEADER_BYTES) {
            return fail();
        }
        int first = buffer.get(next) & 0xFF;
        int packetEnd = next + HEADER_BYTES + (buffer.getShort(next + 2) & 0xFFFF) * 4;
        if (first >>> 6 != 2 || packetEnd > end) {
            return fail();
        }
        int padding = 0;
        if ((first & 0x20) != 0) { // RFC 3550 §6.4.1: padding
            padding = buffer.get(packetEnd - 1) & 0xFF;
            if (padding == 0 || padding > packetEnd - next - HEADER_BYTES) {
                return fail();
            }
        }
        offset = next;
        bodyEnd = packetEnd - padding;
        count = first & 0x1F;
        type = buffer.get(next + 1) & 0xFF;
        next = packetEnd;
        packets++;
        if (bodyEnd - offset < minimumBytes()) {
            return fail();
        }
        return true;
    }

    private boolean fail() {
        malformed = true;
        return false;
    }

    /// What the current type needs at least, so that the accessors stay inside the packet.
    private int minimumBytes() {
        return switch (type) {
            case SENDER_REPORT -> 8 + SENDER_INFO_BYTES + count * REPORT_BLOCK_BYTES;
            case RECEIVER_REPORT -> 8 + count * REPORT_BLOCK_BYTES;
            case GOODBYE -> HEADER_BYTES + count * 4;
            case TRANSPORT_FEEDBACK, PAYLOAD_FEEDBACK -> 12;
            default -> HEADER_BYTES;
        };
    }

    /// The walk ended before the compound's end because something was malformed.
    public boolean isMalformed() {
        return malformed;
    }

    public int type() {
        return type;
    }

    /// Report count, source count or feedback format, by type.
    public int count() {
        return count;
    }

    /// The first SSRC: of the packet's sender. Not for SDES, which has none.
    public int senderSsrc() {
        return buffer.getInt(offset + 4);
    }

    public boolean isFeedback(int packetType, int format) {
        return type == packetType && count == format;
    }

    // --- sender report, RFC 3550 §6.4.1

    /// 32.32 fixed point seconds since 1900.
    public long srNtp() {
        return buffer.getLong(offset + 8);
    }

    public int srRtpTimestamp() {
        return buffer.getInt(offset + 16);
    }

    public int srPacketCount() {
        return buffer.getInt(offset + 20);
    }

    public int srOctetCount() {
        return buffer.getInt(offset + 24);
    }

    // --- report blocks of SR and RR, RFC 3550 §6.4.1; index is below count()

    public int reportSsrc(int index) {
        return buffer.getInt(reportOffset(index));
    }

    /// In 256ths.
    public int reportFractionLost(int index) {
        return buffer.get(reportOffset(index) + 4) & 0xFF;
    }

    /// Signed 24 bits: duplicates make it negative.
    public int reportCumulativeLost(int index) {
        return buffer.getInt(reportOffset(index) + 4) << 8 >> 8;
    }

    public int reportHighestSeqNo(int index) {
        return buffer.getInt(reportOffset(index) + 8);
    }

    /// In timestamp units.
    public int reportJitter(int index) {
        return buffer.getInt(reportOffset(index) + 12);
    }

    /// Middle 32 bits of the last sender report's NTP time, 0 for none.
    public int reportLastSr(int index) {
        return buffer.getInt(reportOffset(index) + 16);
    }

    /// In 1/65536 s.
    public int reportDelaySinceLastSr(int index) {
        return buffer.getInt(reportOffset(index) + 20);
    }

    private int reportOffset(int index) {
        int blocks = type == SENDER_REPORT ? 8 + SENDER_INFO_BYTES : 8;
        return offset + blocks + index * REPORT_BLOCK_BYTES;
    }

    // --- BYE, RFC 3550 §6.6; index is below count()

    public int byeSsrc(int index) {
        return buffer.getInt(offset + 4 + index * 4);
    }

    // --- feedback, RFC 4585 §6.1

    public int mediaSsrc() {
        return buffer.getInt(offset + 8);
    }

    /// Entries of a NACK.
    public int nackCount() {
        return (bodyEnd - offset - 12) / 4;
    }

    /// The first lost packet, 0 to 65535.
    public int nackPacketId(int index) {
        return buffer.getShort(offset + 12 + index * 4) & 0xFFFF;
    }

    /// Bit i: packet id + i + 1 is lost too.
    public int nackBitmask(int index) {
        return buffer.getShort(offset + 14 + index * 4) & 0xFFFF;
    }

    /// Entries of a FIR, RFC 5104 §4.3.1.1.
    public int firCount() {
        return (bodyEnd - offset - 12) / 8;
    }

    public int firSsrc(int index) {
        return buffer.getInt(offset + 12 + index * 8);
    }

    /// A repetition of the same request has the same number.
    public int firSeqNo(int index) {
        return buffer.get(offset + 16 + index * 8) & 0xFF;
    }

    /// The bitrate of a REMB (draft-alvestrand-rmcat-remb-03 §2.2) in bit/s, -1 when this is none.
    public long rembBps() {
        if (!isFeedback(PAYLOAD_FEEDBACK, APPLICATION)
                || bodyEnd - offset < 20
                || buffer.getInt(offset + 12) != REMB_IDENTIFIER) {
            return -1;
        }
        int word = buffer.getInt(offset + 16);
        int exponent = word >>> 18 & 0x3F;
        long mantissa = word & 0x3FFFF;
        return exponent > 44 ? Long.MAX_VALUE : mantissa << exponent;
    }

    /// Offset of what follows the common feedback header.
    public int feedbackOffset() {
        return offset + 12;
    }

    /// Offset behind the current packet's content.
    public int bodyEnd() {
        return bodyEnd;
    }

    public ByteBuffer buffer() {
        return buffer;
    }
}
