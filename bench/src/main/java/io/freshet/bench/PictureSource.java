package io.freshet.bench;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where the published pictures come from.
interface PictureSource extends AutoCloseable {
    int width();

    int height();

    double framesPerSecond();

    /// Writes the next picture as I420 without padding from the buffer's start. Endless: files
    /// begin again.
    void next(ByteBuffer i420) throws IOException;

    @Override
    void close() throws IOException;

    /// Bytes of one picture.
    static int bytes(int width, int height) {
        int chroma = (width + 1) / 2 * ((height + 1) / 2);
        return width * height + 2 * chroma;
    }
}
