package io.freshet.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyframeRequesterTest {
    private static final long MS = 1_000_000L;
    private static final long START = -5_000 * MS; // a clock may begin anywhere

    private final KeyframeRequester requester = new KeyframeRequester(500 * MS);

    @Test
    void passesTheFirstWishOnAtOnceAndMergesTheOthers() {
        assertThat(requester.onWanted(START)).isTrue();
        for (int ms = 0; ms < 500; ms += 10) {
            assertThat(requester.onWanted(START + ms * MS)).isFalse();
        }
    }

    @Test
    void repeatsEachIntervalUntilAKeyframeComes() {
        requester.onWanted(START);
        assertThat(requester.nextTimeoutNs()).isEqualTo(START + 500 * MS);
        assertThat(requester.onTimeout(START + 499 * MS)).isFalse();
        assertThat(requester.onTimeout(START + 500 * MS)).isTrue();
        assertThat(requester.onTimeout(START + 501 * MS)).isFalse();
        requester.onKeyframe();
        assertThat(requester.nextTimeoutNs()).isEqualTo(PublishedStream.NEVER);
        assertThat(requester.onTimeout(START + 2000 * MS)).isFalse();
    }

    @Test
    void keepsTheIntervalAlsoAfterAKeyframe() {
        requester.onWanted(START);
        requester.onKeyframe();
        assertThat(requester.onWanted(START + 100 * MS)).isFalse();
        assertThat(requester.nextTimeoutNs()).isEqualTo(START + 500 * MS);
        assertThat(requester.onTimeout(START + 500 * MS)).isTrue();
    }

    @Test
    void stopsAskingAPublisherThatSendsNothingUntilItSends() {
        requester.onWanted(START);
        int requests = 1;
        for (int ms = 0; ms < 60_000; ms += 100) {
            requests += requester.onTimeout(START + ms * MS) ? 1 : 0;
        }
        assertThat(requests).isEqualTo(KeyframeRequester.UNANSWERED_ATTEMPTS);
        assertThat(requester.nextTimeoutNs()).isEqualTo(PublishedStream.NEVER);
        assertThat(requester.onMedia(START + 60_000 * MS)).isTrue();
        assertThat(requester.onMedia(START + 60_010 * MS)).isFalse();
    }

    @Test
    void asksForNothingThatNobodyWants() {
        assertThat(requester.onMedia(START)).isFalse();
        assertThat(requester.onTimeout(START)).isFalse();
        assertThat(requester.nextTimeoutNs()).isEqualTo(PublishedStream.NEVER);
    }
}
