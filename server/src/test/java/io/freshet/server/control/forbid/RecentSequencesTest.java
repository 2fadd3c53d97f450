package io.freshet.server.control.forbid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecentSequencesTest {
    private static final long S = 1_000_000_000L;

    private final RecentSequences sequences = new RecentSequences();

    private boolean take(long sequence, long atNs, String... streamIds) {
        return sequences.tryTake(List.of(streamIds), sequence, atNs);
    }

    @Test
    void growsWithinTenSeconds() {
        assertThat(take(5, 0, "s")).isTrue();
        assertThat(take(5, 1, "s")).isFalse();
        assertThat(take(4, 2, "s")).isFalse();
        assertThat(take(6, 3, "s")).isTrue();
        assertThat(take(1, 4, "other")).isTrue();
        assertThat(take(6, 10 * S + 2, "s")).isFalse();
        assertThat(take(1, 10 * S + 3, "s")).isTrue();
    }

    @Test
    void severalAreTakenTogetherOrNotAtAll() {
        assertThat(take(5, 0, "a")).isTrue();
        assertThat(take(5, 1, "a", "b")).isFalse();
        assertThat(take(1, 2, "b")).isTrue();
        assertThat(take(6, 3, "a", "b")).isTrue();
        assertThat(take(6, 4, "b")).isFalse();
    }

    @Test
    void isBoundedAndForgetsByTime() {
        for (int i = 0; i < 2 * RecentSequences.MAX_STREAMS; i++) {
            assertThat(take(i, i, "s" + i)).isTrue();
        }
        assertThat(sequences.size()).isEqualTo(RecentSequences.MAX_STREAMS);
        assertThat(take(1, 20 * S, "s")).isTrue();
        assertThat(sequences.size()).isEqualTo(1);
    }
}
