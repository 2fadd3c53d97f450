package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LoggingTest {
    private final Logging.OneLine format = new Logging.OneLine();

    @Test
    void writesOneLine() {
        var entry = entry(Level.INFO, "io.freshet.server.gateway.Gateway", "two\nlines {0}", 5);
        assertThat(format.format(entry))
                .isEqualTo(
                        "2026-11-21T02:00:00.123Z INFO  gateway two lines 5"
                                + System.lineSeparator());
    }

    @Test
    void namesLevelsAndForeignLoggers() {
        assertThat(format.format(entry(Level.SEVERE, "a.b.C", "x"))).contains("Z ERROR a.b.C x");
        assertThat(format.format(entry(Level.WARNING, "", "x"))).contains("Z WARN  - x");
        assertThat(format.format(entry(Level.FINE, "io.freshet.X", "x")))
                .contains("Z DEBUG freshet x");
        assertThat(format.format(entry(Level.FINER, "c", "x"))).contains("Z TRACE c x");
    }

    @Test
    void showsWhereAFaultComesFrom() {
        var entry = entry(Level.SEVERE, "c", "failed");
        entry.setThrown(new IllegalStateException("because"));
        assertThat(format.format(entry))
                .contains("c failed", "IllegalStateException: because", "\tat ");
    }

    private static LogRecord entry(Level level, String logger, String message, Object... values) {
        var entry = new LogRecord(level, message);
        entry.setLoggerName(logger);
        entry.setParameters(values);
        entry.setInstant(java.time.Instant.parse("2026-11-21T02:00:00.123Z"));
        return entry;
    }
}
