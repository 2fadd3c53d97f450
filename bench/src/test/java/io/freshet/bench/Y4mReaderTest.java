package io.freshet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Y4mReaderTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"", " C420", " C420jpeg", " C420mpeg2", " C420paldv", " Ip A1:1 XNOTE=a"})
    void readsEightBit420(String parameters) throws IOException {
        Path file = file("YUV4MPEG2 W4 H2 F25:1" + parameters + "\n", frames("FRAME\n", 12, 3));
        try (Y4mReader reader = Y4mReader.open(file)) {
            assertThat(reader.width()).isEqualTo(4);
            assertThat(reader.height()).isEqualTo(2);
            assertThat(reader.framesPerSecond()).isEqualTo(25);
            ByteBuffer frame = ByteBuffer.allocate(12);
            reader.next(frame);
            assertThat(frame.get(0)).isEqualTo((byte) 0);
            reader.next(frame);
            assertThat(frame.get(11)).isEqualTo((byte) 1);
        }
    }

    @Test
    void beginsAgainAtTheEnd() throws IOException {
        Path file = file("YUV4MPEG2 W4 H2 F30000:1001\n", frames("FRAME Ip\n", 12, 2));
        try (Y4mReader reader = Y4mReader.open(file)) {
            assertThat(reader.framesPerSecond()).isBetween(29.96, 29.98);
            ByteBuffer frame = ByteBuffer.allocate(12);
            for (int i = 0; i < 7; i++) {
                reader.next(frame);
                assertThat(frame.get(0)).isEqualTo((byte) (i % 2));
            }
        }
    }

    @Test
    void readsOddSizesWithRoundedUpChroma() throws IOException {
        Path file = file("YUV4MPEG2 W3 H3 F30:1\n", frames("FRAME\n", 9 + 4 + 4, 1));
        try (Y4mReader reader = Y4mReader.open(file)) {
            reader.next(ByteBuffer.allocate(17));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "RIFF|is not a Y4M file",
                "YUV4MPEG2 W4 H2 F30:1 C444|C444",
                "YUV4MPEG2 W4 H2 F30:1 C420p10|8-bit 4:2:0",
                "YUV4MPEG2 W4 F30:1|no usable picture size",
                "YUV4MPEG2 W-4 H2 F30:1|no usable picture size",
                "YUV4MPEG2 W99999 H2 F30:1|no usable picture size",
                "YUV4MPEG2 Wx H2 F30:1|'x' where a number should be",
                "YUV4MPEG2 W4 H2 F30|not a fraction",
                "YUV4MPEG2 W4 H2 F1:0|frame rate",
                "YUV4MPEG2 W4 H2 F0:1|frame rate"
            })
    void saysWhatIsWrongWithTheHeader(String header, String sentence) throws IOException {
        Path file = file(header + "\n", new byte[0]);
        assertThatThrownBy(() -> Y4mReader.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(file.toString());
    }

    @Test
    void saysWhatIsWrongWithFrames() throws IOException {
        String header = "YUV4MPEG2 W4 H2 F30:1\n";
        assertThatThrownBy(() -> readOne(file(header, new byte[0])))
                .hasMessageContaining("no frames");
        assertThatThrownBy(() -> readOne(file(header, frames("FRAME\n", 11, 1))))
                .hasMessageContaining("middle of a frame");
        assertThatThrownBy(() -> readOne(file(header, frames("FRAMES\n", 12, 1))))
                .hasMessageContaining("other than a frame");
        assertThatThrownBy(() -> readOne(file(header, new byte[5000])))
                .hasMessageContaining("no line end");
        assertThatThrownBy(() -> readOne(file("", new byte[0]))).hasMessageContaining("not a Y4M");
        assertThatThrownBy(() -> readOne(folder.resolve("absent.y4m")))
                .isInstanceOf(IOException.class);
    }

    private static void readOne(Path file) throws IOException {
        try (Y4mReader reader = Y4mReader.open(file)) {
            reader.next(ByteBuffer.allocate(12));
        }
    }

    private static byte[] frames(String head, int bytes, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int frame = 0; frame < count; frame++) {
            out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < bytes; i++) {
                out.write(frame);
            }
        }
        return out.toByteArray();
    }

    private Path file(String header, byte[] body) throws IOException {
        Path file = Files.createTempFile(folder, "clip", ".y4m");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        Files.write(file, out.toByteArray());
        return file;
    }
}
