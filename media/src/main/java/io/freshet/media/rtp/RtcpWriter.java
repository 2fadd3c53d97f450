package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// Writes a compound RTCP packet, packet after packet, into a buffer of its own. RFC 3550 §6.1.
/// What does not fit any more is refused, never cut.
public final class RtcpWriter {
    /// Fits an Ethernet frame with IPv6, UDP and SRTCP around it.
    public static final int MAX_BYTES = 1200;

    private static final int VERSION = 0x80;
    private static final int CNAME = 1; // RFC 3550 §6.5.1

    private final ByteBuffer buffer = ByteBuffer.allocate(MAX_BYTES + 64); // room for SRTCP's tag
    private int length;
    private int reportOffset; // of the SR or RR that report blocks are added to

    public void clear() {
        length = 0;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public ByteBuffer buffer() {
        return buffer;
    }

    public int length() {
        return length;
    }

    public boolean hasRoomFor(int bytes) {
        return MAX_BYTES - length >= bytes;
    }

    /// RFC 3550 §6.4.1, without report blocks.
    public boolean writeSenderReport(
            int ssrc, long ntp, int wireTimestamp, int packetCount, int octetCount) {
        if (!hasRoomFor(28)) {
            return false;
        }
        reportOffset = length;
        int offset = header(0, RtcpReader.SENDER_REPORT, 28);
        buffer.putInt(offset, ssrc);
        buffer.putLong(offset + 4, ntp);
        buffer.putInt(offset + 12, wireTimestamp);
        buffer.putInt(offset + 16, packetCount);
        buffer.putInt(offset + 20, octetCount);
        return true;
    }

    /// RFC 3550 §6.4.2, empty; blocks follow by [#addReportBlock].
    public boolean writeReceiverReport(int ssrc) {
        if (!hasRoomFor(8)) {
            return false;
        }
        reportOffset = length;
        int offset = header(0, RtcpReader.RECEIVER_REPORT, 8);
        buffer.putInt(offset, ssrc);
        return true;
    }

    /// Adds a block to the report just written; nothing may have been written in between.
    public boolean addReportBlock(
            int ssrc,
            int fractionLost,
            int cumulativeLost,
            int highestSeqNo,
            int jitter,
            int lastSr,
            int delaySinceLastSr) {
        int count = buffer.get(reportOffset) & 0x1F;
        if (!hasRoomFor(24) || count == 31) {
            return false;
        }
        int offset = length;
        buffer.putInt(offset, ssrc);
        buffer.putInt(offset + 4, ((fractionLost & 0xFF) << 24) | (cumulativeLost & 0xFF_FFFF));
        buffer.putInt(offset + 8, highestSeqNo);
        buffer.putInt(offset + 12, jitter);
        buffer.putInt(offset + 16, lastSr);
        buffer.putInt(offset + 20, delaySinceLastSr);
        length += 24;
        buffer.put(reportOffset, (byte) (VERSION | (count + 1)));
        buffer.putShort(reportOffset + 2, (short) ((length - reportOffset) / 4 - 1));
        return true;
    }

    /// One chunk with the canonical name, RFC 3550 §6.5.1.
    ///
    /// @param cname ASCII, at most 255 bytes
    public boolean writeCname(int ssrc, byte[] cname) {
        // Type, length, text and at least one zero byte, up to the next word: RFC 3550 §6.5.
        int bytes = 8 + ((2 + cname.length + 1 + 3) & ~3);
        if (!hasRoomFor(bytes)) {
            return false;
        }
        int offset = header(1, RtcpReader.SOURCE_DESCRIPTION, bytes);
        buffer.putInt(offset, ssrc);
        buffer.put(offset + 4, (byte) CNAME);
        buffer.put(offset + 5, (byte) cname.length);
        buffer.put(offset + 6, cname);
        for (int i = offset + 6 + cname.length; i < length; i++) {
            buffer.put(i, (byte) 0);
        }
        return true;
    }

    /// RFC 3550 §6.6.
    public boolean writeBye(int ssrc) {
        if (!hasRoomFor(8)) {
            return false;
        }
        buffer.putInt(header(1, RtcpReader.GOODBYE, 8), ssrc);
        return true;
    }

    /// RFC 4585 §6.3.1.
    public boolean writePli(int senderSsrc, int mediaSsrc) {
        if (!hasRoomFor(12)) {
            return false;
        }
        int offset = header(RtcpReader.PLI, RtcpReader.PAYLOAD_FEEDBACK, 12);
        buffer.putInt(offset, senderSsrc);
        buffer.putInt(offset + 4, mediaSsrc);
        return true;
    }

    /// RFC 5104 §4.3.1.1; the common header's media SSRC is zero.
    public boolean writeFir(int senderSsrc, int mediaSsrc, int seqNo) {
        if (!hasRoomFor(20)) {
            return false;
        }
        int offset = header(RtcpReader.FIR, RtcpReader.PAYLOAD_FEEDBACK, 20);
        buffer.putInt(offset, senderSsrc);
        buffer.putInt(offset + 4, 0);
        buffer.putInt(offset + 8, mediaSsrc);
        buffer.putInt(offset + 12, seqNo << 24);
        return true;
    }

    /// Begins a NACK (RFC 4585 §6.2.1); entries follow by [#addNackEntry].
    public boolean writeNack(int senderSsrc, int mediaSsrc) {
        if (!hasRoomFor(16)) {
            return false;
        }
        reportOffset = length;
        int offset = header(RtcpReader.NACK, RtcpReader.TRANSPORT_FEEDBACK, 12);
        buffer.putInt(offset, senderSsrc);
        buffer.putInt(offset + 4, mediaSsrc);
        return true;
    }

    public boolean addNackEntry(int packetId, int bitmask) {
        if (!hasRoomFor(4)) {
            return false;
        }
        buffer.putShort(length, (short) packetId);
        buffer.putShort(length + 2, (short) bitmask);
        length += 4;
        buffer.putShort(reportOffset + 2, (short) ((length - reportOffset) / 4 - 1));
        return true;
    }

    /// Begins a transport feedback packet whose content the caller writes behind the two SSRCs and
    /// ends with [#endTransportFeedback].
    ///
    /// @return the offset at which the content belongs
    public int beginTransportFeedback(int senderSsrc, int mediaSsrc) {
        reportOffset = length;
        int offset = header(RtcpReader.TRANSPORT_CC, RtcpReader.TRANSPORT_FEEDBACK, 12);
        buffer.putInt(offset, senderSsrc);
        buffer.putInt(offset + 4, mediaSsrc);
        return length;
    }

    /// Ends a transport feedback packet and fills it up with zeros to a whole word.
    ///
    /// @param end behind the content
    public void endTransportFeedback(int end) {
        int position = end;
        while (((position - reportOffset) & 3) != 0) {
            buffer.put(position++, (byte) 0);
        }
        length = position;
        buffer.putShort(reportOffset + 2, (short) ((length - reportOffset) / 4 - 1));
    }

    private int header(int count, int type, int bytes) {
        int offset = length;
        buffer.put(offset, (byte) (VERSION | count));
        buffer.put(offset + 1, (byte) type);
        buffer.putShort(offset + 2, (short) (bytes / 4 - 1));
        length += bytes;
        return offset + 4;
    }
}
