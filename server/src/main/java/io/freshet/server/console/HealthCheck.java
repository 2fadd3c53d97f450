package io.freshet.server.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One thing that an operator wants to know to be well.
///
/// @param name stable, in lower-dash form
/// @param text what is seen, and what to do if it is not well
public record HealthCheck(String name, State state, String text) {
    public enum State {
        OK,
        WARNING,
        FAILED
    }

    private static final Duration MEDIA_SILENCE = Duration.ofSeconds(20);
    private static final double SLOW_TURN_MS = 50;
    private static final double BUSY = 0.9;
    private static final long LITTLE_DISK_BYTES = 1L << 30;
    private static final long NO_DISK_BYTES = 100L << 20;
    private static final int SMALL_BUFFER_BYTES = 1 << 20;
    private static final int MANY_WAITING = 1_000;
    private static final double MIB = 1 << 20;

    /// The worst of several.
    public static State worst(List<HealthCheck> checks) {
        return checks.stream().map(HealthCheck::state).max(State::compareTo).orElse(State.OK);
    }

    /// Everything that can be told of a server.
    public static List<HealthCheck> of(NodeState node) {
        List<HealthCheck> checks = new ArrayList<>();
        checks.add(
                node.ready()
                        ? ok("readiness", "New clients are welcome.")
                        : warning("readiness", "The server is starting or stopping."));
        checks.add(media(node.media(), node.at()));
        checks.add(buffers(node.media()));
        checks.add(processor(node.cpuLoad()));
        checks.add(memory(node));
        checks.add(disk(node.diskFreeBytes()));
        checks.add(callbacks(node.books()));
        checks.add(usage(node.books()));
        return checks;
    }

    private static HealthCheck media(NodeState.Media media, Instant now) {
        if (media.sampledAt().plus(MEDIA_SILENCE).isBefore(now)) {
            return failed("media", "The packet loop does not answer; see the server's log.");
        }
        String turn =
                String.format(Locale.ROOT, "The longest turn took %.1f ms.", media.loopTurnMaxMs());
        if (media.failures() > 0) {
            return warning(
                    "media",
                    media.failures() + " transports ended by a fault of the server. " + turn);
        }
        return media.loopTurnMaxMs() > SLOW_TURN_MS
                ? warning("media", "The packet loop was late. " + turn)
                : ok("media", turn);
    }

    private static HealthCheck buffers(NodeState.Media media) {
        String text =
                String.format(
                        Locale.ROOT,
                        "The UDP receive buffer has %.1f MiB.",
                        media.receiveBufferBytes() / MIB);
        return media.receiveBufferBytes() < SMALL_BUFFER_BYTES
                ? warning("udp-buffer", text + " Raise net.core.rmem_max for many viewers.")
                : ok("udp-buffer", text);
    }

    private static HealthCheck processor(double load) {
        if (load < 0) {
            return ok("processor", "The load is not known yet.");
        }
        String text = String.format(Locale.ROOT, "The machine is busy to %.0f %%.", load * 100);
        return load > BUSY ? warning("processor", text) : ok("processor", text);
    }

    private static HealthCheck memory(NodeState node) {
        String text =
                String.format(
                        Locale.ROOT,
                        "%.0f of %.0f MiB of heap are used.",
                        node.heapUsedBytes() / MIB,
                        node.heapMaxBytes() / MIB);
        return node.heapUsedBytes() > node.heapMaxBytes() * BUSY
                ? warning("memory", text + " FRESHET_JAVA_OPTS=-Xmx... gives more.")
                : ok("memory", text);
    }

    private static HealthCheck disk(long free) {
        String text =
                String.format(Locale.ROOT, "%.0f MiB are free for the data directory.", free / MIB);
        if (free < NO_DISK_BYTES) {
            return failed("disk", text + " Callbacks and usage may be lost.");
        }
        return free < LITTLE_DISK_BYTES ? warning("disk", text) : ok("disk", text);
    }

    private static HealthCheck callbacks(NodeState.Books books) {
        String text =
                books.callbacksWaiting()
                        + " callbacks wait, "
                        + books.callbacksGivenUp()
                        + " were given up.";
        if (books.callbacksDropped() > 0) {
            return warning(
                    "callbacks", books.callbacksDropped() + " were dropped: too many waited.");
        }
        return books.callbacksWaiting() > MANY_WAITING
                ? warning("callbacks", text + " A backend is slow or does not answer.")
                : ok("callbacks", text);
    }

    private static HealthCheck usage(NodeState.Books books) {
        if (books.usageLostSeconds() > 0) {
            return failed("usage", books.usageLostSeconds() + " s could not be written down.");
        }
        return books.usageStoreFailures() > 0
                ? warning("usage", "The database refused usage at times; nothing is lost yet.")
                : ok("usage", "Usage is written down.");
    }

    private static HealthCheck ok(String name, String text) {
        return new HealthCheck(name, State.OK, text);
    }

    private static HealthCheck warning(String name, String text) {
        return new HealthCheck(name, State.WARNING, text);
    }

    private static HealthCheck failed(String name, String text) {
        return new HealthCheck(name, State.FAILED, text);
    }
}
