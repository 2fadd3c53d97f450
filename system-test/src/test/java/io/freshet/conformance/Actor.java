package io.freshet.conformance;

import io.freshet.system.TcpCut;
import java.io.IOException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// A client in one run of a scenario: its process, its wire to the server, what it was told.
final class Actor implements AutoCloseable {
    private final String name;
    private final JSONObject settings;
    private final TcpCut wire;
    private Heard heard;
    private @Nullable ClientProcess process;
    private String userId = "";

    /// @param settings of the command `create`, without the server's address
    Actor(String name, JSONObject settings, TcpCut wire) {
        this.name = name;
        this.wire = wire;
        this.settings = new JSONObject(settings.toString()).put("server", wire.address());
        heard = new Heard();
    }

    /// Begins, or goes on in another process.
    void start(ClientProcess program, Heard listener) {
        process = program;
        listen(listener);
        program.perform(new JSONObject().put("create", settings));
    }

    /// What it is told goes there from now on.
    void listen(Heard listener) {
        heard = listener;
        process().tellTo(listener);
    }

    String name() {
        return name;
    }

    TcpCut wire() {
        return wire;
    }

    Heard heard() {
        return heard;
    }

    /// The userID of its last login.
    String userId() {
        return userId;
    }

    boolean isRunning() {
        return process != null;
    }

    ClientProcess process() {
        ClientProcess running = process;
        if (running == null) {
            throw new IllegalStateException(name + " has no process");
        }
        return running;
    }

    /// @param call `{method: arguments}`, resolved
    Object call(JSONObject call) {
        String method = call.keys().next();
        JSONObject arguments = call.getJSONObject(method);
        if (method.equals("loginRoom")) {
            JSONObject user = arguments.optJSONObject("user", new JSONObject());
            userId = user.optString("userID", "");
        }
        return process().perform(new JSONObject().put("call", method).put("arguments", arguments));
    }

    /// The process is not used any more.
    ///
    /// @return the process, to be used by another client if it still lives
    ClientProcess leave() {
        ClientProcess last = process();
        process = null;
        return last;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
