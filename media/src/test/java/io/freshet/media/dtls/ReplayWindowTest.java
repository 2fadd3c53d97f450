package io.freshet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayWindowTest {
    private static final int SIZE = 192;

    @Test
    void knowsNothingAtFirst() {
        ReplayWindow window = new ReplayWindow(SIZE);
        assertThat(window.isEmpty()).isTrue();
        assertThat(window.isTooOld(0)).isFalse();
        assertThat(window.contains(0)).isFalse();
        window.add(0);
        assertThat(window.isEmpty()).isFalse();
        assertThat(window.contains(0)).isTrue();
        assertThat(window.contains(1)).isFalse();
    }

    /// Against a set that remembers everything, with small and large steps both ways.
    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                63,
                64,
                191,
                192,
                32767,
                65535,
                65536,
                (1L << 31) - 1,
                (1L << 48) - 5000
            })
    void agreesWithASetThatRemembersEverything(long start) {
        ReplayWindow window = new ReplayWindow(SIZE);
        Random random = new Random(start);
        Set<Long> seen = new HashSet<>();
        long highest = start;
        for (int i = 0; i < 3000; i++) {
            long index = Math.max(0, highest + random.nextInt(-2 * SIZE, i % 50 == 0 ? 400 : 5));
            boolean tooOld = !seen.isEmpty() && index <= highest - SIZE;
            assertThat(window.isTooOld(index)).isEqualTo(tooOld);
            if (!tooOld) {
                assertThat(window.contains(index)).isEqualTo(!seen.add(index));
                window.add(index);
                highest = Math.max(highest, index);
                if (seen.size() == 1) {
                    highest = index;
                }
            }
            assertThat(window.highest()).isEqualTo(seen.isEmpty() ? -1 : highest);
        }
    }
}
