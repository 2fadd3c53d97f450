package io.freshet.sdk.desktop;

import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.I420Picture;
import java.nio.ByteBuffer;

/// Reads the raw picture formats of custom video capture into I420. RGB becomes BT.601 with limited
/// range, which is what WebRTC receivers assume.
///
/// A stride of 0 means rows without padding. Packed formats and I420's planes may be padded; the
/// planes follow each other without gaps.
final class RawFrameReader {
    /// Pictures beyond this many pixels on a side are refused.
    static final int MAX_SIDE = 8192;

    static final int OK = 0;

    /// CustomVideoIONotSupportedFormat.
    static final int UNSUPPORTED_FORMAT = 1011010;

    /// CommonIllegalParam: sizes, strides or the data's length do not fit together.
    static final int ILLEGAL_PARAMETER = 1000017;

    private RawFrameReader() {}

    /// Checks a frame before anything is allocated for it.
    ///
    /// @return 0, [#UNSUPPORTED_FORMAT] or [#ILLEGAL_PARAMETER]
    static int check(ByteBuffer data, int dataLength, ZegoVideoFrameParam param) {
        int bytesPerPixel = bytesPerPixel(param.format);
        if (bytesPerPixel < 0) {
            return UNSUPPORTED_FORMAT;
        }
        boolean sized =
                param.width > 0
                        && param.height > 0
                        && param.width <= MAX_SIDE
                        && param.height <= MAX_SIDE
                        && param.rotation % 90 == 0;
        if (!sized || dataLength > data.remaining()) {
            return ILLEGAL_PARAMETER;
        }
        long needed = 0;
        for (int plane = 0; plane < planes(param.format); plane++) {
            int minimum = minimumStride(param, plane);
            int stride = stride(param, plane);
            if (stride < minimum || stride > 4 * MAX_SIDE * 2) {
                return ILLEGAL_PARAMETER;
            }
            int rows = rows(param, plane);
            needed += (long) stride * (rows - 1) + minimum;
            if (plane < planes(param.format) - 1) {
                needed += stride - minimum;
            }
        }
        return needed <= dataLength ? OK : ILLEGAL_PARAMETER;
    }

    /// Converts a frame that passed [#check]; the target has the frame's size.
    static void read(ByteBuffer data, ZegoVideoFrameParam param, I420Picture target) {
        switch (param.format) {
            case I420 -> readPlanar(data, param, target, false);
            case I422 -> readPlanar(data, param, target, true);
            case NV12 -> readSemiPlanar(data, param, target, 0, 1);
            case NV21 -> readSemiPlanar(data, param, target, 1, 0);
            case BGRA32 -> readRgb(data, param, target, 4, 2, 1, 0);
            case RGBA32 -> readRgb(data, param, target, 4, 0, 1, 2);
            case ARGB32 -> readRgb(data, param, target, 4, 1, 2, 3);
            case ABGR32 -> readRgb(data, param, target, 4, 3, 2, 1);
            case BGR24 -> readRgb(data, param, target, 3, 2, 1, 0);
            case RGB24 -> readRgb(data, param, target, 3, 0, 1, 2);
            default -> throw new IllegalArgumentException("format " + param.format);
        }
    }

    private static int bytesPerPixel(ZegoVideoFrameFormat format) {
        return switch (format) {
            case I420, I422, NV12, NV21 -> 1;
            case BGR24, RGB24 -> 3;
            case BGRA32, RGBA32, ARGB32, ABGR32 -> 4;
            default -> -1;
        };
    }

    private static int planes(ZegoVideoFrameFormat format) {
        return switch (format) {
            case I420, I422 -> 3;
            case NV12, NV21 -> 2;
            default -> 1;
        };
    }

    private static int minimumStride(ZegoVideoFrameParam param, int plane) {
        if (plane == 0) {
            return param.width * bytesPerPixel(param.format);
        }
        int chromaWidth = I420Picture.chroma(param.width);
        return planes(param.format) == 2 ? 2 * chromaWidth : chromaWidth;
    }

    private static int stride(ZegoVideoFrameParam param, int plane) {
        return param.strides[plane] == 0 ? minimumStride(param, plane) : param.strides[plane];
    }

