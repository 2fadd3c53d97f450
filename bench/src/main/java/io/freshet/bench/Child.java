package io.freshet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// A process of the demo, seen from the parent.
public final class Child implements AutoCloseable {
    private static final int KEPT_LINES = 30;
    private static final int POLITE_SECONDS = 4;
    private static final int CTRL_C_MS = 300;

    private final String name;
    private final Process process;

    /// Guards the last lines.
    private final ReentrantLock lock = new ReentrantLock();

    private final Deque<String> lastLines = new ArrayDeque<>();
    private volatile boolean stopping;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /// Starts a process. Its lines go to the consumer, one after another.
    ///
    /// @param onEarlyEnd called with the exit code when it ends without having been told to
    public static Child start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Consumer<String> lines,
            IntConsumer onEarlyEnd)
            throws DemoException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Child child = new Child(name, builder.start());
            Thread _ =
                    Thread.ofPlatform()
                            .daemon()
                            .name(name + "-output")
                            .start(() -> child.read(lines, onEarlyEnd));
            return child;
        } catch (IOException failure) {
            throw new DemoException(
                    "the " + name + " cannot be started: " + failure.getMessage(), failure);
        }
    }

    private void read(Consumer<String> lines, IntConsumer onEarlyEnd) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            while (line != null) {
                keep(line);
                lines.accept(line);
                line = reader.readLine();
            }
        } catch (IOException closed) {
            keep("(output ended: " + closed.getMessage() + ")");
        }
        try {
            int code = process.waitFor();
            // Ctrl-C reaches the children first; the parent's own stop follows within this time.
            TimeUnit.MILLISECONDS.sleep(CTRL_C_MS);
            if (!stopping) {
                onEarlyEnd.accept(code);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(String line) {
        lock.lock();
        try {
            if (lastLines.size() == KEPT_LINES) {
                lastLines.removeFirst();
            }
            if (!line.startsWith(Report.MARK)) {
                lastLines.addLast(line);
            }
        } finally {
            lock.unlock();
        }
    }

    public long pid() {
        return process.pid();
    }

    String name() {
        return name;
    }

    /// What it printed last, for an error message.
    public String lastLines() {
        lock.lock();
        try {
            return String.join(System.lineSeparator(), lastLines);
        } finally {
            lock.unlock();
        }
    }

    /// Asks the process to end: clients by closing their input, every process by a signal after
    /// that.
    void askToStop() {
        stopping = true;
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // It has ended by itself.
            return;
        }
    }

    /// Stops the process and waits until it is gone.
    @Override
    public void close() {
        askToStop();
        try {
            if (!process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS)) {
                end();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Stops a process that does not watch its input.
    public void terminate() {
        stopping = true;
        try {
            end();
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            int _ = process.waitFor();
        }
    }
}
