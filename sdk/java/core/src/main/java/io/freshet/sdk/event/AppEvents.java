package io.freshet.sdk.event;

import im.zego.zegoexpress.callback.IZegoApiCalledEventHandler;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.port.LogSink;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The way to the app: everything goes through one [CallbackQueue], in the order it was said. Any
/// thread may speak.
public final class AppEvents {
    private final CallbackQueue queue;
    private final LogSink log;
    private final Supplier<@Nullable IZegoApiCalledEventHandler> apiCalled;
    private volatile @Nullable IZegoEventHandler handler;
    private volatile boolean silent;

    /// @param apiCalled the process-wide listener to results of calls, if there is one
    public AppEvents(
            Executor executor,
            LogSink log,
            Supplier<@Nullable IZegoApiCalledEventHandler> apiCalled) {
        queue = new CallbackQueue(executor);
        this.log = log;
        this.apiCalled = apiCalled;
    }

    /// Null clears.
    ///
    /// @return false, and nothing changed, if another handler has to be cleared first
    public synchronized boolean setHandler(@Nullable IZegoEventHandler newHandler) {
        if (newHandler != null && handler != null) {
            return false;
        }
        handler = newHandler;
        return true;
    }

    /// Says when the app has more callbacks waiting than it should, and when it has caught up.
    ///
    /// @param whenBehind gets true when no more events should come, false when they may again
    public void watch(Consumer<Boolean> whenBehind) {
        queue.watch(whenBehind::accept);
    }

    /// Tells the handler that is set when its turn comes.
    public void tell(Consumer<IZegoEventHandler> event) {
        queue.add(() -> hand(event));
    }

    /// Tells a value that a newer one of the same name makes worthless, such as a quality.
    public void tellLatest(String name, Consumer<IZegoEventHandler> event) {
        queue.addLatest(name, () -> hand(event));
    }

    private void hand(Consumer<IZegoEventHandler> event) {
        IZegoEventHandler current = handler;
        if (current != null && !silent) {
            guarded(() -> event.accept(current));
        }
    }

    /// Runs one of the app's own callbacks.
    public void run(Runnable callback) {
        queue.add(() -> guarded(callback));
    }

    /// A call worked.
    public void succeeded(String function) {
        report(0, function, "");
    }

    /// A call did not work; told to the handler and the listener to results.
    public void failed(String function, ErrorCode code) {
        failed(function, code.code(), code.sentence());
    }

    /// An app that does not keep up finds it in the log only.
    public void failed(String function, int code, String sentence) {
        String info = sentence.isEmpty() ? sentenceOf(code) : sentence;
        log.log(LogSink.Level.WARN, function + ": " + code + " " + info);
        queue.addIfKeepingUp(() -> hand(h -> h.onDebugError(code, function, info)));
        report(code, function, info);
    }

    /// The handler hears nothing from here on; callbacks given with calls are still run.
    public void silence() {
        silent = true;
        handler = null;
    }

    static String sentenceOf(int code) {
        return ErrorCode.of(code).map(ErrorCode::sentence).orElse("");
    }

    private void report(int code, String function, String info) {
        IZegoApiCalledEventHandler listener = apiCalled.get();
        if (listener != null) {
            queue.addIfKeepingUp(
                    () -> guarded(() -> listener.onApiCalledResult(code, function, info)));
        }
    }

    /// What an app's callback throws is the app's: its thread's handler gets it, the next callback
    /// still comes.
    private static void guarded(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
