package io.freshet.bench;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The size of a picture, written as in 1280x720.
record Picture(int width, int height) {
    private static final int MAX_SIDE = 4096;

    @Override
    public String toString() {
        return width + "x" + height;
    }

    static final class Converter implements ITypeConverter<Picture> {
        @Override
        public Picture convert(String text) {
            String[] sides = text.split("x", -1);
            try {
                int width = Integer.parseInt(sides[0]);
                int height = Integer.parseInt(sides[sides.length - 1]);
                boolean usable =
                        sides.length == 2
                                && width >= Timecode.MIN_WIDTH
                                && height >= Timecode.MIN_WIDTH / 2
                                && width <= MAX_SIDE
                                && height <= MAX_SIDE
                                && width % 2 == 0
                                && height % 2 == 0;
                if (usable) {
                    return new Picture(width, height);
                }
            } catch (NumberFormatException notANumber) {
                throw problem(text);
            }
            throw problem(text);
        }

        private static TypeConversionException problem(String text) {
            return new TypeConversionException(
                    "'"
                            + text
                            + "' is not an even size from 160x80 to 4096x4096, such as 1280x720");
        }
    }
}
