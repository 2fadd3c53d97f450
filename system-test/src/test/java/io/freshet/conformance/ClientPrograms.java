package io.freshet.conformance;

import io.freshet.conformance.client.ScenarioClient;
import io.freshet.system.JavaProcess;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The client programs that are tested, by the property `conformance.client`: `java`, which is the
/// default, `web`, or both with a comma between them; anything else is the command that starts the
/// program of another SDK.
final class ClientPrograms implements AutoCloseable {
    private static final String JAVA = "java";
    private static final String WEB = "web";
    private static final List<String> SMALL_JVM =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m");

    private final Map<String, ClientPool> pools = new LinkedHashMap<>();
    private Runnable endBrowser = () -> {};

    ClientPrograms() throws IOException {
        String property = System.getProperty("conformance.client", JAVA).trim();
        List<String> names = List.of(property.split(","));
        if (!List.of(JAVA, WEB).containsAll(names)) {
            add("other", List.of(property.split("\\s+")));
            return;
        }
        if (names.contains(JAVA)) {
            add(JAVA, JavaProcess.command(ScenarioClient.class, SMALL_JVM));
        }
        if (names.contains(WEB)) {
            SharedBrowser browser = new SharedBrowser();
            add(WEB, browser.clientCommand());
            endBrowser = browser::close;
        }
    }

    private void add(String name, List<String> command) {
        pools.put(name, new ClientPool(command));
    }

    /// Processes of each SDK, by its name.
    Map<String, ClientPool> pools() {
        return pools;
    }

    @Override
    public void close() {
        pools.values().forEach(ClientPool::close);
        endBrowser.run();
    }
}
