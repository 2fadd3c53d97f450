package io.freshet.server.control.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TokenBucketTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private static int takeAll(TokenBucket bucket, long nowNs) {
        int taken = 0;
        while (bucket.tryTake(nowNs)) {
            taken++;
        }
        return taken;
    }

    @Test
    void allowsABurstThenTheRate() {
        TokenBucket bucket = new TokenBucket(10, 25, 0);

        assertThat(takeAll(bucket, 0)).isEqualTo(25);
        assertThat(takeAll(bucket, SECOND_NS / 2)).isEqualTo(5);
        assertThat(takeAll(bucket, SECOND_NS)).isEqualTo(5);
    }

    @Test
    void savesNoMoreThanABurst() {
        TokenBucket bucket = new TokenBucket(10, 25, 0);
        takeAll(bucket, 0);

        assertThat(takeAll(bucket, 3600 * SECOND_NS)).isEqualTo(25);
    }
}
