package io.freshet.sdk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.I420Picture;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RawFrameReaderTest {
    /// Byte orders as in the names of the formats; values after BT.601 with limited range.
    @ParameterizedTest
    @CsvSource({
        "RGBA32, 0, 1, 2, 4",
        "BGRA32, 2, 1, 0, 4",
        "ARGB32, 1, 2, 3, 4",
        "ABGR32, 3, 2, 1, 4",
        "RGB24, 0, 1, 2, 3",
        "BGR24, 2, 1, 0, 3"
    })
    void readsEveryOrderOfRgb(ZegoVideoFrameFormat format, int r, int g, int b, int size) {
        assertPixel(format, r, g, b, size, 255, 255, 255, 235, 128, 128);
        assertPixel(format, r, g, b, size, 0, 0, 0, 16, 128, 128);
        assertPixel(format, r, g, b, size, 255, 0, 0, 82, 90, 240);
        assertPixel(format, r, g, b, size, 0, 255, 0, 145, 54, 34);
        assertPixel(format, r, g, b, size, 0, 0, 255, 41, 240, 110);
    }

    private static void assertPixel(
            ZegoVideoFrameFormat format,
            int r,
            int g,
            int b,
            int size,
            int red,
            int green,
            int blue,
            int y,
            int u,
            int v) {
        ByteBuffer data = ByteBuffer.allocate(size * 6);
        for (int pixel = 0; pixel < 6; pixel++) {
            data.put(pixel * size + r, (byte) red);
            data.put(pixel * size + g, (byte) green);
            data.put(pixel * size + b, (byte) blue);
        }
        I420Picture read = read(data, param(format, 3, 2));
        for (int at = 0; at < 6; at++) {
            assertThat(read.y().get(at) & 0xff).as(format + " y").isCloseTo(y, within1());
        }
        for (int at = 0; at < 2; at++) {
            assertThat(read.u().get(at) & 0xff).as(format + " u").isCloseTo(u, within1());
            assertThat(read.v().get(at) & 0xff).as(format + " v").isCloseTo(v, within1());
        }
    }

    private static org.assertj.core.data.Offset<Integer> within1() {
        return org.assertj.core.data.Offset.offset(1);
    }

    @Test
    void readsI420WithPaddedRowsAndFromThePosition() {
        ZegoVideoFrameParam param = param(ZegoVideoFrameFormat.I420, 3, 3);
        param.strides[0] = 4;
        param.strides[1] = 5;
        param.strides[2] = 3;
        ByteBuffer data = numbered(7 + 12 + 10 + 6);
        data.position(7);
        I420Picture read = read(data, param);
        assertThat(bytes(read.y())).containsExactly(7, 8, 9, 11, 12, 13, 15, 16, 17);
        assertThat(bytes(read.u())).containsExactly(19, 20, 24, 25);
        assertThat(bytes(read.v())).containsExactly(29, 30, 32, 33);
        assertThat(data.position()).isEqualTo(7);
    }

    @Test
    void readsI422TakingEveryOtherChromaRow() {
        I420Picture read = read(numbered(16 + 8 + 8), param(ZegoVideoFrameFormat.I422, 4, 4));
        assertThat(bytes(read.u())).containsExactly(16, 17, 20, 21);
        assertThat(bytes(read.v())).containsExactly(24, 25, 28, 29);
    }

    @Test
    void readsNv12AndNv21() {
        I420Picture nv12 = read(numbered(12), param(ZegoVideoFrameFormat.NV12, 4, 2));
        assertThat(bytes(nv12.u())).containsExactly(8, 10);
        assertThat(bytes(nv12.v())).containsExactly(9, 11);
        I420Picture nv21 = read(numbered(12), param(ZegoVideoFrameFormat.NV21, 4, 2));
        assertThat(bytes(nv21.u())).containsExactly(9, 11);
        assertThat(bytes(nv21.v())).containsExactly(8, 10);
    }

    @ParameterizedTest
    @EnumSource(
            value = ZegoVideoFrameFormat.class,
            names = "UNKNOWN",
            mode = EnumSource.Mode.EXCLUDE)
    void takesExactlyEnoughAndRefusesOneByteLess(ZegoVideoFrameFormat format) {
        ZegoVideoFrameParam param = param(format, 6, 4);
        int bytes =
                switch (format) {
                    case I420, NV12, NV21 -> 36;
                    case I422 -> 48;
                    case RGB24, BGR24 -> 72;
                    default -> 96;
                };
        ByteBuffer data = ByteBuffer.allocate(bytes);
        assertThat(RawFrameReader.check(data, bytes, param)).isZero();
        RawFrameReader.read(data, param, I420Pictures.allocate(6, 4));
        assertThat(RawFrameReader.check(data, bytes - 1, param)).isEqualTo(1000017);
        assertThat(RawFrameReader.check(data, bytes + 1, param)).isEqualTo(1000017);
    }

    @Test
    void refusesImpossibleParameters() {
        ByteBuffer data = ByteBuffer.allocate(10_000);
        assertThat(RawFrameReader.check(data, 10, param(ZegoVideoFrameFormat.UNKNOWN, 2, 2)))
                .isEqualTo(1011010);
        for (int[] size :
                new int[][] {{0, 2}, {2, 0}, {-1, 2}, {2, Integer.MIN_VALUE}, {9000, 1}}) {
            ZegoVideoFrameParam param = param(ZegoVideoFrameFormat.I420, size[0], size[1]);
            assertThat(RawFrameReader.check(data, 10_000, param)).isEqualTo(1000017);
        }
        ZegoVideoFrameParam narrow = param(ZegoVideoFrameFormat.RGBA32, 4, 4);
        narrow.strides[0] = 15;
        assertThat(RawFrameReader.check(data, 10_000, narrow)).isEqualTo(1000017);
        narrow.strides[0] = Integer.MAX_VALUE;
        assertThat(RawFrameReader.check(data, 10_000, narrow)).isEqualTo(1000017);
        ZegoVideoFrameParam askew = param(ZegoVideoFrameFormat.I420, 4, 4);
        askew.rotation = 45;
        assertThat(RawFrameReader.check(data, 10_000, askew)).isEqualTo(1000017);
    }

    @Test
    void showsTheColoursThatWereRead() {
        ByteBuffer data = ByteBuffer.allocate(4 * 4);
        for (int pixel = 0; pixel < 4; pixel++) {
            data.put((byte) 200).put((byte) 100).put((byte) 50).put((byte) 255);
        }
        I420Picture picture = read(data.flip(), param(ZegoVideoFrameFormat.RGBA32, 2, 2));
        int[] pixels = new int[4];
        new RgbWriter().write(picture, pixels);
        for (int pixel : pixels) {
            assertThat(pixel >> 16 & 0xff).isCloseTo(200, org.assertj.core.data.Offset.offset(4));
            assertThat(pixel >> 8 & 0xff).isCloseTo(100, org.assertj.core.data.Offset.offset(4));
            assertThat(pixel & 0xff).isCloseTo(50, org.assertj.core.data.Offset.offset(4));
        }
    }

    @Test
    void turnsPicturesUpright() {
        I420Picture picture = I420Pictures.allocate(3, 2);
        for (int at = 0; at < 6; at++) {
            picture.y().put(at, (byte) at);
        }
        // 0 1 2     3 0
        // 3 4 5 ->  4 1
        //           5 2
        assertThat(bytes(Rotation.upright(picture, 90).y())).containsExactly(3, 0, 4, 1, 5, 2);
        assertThat(bytes(Rotation.upright(picture, 180).y())).containsExactly(5, 4, 3, 2, 1, 0);
        assertThat(bytes(Rotation.upright(picture, 270).y())).containsExactly(2, 5, 1, 4, 0, 3);
        assertThat(bytes(Rotation.upright(picture, -90).y())).containsExactly(2, 5, 1, 4, 0, 3);
        assertThat(Rotation.upright(picture, 360).width()).isEqualTo(3);
    }

    private static I420Picture read(ByteBuffer data, ZegoVideoFrameParam param) {
        assertThat(RawFrameReader.check(data, data.remaining(), param)).isZero();
        I420Picture target = I420Pictures.allocate(param.width, param.height);
        RawFrameReader.read(data, param, target);
        return target;
    }

    private static ZegoVideoFrameParam param(ZegoVideoFrameFormat format, int width, int height) {
        ZegoVideoFrameParam param = new ZegoVideoFrameParam();
        param.format = format;
        param.width = width;
        param.height = height;
        return param;
    }

    private static ByteBuffer numbered(int length) {
        ByteBuffer data = ByteBuffer.allocate(length);
        for (int at = 0; at < length; at++) {
            data.put(at, (byte) at);
        }
        return data;
    }

    private static byte[] bytes(ByteBuffer plane) {
        byte[] bytes = new byte[plane.capacity()];
        plane.get(0, bytes);
        return bytes;
    }
}
