package io.freshet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a JVM of this machine uses, seen from outside of it.
public final class ProcessMeter {
    private static final int PATIENCE_SECONDS = 30;
    private static final long BYTES_PER_KB = 1024;
    private static final double NS_PER_SECOND = 1e9;

    private final long pid;

    ProcessMeter(long pid) {
        this.pid = pid;
    }

    /// Of a child that is a JVM.
    public static ProcessMeter of(Child child) {
        return new ProcessMeter(child.pid());
    }

    /// Processor time of all its threads since it began, in user and kernel mode.
    public double cpuSeconds() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .map(ns -> ns / NS_PER_SECOND)
                .orElse(Double.NaN);
    }

    /// Its pages in memory; 0 where the system does not say.
    public long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KB)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /// What is alive on its heap: a full collection comes first.
    public long liveHeapBytes() throws DemoException {
        // The last line is "Total", a number of objects and one of bytes.
        String total = last(jcmd("GC.class_histogram"));
        try {
            return Long.parseLong(total.replaceAll(".*\\s", ""));
        } catch (NumberFormatException unreadable) {
            throw new DemoException("jcmd said '" + total + "' instead of a total", unreadable);
        }
    }

    private static String last(String lines) {
        String text = lines.stripTrailing();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private String jcmd(String command) throws DemoException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process =
                    new ProcessBuilder(List.of(program, Long.toString(pid), command))
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new DemoException(program + " failed: " + said.strip());
            }
            return said;
        } catch (IOException missing) {
            throw new DemoException(program + " cannot be run", missing);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DemoException("stopped", stop);
        }
    }
}
