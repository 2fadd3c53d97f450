package io.freshet.sdk.port;

import java.nio.ByteBuffer;

/// The three planes of a picture, wherever they are. Absolute access only: the buffers' positions
/// are not used and not changed. Odd sizes have rounded-up chroma planes.
public record I420Picture(
        ByteBuffer y,
        int strideY,
        ByteBuffer u,
        int strideU,
        ByteBuffer v,
        int strideV,
        int width,
        int height) {

    public int chromaWidth() {
        return chroma(width);
    }

    public int chromaHeight() {
        return chroma(height);
    }

    /// The size of a plane of half resolution.
    public static int chroma(int size) {
        return (size + 1) / 2;
    }
}
