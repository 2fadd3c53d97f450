package io.freshet.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Reads a WAV file with 16-bit PCM, again from the start when it ends. The file is kept in memory.
final class WavReader implements SoundSource {
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xfffe;
    private static final long MAX_BYTES = 512L << 20;
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final Set<Integer> RATES =
            Set.of(8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);

    private final Path file;
    private int sampleRate;
    private int channels;
    private byte[] samples = new byte[0];
    private int at;

    private WavReader(Path file) {
        this.file = file;
    }

    /// Opens and reads a file.
    ///
    /// @throws IOException with a sentence saying what is wrong with the file
    static WavReader open(Path file) throws IOException {
        WavReader reader = new WavReader(file);
        if (Files.size(file) > MAX_BYTES) {
            throw reader.problem("is larger than 512 MB");
        }
        reader.read(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
        return reader;
    }

    private void read(ByteBuffer bytes) throws IOException {
        if (bytes.limit() < RIFF_HEADER
                || !tag(bytes, 0).equals("RIFF")
                || !tag(bytes, 8).equals("WAVE")) {
            throw problem("is not a WAV file");
        }
        int chunk = RIFF_HEADER;
        while (chunk + CHUNK_HEADER <= bytes.limit()) {
            String name = tag(bytes, chunk);
            long length = bytes.getInt(chunk + 4) & 0xffff_ffffL;
            int body = chunk + CHUNK_HEADER;
            int present = (int) Math.min(length, bytes.limit() - body);
            if (name.equals("fmt ")) {
                readFormat(bytes, body, present);
            } else if (name.equals("data")) {
                readData(bytes, body, present);
                return;
            }
            // Chunks are padded to an even length.
            long next = body + length + (length & 1);
            if (next > bytes.limit()) {
                break;
            }
            chunk = (int) next;
        }
        throw problem("has no sound in it");
    }

    private void readFormat(ByteBuffer bytes, int body, int length) throws IOException {
        if (length < 16) {
            throw problem("has a broken description of its format");
        }
        int format = bytes.getShort(body) & 0xffff;
        if (format == EXTENSIBLE && length >= 26) {
            format = bytes.getShort(body + 24) & 0xffff;
        }
        channels = bytes.getShort(body + 2) & 0xffff;
        sampleRate = bytes.getInt(body + 4);
        int bits = bytes.getShort(body + 14) & 0xffff;
        if (format != PCM || bits != 16) {
            throw problem("is not 16-bit PCM");
        }
        if (channels != 1 && channels != 2) {
            throw problem("has " + channels + " channels; 1 or 2 are possible");
        }
        if (!RATES.contains(sampleRate)) {
            throw problem("has " + sampleRate + " samples a second; convert it to 48000");
        }
    }

    private void readData(ByteBuffer bytes, int body, int length) throws IOException {
        if (sampleRate == 0) {
            throw problem("has sound before the description of its format");
        }
        int frame = 2 * channels;
        samples = new byte[length / frame * frame];
        if (samples.length == 0) {
            throw problem("has no sound in it");
        }
        bytes.get(body, samples);
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public void next(ByteBuffer pcm) {
        int filled = 0;
        while (filled < pcm.limit()) {
            int length = Math.min(pcm.limit() - filled, samples.length - at);
            pcm.put(filled, samples, at, length);
            filled += length;
            at = (at + length) % samples.length;
        }
    }

    private static String tag(ByteBuffer bytes, int at) {
        byte[] tag = new byte[4];
        bytes.get(at, tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    private IOException problem(String what) {
        return new IOException(file + " " + what);
    }
}
