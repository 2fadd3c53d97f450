package io.freshet.media.rtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

class PictureSizeReaderFuzzTest {
    private static final Codec[] CODECS = Codec.values();

    @FuzzTest
    void staysInsideThePayloadOfEveryCodec(byte[] bytes) {
        for (Codec codec : CODECS) {
            long alone = read(codec, ByteBuffer.wrap(bytes), 0, bytes.length);
            ByteBuffer surrounded = ByteBuffer.allocate(bytes.length + 16);
            for (int i = 0; i < surrounded.capacity(); i++) {
                surrounded.put(i, (byte) 0xFF);
            }
            surrounded.put(8, bytes);
            if (alone != read(codec, surrounded, 8, bytes.length)) {
                throw new AssertionError(codec + " depends on bytes outside the payload");
            }
        }
    }

    private static long read(Codec codec, ByteBuffer buffer, int offset, int length) {
        var reader = new PictureSizeReader();
        if (!reader.tryRead(codec, buffer, offset, length)) {
            return 0;
        }
        if (reader.width() < 1 || reader.height() < 1) {
            throw new AssertionError(codec + " has no size");
        }
        return ((long) reader.width() << 32) | reader.height();
    }
}
