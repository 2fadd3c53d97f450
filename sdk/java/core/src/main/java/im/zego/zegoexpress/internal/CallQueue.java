package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.engine.LiveEngine;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.signal.Outcome;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// The way of the app's calls onto the engine's loop, and of their results back. Any thread.
///
/// A call is queued and returns; its result is reported under the call's name. Once closed, every
/// call fails with 1000001 and does nothing.
final class CallQueue {
    /// The same failure of pushed frames or sound is reported this often at most.
    private static final long PROBLEM_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final SdkLoop loop;
    private final AppEvents events;

    /// Set by the loop's first piece of work, read on the loop; by frames from the app's threads.
    private volatile LiveEngine live;

    private volatile boolean closed;
    private String lastProblem = "";
    private long lastProblemNs;

    CallQueue(SdkLoop loop, AppEvents events) {
        this.loop = loop;
        this.events = events;
    }

    /// Makes the engine on its loop, before any call.
    void open(Supplier<LiveEngine> making) {
        loop.execute(() -> live = making.get());
    }

    /// Queues the engine's last piece of work.
    void close(Consumer<LiveEngine> end) {
        closed = true;
        loop.execute(() -> end.accept(live));
    }

    boolean closed() {
        return closed;
    }

    /// Queues work that reports its result itself.
    ///
    /// @return false, and it is reported, if the engine is gone
    boolean queue(String function, Consumer<LiveEngine> work) {
        if (closed) {
            events.failed(function, ErrorCode.COMMON_ENGINE_NOT_CREATE);
            return false;
        }
        loop.execute(() -> {
            LiveEngine engine = live;
            if (engine != null) {
                work.accept(engine);
            }
        });
        return true;
    }

    /// Queues work whose result is the call's.
    void check(String function, Function<LiveEngine, ErrorCode> work) {
        queue(function, engine -> report(function, work.apply(engine)));
    }

    void check(String function, ZegoPublishChannel channel, Function<LiveEngine, ErrorCode> work) {
        if (channel == null) {
            check(function, engine -> ErrorCode.COMMON_ILLEGAL_PARAM);
        } else {
            check(function, work);
        }
    }

    /// Queues work that cannot fail.
    void perform(String function, Consumer<LiveEngine> work) {
        perform(function, ZegoPublishChannel.MAIN, work);
    }

    void perform(String function, ZegoPublishChannel channel, Consumer<LiveEngine> work) {
        check(
                function,
                channel,
                engine -> {
                    work.accept(engine);
                    return ErrorCode.COMMON_SUCCESS;
                });
    }

    /// Queues work that answers later, as the server does.
    ///
    /// @param callback gets the code and the messageID, 0 for none; null if nobody asks
    void send(String function, BiConsumer<LiveEngine, Outcome> work, Answer callback) {
        boolean queued =
                queue(
                        function,
                        engine ->
                                work.accept(
                                        engine,
                                        (code, message, id) -> {
                                            report(function, code, message);
                                            answer(callback, code, id);
                                        }));
        if (!queued) {
            answer(callback, ErrorCode.COMMON_ENGINE_NOT_CREATE.code(), 0);
        }
    }

    private void answer(Answer callback, int code, long id) {
        if (callback != null) {
            events.run(() -> callback.onAnswer(code, id));
        }
    }

    /// Asks the engine and waits for what it says; not for use on the loop itself.
    <T> T ask(String function, Function<LiveEngine, T> question, T otherwise) {
        if (closed) {
            events.failed(function, ErrorCode.COMMON_ENGINE_NOT_CREATE);
            return otherwise;
        }
        return loop.ask(() -> live == null ? otherwise : question.apply(live), otherwise);
    }

    /// Frames and sound go to the media on the app's own thread: the buffer is the app's and must
    /// not wait in a queue. Silent when it works, as it works many times a second.
    void pushNow(String function, boolean argumentMissing, ToIntFunction<LiveEngine> push) {
        LiveEngine engine = live;
        int code;
        if (closed) {
            code = ErrorCode.COMMON_ENGINE_NOT_CREATE.code();
        } else if (argumentMissing) {
            code = ErrorCode.COMMON_ILLEGAL_PARAM.code();
        } else if (engine == null) {
            code = ErrorCode.COMMON_ENGINE_NOT_STARTED.code();
        } else {
            code = push.applyAsInt(engine);
        }
        if (code != 0) {
            reportSeldom(function, code);
        }
    }

    /// A camera loop that goes wrong goes wrong 30 times a second.
    private synchronized void reportSeldom(String function, int code) {
        String problem = function + code;
        long nowNs = loop.nowNs();
        if (!problem.equals(lastProblem) || nowNs - lastProblemNs >= PROBLEM_INTERVAL_NS) {
            lastProblem = problem;
            lastProblemNs = nowNs;
            events.failed(function, code, "");
        }
    }

    void report(String function, ErrorCode result) {
        report(function, result.code(), result.sentence());
    }

    private void report(String function, int code, String sentence) {
        if (code == 0) {
            events.succeeded(function);
        } else {
            events.failed(function, code, sentence);
        }
    }

    /// Text as the engine takes it: never null.
    static String text(String value) {
        return value == null ? "" : value;
    }

    /// The callbacks of everything that is answered later, made alike.
    interface Answer {
        void onAnswer(int code, long messageId);
    }
}
