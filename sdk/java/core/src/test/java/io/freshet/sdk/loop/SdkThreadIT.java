package io.freshet.sdk.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.sdk.port.LogSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The one class that needs a real thread and a real clock.
class SdkThreadIT {
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final SdkThread thread =
            new SdkThread((LogSink.Level level, String message) -> log.add(level + " " + message));

    @AfterEach
    void stop() {
        thread.stop();
    }

    @Test
    void workRunsInOrderOnOneNamedThread() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            int number = i;
            thread.execute(() -> order.add(number));
        }
        assertThat(thread.ask(() -> Thread.currentThread().getName(), "")).isEqualTo("freshet-sdk");
        assertThat(thread.ask(() -> new ArrayList<>(order), new ArrayList<>()))
                .hasSize(1000)
                .isSorted();
    }

    @Test
    void timersRunNotBeforeTheirTimeAndNotWhenCancelled() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        long startNs = thread.nowNs();
        List<Long> atNs = new CopyOnWriteArrayList<>();
        // On the loop, where no timer can run between its start and its end.
        thread.execute(() -> {
            thread.after(TimeUnit.MILLISECONDS.toNanos(5), () -> atNs.add(-1L)).cancel();
            thread.after(
                    TimeUnit.MILLISECONDS.toNanos(20),
                    () -> {
                        atNs.add(thread.nowNs());
                        ran.countDown();
                    });
        });
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(atNs).hasSize(1);
        assertThat(atNs.get(0) - startNs).isGreaterThanOrEqualTo(20_000_000L);
    }

    @Test
    void aBugCostsOnlyThePieceOfWorkItHappensIn() {
        thread.execute(() -> {
            throw new IllegalStateException("planted");
        });
        assertThat(thread.ask(() -> "still here", "gone")).isEqualTo("still here");
        assertThat(log).singleElement().asString().startsWith("ERROR").contains("planted");
        assertThat(
                        thread.<String>ask(
                                () -> {
                                    throw new IllegalStateException("planted");
                                },
                                "fallback"))
                .isEqualTo("fallback");
    }

    @Test
    void afterTheEndWorkIsDroppedAndQuestionsGetTheirFallback() {
        thread.stop();
        thread.execute(() -> log.add("ran"));
        thread.after(0, () -> log.add("ran")).cancel();
        assertThat(thread.ask(() -> "answer", "stopped")).isEqualTo("stopped");
        assertThat(log).noneMatch("ran"::equals);
    }
}
