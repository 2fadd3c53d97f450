package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// H.264 NAL units in RTP, RFC 6184 §5.
///
/// ```
/// |F|NRI|  Type   |   1 to 23: one NAL unit, §5.6; 24: STAP-A, §5.7.1; 28: FU-A, §5.8
/// ```
final class H264Payload {
    private static final int IDR = 5;
    private static final int SEQUENCE_PARAMETERS = 7;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int FU_START = 0x80;

    private H264Payload() {}

    static boolean isKeyframeStart(ByteBuffer buffer, int offset, int length) {
        if (length < 1) {
            return false;
        }
        int type = buffer.get(offset) & 0x1F;
        return switch (type) {
            case STAP_A -> hasKeyframeUnit(buffer, offset + 1, offset + length);
            case FU_A -> // RFC 6184 §5.8: the FU header carries the start bit and the type
                    length >= 2
                            && (buffer.get(offset + 1) & FU_START) != 0
                            && isKeyframeType(buffer.get(offset + 1) & 0x1F);
            default -> isKeyframeType(type);
        };
    }

    private static boolean hasKeyframeUnit(ByteBuffer buffer, int from, int end) {
        int position = from;
        while (end - position >= 3) { // RFC 6184 §5.7.1: a 16 bit size ahead of each unit
            int size = buffer.getShort(position) & 0xFFFF;
            if (size == 0 || size > end - position - 2) {
                return false;
            }
            if (isKeyframeType(buffer.get(position + 2) & 0x1F)) {
                return true;
            }
            position += 2 + size;
        }
        return false;
    }

    private static boolean isKeyframeType(int type) {
        return type == IDR || type == SEQUENCE_PARAMETERS;
    }
}
