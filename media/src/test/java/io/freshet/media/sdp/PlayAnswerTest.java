package io.freshet.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.media.rtp.Codec;
import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.MediaKind;
import io.freshet.media.rtp.TrackParameters;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayAnswerTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @ValueSource(strings = {"chromium-play", "webrtc-java-play", "firefox-play"})
    void storedPlayersPlayStoredPublishers(String player) throws Exception {
        for (String publisher :
                List.of("chromium-publish", "webrtc-java-publish", "firefox-publish", "obs-whip")) {
            List<TrackParameters> published = published(publisher);

            PlayAnswer answer = answer(Offers.stored(player), published);

            assertThat(answer.tracks())
                    .extracting(TrackParameters::codec)
                    .as(publisher)
                    .containsExactlyInAnyOrderElementsOf(
                            published.stream().map(TrackParameters::codec).toList());
            assertThat(SessionOffer.read(answer.text(Offers.LOCAL, 1)).sections()).hasSize(2);
        }
    }

    @Test
    void theViewersNumbersAreUsed() throws Exception {
        PlayAnswer answer = answer(Offers.stored("firefox-play"), published("chromium-publish"));

        TrackParameters video = answer.tracks().get(1);
        assertThat(video.payloadType()).isEqualTo(120);
        assertThat(video.rtxPayloadType()).isEqualTo(124);
        assertThat(video.mid()).isEqualTo("1");
        // The viewer can only receive playout delays, and both know the mid; the rest is the
        // publisher's alone or concerns one hop.
        assertThat(video.extensions().ids())
                .containsOnlyKeys(HeaderExtension.MID, HeaderExtension.PLAYOUT_DELAY);
        assertThat(video.transportCc()).isFalse();
    }

    @Test
    void oursAreTheSsrcsAndTheyAreAnnounced() throws Exception {
        PlayAnswer answer = answer(Offers.small("recvonly"), published("chromium-publish"));

        TrackParameters audio = answer.tracks().get(0);
        TrackParameters video = answer.tracks().get(1);
        assertThat(List.of(audio.ssrc(), video.ssrc(), video.rtxSsrc()))
                .doesNotHaveDuplicates()
                .doesNotContain(0);
        assertThat(audio.rtxSsrc()).isZero();
        assertThat(Offers.section(answer.text(Offers.LOCAL, 1), 1))
                .contains(
                        "a=sendonly",
                        "a=msid:freshet video",
                        "a=ssrc-group:FID "
                                + Integer.toUnsignedString(video.ssrc())
                                + " "
                                + Integer.toUnsignedString(video.rtxSsrc()))
                .anyMatch(line ->
                        line.startsWith(
                                "a=ssrc:" + Integer.toUnsignedString(video.ssrc()) + " cname:"));
    }

    @Test
    void audioAndVideoShareACname() throws Exception {
        String text =
                answer(Offers.small("recvonly"), published("chromium-publish"))
                        .text(Offers.LOCAL, 1);

        assertThat(
                        text.lines()
                                .filter(line -> line.contains(" cname:"))
                                .map(line -> SdpText.after(line, ' '))
                                .distinct())
                .hasSize(1);
    }

    @Test
    void extensionsOfThePublisherAreOfferedOn() throws Exception {
        PlayAnswer answer = answer(Offers.stored("chromium-play"), published("chromium-publish"));

        assertThat(answer.tracks().get(1).extensions().ids())
                .containsOnlyKeys(
                        HeaderExtension.MID,
                        HeaderExtension.PLAYOUT_DELAY,
                        HeaderExtension.VIDEO_ORIENTATION,
                        HeaderExtension.VIDEO_CONTENT_TYPE,
                        HeaderExtension.VIDEO_TIMING,
                        HeaderExtension.COLOR_SPACE);
        assertThat(answer.tracks().get(0).extensions().ids())
                .containsOnlyKeys(HeaderExtension.MID, HeaderExtension.AUDIO_LEVEL);
    }

    @Test
    void aViewerOfAudioOnlyGetsAudio() throws Exception {
        String offer = Offers.small("recvonly");
        offer = offer.substring(0, offer.indexOf("m=video"));

        PlayAnswer answer = answer(offer, published("chromium-publish"));

        assertThat(answer.tracks()).extracting(TrackParameters::codec).containsExactly(Codec.OPUS);
    }

    @Test
    void aSectionWithNothingToPlayStaysInactive() throws Exception {
        List<TrackParameters> videoOnly =
                published("chromium-publish").stream()
                        .filter(track -> track.kind() == MediaKind.VIDEO)
                        .toList();

        PlayAnswer answer = answer(Offers.stored("chromium-play"), videoOnly);

        assertThat(answer.tracks()).extracting(TrackParameters::mid).containsExactly("1");
        String text = answer.text(Offers.LOCAL, 1);
        assertThat(Offers.section(text, -1)).contains("a=group:BUNDLE 0 1");
        assertThat(Offers.section(text, 0))
                .startsWith("m=audio 8080 UDP/TLS/RTP/SAVPF 111")
                .contains("a=inactive", "a=end-of-candidates")
                .noneMatch(line -> line.startsWith("a=ssrc"));
    }

    @Test
    void aSecondVideoSectionIsRejected() throws Exception {

        PlayAnswer answer =
                answer(
                        Offers.small("recvonly") + Offers.secondVideo("recvonly"),
                        published("chromium-publish"));

        assertThat(answer.tracks()).hasSize(2);
        assertThat(Offers.section(answer.text(Offers.LOCAL, 1), 2))
                .startsWith("m=video 0 UDP/TLS/RTP/SAVPF 98");
    }

    @Test
    void theStreamsCodecIsNamedWhenTheViewerLacksIt() {
        refused(
                Offers.small("recvonly"),
                List.of(video(Codec.H264, "profile-level-id=42e01f;packetization-mode=1")),
                "This stream's video is H264 (profile-level-id=42e01f;packetization-mode=1). The"
                        + " offer's video section has VP8, rtx.");
    }

    @Test
    void nothingInCommonIsRefused() throws Exception {
        String audioOnly = Offers.small("recvonly");
        audioOnly = audioOnly.substring(0, audioOnly.indexOf("m=video"));
        refused(audioOnly, List.of(video(Codec.VP8, "")), "This stream has no audio");
        refused(Offers.small("sendonly"), published("chromium-publish"), "A player must receive");
    }

    @Test
    void theViewersH264MustFitTheStream() throws Exception {
        String offer = Offers.stored("chromium-play");

        assertThat(h264(offer, "42e01f", 1)).isEqualTo(108);
        assertThat(h264(offer, "42001f", 1)).isEqualTo(102);
        assertThat(h264(offer, "42e01f", 0)).isEqualTo(114);
        assertThat(h264(offer, "4d001f", 1)).isEqualTo(116);
        // High only fits the profile above it.
        assertThat(h264(offer, "64001f", 1)).isEqualTo(41);
    }

    @Test
    void profilesOfOtherCodecsMustFitToo() throws Exception {
        String offer = Offers.stored("chromium-play");

        assertThat(payloadType(offer, video(Codec.VP9, "profile-id=2"))).isEqualTo(100);
        assertThat(payloadType(offer, video(Codec.VP9, ""))).isEqualTo(98);
        assertThat(payloadType(offer, video(Codec.AV1, "profile=0;level-idx=8"))).isEqualTo(45);
        assertThat(payloadType(offer, video(Codec.AV1, "profile=1"))).isEqualTo(47);
        refused(offer, List.of(video(Codec.AV1, "profile=2")), "This stream's video is AV1");
        refused(offer, List.of(video(Codec.H265, "")), "This stream's video is H265");
    }

    private int h264(String offer, String profile, int mode) throws OfferRefusedException {
        return payloadType(
                offer,
                video(Codec.H264, "packetization-mode=" + mode + ";profile-level-id=" + profile));
    }

    private int payloadType(String offer, TrackParameters published) throws OfferRefusedException {
        return answer(offer, List.of(published)).tracks().getFirst().payloadType();
    }

    private static TrackParameters video(Codec codec, String parameters) {
        return new TrackParameters(
                "v",
                codec,
                100,
                TrackParameters.NONE,
                parameters,
                HeaderExtensionMap.EMPTY,
                1,
                0,
                true,
                true,
                false);
    }

    private static List<TrackParameters> published(String name) throws OfferRefusedException {
        return PublishAnswer.to(SessionOffer.read(Offers.stored(name))).tracks();
    }

    private PlayAnswer answer(String offer, List<TrackParameters> published)
            throws OfferRefusedException {
        return PlayAnswer.to(SessionOffer.read(offer), published, random);
    }

    private void refused(String offer, List<TrackParameters> published, String because) {
        assertThatThrownBy(() -> answer(offer, published))
                .isInstanceOf(OfferRefusedException.class)
                .hasMessageContaining(because);
    }
}
