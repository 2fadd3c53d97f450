package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.media.video.I420Buffer;
import io.freshet.sdk.port.I420Picture;
import java.nio.ByteBuffer;

/// Where pictures come from here: libwebrtc's memory, or our own.
final class I420Pictures {
    private I420Pictures() {}

    static I420Picture of(I420Buffer buffer) {
        return new I420Picture(
                buffer.getDataY(),
                buffer.getStrideY(),
                buffer.getDataU(),
                buffer.getStrideU(),
                buffer.getDataV(),
                buffer.getStrideV(),
                buffer.getWidth(),
                buffer.getHeight());
    }

    static I420Picture allocate(int width, int height) {
        int chromaWidth = I420Picture.chroma(width);
        int chromaHeight = I420Picture.chroma(height);
        return new I420Picture(
                ByteBuffer.allocateDirect(width * height),
                width,
                ByteBuffer.allocateDirect(chromaWidth * chromaHeight),
                chromaWidth,
                ByteBuffer.allocateDirect(chromaWidth * chromaHeight),
                chromaWidth,
                width,
                height);
    }
}
