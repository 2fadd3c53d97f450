package io.freshet.media.receive;

import static io.freshet.media.receive.ReceivedWindow.Arrival.DUPLICATE;
import static io.freshet.media.receive.ReceivedWindow.Arrival.LATE;
import static io.freshet.media.receive.ReceivedWindow.Arrival.NEWEST;
import static io.freshet.media.receive.ReceivedWindow.Arrival.TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedWindowTest {
    private final ReceivedWindow window = new ReceivedWindow();

    @ParameterizedTest
    @ValueSource(longs = {65_536, 65_537, 65_599, 65_600, 67_583, 67_584, 131_071, 131_072})
    void tellsWhatAPacketIs(long first) {
        assertThat(window.onPacket(first)).isEqualTo(NEWEST);
        assertThat(window.onPacket(first)).isEqualTo(DUPLICATE);
        assertThat(window.onPacket(first + 2)).isEqualTo(NEWEST);
        assertThat(window.onPacket(first + 1)).isEqualTo(LATE);
        assertThat(window.onPacket(first + 1)).isEqualTo(DUPLICATE);
        assertThat(window.onPacket(first - 1)).isEqualTo(LATE);
        assertThat(window.highest()).isEqualTo(first + 2);
    }

    @Test
    void knowsNothingOlderThanItsSize() {
        window.onPacket(70_000);
        window.onPacket(70_000 + ReceivedWindow.SIZE);
        assertThat(window.onPacket(70_000)).isEqualTo(TOO_OLD);
        assertThat(window.onPacket(70_001)).isEqualTo(LATE);
    }

    @Test
    void forgetsEverythingAfterALongStep() {
        window.onPacket(70_000);
        long far = 70_000 + 10L * ReceivedWindow.SIZE;
        assertThat(window.onPacket(far)).isEqualTo(NEWEST);
        assertThat(window.onPacket(far - ReceivedWindow.SIZE + 1)).isEqualTo(LATE);
    }

    @Test
    void beginsAnewAfterReset() {
        window.onPacket(70_000);
        window.reset();
        assertThat(window.onPacket(66_000)).isEqualTo(NEWEST);
        assertThat(window.onPacket(65_999)).isEqualTo(LATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void agreesWithASet(int seed) {
        Random random = new Random(seed);
        Set<Long> seen = new HashSet<>();
        long highest = 65_536L + random.nextInt(65_536);
        for (int i = 0; i < 20_000; i++) {
            long seqNo = highest + 1 + random.nextInt(5) - random.nextInt(random.nextInt(100) + 1);
            ReceivedWindow.Arrival arrival = window.onPacket(seqNo);
            boolean isNew = seen.add(seqNo);
            if (i == 0 || seqNo > highest) {
                assertThat(arrival).isEqualTo(NEWEST);
                highest = seqNo;
            } else {
                assertThat(arrival).isEqualTo(isNew ? LATE : DUPLICATE);
            }
        }
    }
}
