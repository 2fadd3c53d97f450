package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.media.video.I420Buffer;
import java.nio.ByteBuffer;

/// The three planes of a picture, wherever they are. Absolute access only: the buffers' positions
/// are not used and not changed. Odd sizes have rounded-up chroma planes.
record I420View(
        ByteBuffer y,
        int strideY,
        ByteBuffer u,
        int strideU,
        ByteBuffer v,
        int strideV,
        int width,
        int height) {

    static I420View of(I420Buffer buffer) {
        return new I420View(
                buffer.getDataY(),
                buffer.getStrideY(),
                buffer.getDataU(),
                buffer.getStrideU(),
                buffer.getDataV(),
                buffer.getStrideV(),
                buffer.getWidth(),
                buffer.getHeight());
    }

    static I420View allocate(int width, int height) {
        int chromaWidth = chroma(width);
        int chromaHeight = chroma(height);
        return new I420View(
                ByteBuffer.allocateDirect(width * height),
                width,
                ByteBuffer.allocateDirect(chromaWidth * chromaHeight),
                chromaWidth,
                ByteBuffer.allocateDirect(chromaWidth * chromaHeight),
                chromaWidth,
                width,
                height);
    }

    int chromaWidth() {
        return chroma(width);
    }

    int chromaHeight() {
        return chroma(height);
    }

    /// The size of a plane of half resolution.
    static int chroma(int size) {
        return (size + 1) / 2;
    }

    /// Writes this picture, turned clockwise, into another of the fitting size.
    ///
    /// @param rotation 0, 90, 180 or 270 degrees
    void rotateInto(I420View target, int rotation) {
        rotate(y, strideY, width, height, target.y, target.strideY, rotation);
        rotate(u, strideU, chromaWidth(), chromaHeight(), target.u, target.strideU, rotation);
        rotate(v, strideV, chromaWidth(), chromaHeight(), target.v, target.strideV, rotation);
    }

    private static void rotate(
            ByteBuffer from,
            int stride,
            int width,
            int height,
            ByteBuffer to,
            int toStride,
            int rotation) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                byte value = from.get(row * stride + column);
                switch (rotation) {
                    case 0 -> to.put(row * toStride + column, value);
                    case 90 -> to.put(column * toStride + height - 1 - row, value);
                    case 180 -> to.put((height - 1 - row) * toStride + width - 1 - column, value);
                    case 270 -> to.put((width - 1 - column) * toStride + row, value);
                    default -> throw new IllegalArgumentException("rotation " + rotation);
                }
            }
        }
    }
}
