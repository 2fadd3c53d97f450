package io.freshet.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/// The servers of all scenarios, each started when it is first needed: one of each configuration
/// that scenarios share, and one for those that need it alone, which use it one after the other.
final class TestServers implements AutoCloseable {
    private final Path directory;
    private final Map<String, Shared> servers = new HashMap<>();
    private boolean closed;

    /// @param directory of their data
    TestServers(Path directory) {
        this.directory = directory;
    }

    /// A scenario's turn at its server.
    record Use(TestServer server, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    private record Shared(TestServer server, ReentrantLock turn) {}

    /// Waits for the server, if the scenario needs it alone.
    Use use(Scenario scenario) throws IOException, TimeoutException {
        boolean alone = scenario.needsServerAlone();
        Shared shared = find(scenario.server(), alone);
        if (!alone) {
            return new Use(shared.server(), () -> {});
        }
        shared.turn().lock();
        return new Use(shared.server(), shared.turn()::unlock);
    }

    private synchronized Shared find(String configuration, boolean alone)
            throws IOException, TimeoutException {
        if (closed) {
            throw new IOException("the tests have ended");
        }
        String name = configuration + (alone ? "-alone" : "");
        Shared shared = servers.get(name);
        if (shared == null) {
            shared =
                    new Shared(
                            new TestServer(configuration, directory.resolve(name)),
                            new ReentrantLock());
            servers.put(name, shared);
        }
        return shared;
    }

    @Override
    public synchronized void close() {
        closed = true;
        servers.values().forEach(each -> each.server().close());
    }
}
