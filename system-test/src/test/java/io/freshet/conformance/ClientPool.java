package io.freshet.conformance;

import io.freshet.conformance.client.ScenarioClient;
import io.freshet.system.JavaProcess;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.json.JSONObject;

/// Client programs that wait for their next scenario: a process starts once, an engine each time.
final class ClientPool implements AutoCloseable {
    private static final List<String> SMALL_JVM =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m");

    private final List<String> command;
    private final Deque<ClientProcess> idle = new ArrayDeque<>();

    /// @param command starts a client program
    ClientPool(List<String> command) {
        this.command = List.copyOf(command);
    }

    /// The command that the property `conformance.client` names, or the Java SDK's client program.
    static List<String> command() {
        String other = System.getProperty("conformance.client", "");
        return other.isBlank()
                ? JavaProcess.command(ScenarioClient.class, SMALL_JVM)
                : List.of(other.trim().split("\\s+"));
    }

    ClientProcess take() throws IOException {
        ClientProcess waiting = idle.poll();
        return waiting == null ? new ClientProcess(command) : waiting;
    }

    void giveBack(ClientProcess process) {
        process.tellTo(new Heard());
        if (!process.isAlive()) {
            return;
        }
        try {
            process.perform(new JSONObject().put("destroy", true));
            idle.push(process);
        } catch (AssertionError notDestroyed) {
            process.close();
            throw notDestroyed;
        }
    }

    @Override
    public void close() {
        idle.forEach(ClientProcess::close);
    }
}
