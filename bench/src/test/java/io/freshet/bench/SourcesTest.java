package io.freshet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SourcesTest {
    @Test
    void movesFromFrameToFrameAndFillsAllOfIt() {
        MovingPicture picture = new MovingPicture(322, 182, 30);
        ByteBuffer first = ByteBuffer.allocate(PictureSource.bytes(322, 182));
        ByteBuffer second = ByteBuffer.allocate(PictureSource.bytes(322, 182));
        picture.next(first);
        picture.next(second);
        assertThat(first.array()).doesNotContain((byte) 0);
        assertThat(Arrays.mismatch(first.array(), second.array())).isNotNegative();
    }

    @Test
    void staysInTheRangeOfVideoForever() {
        MovingPicture picture = new MovingPicture(160, 90, 30);
        ByteBuffer frame = ByteBuffer.allocate(PictureSource.bytes(160, 90));
        for (int i = 0; i < 1000; i++) {
            picture.next(frame);
            for (byte value : frame.array()) {
                assertThat(value & 0xff).isBetween(16, 240);
            }
        }
    }

    @Test
    void soundsWithoutStepsBetweenChunks() {
        Tone tone = new Tone();
        ByteBuffer chunk = ByteBuffer.allocate(960).order(ByteOrder.LITTLE_ENDIAN);
        int last = 0;
        int peak = 0;
        for (int i = 0; i < 50; i++) {
            tone.next(chunk);
            for (int at = 0; at < 960; at += 2) {
                int sample = chunk.getShort(at);
                assertThat(Math.abs(sample - last)).isLessThan(6000);
                last = sample;
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        assertThat(peak).isBetween(5000, 6000);
    }
}
