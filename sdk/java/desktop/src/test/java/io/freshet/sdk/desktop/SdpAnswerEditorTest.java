package io.freshet.sdk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SdpAnswerEditorTest {
    private static final String ANSWER =
            String.join(
                    "\r\n",
                    "v=0",
                    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
                    "a=rtpmap:111 opus/48000/2",
                    "a=fmtp:111 minptime=10;useinbandfec=1",
                    "m=video 9 UDP/TLS/RTP/SAVPF 103 104 96",
                    "a=rtpmap:103 H264/90000",
                    "a=fmtp:103 packetization-mode=1",
                    "a=rtpmap:104 rtx/90000",
                    "a=fmtp:104 apt=103",
                    "a=rtpmap:96 VP8/90000",
                    "a=mid:1",
                    "");

    @Test
    void setsTheStartBitrateOfEveryVideoCodecButItsRepair() {
        String edited = SdpAnswerEditor.withStartBitrate(ANSWER, 1500);
        assertThat(edited)
                .contains("a=fmtp:103 packetization-mode=1;x-google-start-bitrate=1500\r\n")
                .contains("a=fmtp:96 x-google-start-bitrate=1500\r\n")
                .contains("a=fmtp:104 apt=103\r\n")
                .contains("a=fmtp:111 minptime=10;useinbandfec=1\r\n")
                .endsWith("\r\n");
    }

    @Test
    void putsMissingParametersIntoTheirOwnSection() {
        String videoFirst =
                lines(
                        "v=0",
                        "m=video 9 X 96",
                        "a=rtpmap:96 VP8/90000",
                        "m=audio 9 X 111",
                        "a=rtpmap:111 opus/48000/2");
        assertThat(SdpAnswerEditor.withStartBitrate(videoFirst, 300))
                .isEqualTo(
                        lines(
                                "v=0",
                                "m=video 9 X 96",
                                "a=rtpmap:96 VP8/90000",
                                "a=fmtp:96 x-google-start-bitrate=300",
                                "m=audio 9 X 111",
                                "a=rtpmap:111 opus/48000/2"));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    @Test
    void turnsOpusStereo() {
        assertThat(SdpAnswerEditor.withStereo(ANSWER))
                .contains("a=fmtp:111 minptime=10;useinbandfec=1;stereo=1\r\n")
                .contains("a=fmtp:103 packetization-mode=1\r\n");
    }

    @Test
    void partsSoundFromPicture() {
        String both =
                lines(
                        "m=audio 9 X 111",
                        "a=msid:live audio0",
                        "a=ssrc:1 cname:host",
                        "a=ssrc:1 msid:live audio0",
                        "m=video 9 X 96",
                        "a=msid:live video0");
        assertThat(SdpAnswerEditor.withoutLipSync(both))
                .isEqualTo(
                        lines(
                                "m=audio 9 X 111",
                                "a=msid:unheard audio0",
                                "a=ssrc:1 cname:host",
                                "a=ssrc:1 msid:unheard audio0",
                                "m=video 9 X 96",
                                "a=msid:live video0"));
    }

    @Test
    void leavesTheRestAlone() {
        assertThat(SdpAnswerEditor.withStartBitrate(ANSWER, 0)).isEqualTo(ANSWER);
        String malformed = "m=video\r\na=rtpmap:\r\na=fmtp:\r\na=rtpmap:1\r\n";
        assertThat(SdpAnswerEditor.withStartBitrate(malformed, 1).lines())
                .contains("m=video", "a=rtpmap:", "a=rtpmap:1");
    }
}
