package io.freshet.sdk.desktop;

import io.freshet.sdk.port.I420Picture;
import java.nio.ByteBuffer;

/// Turning pictures upright. Rare on the desktop, so it is written for clarity.
final class Rotation {
    private Rotation() {}

    /// A copy of the picture as it is to be seen.
    ///
    /// @param rotation clockwise, a multiple of 90 degrees
    static I420Picture upright(I420Picture picture, int rotation) {
        int turn = Math.floorMod(rotation, 360);
        boolean sideways = turn == 90 || turn == 270;
        I420Picture target =
                sideways
                        ? I420Pictures.allocate(picture.height(), picture.width())
                        : I420Pictures.allocate(picture.width(), picture.height());
        copy(picture, target, turn);
        return target;
    }

    /// Writes a picture, turned clockwise, into another of the fitting size.
    ///
    /// @param rotation 0, 90, 180 or 270 degrees
    static void copy(I420Picture from, I420Picture to, int rotation) {
        int width = from.chromaWidth();
        int height = from.chromaHeight();
        rotate(
                from.y(),
                from.strideY(),
                from.width(),
                from.height(),
                to.y(),
                to.strideY(),
                rotation);
        rotate(from.u(), from.strideU(), width, height, to.u(), to.strideU(), rotation);
        rotate(from.v(), from.strideV(), width, height, to.v(), to.strideV(), rotation);
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
