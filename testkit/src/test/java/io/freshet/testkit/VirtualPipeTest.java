package io.freshet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VirtualPipeTest {
    private static final long MS = 1_000_000L;

    private final Simulation simulation = new Simulation("pipe", 3);
    private final VirtualPipe<String, Integer> pipe =
            new VirtualPipe<>(simulation, "p", 10 * MS, 20 * MS);
    private final List<Integer> atFirst = new ArrayList<>();
    private final List<String> atSecond = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @BeforeEach
    void listen() {
        pipe.first()
                .setListener(
                        new VirtualPipe.Listener<>() {
                            @Override
                            public void onMessage(Integer message) {
                                atFirst.add(message);
                            }

                            @Override
                            public void onClosed(String reason) {
                                closed.add("first: " + reason);
                            }
                        });
        pipe.second()
                .setListener(
                        new VirtualPipe.Listener<>() {
                            @Override
                            public void onMessage(String message) {
                                atSecond.add(message);
                            }

                            @Override
                            public void onClosed(String reason) {
                                closed.add("second: " + reason);
                            }
                        });
    }

    private void run() {
        simulation.runFor(1_000 * MS);
    }

    @Test
    void deliversEverythingOnceAndInOrderInSpiteOfJitter() {
        for (int i = 0; i < 200; i++) {
            pipe.second().send(i);
        }
        pipe.first().send("hello");
        simulation.runFor(10 * MS - 1);
        assertThat(atFirst).isEmpty();
        run();

        assertThat(atFirst).isEqualTo(IntStream.range(0, 200).boxed().toList());
        assertThat(atSecond).containsExactly("hello");
    }

    @Test
    void theOtherEndLearnsOfAClosingAfterAllThatWasSentBefore() {
        pipe.first().send("last words");
        pipe.first().close("bye");
        pipe.first().send("too late");
        run();

        assertThat(atSecond).containsExactly("last words");
        assertThat(closed).containsExactly("second: bye");
        assertThat(pipe.second().isOpen()).isFalse();
    }

    @Test
    void severedItCarriesNothingAndTellsNobody() {
        pipe.first().send("under way");
        pipe.sever();
        pipe.first().send("lost");
        pipe.second().send(1);
        run();

        assertThat(atSecond).isEmpty();
        assertThat(atFirst).isEmpty();
        assertThat(closed).isEmpty();
        assertThat(pipe.first().isOpen()).isTrue();

        pipe.first().close("gave up");
        run();
        assertThat(closed).as("half-open").isEmpty();
        assertThat(pipe.second().isOpen()).isTrue();
    }

    @Test
    void aResetIsNoticedAtBothEndsAtOnce() {
        pipe.first().send("under way");
        pipe.reset("reset");
        run();

        assertThat(closed).containsExactly("first: reset", "second: reset");
        assertThat(atSecond).isEmpty();
    }

    @Test
    void aSlowReaderLetsMessagesPileUp() {
        pipe.first().setReading(false);
        for (int i = 0; i < 5; i++) {
            pipe.second().send(i);
        }
        run();
        assertThat(atFirst).isEmpty();
        assertThat(pipe.first().backlog()).isEqualTo(5);

        pipe.first().setReading(true);
        assertThat(atFirst).containsExactly(0, 1, 2, 3, 4);
        assertThat(pipe.first().backlog()).isZero();
    }

    @Test
    void aSlowReaderLearnsOfAClosingOnlyWhenItHasReadTheRest() {
        pipe.first().setReading(false);
        pipe.second().send(1);
        pipe.second().close("done");
        run();
        assertThat(closed).isEmpty();

        pipe.first().setReading(true);
        assertThat(atFirst).containsExactly(1);
        assertThat(closed).containsExactly("first: done");
    }

    @Test
    void whatIsUnderWayCountsAsBacklog() {
        pipe.second().send(1);
        assertThat(pipe.first().backlog()).isEqualTo(1);
        run();
        assertThat(pipe.first().backlog()).isZero();
    }
}
