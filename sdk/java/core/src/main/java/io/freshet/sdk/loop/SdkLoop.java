package io.freshet.sdk.loop;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where an engine's work runs: one piece after another, in the order given, never two at once.
/// Everything an engine owns is touched from here only.
public interface SdkLoop extends Executor {
    /// Monotonic time; the origin means nothing.
    long nowNs();

    /// Queues work; dropped once the loop has stopped.
    @Override
    void execute(Runnable work);

    /// Runs work once, not before `delayNs` has passed.
    Timer after(long delayNs, Runnable work);

    /// Waits until everything queued before is done, then for the answer. Not for use on the loop
    /// itself.
    ///
    /// @return `whenStopped` if the loop has stopped
    <T> T ask(Supplier<T> question, T whenStopped);

    /// Takes no more work and forgets timers; may be called on the loop.
    void stop();

    /// Cancels the timer if there is one.
    static void cancel(@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }

    interface Timer {
        /// Harmless when the work has run already.
        void cancel();
    }
}
