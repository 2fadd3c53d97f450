package io.freshet.server.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestLimiterTest {
    private static final long S = 1_000_000_000L;

    private final RequestLimiter limiter = new RequestLimiter(2, 3);

    @Test
    void letsABurstThroughAndThenTheRate() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.tryAcquire("a", 0)).as("request %d", i).isTrue();
        }
        assertThat(limiter.tryAcquire("a", 0)).isFalse();
        assertThat(limiter.tryAcquire("a", S / 2 - 1)).isFalse();
        assertThat(limiter.tryAcquire("a", S / 2)).isTrue();
        assertThat(limiter.tryAcquire("a", S / 2)).isFalse();
    }

    @Test
    void askingWhetherThereIsATokenTakesNone() {
        assertThat(limiter.wouldAcquire("a", 0)).isTrue();
        assertThat(limiter.addresses()).as("nothing to remember").isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.wouldAcquire("a", 0)).isTrue();
            assertThat(limiter.tryAcquire("a", 0)).isTrue();
        }
        assertThat(limiter.wouldAcquire("a", 0)).isFalse();
        assertThat(limiter.wouldAcquire("a", S / 2)).isTrue();
        assertThat(limiter.tryAcquire("a", S / 2)).isTrue();
    }

    @Test
    void savesUpNoMoreThanTheBurst() {
        assertThat(limiter.tryAcquire("a", 0)).isTrue();
        long later = 1000 * S;
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.tryAcquire("a", later)).isTrue();
        }
        assertThat(limiter.tryAcquire("a", later)).isFalse();
    }

    @Test
    void oneAddressDoesNotUseUpAnother() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.tryAcquire("a", 0)).isTrue();
        }
        assertThat(limiter.tryAcquire("b", 0)).isTrue();
    }

    @Test
    void remembersABoundedNumberOfAddresses() {
        for (int i = 0; i < 3 * RequestLimiter.MAX_ADDRESSES; i++) {
            limiter.tryAcquire("address" + i, 0);
        }
        assertThat(limiter.addresses()).isEqualTo(RequestLimiter.MAX_ADDRESSES);
    }

    @Test
    void forgetsTheAddressThatAskedLeastRecently() {
        for (int i = 0; i < 3; i++) {
            limiter.tryAcquire("busy", 0);
        }
        for (int i = 0; i < RequestLimiter.MAX_ADDRESSES + 10; i++) {
            limiter.tryAcquire("address" + i, 0);
            assertThat(limiter.tryAcquire("busy", 0)).isFalse();
        }
    }
}
