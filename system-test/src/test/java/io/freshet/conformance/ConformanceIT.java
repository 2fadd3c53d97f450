package io.freshet.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every scenario of `conformance/`, against the real server. Properties: `conformance.client`, the
/// command that starts the client program of another SDK; `conformance.only`, part of a path.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {
    @TempDir private static Path directory;
    private final RunWords words = new RunWords();
    private final Map<String, TestServer> servers = new HashMap<>();
    private final ClientPool pool = new ClientPool(ClientPool.command());

    @TestFactory
    List<DynamicTest> scenarios() throws IOException {
        String only = System.getProperty("conformance.only", "");
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : Scenario.files("scenarios")) {
            Scenario scenario = Scenario.read(file);
            if (scenario.name().contains(only)) {
                tests.add(DynamicTest.dynamicTest(scenario.name(), () -> play(scenario)));
            }
        }
        return tests;
    }

    private void play(Scenario scenario)
            throws IOException, InterruptedException, TimeoutException {
        try (ScenarioRun run =
                new ScenarioRun(scenario, server(scenario.server()), pool, words.next())) {
            run.play();
        }
    }

    private TestServer server(String name) throws IOException, TimeoutException {
        TestServer server = servers.get(name);
        if (server == null) {
            server = new TestServer(name, directory.resolve(name));
            servers.put(name, server);
        }
        return server;
    }

    @AfterAll
    void stopEverything() {
        pool.close();
        servers.values().forEach(TestServer::close);
    }
}
