package io.freshet.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.console.HealthCheck.State;
import io.freshet.server.control.ControlStatistics;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final NodeState.Media MEDIA =
            new NodeState.Media(NOW.minusSeconds(5), 1, 2, 3, 4, 2.5, 0, 8 << 20);
    private static final NodeState.Books BOOKS = new NodeState.Books(0, 0, 0, 0, 0);
    private static final long GIB = 1L << 30;

    private static NodeState node(
            double load, long heapUsed, long disk, NodeState.Media media, NodeState.Books books) {
        return new NodeState(
                "1@host",
                "0.1.0",
                NOW.minusSeconds(60),
                NOW,
                true,
                load,
                2,
                heapUsed,
                GIB,
                disk,
                new ControlStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                media,
                books);
    }

    private static State of(String name, NodeState node) {
        return HealthCheck.of(node).stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aWellServerIsWell() {
        NodeState well = node(0.3, GIB / 2, 20 * GIB, MEDIA, BOOKS);
        assertThat(HealthCheck.of(well)).allMatch(check -> check.state() == State.OK);
        assertThat(HealthCheck.worst(HealthCheck.of(well))).isEqualTo(State.OK);
    }

    @Test
    void theWorstCheckIsTheWholesState() {
        NodeState full = node(0.95, GIB, 10 << 20, MEDIA, BOOKS);
        assertThat(of("processor", full)).isEqualTo(State.WARNING);
        assertThat(of("memory", full)).isEqualTo(State.WARNING);
        assertThat(of("disk", full)).isEqualTo(State.FAILED);
        assertThat(HealthCheck.worst(HealthCheck.of(full))).isEqualTo(State.FAILED);
    }

    @Test
    void aSilentPacketLoopHasFailedAndALateOneIsToldOf() {
        var silent = new NodeState.Media(NOW.minusSeconds(21), 0, 0, 0, 0, 0, 0, 8 << 20);
        assertThat(of("media", node(0, 0, 20 * GIB, silent, BOOKS))).isEqualTo(State.FAILED);
        var late = new NodeState.Media(NOW, 0, 0, 0, 0, 51, 0, 8 << 20);
        assertThat(of("media", node(0, 0, 20 * GIB, late, BOOKS))).isEqualTo(State.WARNING);
        var faulty = new NodeState.Media(NOW, 0, 0, 0, 0, 1, 1, 8 << 20);
        assertThat(of("media", node(0, 0, 20 * GIB, faulty, BOOKS))).isEqualTo(State.WARNING);
        var small = new NodeState.Media(NOW, 0, 0, 0, 0, 1, 0, 200_000);
        assertThat(of("udp-buffer", node(0, 0, 20 * GIB, small, BOOKS))).isEqualTo(State.WARNING);
    }

    @Test
    void whatWasNotWrittenDownIsToldOf() {
        var dropped = new NodeState.Books(0, 1, 0, 0, 0);
        assertThat(of("callbacks", node(0, 0, 20 * GIB, MEDIA, dropped))).isEqualTo(State.WARNING);
        var waiting = new NodeState.Books(1001, 0, 0, 0, 0);
        assertThat(of("callbacks", node(0, 0, 20 * GIB, MEDIA, waiting))).isEqualTo(State.WARNING);
        var lost = new NodeState.Books(0, 0, 0, 1, 1);
        assertThat(of("usage", node(0, 0, 20 * GIB, MEDIA, lost))).isEqualTo(State.FAILED);
        var refused = new NodeState.Books(0, 0, 0, 1, 0);
        assertThat(of("usage", node(0, 0, 20 * GIB, MEDIA, refused))).isEqualTo(State.WARNING);
    }
}
