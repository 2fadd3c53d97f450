package io.freshet.bench.rooms;

import io.freshet.bench.DemoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many files, and so connections, a process of this machine may have. The JVM raises its limit
/// as far as it may by itself.
final class OpenFiles {
    /// Of a process besides its connections: libraries, database, log.
    private static final int OTHERS = 300;

    private static final String NAME = "Max open files";

    private OpenFiles() {}

    /// Connections that one process can have at a time.
    static int connections() {
        try {
            return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(NAME.length()).strip().split("\\s+", 2)[0])
                    .filter(limit -> limit.matches("\\d{1,9}"))
                    .mapToInt(limit -> Integer.parseInt(limit) - OTHERS)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
        } catch (IOException notLinux) {
            return Integer.MAX_VALUE;
        }
    }

    static void require(int connections) throws DemoException {
        if (connections > connections()) {
            throw new DemoException(
                    connections
                            + " connections need as many open files in one process, and this shell"
                            + " allows "
                            + (connections() + OTHERS)
                            + ": run 'ulimit -n "
                            + (connections + OTHERS)
                            + "' before, or ask for fewer.");
        }
    }
}
