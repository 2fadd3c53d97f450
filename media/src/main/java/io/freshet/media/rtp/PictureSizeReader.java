package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// Reads the size of the picture, in pixels, out of a packet that begins a keyframe: VP8's frame
/// header (RFC 6386 §9.1), VP9's scalability structure (RFC 9628 §4.2.1), H.264's sequence
/// parameter set (ITU-T H.264 §7.3.2.1.1) in a packet of its own or in a STAP-A.
///
/// Of other codecs the size is not read: the answer is "not here". Never throws, whatever the
/// bytes; allocates nothing.
public final class PictureSizeReader {
    /// Larger ones are taken for garbage.
    private static final int MAX_SIDE = 16_384;

    private static final int H264_SEQUENCE_PARAMETERS = 7;
    private static final int H264_STAP_A = 24;

    private final H264ParameterReader parameters = new H264ParameterReader();
    private int width;
    private int height;

    /// Whether the payload tells the size; then [#width()] and [#height()] are it.
    public boolean tryRead(Codec codec, ByteBuffer buffer, int offset, int length) {
        return switch (codec) {
            case VP8 -> readVp8(buffer, offset, length);
            case VP9 -> readVp9(buffer, offset, length);
            case H264 -> readH264(buffer, offset, length);
            case OPUS, H265, AV1 -> false;
        };
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Three bytes of tag, three of start code, then 14 bits of width and of height, each below two
    /// bits of scale, little-endian.
    private boolean readVp8(ByteBuffer buffer, int offset, int length) {
        int position = Vp8Payload.frameTag(buffer, offset, length);
        if (position < 0 || offset + length - position < 10 || (buffer.get(position) & 1) != 0) {
            return false;
        }
        return accept(
                littleEndian(buffer, position + 6) & 0x3FFF,
                littleEndian(buffer, position + 8) & 0x3FFF);
    }

    private static int littleEndian(ByteBuffer buffer, int position) {
        return (buffer.get(position) & 0xFF) | ((buffer.get(position + 1) & 0xFF) << 8);
    }

    /// ```
    /// |I|P|L|F|B|E|V|Z| [picture id 1 or 2] [layer indices 1, and 1 more without F]
    /// | N_S |Y|G|-|-|-|   if V; then N_S + 1 times 16 bits of width and height, if Y
    /// ```
    ///
    /// The last spatial layer is the largest.
    private boolean readVp9(ByteBuffer buffer, int offset, int length) {
        int end = offset + length;
        if (length < 2) {
            return false;
        }
        int first = buffer.get(offset) & 0xFF;
        boolean structured = (first & 0x02) != 0;
        boolean predicted = (first & 0x40) != 0;
        if (!structured || predicted) {
            return false;
        }
        int position = offset + 1;
        if ((first & 0x80) != 0) {
            position += (buffer.get(position) & 0x80) != 0 ? 2 : 1;
        }
        if ((first & 0x20) != 0) {
            position += (first & 0x10) != 0 ? 1 : 2;
        }
        if (position >= end) {
            return false;
        }
        int structure = buffer.get(position) & 0xFF;
        int layers = (structure >>> 5) + 1;
        if ((structure & 0x10) == 0 || end - position < 1 + 4 * layers) {
            return false;
        }
        int last = position + 1 + 4 * (layers - 1);
        return accept(buffer.getShort(last) & 0xFFFF, buffer.getShort(last + 2) & 0xFFFF);
    }

    private boolean readH264(ByteBuffer buffer, int offset, int length) {
        if (length < 1) {
            return false;
        }
        int type = buffer.get(offset) & 0x1F;
        if (type == H264_SEQUENCE_PARAMETERS) {
            return readSequenceParameters(buffer, offset + 1, offset + length);
        }
        if (type != H264_STAP_A) {
            return false;
        }
        int end = offset + length;
        int position = offset + 1;
        while (end - position >= 3) { // RFC 6184 §5.7.1: a 16 bit size ahead of each unit
            int size = buffer.getShort(position) & 0xFFFF;
            if (size == 0 || size > end - position - 2) {
                return false;
            }
            if ((buffer.get(position + 2) & 0x1F) == H264_SEQUENCE_PARAMETERS) {
                return readSequenceParameters(buffer, position + 3, position + 2 + size);
            }
            position += 2 + size;
        }
        return false;
    }

    private boolean readSequenceParameters(ByteBuffer buffer, int from, int end) {
        return parameters.tryRead(buffer, from, end)
                && accept(parameters.width(), parameters.height());
    }

    private boolean accept(int newWidth, int newHeight) {
        if (newWidth < 1 || newHeight < 1 || newWidth > MAX_SIDE || newHeight > MAX_SIDE) {
            return false;
        }
        width = newWidth;
        height = newHeight;
        return true;
    }
}
