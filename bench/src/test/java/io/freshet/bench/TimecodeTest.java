package io.freshet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimecodeTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 65_535, 65_536, 0x555555, 0xaaaaaa, Timecode.TICKS - 1})
    void readsWhatWasDrawn(int ticks) {
        assertThat(read(drawn(WIDTH, HEIGHT, ticks), WIDTH, HEIGHT)).hasValue(ticks);
    }

    @ParameterizedTest
    @CsvSource({"640,360", "320,180", "960,540", "1920,1080", "854,480", "426,240", "160,90"})
    void survivesScaling(int width, int height) {
        ByteBuffer scaled = scale(drawn(WIDTH, HEIGHT, 123_456), width, height);
        assertThat(read(scaled, width, height)).hasValue(123_456);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40, 70})
    void survivesNoise(int amplitude) {
        Random random = new Random(amplitude);
        ByteBuffer luma = drawn(WIDTH, HEIGHT, 9_999_999);
        for (int at = 0; at < luma.capacity(); at++) {
            int value = (luma.get(at) & 0xff) + random.nextInt(2 * amplitude + 1) - amplitude;
            luma.put(at, (byte) Math.clamp(value, 0, 255));
        }
        assertThat(read(luma, WIDTH, HEIGHT)).hasValue(9_999_999);
    }

    @Test
    void hasTheBlocksThatThePageDraws() {
        // timecode.test.ts has the same picture.
        ByteBuffer luma = ByteBuffer.allocate(160 * 90);
        Timecode.draw(luma, 0, 160, 160, 90, 0x123456);
        var blocks = new StringBuilder();
        for (int block = 0; block < 32; block++) {
            int at = (block / 16 * 4 + 2) * 160 + block % 16 * 4 + 2;
            blocks.append((luma.get(at) & 0xff) > 128 ? '1' : '0');
        }
        assertThat(blocks).hasToString("0001001000110100" + "0101011001010111");
    }

    @Test
    void rejectsPicturesWithoutTimecode() {
        Random random = new Random(1);
        int accepted = 0;
        for (int i = 0; i < 500; i++) {
            // Blocks like those of a timecode, but of random content: the checksum's work.
            ByteBuffer luma = drawn(640, 360, 0);
            int size = 640 / 40;
            for (int block = 0; block < 32; block++) {
                byte value = (byte) (random.nextBoolean() ? 235 : 16);
                for (int y = 0; y < size; y++) {
                    for (int x = 0; x < size; x++) {
                        int at = (block / 16 * size + y) * 640 + block % 16 * size + x;
                        luma.put(at, value);
                    }
                }
            }
            accepted += read(luma, 640, 360).isPresent() ? 1 : 0;
        }
        assertThat(accepted).as("of 500, one in 256 by chance").isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 128, 235, 255})
    void rejectsEvenPictures(int value) {
        ByteBuffer luma = ByteBuffer.allocate(WIDTH * HEIGHT);
        for (int at = 0; at < luma.capacity(); at++) {
            luma.put(at, (byte) value);
        }
        assertThat(read(luma, WIDTH, HEIGHT)).isEmpty();
    }

    @Test
    void rejectsOneFlippedBlock() {
        for (int block = 0; block < 32; block++) {
            ByteBuffer luma = drawn(WIDTH, HEIGHT, 4_711);
            int size = WIDTH / 40;
            int left = block % 16 * size;
            int top = block / 16 * size;
            for (int y = top; y < top + size; y++) {
                for (int x = left; x < left + size; x++) {
                    luma.put(y * WIDTH + x, (byte) (251 - (luma.get(y * WIDTH + x) & 0xff)));
                }
            }
            assertThat(read(luma, WIDTH, HEIGHT)).as("block %d", block).isEmpty();
        }
    }

    @Test
    void rejectsPicturesTooSmallForIt() {
        assertThat(read(ByteBuffer.allocate(80 * 45), 80, 45)).isEmpty();
        assertThat(read(ByteBuffer.allocate(640 * 8), 640, 8)).isEmpty();
    }

    @Test
    void readsAtOffsetAndStride() {
        int stride = WIDTH + 64;
        ByteBuffer luma = ByteBuffer.allocate(100 + stride * HEIGHT);
        Timecode.draw(luma, 100, stride, WIDTH, HEIGHT, 77);
        assertThat(Timecode.read(luma, 100, stride, WIDTH, HEIGHT)).hasValue(77);
    }

    @Test
    void measuresAcrossTheWrap() {
        assertThat(Timecode.elapsedNs(Timecode.TICKS - 1, 1)).isEqualTo(2L * Timecode.TICK_NS);
        assertThat(Timecode.elapsedNs(5, 5)).isZero();
        long now = (long) Timecode.TICKS * Timecode.TICK_NS * 3 + 12 * Timecode.TICK_NS;
        assertThat(Timecode.ticksOf(Instant.EPOCH.plusNanos(now))).isEqualTo(12);
        assertThat(Timecode.ticksOf(Instant.EPOCH.minusNanos(1))).isBetween(0, Timecode.TICKS - 1);
    }

    private static java.util.OptionalInt read(ByteBuffer luma, int width, int height) {
        return Timecode.read(luma, 0, width, width, height);
    }

    private static ByteBuffer drawn(int width, int height, int ticks) {
        ByteBuffer i420 = ByteBuffer.allocate(PictureSource.bytes(width, height));
        new MovingPicture(width, height, 30).next(i420);
        Timecode.draw(i420, 0, width, width, height, ticks);
        return ByteBuffer.wrap(java.util.Arrays.copyOf(i420.array(), width * height));
    }

    /// Bilinear, as encoders and decoders do it.
    private static ByteBuffer scale(ByteBuffer luma, int width, int height) {
        ByteBuffer scaled = ByteBuffer.allocate(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sourceX = Math.clamp((x + 0.5) * WIDTH / width - 0.5, 0, WIDTH - 1.001);
                double sourceY = Math.clamp((y + 0.5) * HEIGHT / height - 0.5, 0, HEIGHT - 1.001);
                int left = (int) sourceX;
                int top = (int) sourceY;
                double right = sourceX - left;
                double bottom = sourceY - top;
                double upper = at(luma, left, top) * (1 - right) + at(luma, left + 1, top) * right;
                double lower =
                        at(luma, left, top + 1) * (1 - right) + at(luma, left + 1, top + 1) * right;
                scaled.put(y * width + x, (byte) Math.round(upper * (1 - bottom) + lower * bottom));
            }
        }
        return scaled;
    }

    private static int at(ByteBuffer luma, int x, int y) {
        return luma.get(y * WIDTH + x) & 0xff;
    }
}
