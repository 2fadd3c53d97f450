package io.freshet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StallMeterTest {
    private static final long MS = 1_000_000;

    private final StallMeter meter = new StallMeter();

    @Test
    void countsNoStallAtHalfASecondAndOneBeyond() {
        meter.onFrame(0);
        meter.onFrame(500 * MS);
        assertThat(meter.stalls()).isZero();
        meter.onFrame(1001 * MS);
        assertThat(meter.stalls()).isEqualTo(1);
    }

    @Test
    void countsAStallThatGoesOnOnce() {
        meter.onFrame(0);
        meter.onTime(501 * MS);
        meter.onTime(5000 * MS);
        assertThat(meter.stalls()).isEqualTo(1);
        meter.onFrame(6000 * MS);
        assertThat(meter.stalls()).isEqualTo(1);
        meter.onFrame(7000 * MS);
        assertThat(meter.stalls()).isEqualTo(2);
    }

    @Test
    void doesNotCallWaitingForTheFirstPictureAStall() {
        meter.onTime(10_000 * MS);
        meter.onFrame(20_000 * MS);
        assertThat(meter.stalls()).isZero();
    }
}
