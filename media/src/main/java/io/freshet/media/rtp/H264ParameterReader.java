package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// The size of the picture in an H.264 sequence parameter set, ITU-T H.264 §7.3.2.1.1, with the
/// cropping of §7.4.2.1.1: 1080 lines are coded as 1088 and cropped.
final class H264ParameterReader {
    /// An Exp-Golomb number of more bits does not fit 32 (§9.1).
    private static final int MAX_LEADING_ZEROS = 31;

    /// §7.4.2.1.1: the most there may be.
    private static final int MAX_FRAMES_IN_CYCLE = 255;

    private static final int MACROBLOCK = 16;
    private static final long MAX_MACROBLOCKS = 1 << 10;

    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int position;
    private int end;
    private int zeros; // bytes of zero in a row, for the emulation prevention of §7.4.1
    private int current;
    private int bitsLeft;
    private boolean cut;

    private int width;
    private int height;

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// @param from behind the NAL unit's header byte
    boolean tryRead(ByteBuffer source, int from, int to) {
        buffer = source;
        position = from;
        end = to;
        zeros = 0;
        bitsLeft = 0;
        cut = false;
        int profile = bits(8);
        bits(16); // constraints and level
        exponential(); // seq_parameter_set_id
        int chromaFormat = 1;
        if (hasChromaFormat(profile)) {
            chromaFormat = (int) exponential();
            if (chromaFormat > 3) {
                return false;
            }
            boolean separatePlanes = chromaFormat == 3 && bits(1) == 1;
            exponential(); // bit_depth_luma_minus8
            exponential(); // bit_depth_chroma_minus8
            bits(1);
            if (bits(1) == 1) {
                skipScalingMatrix(chromaFormat == 3 ? 12 : 8);
            }
            if (separatePlanes) {
                chromaFormat = 0;
            }
        }
        exponential(); // log2_max_frame_num_minus4
        skipPictureOrderCount();
        exponential(); // max_num_ref_frames
        bits(1);
        long macroblocksAcross = exponential() + 1;
        long mapUnitsDown = exponential() + 1;
        int framesOnly = bits(1);
        if (framesOnly == 0) {
            bits(1);
        }
        bits(1); // direct_8x8_inference_flag
        if (cut || macroblocksAcross > MAX_MACROBLOCKS || mapUnitsDown > MAX_MACROBLOCKS) {
            return false;
        }
        width = (int) macroblocksAcross * MACROBLOCK;
        height = (int) mapUnitsDown * MACROBLOCK * (2 - framesOnly);
        return crop(chromaFormat, framesOnly) && !cut;
    }

    /// §7.4.2.1.1: offsets count in units of chroma samples and, with fields, of two lines.
    private boolean crop(int chromaFormat, int framesOnly) {
        if (bits(1) == 0) {
            return true;
        }
        int unitX = chromaFormat == 1 || chromaFormat == 2 ? 2 : 1;
        int unitY = (chromaFormat == 1 ? 2 : 1) * (2 - framesOnly);
        long across = (exponential() + exponential()) * unitX;
        long down = (exponential() + exponential()) * unitY;
        if (across >= width || down >= height) {
            return false;
        }
        width -= (int) across;
        height -= (int) down;
        return true;
    }

    private static boolean hasChromaFormat(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    private void skipScalingMatrix(int lists) {
        for (int i = 0; i < lists && !cut; i++) {
            if (bits(1) == 1) {
                skipScalingList(i < 6 ? 16 : 64);
            }
        }
    }

    private void skipScalingList(int size) {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size && next != 0 && !cut; i++) {
            next = (int) ((last + signed() + 256) & 0xFF);
            last = next == 0 ? last : next;
        }
    }

    private void skipPictureOrderCount() {
        long type = exponential();
        if (type == 0) {
            exponential();
        } else if (type == 1) {
            bits(1);
            exponential();
            exponential();
            long frames = exponential();
            if (frames > MAX_FRAMES_IN_CYCLE) {
                cut = true;
            }
            for (long i = 0; i < frames && !cut; i++) {
                exponential();
            }
        }
    }

    private long signed() {
        long code = exponential();
        return (code & 1) == 0 ? -(code / 2) : code / 2 + 1;
    }

    /// ue(v), §9.1.
    private long exponential() {
        int leading = 0;
        while (!cut && bits(1) == 0) {
            if (++leading > MAX_LEADING_ZEROS) {
                cut = true;
            }
        }
        return cut ? 0 : (1L << leading) - 1 + (bits(leading) & 0xFFFF_FFFFL);
    }

    private int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (bitsLeft == 0 && !nextByte()) {
                cut = true;
                return 0;
            }
            value = (value << 1) | ((current >>> --bitsLeft) & 1);
        }
        return value;
    }

    /// §7.4.1: a 3 behind two zeros is not part of the data.
    private boolean nextByte() {
        if (position < end && zeros >= 2 && buffer.get(position) == 3) {
            position++;
            zeros = 0;
        }
        if (position >= end) {
            return false;
        }
        current = buffer.get(position++) & 0xFF;
        zeros = current == 0 ? zeros + 1 : 0;
        bitsLeft = 8;
        return true;
    }
}
