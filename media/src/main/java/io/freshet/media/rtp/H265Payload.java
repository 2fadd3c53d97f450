package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// H.265 NAL units in RTP, RFC 7798 §4.4.
///
/// ```
/// |F|   Type    |  LayerId  | TID |   48: aggregation, §4.4.2; 49: fragmentation, §4.4.3
/// |S|E|  FuType   |                 behind the header of a fragment
/// ```
///
/// Decoding order numbers (`sprop-max-don-diff` above 0) are not used by WebRTC and not understood.
final class H265Payload {
    private static final int FIRST_IRAP = 16; // RFC 7798 §1.1.4: BLA, IDR and CRA are 16 to 21
    private static final int LAST_IRAP = 21;
    private static final int VIDEO_PARAMETERS = 32;
    private static final int SEQUENCE_PARAMETERS = 33;
    private static final int AGGREGATION = 48;
    private static final int FRAGMENT = 49;
    private static final int FRAGMENT_START = 0x80;

    private H265Payload() {}

    static boolean isKeyframeStart(ByteBuffer buffer, int offset, int length) {
        if (length < 2) {
            return false;
        }
        int type = typeAt(buffer, offset);
        return switch (type) {
            case AGGREGATION -> hasKeyframeUnit(buffer, offset + 2, offset + length);
            case FRAGMENT ->
                    length >= 3
                            && (buffer.get(offset + 2) & FRAGMENT_START) != 0
                            && isKeyframeType(buffer.get(offset + 2) & 0x3F);
            default -> isKeyframeType(type);
        };
    }

    private static boolean hasKeyframeUnit(ByteBuffer buffer, int from, int end) {
        int position = from;
        while (end - position >= 4) { // RFC 7798 §4.4.2: a 16 bit size ahead of each unit
            int size = buffer.getShort(position) & 0xFFFF;
            if (size == 0 || size > end - position - 2) {
                return false;
            }
            if (isKeyframeType(typeAt(buffer, position + 2))) {
                return true;
            }
            position += 2 + size;
        }
        return false;
    }

    private static int typeAt(ByteBuffer buffer, int offset) {
        return buffer.get(offset) >>> 1 & 0x3F;
    }

    private static boolean isKeyframeType(int type) {
        return (type >= FIRST_IRAP && type <= LAST_IRAP)
                || type == VIDEO_PARAMETERS
                || type == SEQUENCE_PARAMETERS;
    }
}
