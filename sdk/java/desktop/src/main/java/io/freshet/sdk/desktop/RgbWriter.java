package io.freshet.sdk.desktop;

import io.freshet.sdk.port.I420Picture;

/// Turns I420 (BT.601, limited range) into the packed pixels of a `BufferedImage` of TYPE_INT_RGB.
final class RgbWriter {
    private byte[] rowY = new byte[0];
    private byte[] rowU = new byte[0];
    private byte[] rowV = new byte[0];

    /// Writes the picture row by row.
    ///
    /// @param pixels at least width times height of the picture
    void write(I420Picture picture, int[] pixels) {
        int width = picture.width();
        int chromaWidth = picture.chromaWidth();
        if (rowY.length != width) {
            rowY = new byte[width];
            rowU = new byte[chromaWidth];
            rowV = new byte[chromaWidth];
        }
        for (int row = 0; row < picture.height(); row++) {
            picture.y().get(row * picture.strideY(), rowY);
            if (row % 2 == 0) {
                picture.u().get(row / 2 * picture.strideU(), rowU);
                picture.v().get(row / 2 * picture.strideV(), rowV);
            }
            int at = row * width;
            for (int column = 0; column < width; column++) {
                int luma = 298 * ((rowY[column] & 0xff) - 16) + 128;
                int u = (rowU[column >> 1] & 0xff) - 128;
                int v = (rowV[column >> 1] & 0xff) - 128;
                int red = clamp((luma + 409 * v) >> 8);
                int green = clamp((luma - 100 * u - 208 * v) >> 8);
                int blue = clamp((luma + 516 * u) >> 8);
                pixels[at + column] = red << 16 | green << 8 | blue;
            }
        }
    }

    private static int clamp(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }
}
