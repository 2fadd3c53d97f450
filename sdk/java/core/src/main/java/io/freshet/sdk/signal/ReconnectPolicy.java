package io.freshet.sdk.signal;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/// How long to wait before trying again.
public interface ReconnectPolicy {
    /// The pause before a try.
    ///
    /// @param attempt 1 for the first try after a failure
    long delayNs(int attempt);

    /// 250 ms, doubled with each attempt up to 10 s; the last half of it is random, so that many
    /// clients of a restarted server do not come back in step.
    static ReconnectPolicy backoff(Random random) {
        long firstNs = TimeUnit.MILLISECONDS.toNanos(250);
        long longestNs = TimeUnit.SECONDS.toNanos(10);
        return attempt -> {
            int doublings = Math.min(Math.max(attempt, 1) - 1, 10);
            long delayNs = Math.min(firstNs << doublings, longestNs);
            long certainNs = delayNs / 2;
            return certainNs + (long) (random.nextDouble() * certainNs);
        };
    }
}
