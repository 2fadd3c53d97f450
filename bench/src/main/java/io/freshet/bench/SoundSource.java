package io.freshet.bench;

import java.nio.ByteBuffer;

/// Where the published sound comes from: 16-bit little-endian PCM without end.
interface SoundSource {
    int sampleRate();

    int channels();

    /// Fills the buffer from its start to its limit.
    void next(ByteBuffer pcm);
}
