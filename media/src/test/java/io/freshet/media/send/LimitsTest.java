package io.freshet.media.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final long MS = 1_000_000L;

    @Test
    void givesHalfASecondOfBudgetAtOnceAndThenTheRate() {
        RetransmissionBudget budget = new RetransmissionBudget(100_000, 0);
        int taken = 0;
        while (budget.tryTake(1000, 0)) {
            taken++;
        }
        assertThat(taken).isEqualTo(50);
        for (long ms = 1; ms <= 1000; ms++) {
            if (budget.tryTake(1000, ms * MS)) {
                taken++;
            }
        }
        assertThat(taken).isEqualTo(150);
    }

    @Test
    void doesNotSaveBudgetUp() {
        RetransmissionBudget budget = new RetransmissionBudget(100_000, 0);
        int taken = 0;
        while (budget.tryTake(1000, 3_600_000 * MS)) {
            taken++;
        }
        assertThat(taken).isEqualTo(50);
    }

    @Test
    void takesNothingWhenItRefuses() {
        RetransmissionBudget budget = new RetransmissionBudget(10_000, 0);
        assertThat(budget.tryTake(6000, 0)).isFalse();
        assertThat(budget.tryTake(5000, 0)).isTrue();
        assertThat(budget.tryTake(1, 0)).isFalse();
    }

    @Test
    void resendsAPacketOncePerRoundTrip() {
        RetransmissionHistory history = new RetransmissionHistory();
        assertThat(history.tryResend(0, 50 * MS, 0)).isTrue();
        assertThat(history.tryResend(0, 50 * MS, 49 * MS)).isFalse();
        assertThat(history.tryResend(1, 50 * MS, 49 * MS)).isTrue();
        assertThat(history.tryResend(0, 50 * MS, 50 * MS)).isTrue();
        assertThat(history.tryResend(0, 50 * MS, 99 * MS)).isFalse();
    }
}
