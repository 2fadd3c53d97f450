package io.freshet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SimulationTest {
    private final Simulation simulation = new Simulation("test", 7);
    private final List<String> ran = new ArrayList<>();

    private Runnable note(String what) {
        return () -> ran.add(what);
    }

    @Test
    void runsEventsInOrderOfTimeThenOfScheduling() {
        simulation.after(20, "c", note("c"));
        simulation.after(10, "a", note("a"));
        simulation.after(10, "b", note("b"));

        simulation.runFor(100);

        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void stopsAtTheDeadlineAndGoesOnFromThere() {
        simulation.after(10, "a", note("a"));
        simulation.after(11, "b", note("b"));
        long startNs = simulation.nowNs();

        simulation.runFor(10);
        assertThat(ran).containsExactly("a");
        assertThat(simulation.nowNs()).isEqualTo(startNs + 10);

        simulation.runFor(1);
        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void doesNotRunWhatIsCancelled() {
        simulation.after(10, "a", note("a")).cancel();
        simulation.runFor(100);

        assertThat(ran).isEmpty();
        assertThat(simulation.eventNumber()).isZero();
    }

    @Test
    void repeatsUntilToldToStop() {
        simulation.every(
                10,
                "tick",
                () -> {
                    ran.add("tick");
                    return ran.size() < 3;
                });
        simulation.runFor(1000);

        assertThat(ran).hasSize(3);
    }

    @Test
    void callsATimedObjectAtItsDeadline() {
        long dueNs = simulation.nowNs() + 50;
        simulation.drive(
                "timed",
                new Simulation.Timed() {
                    private long nextNs = dueNs;

                    @Override
                    public long nextTimeoutNs() {
                        return nextNs;
                    }

                    @Override
                    public void onTimeout(long nowNs) {
                        ran.add("timeout");
                        assertThat(nowNs).isEqualTo(dueNs);
                        nextNs = Simulation.NEVER;
                    }
                });
        simulation.after(49, "before", note("before"));
        simulation.after(50, "with", note("with"));
        simulation.after(51, "after", note("after"));

        simulation.runFor(100);

        assertThat(ran).containsExactly("before", "with", "timeout", "after");
    }

    @Test
    void failsIfADeadlineDoesNotMove() {
        simulation.drive(
                "stuck",
                new Simulation.Timed() {
                    @Override
                    public long nextTimeoutNs() {
                        return 0;
                    }

                    @Override
                    public void onTimeout(long nowNs) {}
                });

        assertThatThrownBy(() -> simulation.runFor(1))
                .isInstanceOf(SimulationFailure.class)
                .hasMessageContaining("stuck");
    }

    @Test
    void aFailureNamesScenarioSeedAndEvent() {
        simulation.after(1, "harmless", note("a"));
        simulation.after(
                2,
                "harmful",
                () -> {
                    throw new IllegalStateException("broken");
                });

        SimulationFailure failure =
                catchThrowableOfType(SimulationFailure.class, () -> simulation.runFor(10));

        assertThat(failure)
                .hasMessageContaining("scenario \"test\", seed 7, event 2")
                .hasMessageContaining("harmful: broken")
                .hasMessageContaining("#1 harmless")
                .hasMessageContaining("-Dfreshet.simulation.seed=7")
                .hasRootCauseMessage("broken");
        assertThat(failure.seed()).isEqualTo(7);
        assertThat(failure.eventNumber()).isEqualTo(2);
    }

    @Test
    void checksEveryInvariantAfterEveryEvent() {
        int[] value = {0};
        int[] checks = {0};
        simulation.invariant("counts", () -> checks[0]++);
        simulation.invariant("below three", () -> assertThat(value[0]).as("value").isLessThan(3));
        for (int i = 0; i < 5; i++) {
            simulation.after(i, "grow", () -> value[0]++);
        }

        SimulationFailure failure =
                catchThrowableOfType(SimulationFailure.class, () -> simulation.runFor(10));

        assertThat(failure.eventNumber()).isEqualTo(3);
        assertThat(failure).hasMessageContaining("invariant \"below three\" after grow");
        assertThat(checks[0]).isEqualTo(3);
    }

    @Test
    void aValidationFailsLikeAnEvent() {
        assertThatThrownBy(() ->
                        simulation.validate(
                                "end",
                                () -> {
                                    throw new AssertionError("differs");
                                }))
                .isInstanceOf(SimulationFailure.class)
                .hasMessageContaining("validation \"end\": differs");
    }

    @Test
    void randomnessFollowsFromSeedAndPurposeAlone() {
        RandomGenerator one = new Simulation("x", 1).random("a");
        RandomGenerator same = new Simulation("y", 1).random("a");
        RandomGenerator otherPurpose = new Simulation("x", 1).random("b");
        RandomGenerator otherSeed = new Simulation("x", 2).random("a");
        long expected = one.nextLong();

        assertThat(same.nextLong()).isEqualTo(expected);
        assertThat(otherPurpose.nextLong()).isNotEqualTo(expected);
        assertThat(otherSeed.nextLong()).isNotEqualTo(expected);
    }

    @Test
    void theFingerprintTellsRunsApart() {
        assertThat(fingerprint(1, 10)).isEqualTo(fingerprint(1, 10));
        assertThat(fingerprint(1, 10)).isNotEqualTo(fingerprint(1, 11));
    }

    private static long fingerprint(long seed, long delayNs) {
        Simulation run = new Simulation("f", seed);
        run.after(delayNs, "event", () -> {});
        run.runFor(100);
        return run.fingerprint();
    }

    @Test
    void timeNeverGoesBackButTheWallClockMay() {
        VirtualClock clock = new VirtualClock();
        long wallMs = clock.wallMs();
        clock.advanceBy(5_000_000);
        assertThat(clock.wallMs()).isEqualTo(wallMs + 5);
        clock.jumpWall(-1000);
        assertThat(clock.wallMs()).isEqualTo(wallMs - 995);
        assertThatThrownBy(() -> clock.advanceBy(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
