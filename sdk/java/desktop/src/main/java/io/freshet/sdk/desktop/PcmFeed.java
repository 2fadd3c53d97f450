package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Hands the PCM that the app pushes to the connections that send it. Any thread may push.
final class PcmFeed {
    private static final int BITS_PER_SAMPLE = 16;

    /// Guards everything below. Held while a native source takes a frame, which only copies it.
    private final ReentrantLock lock = new ReentrantLock();

    private final PcmFramer framer = new PcmFramer();
    private final List<CustomAudioSource> sources = new ArrayList<>();

    void add(CustomAudioSource source) {
        lock.lock();
        try {
            sources.add(source);
        } finally {
            lock.unlock();
        }
    }

    /// No push is under way to the source after this.
    void remove(CustomAudioSource source) {
        lock.lock();
        try {
            sources.remove(source);
        } finally {
            lock.unlock();
        }
    }

    /// Sends what completes 10 ms frames; the rest waits for the next call.
    ///
    /// @return false when the parameters make no sense
    boolean push(ByteBuffer data, int dataLength, int sampleRate, int channels) {
        lock.lock();
        try {
            return framer.push(data, dataLength, sampleRate, channels, this::emit);
        } finally {
            lock.unlock();
        }
    }

    private void emit(byte[] frame, int sampleRate, int channels, int samplesPerChannel) {
        for (CustomAudioSource source : sources) {
            source.pushAudio(frame, BITS_PER_SAMPLE, sampleRate, channels, samplesPerChannel);
        }
    }
}
