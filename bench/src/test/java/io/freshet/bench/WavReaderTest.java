package io.freshet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavReaderTest {
    @TempDir private Path folder;

    @Test
    void readsSamplesAndBeginsAgain() throws IOException {
        WavReader reader =
                WavReader.open(file(wav(1, 2, 44_100, 16, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})));
        assertThat(reader.sampleRate()).isEqualTo(44_100);
        assertThat(reader.channels()).isEqualTo(2);
        ByteBuffer pcm = ByteBuffer.allocate(12);
        reader.next(pcm);
        assertThat(pcm.array()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4);
        reader.next(pcm);
        assertThat(pcm.get(0)).isEqualTo((byte) 5);
    }

    @Test
    void skipsOtherChunksAndLeavesAnIncompleteSampleOut() throws IOException {
        byte[] plain = wav(1, 1, 48_000, 16, new byte[] {9, 9, 9});
        ByteBuffer odd = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        // A chunk of three bytes is padded to four.
        odd.put(plain, 0, 12).put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(3).putInt(0);
        odd.put(plain, 12, plain.length - 12);
        WavReader reader = WavReader.open(file(odd.array()));
        ByteBuffer pcm = ByteBuffer.allocate(4);
        reader.next(pcm);
        assertThat(pcm.array()).containsExactly(9, 9, 9, 9);
    }

    @Test
    void readsADataChunkThatPromisesMoreThanThereIs() throws IOException {
        byte[] wav = wav(1, 1, 48_000, 16, new byte[] {1, 1});
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);
        assertThat(WavReader.open(file(wav)).channels()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrong() {
        byte[] sound = {1, 2, 3, 4};
        refused(new byte[0], "is not a WAV file");
        refused("OggS and some more".getBytes(StandardCharsets.US_ASCII), "is not a WAV file");
        refused(wav(3, 1, 48_000, 32, sound), "not 16-bit PCM");
        refused(wav(1, 1, 48_000, 8, sound), "not 16-bit PCM");
        refused(wav(1, 6, 48_000, 16, sound), "6 channels");
        refused(wav(1, 1, 96_000, 16, sound), "96000 samples a second");
        refused(wav(1, 1, 48_000, 16, new byte[0]), "no sound");
        refused(Arrays.copyOf(wav(1, 1, 48_000, 16, sound), 36), "no sound");
        refused(Arrays.copyOf(wav(1, 1, 48_000, 16, sound), 30), "broken description");
    }

    private void refused(byte[] content, String sentence) {
        assertThatThrownBy(() -> WavReader.open(file(content)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] wav(int format, int channels, int rate, int bits, byte[] sound) {
        ByteBuffer wav = ByteBuffer.allocate(44 + sound.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + sound.length);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) format).putShort((short) channels).putInt(rate);
        wav.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
        wav.putShort((short) bits).put("data".getBytes(StandardCharsets.US_ASCII));
        return wav.putInt(sound.length).put(sound).array();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "sound", ".wav"), content);
    }
}
