package io.freshet.sdk.desktop;

import io.freshet.sdk.port.I420Picture;

/// A picture with a number in it that survives coding: 16 bits and their complement as blocks.
final class NumberedPicture {
    static final int UNREADABLE = -1;

    private static final int BITS = 16;
    private static final int BLOCK = 32;

    private NumberedPicture() {}

    static I420Picture draw(int width, int height, int number) {
        I420Picture picture = I420Pictures.allocate(width, height);
        for (int at = 0; at < picture.y().capacity(); at++) {
            picture.y().put(at, (byte) 120);
        }
        for (int at = 0; at < picture.u().capacity(); at++) {
            picture.u().put(at, (byte) 128);
            picture.v().put(at, (byte) 128);
        }
        for (int bit = 0; bit < BITS; bit++) {
            boolean set = (number >> bit & 1) != 0;
            fill(picture, bit * BLOCK, 0, set ? 235 : 16);
            fill(picture, bit * BLOCK, BLOCK, set ? 16 : 235);
        }
        return picture;
    }

    private static void fill(I420Picture picture, int left, int top, int value) {
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                picture.y().put(y * picture.strideY() + x, (byte) value);
            }
        }
    }

    static int read(I420Picture picture) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = bit * BLOCK + BLOCK / 2;
            int upper = picture.y().get(BLOCK / 2 * picture.strideY() + x) & 0xff;
            int lower = picture.y().get((BLOCK + BLOCK / 2) * picture.strideY() + x) & 0xff;
            if (Math.abs(upper - lower) < 100) {
                return UNREADABLE;
            }
            number |= upper > lower ? 1 << bit : 0;
        }
        return number;
    }
}
