package io.freshet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VirtualLinkTest {
    private static final long MS = 1_000_000L;
    private static final LinkConditions TEN_MS = LinkConditions.delay(Duration.ofMillis(10));

    private final Simulation simulation = new Simulation("link", 1);
    private final List<Integer> arrived = new ArrayList<>();
    private final List<Long> arrivedAtMs = new ArrayList<>();
    private final long startNs = simulation.nowNs();

    private VirtualLink link(LinkConditions conditions) {
        return new VirtualLink(
                simulation,
                "l",
                conditions,
                datagram -> {
                    arrived.add(datagram.getInt(0));
                    arrivedAtMs.add((simulation.nowNs() - startNs) / MS);
                });
    }

    private static ByteBuffer datagram(int number, int length) {
        return ByteBuffer.allocate(length).putInt(0, number);
    }

    private void sendMany(VirtualLink link, int count, long everyNs) {
        for (int i = 0; i < count; i++) {
            int number = i;
            simulation.after(i * everyNs, "send", () -> link.send(datagram(number, 100)));
        }
        simulation.runFor(count * everyNs + 10_000 * MS);
    }

    @Test
    void deliversAfterTheDelay() {
        link(TEN_MS).send(datagram(5, 4));
        simulation.runFor(9 * MS);
        assertThat(arrived).isEmpty();
        simulation.runFor(1 * MS);
        assertThat(arrived).containsExactly(5);
    }

    @Test
    void deliversACopyAndLeavesTheSendersBufferAlone() {
        ByteBuffer sent = datagram(1, 8).position(4).limit(8);
        sent.putInt(4, 42);
        link(TEN_MS).send(sent);
        sent.putInt(4, 43);
        simulation.runFor(20 * MS);

        assertThat(arrived).containsExactly(42);
        assertThat(sent.position()).isEqualTo(4);
    }

    @Test
    void jitterSpreadsButKeepsTheOrder() {
        sendMany(link(TEN_MS.withJitter(Duration.ofMillis(30))), 500, MS);

        assertThat(arrived).isEqualTo(IntStream.range(0, 500).boxed().toList());
        long longest = 0;
        for (int i = 0; i < 500; i++) {
            longest = Math.max(longest, arrivedAtMs.get(i) - i);
        }
        assertThat(longest).isBetween(35L, 40L);
    }

    @Test
    void losesAsManyAsAskedFor() {
        VirtualLink link = link(TEN_MS.withLoss(0.2));
        sendMany(link, 5_000, MS);

        assertThat(link.lost() / 5_000.0).isCloseTo(0.2, within(0.02));
        assertThat(link.delivered()).isEqualTo(5_000 - link.lost());
        assertThat(arrived).hasSize((int) link.delivered());
    }

    @Test
    void losesInBurstsOfTheMeanLengthAskedFor() {
        VirtualLink link = link(TEN_MS.withBurstLoss(0.1, 5));
        sendMany(link, 20_000, MS);

        int bursts = 0;
        for (int i = 1; i < arrived.size(); i++) {
            if (arrived.get(i) != arrived.get(i - 1) + 1) {
                bursts++;
            }
        }
        assertThat(link.lost() / 20_000.0).isCloseTo(0.1, within(0.02));
        assertThat((double) link.lost() / bursts).isCloseTo(5, within(0.6));
    }

    @Test
    void holdsSomeBackSoThatOthersOvertakeThem() {
        sendMany(link(TEN_MS.withReordering(0.1, Duration.ofMillis(5))), 1_000, MS);

        int overtaken = 0;
        for (int i = 1; i < arrived.size(); i++) {
            if (arrived.get(i) < arrived.get(i - 1)) {
                overtaken++;
            }
        }
        assertThat(arrived).hasSize(1_000);
        assertThat(overtaken).isBetween(50, 130);
    }

    @Test
    void duplicatesSome() {
        sendMany(link(TEN_MS.withDuplication(0.1)), 1_000, MS);

        assertThat(arrived.size() - 1_000).isBetween(70, 130);
        assertThat(arrived.stream().distinct()).hasSize(1_000);
    }

    @Test
    void sendsNoFasterThanTheRate() {
        // 100 B at 80 kbit/s take 10 ms each.
        VirtualLink link = link(LinkConditions.PERFECT.withRate(80_000, 10_000));
        for (int i = 0; i < 5; i++) {
            link.send(datagram(i, 100));
        }
        simulation.runFor(1_000 * MS);

        assertThat(arrivedAtMs).containsExactly(10L, 20L, 30L, 40L, 50L);
    }

    @Test
    void dropsWhatDoesNotFitIntoTheQueue() {
        VirtualLink link = link(LinkConditions.PERFECT.withRate(80_000, 300));
        for (int i = 0; i < 10; i++) {
            link.send(datagram(i, 100));
        }
        simulation.runFor(1_000 * MS);

        assertThat(arrived).containsExactly(0, 1, 2);
        assertThat(link.overflowed()).isEqualTo(7);
    }

    @Test
    void carriesNothingWhileDownNotEvenWhatIsUnderWay() {
        VirtualLink link = link(TEN_MS);
        link.send(datagram(1, 4));
        simulation.runFor(5 * MS);
        link.setUp(false);
        link.send(datagram(2, 4));
        link.setUp(true);
        link.send(datagram(3, 4));
        simulation.runFor(100 * MS);

        assertThat(arrived).containsExactly(3);
        assertThat(link.lost()).isEqualTo(2);
    }

    @Test
    void theSameSeedLosesTheSame() {
        VirtualLink link = link(TEN_MS.withLoss(0.5));
        sendMany(link, 100, MS);
        List<Integer> first = List.copyOf(arrived);
        arrived.clear();
        Simulation again = new Simulation("other name", 1);
        VirtualLink twin =
                new VirtualLink(again, "l", TEN_MS.withLoss(0.5), d -> arrived.add(d.getInt(0)));
        for (int i = 0; i < 100; i++) {
            twin.send(datagram(i, 100));
        }
        again.runFor(1_000 * MS);

        assertThat(arrived).isEqualTo(first).hasSizeBetween(30, 70);
    }

    @Test
    void refusesConditionsThatCannotBe() {
        assertThatThrownBy(() -> TEN_MS.withLoss(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss");
        assertThatThrownBy(() -> TEN_MS.withBurstLoss(0.1, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TEN_MS.withDelay(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
