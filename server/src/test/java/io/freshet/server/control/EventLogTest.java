package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomUser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventLogTest {
    private static RoomEvent event(long version) {
        return new RoomEvent.UserJoined(version, new RoomUser("u" + version, "n"));
    }

    private static EventLog logOf(int limit, long events) {
        EventLog log = new EventLog(limit);
        for (long v = 1; v <= events; v++) {
            log.append(event(v));
        }
        return log;
    }

    private static List<Long> versionsAfter(EventLog log, long since) {
        return log.after(since, _ -> true).stream().map(RoomEvent::version).toList();
    }

    @Test
    void replaysExactlyWhatCameAfter() {
        EventLog log = logOf(100, 5);

        assertThat(versionsAfter(log, 0)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(versionsAfter(log, 3)).containsExactly(4L, 5L);
        assertThat(versionsAfter(log, 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 31, 32, 33, 40, 1000})
    void keepsTheNewestAtEveryFillLevel(int limit) {
        EventLog log = new EventLog(limit);
        for (long v = 1; v <= 2L * limit + 3; v++) {
            log.append(event(v));
            long oldest = Math.max(0, v - limit);
            assertThat(log.reaches(oldest)).isTrue();
            assertThat(log.reaches(oldest - 1)).isFalse();
            assertThat(versionsAfter(log, oldest))
                    .hasSize((int) (v - oldest))
                    .first()
                    .isEqualTo(oldest + 1);
            assertThat(versionsAfter(log, oldest)).last().isEqualTo(v);
        }
    }

    @Test
    void doesNotReachIntoTheFuture() {
        EventLog log = logOf(10, 3);

        assertThat(log.reaches(4)).isFalse();
        assertThatThrownBy(() -> log.after(4, _ -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        EventLog log = logOf(10, 4);

        assertThat(log.after(0, event -> event.version() % 2 == 0))
                .extracting(RoomEvent::version)
                .containsExactly(2L, 4L);
    }

    @Test
    void refusesAGapInVersions() {
        EventLog log = logOf(10, 2);

        assertThatThrownBy(() -> log.append(event(4))).isInstanceOf(IllegalStateException.class);
    }
}
