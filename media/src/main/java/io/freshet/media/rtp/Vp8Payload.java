package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// VP8's payload descriptor, RFC 7741 §4.2.
///
/// ```
/// |X|R|N|S|R| PID |   S: start of a partition
/// |I|L|T|K|  RSV  |   if X
/// |M| PictureID   |   if I; two bytes if M
/// |   TL0PICIDX   |   if L
/// |TID|Y| KEYIDX  |   if T or K
/// |Size0|H| VER |P|   payload header, RFC 7741 §4.3: P = 0 is a keyframe
/// ```
final class Vp8Payload {
    private static final int EXTENDED = 0x80;
    private static final int START_OF_FIRST_PARTITION = 0x10;
    private static final int START_AND_PARTITION_MASK = 0x17;
    private static final int START_CODE = 0x9D012A; // RFC 6386 §9.1
    private static final int NONE = -1;

    private Vp8Payload() {}

    static boolean isKeyframeStart(ByteBuffer buffer, int offset, int length) {
        int end = offset + length;
        int position = frameTag(buffer, offset, length);
        if (position < 0 || (buffer.get(position) & 1) != 0) {
            return false;
        }
        // A keyframe's three byte tag is followed by the start code; a cut one is let through.
        return end - position < 6 || (buffer.getInt(position + 2) & 0xFF_FFFF) == START_CODE;
    }

    /// Where the frame tag of RFC 6386 §9.1 begins; negative when this packet does not begin a
    /// frame.
    static int frameTag(ByteBuffer buffer, int offset, int length) {
        int end = offset + length;
        if (length < 1) {
            return NONE;
        }
        int first = buffer.get(offset) & 0xFF;
        if ((first & START_AND_PARTITION_MASK) != START_OF_FIRST_PARTITION) {
            return NONE;
        }
        int position = offset + 1;
        if ((first & EXTENDED) != 0) {
            if (position >= end) {
                return NONE;
            }
            int flags = buffer.get(position++) & 0xFF;
            if ((flags & 0x80) != 0) {
                if (position >= end) {
                    return NONE;
                }
                position += (buffer.get(position) & 0x80) != 0 ? 2 : 1;
            }
            if ((flags & 0x40) != 0) {
                position++;
            }
            if ((flags & 0x30) != 0) {
                position++;
            }
        }
        return position < end ? position : NONE;
    }
}
