package io.freshet.bench;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.OptionalInt;

/// A clock drawn into the picture and read back from what a viewer decodes: the honest way to
/// measure delay from glass to glass.
///
/// 32 black or white blocks in the top left corner, 16 in each of two rows, each a fortieth of the
/// picture's width wide and high, so that they survive scaling. The first 24 are the time in units
/// of 100 µs, most significant bit first, wrapping after 28 minutes; the last 8 are a checksum
/// (CRC-8, polynomial 0x07) that tells a timecode from a picture. The live page's `timecode.ts`
/// draws and reads the same.
final class Timecode {
    static final int TICK_NS = 100_000;
    static final int TICKS = 1 << 24;

    private static final long TICKS_PER_SECOND = 1_000_000_000 / TICK_NS;
    private static final int BLOCKS = 32;
    private static final int COLUMNS = 16;
    private static final int BLOCKS_ACROSS = 40;
    private static final int BLACK = 16;
    private static final int WHITE = 235;

    /// A block between these means is not readable.
    private static final int DARK = 100;

    private static final int BRIGHT = 155;
    private static final int CHECKSUM_BITS = 8;
    private static final int POLYNOMIAL = 0x07;

    /// Pictures narrower than this cannot carry a timecode.
    static final int MIN_WIDTH = 160;

    private Timecode() {}

    /// The time of day: one clock for all processes of a machine, and the only one a browser
    /// shares.
    static int ticksOf(Instant now) {
        long ticks = now.getEpochSecond() * TICKS_PER_SECOND + now.getNano() / TICK_NS;
        return (int) Math.floorMod(ticks, (long) TICKS);
    }

    /// Time from one reading of the clock to a later one, across the wrap; at most 28 minutes.
    static long elapsedNs(int fromTicks, int toTicks) {
        return (long) Math.floorMod(toTicks - fromTicks, TICKS) * TICK_NS;
    }

    /// Draws into the luma plane; the chroma below should be grey, see [#greyChroma].
    static void draw(ByteBuffer luma, int offset, int stride, int width, int height, int ticks) {
        long bits = (long) ticks << CHECKSUM_BITS | checksum(ticks);
        int size = width / BLOCKS_ACROSS;
        for (int block = 0; block < BLOCKS; block++) {
            boolean set = (bits >> (BLOCKS - 1 - block) & 1) != 0;
            byte value = (byte) (set ? WHITE : BLACK);
            int left = block % COLUMNS * size;
            int top = block / COLUMNS * size;
            for (int y = top; y < Math.min(top + size, height); y++) {
                for (int x = left; x < left + size; x++) {
                    luma.put(offset + y * stride + x, value);
                }
            }
        }
    }

    /// Takes the colour out of the area that [#draw] covers, in one chroma plane.
    static void greyChroma(ByteBuffer chroma, int offset, int stride, int width, int height) {
        int size = width / BLOCKS_ACROSS;
        for (int y = 0; y < Math.min(size, height / 2); y++) {
            for (int x = 0; x < COLUMNS * size / 2; x++) {
                chroma.put(offset + y * stride + x, (byte) 128);
            }
        }
    }

    /// Reads the time from a decoded picture's luma plane.
    ///
    /// @return the ticks, or nothing when there is no readable timecode
    static OptionalInt read(ByteBuffer luma, int offset, int stride, int width, int height) {
        double size = (double) width / BLOCKS_ACROSS;
        if (width < MIN_WIDTH || height < 2 * size) {
            return OptionalInt.empty();
        }
        long bits = 0;
        for (int block = 0; block < BLOCKS; block++) {
            double left = block % COLUMNS * size;
            int row = block / COLUMNS;
            double top = row * size;
            int mean = mean(luma, offset, stride, left, top, size);
            if (mean > DARK && mean < BRIGHT) {
                return OptionalInt.empty();
            }
            bits = bits << 1 | (mean >= BRIGHT ? 1 : 0);
        }
        int ticks = (int) (bits >> CHECKSUM_BITS);
        boolean sound = (bits & 0xff) == checksum(ticks);
        return sound ? OptionalInt.of(ticks) : OptionalInt.empty();
    }

    /// The mean of a block's inner half: its edges blur in coding and scaling.
    private static int mean(
            ByteBuffer luma, int offset, int stride, double left, double top, double size) {
        int fromX = (int) Math.ceil(left + size / 4);
        int toX = (int) Math.floor(left + size * 3 / 4);
        int fromY = (int) Math.ceil(top + size / 4);
        int toY = (int) Math.floor(top + size * 3 / 4);
        int sum = 0;
        int count = 0;
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x <= toX; x++) {
                sum += luma.get(offset + y * stride + x) & 0xff;
                count++;
            }
        }
        return count == 0 ? (DARK + BRIGHT) / 2 : sum / count;
    }

    private static int checksum(int ticks) {
        // Not zero for zero, so that a black picture is no timecode.
        int crc = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            crc ^= ticks >> shift & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? (crc << 1 ^ POLYNOMIAL) & 0xff : crc << 1;
            }
        }
        return crc;
    }
}
