package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// AV1's aggregation header and OBU elements (AV1 RTP payload specification 1.0, §4.4 and §4.5).
///
/// ```
/// |Z|Y| W |N|-|-|-|   Z: continues an OBU, W: number of elements or 0,
///                     N: first packet of a coded video sequence
/// ```
final class Av1Payload {
    private static final int CONTINUES = 0x80;
    private static final int NEW_SEQUENCE = 0x08;
    private static final int SEQUENCE_HEADER = 1;
    private static final int MAX_LEB128_BYTES = 5;

    private Av1Payload() {}

    /// The N bit says so; a sequence header must be there to prove it.
    static boolean isKeyframeStart(ByteBuffer buffer, int offset, int length) {
        if (length < 2) {
            return false;
        }
        int header = buffer.get(offset) & 0xFF;
        if ((header & NEW_SEQUENCE) == 0 || (header & CONTINUES) != 0) {
            return false;
        }
        int elements = header >>> 4 & 3;
        int end = offset + length;
        int position = offset + 1;
        for (int i = 1; position < end; i++) {
            boolean sized = elements == 0 || i < elements; // the last of W elements has no size
            long size = (long) end - position;
            if (sized) {
                size = 0;
                int shift = 0;
                int octet;
                do { // leb128
                    if (position >= end || shift == 7 * MAX_LEB128_BYTES) {
                        return false;
                    }
                    octet = buffer.get(position++) & 0xFF;
                    size |= (long) (octet & 0x7F) << shift;
                    shift += 7;
                } while ((octet & 0x80) != 0);
            }
            if (size > end - position) {
                return false;
            }
            if (size > 0 && (buffer.get(position) >>> 3 & 0x0F) == SEQUENCE_HEADER) {
                return true;
            }
            if (!sized) {
                return false;
            }
            position += (int) size;
        }
        return false;
    }
}
