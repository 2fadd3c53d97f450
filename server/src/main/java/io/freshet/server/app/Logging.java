package io.freshet.server.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Sends every log line to standard error, one line each: `2026-11-21T02:31:11.123Z INFO gateway
/// listening on 8080`.
final class Logging {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// What libraries tell at info concerns their developers.
    private static final List<String> LIBRARIES =
            List.of(
                    "io.helidon",
                    "org.flywaydb",
                    "org.jdbi",
                    "io.micrometer",
                    "org.h2",
                    "h2database");

    private Logging() {}

    /// Takes effect at once, for loggers made before or after. Levels are set through the log
    /// manager's own configuration, which, unlike a logger nobody refers to, is not collected.
    static void configure(System.Logger.Level level) {
        boolean detailed = level.getSeverity() <= System.Logger.Level.DEBUG.getSeverity();
        var settings = new StringBuilder(".level=WARNING\n");
        settings.append("io.freshet.level=").append(julLevel(level)).append('\n');
        for (String library : LIBRARIES) {
            settings.append(library).append(detailed ? ".level=INFO\n" : ".level=WARNING\n");
        }
        try (var text = new ByteArrayInputStream(settings.toString().getBytes(UTF_8))) {
            LogManager.getLogManager().readConfiguration(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var root = Logger.getLogger("");
        for (var former : root.getHandlers()) {
            root.removeHandler(former);
        }
        var handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        handler.setFormatter(new OneLine());
        root.addHandler(handler);
    }

    private static Level julLevel(System.Logger.Level level) {
        return switch (level) {
            case ALL -> Level.ALL;
            case TRACE -> Level.FINER;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR -> Level.SEVERE;
            case OFF -> Level.OFF;
        };
    }

    /// Must be called before the first logger is made. The standard log manager stops logging as
    /// soon as the process is asked to end, which is when a graceful stop has something to say.
    static void useLastingManager() {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
        // Jdbi brings the API of a logging library that we do not use.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            var line = new StringBuilder(160);
            TIME.formatTo(Instant.ofEpochMilli(entry.getMillis()), line);
            line.append(' ').append(name(entry.getLevel())).append(' ');
            line.append(source(entry.getLoggerName())).append(' ');
            line.append(formatMessage(entry).replace('\n', ' ').replace('\r', ' '));
            Throwable thrown = entry.getThrown();
            if (thrown != null) {
                var trace = new StringWriter();
                thrown.printStackTrace(new PrintWriter(trace));
                line.append(System.lineSeparator()).append(trace.toString().stripTrailing());
            }
            return line.append(System.lineSeparator()).toString();
        }

        private static String name(Level level) {
            int value = level.intValue();
            if (value >= Level.SEVERE.intValue()) {
                return "ERROR";
            }
            if (value >= Level.WARNING.intValue()) {
                return "WARN ";
            }
            if (value >= Level.INFO.intValue()) {
                return "INFO ";
            }
            return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
        }

        /// `io.freshet.server.gateway.WhipRoutes` is told as `gateway`.
        private static String source(String logger) {
            if (logger == null || logger.isEmpty()) {
                return "-";
            }
            if (!logger.startsWith("io.freshet.")) {
                return logger;
            }
            int end = logger.lastIndexOf('.');
            return logger.substring(logger.lastIndexOf('.', end - 1) + 1, end);
        }
    }
}
