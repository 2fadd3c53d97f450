package io.freshet.media.rtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

class KeyframeDetectorFuzzTest {
    private static final Codec[] CODECS = Codec.values();

    @FuzzTest
    void staysInsideThePayloadOfEveryCodec(byte[] bytes) {
        for (Codec codec : CODECS) {
            boolean alone =
                    KeyframeDetector.isKeyframeStart(
                            codec, ByteBuffer.wrap(bytes), 0, bytes.length);
            ByteBuffer surrounded = ByteBuffer.allocate(bytes.length + 16);
            for (int i = 0; i < surrounded.capacity(); i++) {
                surrounded.put(i, (byte) 0xFF);
            }
            surrounded.put(8, bytes);
            if (alone != KeyframeDetector.isKeyframeStart(codec, surrounded, 8, bytes.length)) {
                throw new AssertionError(codec + " depends on bytes outside the payload");
            }
        }
    }
}
