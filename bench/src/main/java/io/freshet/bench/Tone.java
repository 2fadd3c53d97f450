package io.freshet.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A quiet 440 Hz tone that beeps once a second.
final class Tone implements SoundSource {
    private static final int RATE = 48_000;
    private static final int PITCH_HZ = 440;
    private static final int BEEP_SAMPLES = RATE / 10;
    private static final double QUIET = 600;
    private static final double LOUD = 6000;

    private long sample;

    @Override
    public int sampleRate() {
        return RATE;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public void next(ByteBuffer pcm) {
        ByteBuffer samples = pcm.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < pcm.limit(); at += 2, sample++) {
            double volume = sample % RATE < BEEP_SAMPLES ? LOUD : QUIET;
            double angle = 2 * Math.PI * PITCH_HZ * (sample % RATE) / RATE;
            samples.putShort(at, (short) (volume * Math.sin(angle)));
        }
    }
}
