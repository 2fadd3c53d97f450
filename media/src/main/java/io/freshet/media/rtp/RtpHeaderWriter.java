package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// Writes RTP headers: the fixed part, then optionally an extension block element by element. A
/// block is begun, filled and ended; it takes the one-byte form unless told otherwise. RFC 3550
/// §5.1, RFC 8285 §4.
public final class RtpHeaderWriter {
    private static final int MAX_ONE_BYTE_ID = 14;
    private static final int MAX_ONE_BYTE_LENGTH = 16;
    private static final int EXTENSION_FLAG = 0x10;
    private static final int VERSION = 0x80;

    private RtpHeaderWriter() {}

    /// Writes the twelve fixed bytes.
    ///
    /// @return the offset behind them
    public static int writeFixed(
            ByteBuffer out,
            int offset,
            boolean marker,
            int payloadType,
            int wireSeqNo,
            int wireTimestamp,
            int ssrc) {
        int flags = (VERSION << 8) | (marker ? 0x80 : 0) | (payloadType & 0x7F);
        int word = (flags << 16) | (wireSeqNo & 0xFFFF);
        out.putInt(offset, word);
        out.putInt(offset + 4, wireTimestamp);
        out.putInt(offset + 8, ssrc);
        return offset + RtpPacket.FIXED_HEADER_BYTES;
    }

    /// Sets the extension bit of a header written before.
    public static void markExtended(ByteBuffer out, int headerOffset) {
        out.put(headerOffset, (byte) (out.get(headerOffset) | EXTENSION_FLAG));
    }

    /// Whether an element can stand in the one-byte form: RFC 8285 §4.2 allows ids 1 to 14 and 1 to
    /// 16 bytes.
    public static boolean fitsOneByteForm(int id, int dataLength) {
        return id <= MAX_ONE_BYTE_ID && dataLength >= 1 && dataLength <= MAX_ONE_BYTE_LENGTH;
    }

    /// Leaves room for the block's own header.
    ///
    /// @return the offset of the first element
    public static int beginBlock(int offset) {
        return offset + 4;
    }

    /// Writes an element's head.
    ///
    /// @return the offset at which its data belongs
    public static int writeElementHead(
            ByteBuffer out, int offset, int id, int dataLength, boolean twoByteForm) {
        if (twoByteForm) {
            out.put(offset, (byte) id);
            out.put(offset + 1, (byte) dataLength);
            return offset + 2;
        }
        out.put(offset, (byte) ((id << 4) | (dataLength - 1)));
        return offset + 1;
    }

    /// Pads the block to whole words and writes its header.
    ///
    /// @param blockOffset where the block began
    /// @param end behind the last element
    /// @return the offset behind the block
    public static int endBlock(ByteBuffer out, int blockOffset, int end, boolean twoByteForm) {
        int position = end;
        while (((position - blockOffset) & 3) != 0) {
            out.put(position++, (byte) 0);
        }
        int profile = twoByteForm ? RtpPacket.TWO_BYTE_PROFILE : RtpPacket.ONE_BYTE_PROFILE;
        out.putShort(blockOffset, (short) profile);
        out.putShort(blockOffset + 2, (short) ((position - blockOffset) / 4 - 1));
        return position;
    }
}