    private static int rows(ZegoVideoFrameParam param, int plane) {
        boolean full = plane == 0 || param.format == ZegoVideoFrameFormat.I422;
        return full ? param.height : I420Picture.chroma(param.height);
    }

    private static void readPlanar(
            ByteBuffer data, ZegoVideoFrameParam param, I420Picture target, boolean everyOtherRow) {
        int base = data.position();
        int step = everyOtherRow ? 2 : 1;
        copy(data, base, stride(param, 0), target.y(), target.strideY(), param.width, param.height);
        base += stride(param, 0) * rows(param, 0);
        int width = target.chromaWidth();
        int height = target.chromaHeight();
        copy(data, base, stride(param, 1) * step, target.u(), target.strideU(), width, height);
        base += stride(param, 1) * rows(param, 1);
        copy(data, base, stride(param, 2) * step, target.v(), target.strideV(), width, height);
    }

    private static void copy(
            ByteBuffer from,
            int base,
            int stride,
            ByteBuffer to,
            int toStride,
            int width,
            int height) {
        for (int row = 0; row < height; row++) {
            to.put(row * toStride, from, base + row * stride, width);
        }
    }

    private static void readSemiPlanar(
            ByteBuffer data, ZegoVideoFrameParam param, I420Picture target, int uAt, int vAt) {
        int base = data.position();
        copy(data, base, stride(param, 0), target.y(), target.strideY(), param.width, param.height);
        base += stride(param, 0) * param.height;
        int width = target.chromaWidth();
        byte[] pairs = new byte[2 * width];
        byte[] single = new byte[width];
        for (int row = 0; row < target.chromaHeight(); row++) {
            data.get(base + row * stride(param, 1), pairs);
            pick(pairs, uAt, single);
            target.u().put(row * target.strideU(), single);
            pick(pairs, vAt, single);
            target.v().put(row * target.strideV(), single);
        }
    }

    private static void pick(byte[] pairs, int at, byte[] single) {
        for (int column = 0; column < single.length; column++) {
            single[column] = pairs[2 * column + at];
        }
    }

    private static void readRgb(
            ByteBuffer data,
            ZegoVideoFrameParam param,
            I420Picture target,
            int size,
            int r,
            int g,
            int b) {
        int width = param.width;
        int height = param.height;
        int stride = stride(param, 0);
        byte[][] rows = {new byte[width * size], new byte[width * size]};
        byte[] luma = new byte[width];
        byte[] chromaU = new byte[target.chromaWidth()];
        byte[] chromaV = new byte[target.chromaWidth()];
        for (int row = 0; row < height; row += 2) {
            int second = Math.min(row + 1, height - 1);
            data.get(data.position() + row * stride, rows[0]);
            data.get(data.position() + second * stride, rows[1]);
            for (int line = row; line <= second; line++) {
                byte[] pixels = rows[line - row];
                for (int column = 0, at = 0; column < width; column++, at += size) {
                    int red = pixels[at + r] & 0xff;
                    int green = pixels[at + g] & 0xff;
                    int blue = pixels[at + b] & 0xff;
                    luma[column] = (byte) ((66 * red + 129 * green + 25 * blue + 4224) >> 8);
                }
                target.y().put(line * target.strideY(), luma);
            }
            for (int column = 0; column < chromaU.length; column++) {
                int left = 2 * column * size;
                int right = Math.min(2 * column + 1, width - 1) * size;
                int red = sum(rows, left + r, right + r);
                int green = sum(rows, left + g, right + g);
                int blue = sum(rows, left + b, right + b);
                // Sums of four samples: two more bits to shift out.
                chromaU[column] = (byte) ((-38 * red - 74 * green + 112 * blue + 131584) >> 10);
                chromaV[column] = (byte) ((112 * red - 94 * green - 18 * blue + 131584) >> 10);
            }
            target.u().put(row / 2 * target.strideU(), chromaU);
            target.v().put(row / 2 * target.strideV(), chromaV);
        }
    }

    private static int sum(byte[][] rows, int left, int right) {
        return (rows[0][left] & 0xff)
                + (rows[0][right] & 0xff)
                + (rows[1][left] & 0xff)
                + (rows[1][right] & 0xff);
    }
}
