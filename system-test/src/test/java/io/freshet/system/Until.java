package io.freshet.system;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for something another process does. Polling is the only way to see it from here; the
/// deadline is generous because it only matters when the test fails.
final class Until {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long POLL_NS = Duration.ofMillis(20).toNanos();

    private Until() {}

    static void holds(String what, BooleanSupplier condition) throws TimeoutException {
        holds(what, condition, () -> "");
    }

    /// @param state said in the failure's message
    static void holds(String what, BooleanSupplier condition, Supplier<String> state)
            throws TimeoutException {
        long deadlineNs = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNs) {
                throw new TimeoutException(
                        "waited " + DEADLINE.toSeconds() + " s for: " + what + " " + state.get());
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }
}
