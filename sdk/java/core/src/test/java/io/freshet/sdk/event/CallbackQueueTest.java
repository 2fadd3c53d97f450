package io.freshet.sdk.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CallbackQueueTest {
    private final Queue<Runnable> executor = new ArrayDeque<>();
    private final CallbackQueue queue = new CallbackQueue(executor::add);
    private final List<Object> run = new ArrayList<>();
    private final List<Boolean> behind = new ArrayList<>();

    @Test
    void runsOneAfterAnotherInOrderAndGivesTheExecutorOneAtATime() {
        add(1);
        add(2);
        queue.add(() -> add(4));
        add(3);
        assertThat(executor).hasSize(1);
        drain();
        assertThat(run).containsExactly(1, 2, 3, 4);
        add(5);
        drain();
        assertThat(run).endsWith(5);
    }

    @Test
    void aNewerValueReplacesTheOneThatWaitsAndComesAtItsOwnTime() {
        queue.addLatest("quality", () -> run.add("old"));
        add(1);
        queue.addLatest("quality", () -> run.add("new"));
        queue.addLatest("other", () -> run.add("other"));
        drain();
        assertThat(run).containsExactly(1, "new", "other");
        queue.addLatest("quality", () -> run.add("newest"));
        drain();
        assertThat(run).endsWith("newest");
    }

    @Test
    void saysOnceThatItFallsBehindAndOnceThatItHasCaughtUp() {
        queue.watch(behind::add);
        fill(CallbackQueue.MANY - 1);
        assertThat(behind).isEmpty();
        fill(10);
        assertThat(behind).containsExactly(true);
        while (run.size() < CallbackQueue.MANY + 8 - CallbackQueue.FEW) {
            executor.remove().run();
        }
        assertThat(behind).containsExactly(true);
        executor.remove().run();
        assertThat(behind).containsExactly(true, false);
        fill(CallbackQueue.MANY);
        assertThat(behind).containsExactly(true, false, true);
        drain();
        assertThat(run).hasSize(2 * CallbackQueue.MANY + 9);
        assertThat(behind).containsExactly(true, false, true, false);
    }

    @Test
    void leavesOutWhatAnAppCanDoWithoutOnlyWhileItIsBehind() {
        queue.addIfKeepingUp(() -> run.add("first"));
        fill(CallbackQueue.MANY);
        queue.addIfKeepingUp(() -> run.add("left out"));
        drain();
        queue.addIfKeepingUp(() -> run.add("last"));
        drain();
        assertThat(run).startsWith("first").endsWith("last").doesNotContain("left out");
    }

    @Test
    void aCallbackThatThrowsHoldsUpNothing() {
        queue.add(() -> {
            throw new IllegalStateException("the app's");
        });
        add(1);
        assertThatThrownBy(this::drain).hasMessage("the app's");
        drain();
        assertThat(run).containsExactly(1);
    }

    private void add(int number) {
        queue.add(() -> run.add(number));
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            add(i);
        }
    }

    private void drain() {
        while (!executor.isEmpty()) {
            executor.remove().run();
        }
    }
}
