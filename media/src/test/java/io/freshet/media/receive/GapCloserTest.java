package io.freshet.media.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapCloserTest {
    private final GapCloser closer = new GapCloser();

    @Test
    void closesTheGapBehindWhatIsLeftOut() {
        assertThat(closer.renumber(100, false)).isEqualTo(100);
        assertThat(closer.renumber(101, true)).isEqualTo(GapCloser.LEFT_OUT);
        assertThat(closer.renumber(102, true)).isEqualTo(GapCloser.LEFT_OUT);
        assertThat(closer.renumber(103, false)).isEqualTo(101);
    }

    @Test
    void leavesTheGapThatALossMade() {
        closer.renumber(100, false);
        closer.renumber(101, true);
        assertThat(closer.renumber(104, false)).isEqualTo(103);
        assertThat(closer.renumber(102, false)).isEqualTo(101);
        assertThat(closer.renumber(103, false)).isEqualTo(102);
    }

    @Test
    void givesALatePacketTheNumberItWouldHaveHad() {
        closer.renumber(100, false);
        closer.renumber(102, true);
        closer.renumber(104, true);
        closer.renumber(105, false);
        assertThat(closer.renumber(101, false)).isEqualTo(101);
        assertThat(closer.renumber(103, false)).isEqualTo(102);
        assertThat(closer.renumber(99, false)).isEqualTo(99);
    }

    @Test
    void letsLatePaddingFillItsHole() {
        closer.renumber(100, false);
        closer.renumber(102, false);
        assertThat(closer.renumber(101, true)).isEqualTo(101);
    }

    @Test
    void refusesWhatIsOlderThanItsMemory() {
        closer.renumber(100, false);
        long seqNo = 102;
        for (int i = 0; i < 300; i++) {
            closer.renumber(seqNo, true);
            seqNo += 2;
        }
        assertThat(closer.renumber(101, false)).isEqualTo(GapCloser.TOO_OLD);
        assertThat(closer.renumber(seqNo - 1, false)).isEqualTo(seqNo - 1 - 300);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void neverGivesOneNumberTwiceAndLosesNone(int seed) {
        Random random = new Random(seed);
        List<Long> order = new ArrayList<>();
        for (long seqNo = 65_530; seqNo < 66_530; seqNo++) {
            order.add(seqNo);
        }
        for (int i = 0; i + 4 < order.size(); i += 1 + random.nextInt(4)) {
            Collections.swap(order, i, i + random.nextInt(4));
        }
        Set<Long> given = new HashSet<>();
        int leftOut = 0;
        for (long seqNo : order) {
            long number = closer.renumber(seqNo, random.nextInt(6) == 0);
            if (number == GapCloser.LEFT_OUT) {
                leftOut++;
            } else {
                assertThat(number).isPositive();
                assertThat(given.add(number)).as("number %s", number).isTrue();
            }
        }
        assertThat(given).hasSize(1000 - leftOut);
        assertThat(Collections.max(given) - Collections.min(given) + 1).isEqualTo(1000 - leftOut);
    }
}
