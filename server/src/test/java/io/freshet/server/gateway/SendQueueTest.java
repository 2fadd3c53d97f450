package io.freshet.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SendQueueTest {
    private final SendQueue<Integer> queue = new SendQueue<>(3);

    @Test
    void saysWhoHasToEmptyIt() {
        assertThat(queue.offer(1)).isEqualTo(SendQueue.Offer.FIRST);
        assertThat(queue.offer(2)).isEqualTo(SendQueue.Offer.TAKEN);
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.hasMoreThan(1)).isTrue();
        assertThat(queue.onTaken(1)).isFalse();
        assertThat(queue.take()).isEqualTo(2);
        assertThat(queue.hasMoreThan(1)).isFalse();
        assertThat(queue.onTaken(1)).isTrue();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.offer(3)).isEqualTo(SendQueue.Offer.FIRST);
    }

    @Test
    void isBoundedWithWhatIsBeingDealtWith() {
        queue.offer(1);
        queue.offer(2);
        assertThat(queue.isHalfFull()).isTrue();
        queue.offer(3);
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.offer(4)).isEqualTo(SendQueue.Offer.FULL);
        queue.onTaken(1);
        assertThat(queue.offer(4)).isEqualTo(SendQueue.Offer.TAKEN);
        assertThat(queue.offer(5)).isEqualTo(SendQueue.Offer.FULL);
    }

    @Test
    void losesNothingAndKeepsEachThreadsOrderAndHasOneEmptier() throws InterruptedException {
        int each = 2_000;
        SendQueue<Integer> wide = new SendQueue<>(4 * each);
        List<Integer> taken = new ArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(4 * each);
        Runnable emptying =
                () -> {
                    boolean done = false;
                    while (!done) {
                        int now = inside.incrementAndGet();
                        most.accumulateAndGet(now, Math::max);
                        taken.add(wide.take());
                        inside.decrementAndGet();
                        done = wide.onTaken(1);
                        left.countDown();
                    }
                };
        for (int thread = 0; thread < 4; thread++) {
            int from = thread * each;
            Thread.ofVirtual()
                    .start(() -> {
                        for (int i = from; i < from + each; i++) {
                            if (wide.offer(i) == SendQueue.Offer.FIRST) {
                                Thread.ofVirtual().start(emptying);
                            }
                        }
                    });
        }
        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
        assertThat(taken).doesNotHaveDuplicates().hasSize(4 * each);
        for (int thread = 0; thread < 4; thread++) {
            int from = thread * each;
            assertThat(taken.stream().filter(i -> i >= from && i < from + each).toList())
                    .isSorted();
        }
    }
}
