package io.freshet.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineQueueTest {
    private static final class Named extends DeadlineQueue.Entry {}

    private final DeadlineQueue queue = new DeadlineQueue();

    @Test
    void anEmptyQueueWaitsForever() {
        assertThat(queue.nextNs()).isEqualTo(PeerTransport.NEVER);
    }

    @Test
    void deadlinesAreOnlyBroughtForward() {
        Named entry = new Named();
        queue.set(entry, 100);
        queue.bringForward(entry, 200);
        assertThat(queue.nextNs()).isEqualTo(100);
        queue.bringForward(entry, 50);
        assertThat(queue.nextNs()).isEqualTo(50);
        queue.set(entry, 300);
        assertThat(queue.nextNs()).isEqualTo(300);
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void removingTwiceDoesNothing() {
        Named entry = new Named();
        queue.set(entry, 1);
        queue.remove(entry);
        queue.remove(entry);
        assertThat(queue.size()).isZero();
        queue.bringForward(entry, 9);
        assertThat(queue.nextNs()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithASortedList(long seed) {
        Random random = new Random(seed);
        List<Named> model = new ArrayList<>();
        for (int step = 0; step < 5000; step++) {
            int choice = random.nextInt(10);
            if (choice < 4 || model.isEmpty()) {
                Named added = new Named();
                queue.set(added, random.nextInt(1000));
                model.add(added);
            } else if (choice < 7) {
                queue.set(model.get(random.nextInt(model.size())), random.nextInt(1000));
            } else {
                queue.remove(model.remove(random.nextInt(model.size())));
            }
            long least =
                    model.stream().mapToLong(e -> e.deadlineNs).min().orElse(PeerTransport.NEVER);
            assertThat(queue.nextNs()).isEqualTo(least);
            assertThat(queue.size()).isEqualTo(model.size());
        }
        List<Long> sorted =
                new ArrayList<>(model.stream().map(e -> e.deadlineNs).sorted().toList());
        while (queue.size() > 0) {
            assertThat(queue.nextNs()).isEqualTo(sorted.removeFirst());
            queue.remove(queue.first());
        }
        assertThat(sorted).isEmpty();
    }
}
