package io.freshet.sdk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcmFramerTest {
    private final PcmFramer framer = new PcmFramer();
    private final List<byte[]> frames = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"8000,1,160", "16000,2,640", "44100,1,882", "48000,1,960", "48000,2,1920"})
    void cutsAnyChunksIntoTenMilliseconds(int rate, int channels, int frameBytes) {
        Random random = new Random(rate);
        byte[] sound = new byte[frameBytes * 10];
        random.nextBytes(sound);
        int at = 0;
        while (at < sound.length) {
            int length =
                    Math.min(2 * channels * (1 + random.nextInt(frameBytes)), sound.length - at);
            assertThat(push(ByteBuffer.wrap(sound, at, length), length, rate, channels)).isTrue();
            at += length;
        }
        assertThat(frames).hasSize(10).allSatisfy(frame -> assertThat(frame).hasSize(frameBytes));
        ByteBuffer joined = ByteBuffer.allocate(sound.length);
        frames.forEach(joined::put);
        assertThat(joined.array()).isEqualTo(sound);
        assertThat(kinds).containsOnly(rate + " " + channels + " " + rate / 100);
    }

    @Test
    void doublesSamplesWhereTenMillisecondsAreNotWhole() {
        ByteBuffer sound = ByteBuffer.allocate(882).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < 441; sample++) {
            sound.putShort(2 * sample, (short) sample);
        }
        assertThat(push(sound, 882, 22_050, 1)).isTrue();
        assertThat(kinds).containsExactly("44100 1 441", "44100 1 441");
        ByteBuffer first = ByteBuffer.wrap(frames.getFirst()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(first.getShort(0)).isEqualTo((short) 0);
        assertThat(first.getShort(2)).isEqualTo((short) 0);
        assertThat(first.getShort(4)).isEqualTo((short) 1);
    }

    @Test
    void startsAfreshWithAnotherRate() {
        push(ByteBuffer.allocate(100), 100, 48_000, 1);
        push(ByteBuffer.allocate(320), 320, 16_000, 1);
        assertThat(kinds).containsExactly("16000 1 160");
    }

    @Test
    void refusesWhatMakesNoSense() {
        ByteBuffer sound = ByteBuffer.allocate(400_000);
        assertThat(push(sound, 1, 48_000, 1)).isFalse();
        assertThat(push(sound, 2, 48_000, 2)).isFalse();
        assertThat(push(sound, -2, 48_000, 1)).isFalse();
        assertThat(push(sound, 960, 0, 1)).isFalse();
        assertThat(push(sound, 960, 11_025, 1)).isFalse();
        assertThat(push(sound, 960, 48_000, 3)).isFalse();
        assertThat(push(sound, 96_002, 48_000, 1)).isFalse();
        assertThat(push(ByteBuffer.allocate(10), 12, 48_000, 1)).isFalse();
        assertThat(frames).isEmpty();
    }

    private boolean push(ByteBuffer data, int length, int rate, int channels) {
        return framer.push(
                data,
                length,
                rate,
                channels,
                (frame, frameRate, frameChannels, samples) -> {
                    frames.add(frame.clone());
                    kinds.add(frameRate + " " + frameChannels + " " + samples);
                });
    }
}
