package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPlaneAdapterTest {
    private static final String HEAD =
            "v=0\r\no=- 1 2 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n";
    private static final String AUDIO =
            "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=rtpmap:111 opus/48000/2\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"VP8", "VP9", "H264", "H265", "AV1"})
    void readsTheVideoCodecOfAnAnswer(String codec) {
        assertThat(
                        MediaPlaneAdapter.videoCodec(
                                HEAD
                                        + AUDIO
                                        + "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\nc=IN IP4 0.0.0.0\r\n"
                                        + "a=mid:1\r\na=rtpmap:96 "
                                        + codec
                                        + "/90000\r\na=rtpmap:97 rtx/90000\r\n"))
                .hasValue(codec);
    }

    @Test
    void soundAloneHasNone() {
        assertThat(MediaPlaneAdapter.videoCodec(HEAD + AUDIO)).isEmpty();
    }

    @Test
    void aRefusedSectionHasNoneAndDoesNotBorrowAnothers() {
        assertThat(
                        MediaPlaneAdapter.videoCodec(
                                HEAD
                                        + "m=video 0 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\n"
                                        + AUDIO))
                .isEmpty();
        assertThat(
                        MediaPlaneAdapter.videoCodec(
                                HEAD
                                        + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n"
                                        + "m=application 9 X 1\r\na=rtpmap:1 VP8/90000\r\n"))
                .isEmpty();
    }

    @Test
    void anAnswerOfManyLinesIsReadAtOnce() {
        String lines = "a=x:yyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(2_000);
        assertThat(
                        MediaPlaneAdapter.videoCodec(
                                HEAD
                                        + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n"
                                        + lines
                                        + "a=rtpmap:96 VP8/90000\r\n"))
                .hasValue("VP8");
    }
}
