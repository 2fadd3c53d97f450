package io.freshet.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/// Whatever is offered, it is answered or refused with a sentence; nothing else is thrown, and an
/// answer can be read again.
class SessionOfferFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void anyTextIsAnsweredOrRefused(byte[] bytes) throws OfferRefusedException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        SessionOffer offer;
        try {
            offer = SessionOffer.read(text);
        } catch (OfferRefusedException e) {
            assertThat(e.getMessage()).endsWith(".");
            return;
        }
        PublishAnswer published;
        try {
            published = PublishAnswer.to(offer);
            SessionOffer.read(published.text(Offers.LOCAL, 1));
        } catch (OfferRefusedException e) {
            assertThat(e.getMessage()).endsWith(".");
            return;
        }
        PublishAnswer other = PublishAnswer.to(SessionOffer.read(Offers.small("sendonly")));
        for (PublishAnswer source : List.of(published, other)) {
            try {
                PlayAnswer answer = PlayAnswer.to(offer, source.tracks(), new SplittableRandom(1));
                SessionOffer.read(answer.text(Offers.LOCAL, 1));
            } catch (OfferRefusedException e) {
                assertThat(e.getMessage()).endsWith(".");
            }
        }
    }
}
