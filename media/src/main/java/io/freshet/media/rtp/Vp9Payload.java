package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// VP9's payload descriptor, RFC 9628 §4.2.
///
/// ```
/// |I|P|L|F|B|E|V|Z|   P: inter-predicted, B: begins a frame
/// |M| PICTURE ID  |   if I; two bytes if M
/// | TID |U| SID |D|   if L
/// ```
final class Vp9Payload {
    private static final int PICTURE_ID = 0x80;
    private static final int INTER_PREDICTED = 0x40;
    private static final int LAYER_INDICES = 0x20;
    private static final int BEGIN = 0x08;

    private Vp9Payload() {}

    static boolean isKeyframeStart(ByteBuffer buffer, int offset, int length) {
        if (length < 2) {
            return false;
        }
        int first = buffer.get(offset) & 0xFF;
        if ((first & INTER_PREDICTED) != 0 || (first & BEGIN) == 0) {
            return false;
        }
        if ((first & LAYER_INDICES) == 0) {
            return true;
        }
        int position = offset + 1;
        if ((first & PICTURE_ID) != 0) {
            position += (buffer.get(position) & 0x80) != 0 ? 2 : 1;
        }
        // Upper spatial layers of a keyframe are predicted from the lowest, RFC 9628 §3.
        return position < offset + length && (buffer.get(position) & 0x0E) == 0;
    }
}
