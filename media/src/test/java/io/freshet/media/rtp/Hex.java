package io.freshet.media.rtp;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Packets written as hex, with blanks and line ends where they help reading.
public final class Hex {
    private Hex() {}

    public static ByteBuffer parse(String text) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(text.replaceAll("\\s", "")));
    }

    public static String format(ByteBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.get(offset, bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
