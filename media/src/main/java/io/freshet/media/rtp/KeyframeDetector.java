package io.freshet.media.rtp;

import java.nio.ByteBuffer;

/// Tells which payload begins a keyframe, that is, where a decoder that has seen nothing can begin.
/// Looks at payload descriptors and the first bytes of the bitstream only; never throws, whatever
/// the bytes.
public final class KeyframeDetector {
    private KeyframeDetector() {}

    /// True for the first packet of a keyframe or, where parameter sets travel ahead of it, for the
    /// packet with the parameter sets; false for everything else, all audio included.
    public static boolean isKeyframeStart(Codec codec, ByteBuffer buffer, int offset, int length) {
        return switch (codec) {
            case OPUS -> false;
            case VP8 -> Vp8Payload.isKeyframeStart(buffer, offset, length);
            case VP9 -> Vp9Payload.isKeyframeStart(buffer, offset, length);
            case H264 -> H264Payload.isKeyframeStart(buffer, offset, length);
            case H265 -> H265Payload.isKeyframeStart(buffer, offset, length);
            case AV1 -> Av1Payload.isKeyframeStart(buffer, offset, length);
        };
    }
}
