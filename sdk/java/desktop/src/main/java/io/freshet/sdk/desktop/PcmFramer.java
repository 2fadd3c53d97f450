package io.freshet.sdk.desktop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Cuts 16-bit little-endian PCM of any chunk size into the 10 ms frames that WebRTC takes. A chunk
/// with another rate or channel count starts afresh. Not thread-safe.
final class PcmFramer {
    private static final int FRAMES_PER_SECOND = 100;
    private static final int BYTES_PER_SAMPLE = 2;

    /// WebRTC wants a whole number of samples in 10 ms; 22.05 kHz is doubled to have one.
    private static final int ODD_RATE = 22050;

    /// One chunk beyond a second is a mistake of the caller.
    private static final int MAX_SECONDS = 1;

    interface Sink {
        /// Takes 10 ms of sound.
        ///
        /// @param frame the same array again for the next frame
        void onFrame(byte[] frame, int sampleRate, int channels, int samplesPerChannel);
    }

    private int sampleRate;
    private int channels;
    private byte[] frame = new byte[0];
    private int filled;

    /// Emits every frame that the data completes.
    ///
    /// @return false when the rate, the channels or the length make no sense; nothing was taken
    ///   then
    boolean push(ByteBuffer data, int dataLength, int sampleRate, int channels, Sink sink) {
        boolean sane =
                sampleRate >= 8000
                        && sampleRate <= 192_000
                        && (channels == 1 || channels == 2)
                        && dataLength >= 0
                        && dataLength <= data.remaining()
                        && dataLength % (BYTES_PER_SAMPLE * channels) == 0
                        && dataLength <= MAX_SECONDS * sampleRate * channels * BYTES_PER_SAMPLE
                        && (sampleRate == ODD_RATE || sampleRate % FRAMES_PER_SECOND == 0);
        if (!sane) {
            return false;
        }
        if (sampleRate != this.sampleRate || channels != this.channels) {
            this.sampleRate = sampleRate;
            this.channels = channels;
            frame = new byte[outputRate() / FRAMES_PER_SECOND * channels * BYTES_PER_SAMPLE];
            filled = 0;
        }
        if (sampleRate == ODD_RATE) {
            pushDoubled(data, dataLength, sink);
        } else {
            pushPlain(data, dataLength, sink);
        }
        return true;
    }

    private int outputRate() {
        return sampleRate == ODD_RATE ? 2 * ODD_RATE : sampleRate;
    }

    private void pushPlain(ByteBuffer data, int dataLength, Sink sink) {
        int taken = 0;
        while (taken < dataLength) {
            int length = Math.min(dataLength - taken, frame.length - filled);
            data.get(data.position() + taken, frame, filled, length);
            taken += length;
            filled += length;
            emitWhenFull(sink);
        }
    }

    private void pushDoubled(ByteBuffer data, int dataLength, Sink sink) {
        ByteBuffer samples = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int frameBytes = channels * BYTES_PER_SAMPLE;
        for (int at = 0; at < dataLength; at += frameBytes) {
            for (int copy = 0; copy < 2; copy++) {
                samples.get(data.position() + at, frame, filled, frameBytes);
                filled += frameBytes;
                emitWhenFull(sink);
            }
        }
    }

    private void emitWhenFull(Sink sink) {
        if (filled == frame.length) {
            filled = 0;
            sink.onFrame(frame, outputRate(), channels, outputRate() / FRAMES_PER_SECOND);
        }
    }
}
