package io.freshet.conformance;

import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.json.JSONObject;

/// Client programs that wait for their next scenario: a process starts once, an engine each time.
/// Any thread may take one.
final class ClientPool implements AutoCloseable {
    private final List<String> command;
    private final Deque<ClientProcess> idle = new ConcurrentLinkedDeque<>();

    /// @param command starts a client program
    ClientPool(List<String> command) {
        this.command = List.copyOf(command);
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
