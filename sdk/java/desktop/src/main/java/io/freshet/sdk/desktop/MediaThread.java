package io.freshet.sdk.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The one thread that creates, uses and frees native media objects. What is posted after the end
/// is dropped.
final class MediaThread {
    private final ScheduledThreadPoolExecutor executor;

    MediaThread(String name) {
        executor =
                new ScheduledThreadPoolExecutor(
                        1, new NamedThreads(name), new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void post(Runnable work) {
        executor.execute(reporting(work));
    }

    void postLater(Runnable work, long delay, TimeUnit unit) {
        var unused = executor.schedule(reporting(work), delay, unit);
    }

    /// Runs the work after everything posted so far, waits for it and ends the thread.
    void finish(Runnable lastWork, long timeout, TimeUnit unit) {
        Callable<Boolean> last =
                () -> {
                    reporting(lastWork).run();
                    return true;
                };
        var unused = executor.submit(last);
        executor.shutdown();
        boolean interrupted = false;
        try {
            if (!executor.awaitTermination(timeout, unit)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException stop) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The executor would swallow what is thrown; a bug should be seen and not stop the thread.
    private static Runnable reporting(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error bug) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
            }
        };
    }
}
