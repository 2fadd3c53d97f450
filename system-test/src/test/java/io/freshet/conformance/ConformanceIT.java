package io.freshet.conformance;

import io.freshet.conformance.client.ScenarioClient;
import io.freshet.system.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every scenario of `conformance/`, against the real server. Properties: `conformance.client`, the
/// command that starts the client program of another SDK; `conformance.only`, part of a path.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {
    private static final List<String> SMALL_JVM =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m");
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    @TempDir private static Path directory;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, TestServer> servers = new HashMap<>();
    private final ClientPool pool = new ClientPool(clientCommand());

    private static List<String> clientCommand() {
        String other = System.getProperty("conformance.client", "");
        return other.isBlank()
                ? JavaProcess.command(ScenarioClient.class, SMALL_JVM)
                : List.of(other.trim().split("\\s+"));
    }

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
        try (ScenarioRun run = new ScenarioRun(scenario, server(scenario.server()), pool, word())) {
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

    private String word() {
        return random.ints(8, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    @AfterAll
    void stopEverything() {
        pool.close();
        servers.values().forEach(TestServer::close);
    }
}
