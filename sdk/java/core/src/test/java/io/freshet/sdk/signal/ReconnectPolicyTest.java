package io.freshet.sdk.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconnectPolicyTest {
    private static final long MS = 1_000_000L;

    @Test
    void pausesDoubleUpToTenSecondsWithHalfLeftToChance() {
        ReconnectPolicy policy = ReconnectPolicy.backoff(new Random(7));
        long[] longestMs = {250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000};
        for (int attempt = 1; attempt <= longestMs.length; attempt++) {
            for (int i = 0; i < 50; i++) {
                assertThat(policy.delayNs(attempt))
                        .isBetween(longestMs[attempt - 1] * MS / 2, longestMs[attempt - 1] * MS);
            }
        }
        assertThat(policy.delayNs(Integer.MAX_VALUE)).isLessThanOrEqualTo(10_000 * MS);
    }

    @Test
    void twoClientsDoNotComeBackInStep() {
        Set<Long> pauses = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            pauses.add(ReconnectPolicy.backoff(new Random(seed)).delayNs(3));
        }
        assertThat(pauses).hasSizeGreaterThan(90);
    }

    @Test
    void anAnnouncedPauseIsFollowedByARandomPartOfTheSameLength() {
        Set<Long> pauses = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            long pauseNs =
                    ReconnectPolicy.backoff(new Random(seed * 1000L)).announcedDelayNs(5000 * MS);
            assertThat(pauseNs).isBetween(5000 * MS, 10_000 * MS);
            pauses.add(pauseNs);
        }
        assertThat(pauses).hasSizeGreaterThan(90);
        assertThat(ReconnectPolicy.backoff(new Random(7)).announcedDelayNs(0)).isZero();
    }
}
