package io.freshet.sdk.signal;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/// How long to wait before trying again.
public interface ReconnectPolicy {
    /// The pause before a try.
    ///
    /// @param attempt 1 for the first try after a failure
    long delayNs(int attempt);

    /// The pause after a server that stops has asked for one.
    long announcedDelayNs(long askedNs);

    /// 250 ms, doubled with each attempt up to 10 s; the last half of it is random, so that many
    /// clients of a restarted server do not come back in step. For the same reason an announced
    /// pause is followed by a random part of the same length.
    static ReconnectPolicy backoff(Random random) {
        long firstNs = TimeUnit.MILLISECONDS.toNanos(250);
        long longestNs = TimeUnit.SECONDS.toNanos(10);
        return new ReconnectPolicy() {
            @Override
            public long delayNs(int attempt) {
                int doublings = Math.min(Math.max(attempt, 1) - 1, 10);
                long certainNs = Math.min(firstNs << doublings, longestNs) / 2;
                return withRandomPart(certainNs);
            }

            @Override
            public long announcedDelayNs(long askedNs) {
                return withRandomPart(askedNs);
            }

            private long withRandomPart(long certainNs) {
                return certainNs + (long) (random.nextDouble() * certainNs);
            }
        };
    }
}
