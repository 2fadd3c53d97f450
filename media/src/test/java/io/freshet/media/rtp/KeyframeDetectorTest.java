package io.freshet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyframeDetectorTest {
    @ParameterizedTest(name = "{0} {3}")
    @CsvSource({
        "VP8, 10 500a00 9d012a, true, 'keyframe, shortest descriptor'",
        "VP8, 10 510a00 9d012a, false, 'P bit: delta frame'",
        "VP8, 00 500a00 9d012a, false, 'not the start of a partition'",
        "VP8, 11 500a00 9d012a, false, 'second partition'",
        "VP8, 30 500a00 9d012a, true, 'non-reference bit does not matter'",
        "VP8, 90 80 11 500a00 9d012a, true, '7 bit picture id'",
        "VP8, 90 80 9234 500a00 9d012a, true, '15 bit picture id'",
        "VP8, 90 e0 9234 05 40 500a00 9d012a, true, 'picture id, TL0PICIDX and TID'",
        "VP8, 90 e0 9234 05 40 510a00 9d012a, false, 'the same, delta frame'",
        "VP8, 90 f0 9234 05 41 500a00 9d012a, true, 'TID and KEYIDX share a byte'",
        "VP8, 10 500a00 000000, false, 'no start code'",
        "VP8, 10 50, true, 'cut behind the first byte'",
        "VP8, 90 80, false, 'cut in the descriptor'",
        "VP8, 90, false, 'cut behind the first descriptor byte'",
        "VP9, 08 00, true, 'begins a frame, not predicted'",
        "VP9, 48 00, false, 'inter-predicted'",
        "VP9, 00 00, false, 'middle of a frame'",
        "VP9, a8 11 00 00, true, '7 bit picture id, lowest spatial layer'",
        "VP9, a8 9234 00 00, true, '15 bit picture id, lowest spatial layer'",
        "VP9, a8 11 02 00, false, 'second spatial layer'",
        "VP9, a8 9234, false, 'cut ahead of the layer indices'",
        "VP9, 08, false, 'nothing behind the descriptor'",
        "H264, 65 88, true, 'single IDR unit'",
        "H264, 67 42, true, 'single sequence parameter set'",
        "H264, 68 ce, false, 'picture parameter set alone'",
        "H264, 61 e0, false, 'single non-IDR unit'",
        "H264, 78 0002 6742 0002 68ce, true, 'STAP-A with SPS'",
        "H264, 78 0002 68ce 0002 6588, true, 'STAP-A with IDR at its end'",
        "H264, 78 0002 61e0, false, 'STAP-A without'",
        "H264, 78 00ff 6742, false, 'STAP-A that is cut'",
        "H264, 78 0000 6742, false, 'STAP-A with an empty unit'",
        "H264, 7c 85 88, true, 'FU-A, start of an IDR'",
        "H264, 7c 05 88, false, 'FU-A, middle of an IDR'",
        "H264, 7c 45 88, false, 'FU-A, end of an IDR'",
        "H264, 7c 81 88, false, 'FU-A, start of a non-IDR'",
        "H264, 7c, false, 'FU-A that is cut'",
        "H265, 4001 0c, true, 'VPS'",
        "H265, 4201 01, true, 'SPS'",
        "H265, 4401 c0, false, 'PPS alone'",
        "H265, 2601 af, true, 'IDR_W_RADL'",
        "H265, 2a01 af, true, 'CRA'",
        "H265, 0201 d0, false, 'TRAIL_R'",
        "H265, 6001 0002 4001 0002 4201, true, 'aggregation with VPS'",
        "H265, 6001 0002 0201, false, 'aggregation without'",
        "H265, 6001 00ff 4001, false, 'aggregation that is cut'",
        "H265, 6201 93 af, true, 'fragment, start of IDR_W_RADL'",
        "H265, 6201 13 af, false, 'fragment, middle'",
        "H265, 6201 81 af, false, 'fragment, start of TRAIL_R'",
        "H265, 40, false, 'cut'",
        "AV1, 18 0a 0b 00, true, 'N bit, one element: sequence header'",
        "AV1, 28 02 0a0b 32 00, true, 'N bit, two elements, sequence header first'",
        "AV1, 08 02 0a0b 01 32, true, 'N bit, sized elements'",
        "AV1, 28 02 1200 0a 0b, true, 'sequence header as last element'",
        "AV1, 10 0a 0b 00, false, 'no N bit'",
        "AV1, 18 32 00, false, 'N bit without a sequence header'",
        "AV1, 98 0a 0b 00, false, 'continues an OBU'",
        "AV1, 08 ff 0a, false, 'size that is cut'",
        "AV1, 08 ffffffffff0f 0a, false, 'size of more than five bytes'",
        "AV1, 08 7f 0a0b, false, 'element beyond the end'",
        "AV1, 18, false, 'nothing behind the header'",
        "OPUS, fc ff, false, 'audio has no keyframes'"
    })
    void detects(Codec codec, String hex, boolean expected, String what) {
        ByteBuffer payload = Hex.parse(hex);
        assertThat(KeyframeDetector.isKeyframeStart(codec, payload, 0, payload.limit()))
                .as(what)
                .isEqualTo(expected);
        // The same behind other bytes, and never looking beyond its length.
        ByteBuffer shifted = Hex.parse("ffffff" + hex);
        assertThat(KeyframeDetector.isKeyframeStart(codec, shifted, 3, payload.limit()))
                .isEqualTo(expected);
        assertThat(KeyframeDetector.isKeyframeStart(codec, payload, 0, 0)).isFalse();
    }
}
