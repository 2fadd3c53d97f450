package io.freshet.media.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.Selector;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CommandQueueTest {
    @Test
    void newTransportsAreRefusedBeforeExistingOnesLoseTheirs() throws Exception {
        try (Selector selector = Selector.open()) {
            CommandQueue queue = new CommandQueue(2, 2, selector);
            LoopCommand wanted = new LoopCommand.Statistics(new CompletableFuture<>());

            assertThat(queue.admit(wanted)).isTrue();
            assertThat(queue.admit(wanted)).isTrue();
            assertThat(queue.admit(wanted)).isFalse();
            assertThat(queue.add(new LoopCommand.Close(1))).isTrue();
            assertThat(queue.add(new LoopCommand.Close(2))).isTrue();
            assertThat(queue.add(new LoopCommand.Close(3))).isFalse();
            assertThat(queue.isEmpty()).isFalse();
        }
    }

    @Test
    void commandsComeOutInOrderAndWakeTheLoop() throws Exception {
        try (Selector selector = Selector.open()) {
            CommandQueue queue = new CommandQueue(2, 2, selector);
            queue.add(new LoopCommand.Close(1));
            queue.add(new LoopCommand.Close(2));

            assertThat(selector.select()).isZero(); // returns at once
            assertThat(queue.poll()).isEqualTo(new LoopCommand.Close(1));
            assertThat(queue.poll()).isEqualTo(new LoopCommand.Close(2));
            assertThat(queue.poll()).isNull();
        }
    }
}
