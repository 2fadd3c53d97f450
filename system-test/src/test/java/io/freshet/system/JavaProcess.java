package io.freshet.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A Java program of ours in its own process, with the class path of the tests. What it prints is
/// kept line by line and shown when a test fails.
public final class JavaProcess implements AutoCloseable {
    private final String name;
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private JavaProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        Thread.ofVirtual().name("output of " + name).start(this::read);
    }

    static JavaProcess start(
            String name, Class<?> main, List<String> jvmOptions, List<String> arguments)
            throws IOException {
        List<String> command = command(main, jvmOptions);
        command.addAll(arguments);
        return new JavaProcess(name, new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /// The command line of such a program, without arguments.
    public static List<String> command(Class<?> main, List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Djava.awt.headless=true");
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        return command;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException endOfProcess) {
            lines.add("(output ended: " + endOfProcess.getMessage() + ")");
        }
    }

    /// Waits until a line contains the text, and returns the line.
    String awaitLine(String text) throws TimeoutException {
        Until.holds(
                name + " printing '" + text + "'",
                () -> !process.isAlive() || find(text) != null,
                () -> output());
        String line = find(text);
        if (line == null) {
            throw new TimeoutException(name + " ended without '" + text + "':\n" + output());
        }
        return line;
    }

    private @Nullable String find(String text) {
        return lines.stream().filter(line -> line.contains(text)).findFirst().orElse(null);
    }

    String output() {
        return String.join("\n", lines);
    }

    /// SIGKILL: the process has no chance to say goodbye.
    void killHard() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// SIGTERM; returns the exit code.
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " did not stop on SIGTERM:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
