package io.freshet.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every scenario of `conformance/`, against the real server, several at a time: they mostly wait.
/// Properties: `conformance.client`, see [ClientPrograms]; `conformance.only`, part of a path.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {
    /// More bring little on two cores, and come nearer to the patience of steps and servers.
    private static final int AT_A_TIME = 4;

    @TempDir private static Path directory;
    private final RunWords words = new RunWords();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    private TestServers servers;

    @SuppressWarnings("NullAway.Init") // Likewise.
    private ClientPrograms programs;

    @BeforeAll
    void start() throws IOException {
        servers = new TestServers(directory);
        programs = new ClientPrograms();
    }

    @TestFactory
    List<DynamicContainer> scenarios() throws IOException {
        String only = System.getProperty("conformance.only", "");
        List<Scenario> scenarios = new ArrayList<>();
        for (Path file : Scenario.files("scenarios")) {
            Scenario scenario = Scenario.read(file);
            if (scenario.name().contains(only)) {
                scenarios.add(scenario);
            }
        }
        // Those that have a server to themselves wait for each other, so they begin first.
        scenarios.sort(Comparator.comparing(Scenario::needsServerAlone).reversed());
        return programs.pools().entrySet().stream()
                .map(program ->
                        DynamicContainer.dynamicContainer(
                                program.getKey(),
                                scenarios.stream().map(it -> test(it, program.getValue()))))
                .toList();
    }

    /// It is played from now on; the test waits for it.
    private DynamicTest test(Scenario scenario, ClientPool pool) {
        Future<?> played =
                threads.submit(() -> {
                    play(scenario, pool);
                    return scenario;
                });
        return DynamicTest.dynamicTest(
                scenario.name(),
                () -> {
                    try {
                        played.get();
                    } catch (ExecutionException e) {
                        throw e.getCause();
                    }
                });
    }

    private void play(Scenario scenario, ClientPool pool)
            throws IOException, InterruptedException, TimeoutException {
        try (TestServers.Use use = servers.use(scenario);
                ScenarioRun run = new ScenarioRun(scenario, use.server(), pool, words.next())) {
            run.play();
        }
    }

    @AfterAll
    void stopEverything() {
        threads.shutdownNow();
        programs.close();
        servers.close();
    }
}
