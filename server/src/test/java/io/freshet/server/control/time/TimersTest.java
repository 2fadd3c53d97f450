package io.freshet.server.control.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimersTest {
    private final Timers timers = new Timers();
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsWhatIsDueInOrderOfTimeThenOfAdding() {
        timers.at(20, _ -> ran.add("late"));
        timers.at(10, _ -> ran.add("first"));
        timers.at(10, _ -> ran.add("second"));

        timers.onTimeout(15);

        assertThat(ran).containsExactly("first", "second");
        assertThat(timers.nextTimeoutNs()).isEqualTo(20);
    }

    @Test
    void doesNotRunWhatWasCancelled() {
        timers.at(10, _ -> ran.add("cancelled")).cancel();
        timers.at(10, _ -> ran.add("kept"));

        timers.onTimeout(10);

        assertThat(ran).containsExactly("kept");
    }

    @Test
    void runsWhatAnActionAddsOnlyTheNextTime() {
        timers.at(10, now -> timers.at(now, _ -> ran.add("again")));

        timers.onTimeout(10);
        assertThat(ran).isEmpty();

        timers.onTimeout(10);
        assertThat(ran).containsExactly("again");
        assertThat(timers.nextTimeoutNs()).isEqualTo(Timers.NEVER);
    }

    @Test
    void passesTheTimeOfTheCallNotOfTheDeadline() {
        List<Long> times = new ArrayList<>();
        timers.at(10, times::add);

        timers.onTimeout(99);

        assertThat(times).containsExactly(99L);
    }

    @Test
    void oneThatFailsKeepsNoOtherFromRunning() {
        timers.at(
                10,
                _ -> {
                    throw new IllegalStateException("first");
                });
        timers.at(11, _ -> ran.add("second"));

        assertThatThrownBy(() -> timers.onTimeout(20)).hasMessage("first");

        assertThat(ran).containsExactly("second");
        assertThat(timers.nextTimeoutNs()).isEqualTo(Timers.NEVER);
    }
}
