package io.freshet.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.media.rtp.Codec;
import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.TrackParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishAnswerTest {
    @Test
    void chromiumIsAskedForOpusAndItsFirstVideoCodec() throws Exception {
        PublishAnswer answer = answer(Offers.stored("chromium-publish"));

        TrackParameters audio = answer.tracks().get(0);
        assertThat(audio.codec()).isEqualTo(Codec.OPUS);
        assertThat(audio.mid()).isEqualTo("0");
        assertThat(audio.payloadType()).isEqualTo(111);
        assertThat(audio.ssrc()).isEqualTo(1_076_834_034);
        assertThat(audio.transportCc()).isTrue();
        TrackParameters video = answer.tracks().get(1);
        assertThat(video.codec()).isEqualTo(Codec.VP8);
        assertThat(video.rtxPayloadType()).isEqualTo(97);
        assertThat(video.rtxSsrc()).isEqualTo(1_416_377_916);
        assertThat(video.nack()).isTrue();
        assertThat(video.pli()).isTrue();
        assertThat(video.extensions().id(HeaderExtension.TRANSPORT_CC)).isEqualTo(3);
        assertThat(video.extensions().id(HeaderExtension.PLAYOUT_DELAY)).isEqualTo(5);
        assertThat(answer.transport().iceUfrag()).isEqualTo("i3bg");
    }

    @Test
    void theWholeAnswerToChromiumIsAsWritten() throws Exception {
        assertThat(answer(Offers.stored("chromium-publish")).text(Offers.LOCAL, 17))
                .isEqualTo(Offers.stored("chromium-publish-answer"));
    }

    @Test
    void theAnswerSaysHowWeAreReached() throws Exception {
        String answer = answer(Offers.small("sendonly")).text(Offers.LOCAL, 17);

        assertThat(Offers.section(answer, -1))
                .containsExactly(
                        "v=0",
                        "o=- 17 1 IN IP4 127.0.0.1",
                        "s=-",
                        "t=0 0",
                        "a=group:BUNDLE a v",
                        "a=msid-semantic: WMS *",
                        "a=ice-lite");
        List<String> first = Offers.section(answer, 0);
        assertThat(first)
                .startsWith("m=audio 8080 UDP/TLS/RTP/SAVPF 111", "c=IN IP4 192.0.2.1")
                .contains("a=recvonly", "a=rtcp-mux", "a=setup:passive", "a=ice-ufrag:ourufrag")
                .endsWith(
                        "a=candidate:1 1 udp 2130706431 192.0.2.1 8080 typ host",
                        "a=candidate:2 1 udp 2130706175 2001:db8:0:0:0:0:0:1 8080 typ host",
                        "a=end-of-candidates");
        assertThat(Offers.section(answer, 1))
                .startsWith("m=video 8080 UDP/TLS/RTP/SAVPF 96 97")
                .contains("a=rtcp-fb:96 nack", "a=rtcp-fb:96 nack pli", "a=fmtp:97 apt=96")
                .noneMatch(line -> line.startsWith("a=candidate"));
    }

    @ParameterizedTest
    @CsvSource({
        "chromium-publish, VP8, 96",
        "webrtc-java-publish, VP8, 96",
        "firefox-publish, VP8, 120",
        "obs-whip, H264, 96",
        "gstreamer-whip, H264, 96",
        "chromium-simulcast-data, VP8, 96"
    })
    void storedPublishersGetAnAnswer(String name, Codec codec, int payloadType) throws Exception {
        PublishAnswer answer = answer(Offers.stored(name));

        assertThat(answer.tracks()).extracting(TrackParameters::codec).contains(Codec.OPUS, codec);
        TrackParameters video =
                answer.tracks().stream().filter(t -> t.codec() == codec).findFirst().orElseThrow();
        assertThat(video.payloadType()).isEqualTo(payloadType);
        assertThat(video.nack()).isTrue();
        // What we write must be readable by the same rules.
        assertThat(SessionOffer.read(answer.text(Offers.LOCAL, 1)).sections())
                .hasSameSizeAs(SessionOffer.read(Offers.stored(name)).sections());
    }

    @Test
    void ofSeveralH264FormatsTheMostCommonOneIsTaken() throws Exception {
        String offer = Offers.stored("chromium-publish").replace("VP8/90000", "VP8X/90000");

        TrackParameters video = answer(offer).tracks().get(1);

        assertThat(video.codec()).isEqualTo(Codec.H264);
        assertThat(video.payloadType()).isEqualTo(108);
        assertThat(video.rtxPayloadType()).isEqualTo(109);
        assertThat(video.formatParameters())
                .isEqualTo(
                        "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
    }

    @Test
    void aCodecWithAnotherClockRateIsAnother() throws Exception {
        String offer =
                Offers.small("sendonly")
                        .replace("VP8/90000", "H264/90000")
                        .replace("rtx/90000", "H264/48000")
                        .replace("apt=96", "packetization-mode=1;profile-level-id=42e01f");

        assertThat(answer(offer).tracks().get(1).payloadType()).isEqualTo(96);
    }

    @Test
    void theVideoOfABundleOnlySectionIsAccepted() throws Exception {
        // GStreamer's second section has port 0 and a=bundle-only.
        PublishAnswer answer = answer(Offers.stored("gstreamer-whip"));

        String text = answer.text(Offers.LOCAL, 1);
        assertThat(Offers.section(text, -1)).contains("a=group:BUNDLE video0 audio1");
        assertThat(Offers.section(text, 1)).first().asString().startsWith("m=audio 8080 ");
    }

    @Test
    void aDataChannelIsRejected() throws Exception {
        String answer = answer(Offers.stored("chromium-simulcast-data")).text(Offers.LOCAL, 1);

        assertThat(Offers.section(answer, -1)).contains("a=group:BUNDLE 0 1");
        assertThat(Offers.section(answer, 2))
                .containsExactly(
                        "m=application 0 UDP/DTLS/SCTP webrtc-datachannel",
                        "c=IN IP4 0.0.0.0",
                        "a=mid:2");
    }

    @Test
    void simulcastIsDeclinedBySilence() throws Exception {
        String answer = answer(Offers.stored("chromium-simulcast-data")).text(Offers.LOCAL, 1);

        assertThat(answer).doesNotContain("a=simulcast", "a=rid", "rtp-stream-id");
    }

    @Test
    void aSecondVideoSectionIsRejected() throws Exception {
        PublishAnswer answer = answer(Offers.small("sendonly") + Offers.secondVideo("sendonly"));

        assertThat(answer.tracks()).hasSize(2);
        assertThat(Offers.section(answer.text(Offers.LOCAL, 1), 2))
                .startsWith("m=video 0 UDP/TLS/RTP/SAVPF 98")
                .contains("a=mid:w", "a=inactive");
    }

    @Test
    void aSectionThatOnlyReceivesIsRejectedBesideOneThatSends() throws Exception {
        String offer = Offers.small("sendonly").replaceFirst("a=sendonly", "a=recvonly");

        PublishAnswer answer = answer(offer);

        assertThat(answer.tracks()).extracting(TrackParameters::mid).containsExactly("v");
        String text = answer.text(Offers.LOCAL, 1);
        assertThat(Offers.section(text, -1)).contains("a=group:BUNDLE v");
        assertThat(Offers.section(text, 0)).first().asString().startsWith("m=audio 0 ");
        assertThat(Offers.section(text, 1)).contains("a=end-of-candidates");
    }

    @Test
    void anOfferOfOneSectionNeedsNoBundle() throws Exception {
        String offer = Offers.without(Offers.small("sendonly"), "a=group");
        offer = offer.substring(0, offer.indexOf("m=video"));

        PublishAnswer answer = answer(offer);

        assertThat(answer.tracks()).hasSize(1);
        assertThat(answer.text(Offers.LOCAL, 1)).doesNotContain("a=group");
    }

    @Test
    void stereoIsAskedForWhenThePeerSendsIt() throws Exception {
        String answer = answer(Offers.stored("obs-whip")).text(Offers.LOCAL, 1);

        assertThat(Offers.section(answer, 0))
                .contains("a=fmtp:111 minptime=10;maxaveragebitrate=96000;useinbandfec=1;stereo=1");
    }

    @Test
    void anExtensionWithADirectionIsAnsweredTheOtherWay() throws Exception {
        String offer =
                Offers.small("sendonly")
                        + Offers.lines(
                                "a=extmap:5/sendonly " + HeaderExtension.PLAYOUT_DELAY.uri(),
                                "a=extmap:6/recvonly urn:3gpp:video-orientation",
                                "a=extmap:17 urn:ietf:params:rtp-hdrext:sdes:mid");

        PublishAnswer answer = answer(offer);

        TrackParameters video = answer.tracks().get(1);
        assertThat(video.extensions().ids()).containsOnlyKeys(HeaderExtension.PLAYOUT_DELAY);
        assertThat(answer.text(Offers.LOCAL, 1))
                .contains("a=extmap:5/recvonly http://www.webrtc.org")
                .doesNotContain("extmap:6", "extmap:17");
    }

    @Test
    void largeExtensionIdsNeedMixedHeaders() throws Exception {
        String offer =
                (Offers.small("sendonly") + "a=extmap:17 urn:ietf:params:rtp-hdrext:sdes:mid\r\n")
                        .replace("a=group", "a=extmap-allow-mixed\r\na=group");

        PublishAnswer answer = answer(offer);

        assertThat(answer.tracks().get(1).extensions().id(HeaderExtension.MID)).isEqualTo(17);
        assertThat(Offers.section(answer.text(Offers.LOCAL, 1), -1))
                .contains("a=extmap-allow-mixed");
    }

    @Test
    void transportFeedbackNeedsItsExtension() throws Exception {
        String offer = Offers.small("sendonly") + "a=rtcp-fb:96 transport-cc\r\n";

        PublishAnswer answer = answer(offer);

        assertThat(answer.tracks().get(1).transportCc()).isFalse();
        assertThat(answer.text(Offers.LOCAL, 1)).doesNotContain("transport-cc");
    }

    @Test
    void retransmissionsNeedNack() throws Exception {
        String offer = Offers.without(Offers.small("sendonly"), "a=rtcp-fb:96 nack");

        PublishAnswer answer = answer(offer);

        assertThat(answer.tracks().get(1).rtxPayloadType()).isEqualTo(TrackParameters.NONE);
        assertThat(answer.text(Offers.LOCAL, 1)).doesNotContain("rtx");
    }

    @Test
    void missingCredentialsAreNamed() {
        String offer = Offers.small("sendonly");
        refused(Offers.without(offer, "a=ice-ufrag"), "lacks a=ice-ufrag or a=ice-pwd");
        refused(Offers.without(offer, "a=ice-pwd"), "lacks a=ice-ufrag or a=ice-pwd");
        refused(Offers.without(offer, "a=fingerprint"), "lacks a=fingerprint");
        refused(
                offer.replace(Offers.FINGERPRINT, "sha-1 " + "AB:".repeat(19) + "AB"),
                "must be sha-256, sha-384 or sha-512");
    }

    @Test
    void rtcpMustBeMuxedAndSectionsBundled() {
        String offer = Offers.small("sendonly");
        refused(Offers.without(offer, "a=rtcp-mux"), "lacks a=rtcp-mux");
        refused(Offers.without(offer, "a=group"), "must be bundled");
        refused(offer.replace("a=group:BUNDLE a v", "a=group:BUNDLE a"), "must be bundled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recvonly", "inactive"})
    void aPublisherThatDoesNotSendIsRefused(String direction) {
        refused(Offers.small(direction), "A publisher must send");
    }

    @Test
    void unknownCodecsAreNamed() {
        refused(
                Offers.small("sendonly").replace("VP8/90000", "theora/90000"),
                "Video must be VP8, H264, VP9, AV1 or H265. The offer's video section has theora,"
                        + " rtx.");
        refused(
                Offers.small("sendonly").replace("opus/48000/2", "PCMU/8000"),
                "Audio must be opus/48000/2. The offer's audio section has PCMU.");
    }

    @Test
    void whoWantsToBeDtlsServerIsRefused() {
        refused(
                Offers.small("sendonly").replace("setup:actpass", "setup:passive"),
                "a=setup:actpass or a=setup:active");
    }

    @Test
    void unencryptedMediaIsRefused() {
        refused(
                Offers.small("sendonly").replace("UDP/TLS/RTP/SAVPF", "RTP/AVP"),
                "must use the protocol UDP/TLS/RTP/SAVPF");
        refused(
                Offers.small("sendonly")
                        .replace("m=audio 9", "m=text 9")
                        .replace("m=video 9", "m=video 0"),
                "has no audio or video section");
    }

    private static PublishAnswer answer(String offer) throws OfferRefusedException {
        return PublishAnswer.to(SessionOffer.read(offer));
    }

    private static void refused(String offer, String because) {
        assertThatThrownBy(() -> answer(offer))
                .isInstanceOf(OfferRefusedException.class)
                .hasMessageContaining(because);
    }
}
