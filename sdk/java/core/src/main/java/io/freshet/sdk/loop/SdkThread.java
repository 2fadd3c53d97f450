package io.freshet.sdk.loop;

import io.freshet.sdk.port.LogSink;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The thread "freshet-sdk". With the platform's adapters the only place of the SDK that reads a
/// clock or starts a thread.
public final class SdkThread implements SdkLoop {
    private final ScheduledThreadPoolExecutor executor;
    private final LogSink log;

    public SdkThread(LogSink log) {
        this.log = log;
        executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread thread = new Thread(work, "freshet-sdk");
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nowNs() {
        return System.nanoTime();
    }

    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(guarded(work));
        } catch (RejectedExecutionException stopped) {
            // The engine is gone; what a socket or a device still has to say interests nobody.
            log.log(LogSink.Level.DEBUG, "work after the engine's end is dropped");
        }
    }

    @Override
    public Timer after(long delayNs, Runnable work) {
        try {
            Future<?> future = executor.schedule(guarded(work), delayNs, TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException stopped) {
            return () -> {};
        }
    }

    @Override
    public <T> T ask(Supplier<T> question, T whenStopped) {
        boolean interrupted = false;
        try {
            Future<T> answer = executor.submit(question::get);
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (RejectedExecutionException | CancellationException stopped) {
            return whenStopped;
        } catch (ExecutionException e) {
            log.log(LogSink.Level.ERROR, "a bug in the SDK: " + e.getCause());
            return whenStopped;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        executor.shutdown();
    }

    /// The one place that catches bugs: they cost the piece of work they happen in, not the engine.
    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                StackTraceElement[] trace = e.getStackTrace();
                log.log(
                        LogSink.Level.ERROR,
                        "a bug in the SDK: " + e + (trace.length > 0 ? " at " + trace[0] : ""));
            }
        };
    }
}
