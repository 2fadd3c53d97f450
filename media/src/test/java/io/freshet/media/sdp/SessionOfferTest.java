package io.freshet.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionOfferTest {
    @Test
    void readsWhatChromiumPublishes() throws Exception {
        SessionOffer offer = SessionOffer.read(Offers.stored("chromium-publish"));

        assertThat(offer.mixedExtensions()).isTrue();
        assertThat(offer.bundleOf("1")).contains(List.of("0", "1"));
        MediaSection video = offer.sections().get(1);
        assertThat(video.media()).isEqualTo("video");
        assertThat(video.direction()).isEqualTo(Direction.SENDONLY);
        assertThat(video.iceUfrag()).isEqualTo("i3bg");
        assertThat(video.fingerprint()).startsWith("sha-256 0F:33:1C:49");
        assertThat(video.setup()).isEqualTo("actpass");
        assertThat(video.rtcpMux()).isTrue();
        assertThat(Integer.toUnsignedLong(video.mediaSsrc())).isEqualTo(4_282_384_744L);
        assertThat(video.retransmissionSsrc()).isEqualTo(1_416_377_916);
        PayloadFormat vp8 = video.formats().getFirst();
        assertThat(vp8.encodingName()).isEqualTo("VP8");
        assertThat(vp8.feedback())
                .containsExactly("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli");
        assertThat(PayloadFormat.retransmissionOf(96, video.formats())).isEqualTo(97);
    }

    @Test
    void sessionAttributesHoldForSectionsWithoutTheirOwn() throws Exception {
        SessionOffer offer = SessionOffer.read(Offers.small("sendonly"));

        for (MediaSection section : offer.sections()) {
            assertThat(section.hasTransport()).isTrue();
            assertThat(section.iceUfrag()).isEqualTo("peer");
            assertThat(section.setup()).isEqualTo("actpass");
        }
    }

    @Test
    void lineEndsMayBeNewlinesAlone() throws Exception {
        SessionOffer offer = SessionOffer.read(Offers.small("sendonly").replace("\r\n", "\n"));

        assertThat(offer.sections()).hasSize(2);
        assertThat(offer.sections().getFirst().mid()).isEqualTo("a");
    }

    @Test
    void feedbackForAllPayloadTypesCountsForEach() throws Exception {
        SessionOffer offer =
                SessionOffer.read(
                        Offers.small("sendonly")
                                .replace("a=rtcp-fb:96 nack\r\n", "a=rtcp-fb:* nack\r\n"));

        assertThat(offer.sections().get(1).formats().getFirst().feedback())
                .containsExactlyInAnyOrder("nack", "nack pli");
    }

    @Test
    void aStrongFingerprintIsTakenBesideAWeakOne() throws Exception {
        String weak = "a=fingerprint:sha-1 " + "AB:".repeat(19) + "AB\r\n";
        SessionOffer offer =
                SessionOffer.read(
                        Offers.small("sendonly").replace("a=fingerprint", weak + "a=fingerprint"));

        assertThat(offer.sections().getFirst().fingerprint()).isEqualTo(Offers.FINGERPRINT);
    }

    @Test
    void ofASimulcastTheFirstLayerIsTheMedia() throws Exception {
        String groups =
                Offers.lines(
                        "a=ssrc-group:SIM 11 12 13",
                        "a=ssrc-group:FID 12 22",
                        "a=ssrc-group:FID 11 21");
        SessionOffer offer = SessionOffer.read(Offers.small("sendonly") + groups);

        MediaSection video = offer.sections().get(1);
        assertThat(video.mediaSsrc()).isEqualTo(11);
        assertThat(video.retransmissionSsrc()).isEqualTo(21);
    }

    @Test
    void unknownLinesAreSkipped() throws Exception {
        String odd =
                Offers.lines(
                        "b=AS:500", "k=clear:x", "y=future", "a=x-unknown:1", "a=candidate:odd");
        SessionOffer offer = SessionOffer.read(Offers.small("sendonly") + odd);

        assertThat(offer.sections()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chromium-publish",
                "chromium-play",
                "chromium-simulcast-data",
                "webrtc-java-publish",
                "webrtc-java-play",
                "firefox-publish",
                "firefox-play",
                "obs-whip",
                "gstreamer-whip"
            })
    void storedOffersAreRead(String name) throws Exception {
        SessionOffer offer = SessionOffer.read(Offers.stored(name));

        assertThat(offer.sections()).hasSizeGreaterThanOrEqualTo(2);
        for (MediaSection section : offer.sections()) {
            assertThat(section.offered()).isTrue();
            assertThat(section.hasTransport()).isTrue();
        }
    }

    @Test
    void anEmptyOfferIsRefused() {
        refused("", "The offer is empty");
        refused(" \r\n", "The offer is empty");
    }

    @Test
    void aHugeOfferIsRefused() {
        refused("v=0\r\n" + "a=x\r\n".repeat(14_000), "more than 65536 characters");
        refused("v=0\r\na=" + "x".repeat(5000) + "\r\n", "Line 2 has more than 4096 characters");
        refused(
                "v=0\r\n" + "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n".repeat(33),
                "more than 32 media sections");
    }

    @Test
    void whatIsNoSessionDescriptionIsRefused() {
        refused("hello", "must begin with the line v=0");
        refused("{\"sdp\":\"v=0\"}", "must begin with the line v=0");
        refused("v=0\r\ns=-\r\n", "no media sections");
        refused("v=0\r\nnonsense\r\n", "Line 2 is not of the form type=value");
        refused("v=0\r\na=x\u0000\r\n", "Line 2 contains a control character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=audio",
                "m=audio 9 UDP/TLS/RTP/SAVPF",
                "m=audio nine UDP/TLS/RTP/SAVPF 111",
                "m=audio 70000 UDP/TLS/RTP/SAVPF 111",
                "m=audio 9 UDP/TLS/RTP/SAVPF opus",
                "m=audio 9 UDP/TLS/RTP/SAVPF 128",
                "m= 9 UDP/TLS/RTP/SAVPF 111"
            })
    void malformedSectionsAreRefused(String line) {
        refused("v=0\r\n" + line + "\r\n", "Line 2 is not of the form m=media port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=ice-ufrag:abc",
                "a=ice-ufrag:ab cd",
                "a=ice-pwd:short",
                "a=ice-pwd:twentytwocharacters,,,,,,",
                "a=fingerprint:sha-256 AB:CD",
                "a=extmap:0 urn:x",
                "a=extmap:300000 urn:x",
                "a=extmap:3",
                "a=extmap:3/sideways urn:x",
                "a=rtpmap:x VP8/90000",
                "a=rtcp-fb:x nack",
                "a=ssrc:x cname:y",
                "a=ssrc:4294967296 cname:y",
                "a=ssrc-group:FID 1 x"
            })
    void malformedAttributesAreRefusedWithTheirLine(String line) {
        refused(Offers.small("sendonly") + line + "\r\n", "Line 24: ");
    }

    @Test
    void anExtensionIdWithTwoMeaningsIsRefused() {
        refused(
                Offers.small("sendonly") + Offers.lines("a=extmap:3 urn:x", "a=extmap:3 urn:y"),
                "two extensions have the id 3");
    }

    @Test
    void twoSectionsWithOneMidAreRefused() {
        refused(
                Offers.small("sendonly").replace("a=mid:v", "a=mid:a"),
                "Two sections have the mid a");
    }

    private static void refused(String offer, String because) {
        assertThatThrownBy(() -> SessionOffer.read(offer))
                .isInstanceOf(OfferRefusedException.class)
                .hasMessageContaining(because);
    }
}
