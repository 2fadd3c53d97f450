package io.freshet.sdk.fakes;

import io.freshet.sdk.signal.ReconnectPolicy;
import java.util.concurrent.TimeUnit;

/// Nothing is left to chance: each pause is the same, and so is what an announced one is longer
/// than asked for.
public record FixedPauses(long pauseMs) implements ReconnectPolicy {
    @Override
    public long delayNs(int attempt) {
        return TimeUnit.MILLISECONDS.toNanos(pauseMs);
    }

    @Override
    public long announcedDelayNs(long askedNs) {
        return askedNs + TimeUnit.MILLISECONDS.toNanos(pauseMs);
    }
}
