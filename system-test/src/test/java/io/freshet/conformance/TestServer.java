package io.freshet.conformance;

import io.freshet.protocol.token.RoomPayload;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenRequest;
import io.freshet.system.ServerApi;
import io.freshet.system.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.json.JSONArray;
import org.json.JSONObject;

/// A server of one of the configurations in `conformance/servers`, and what a backend of its demo
/// project does: tokens and the server API.
final class TestServer implements AutoCloseable {
    private static final String NOT_THE_SECRET = "0".repeat(32);

    private final ServerProcess process;
    private final SecureRandom random = new SecureRandom();
    private final ServerApi api;

    TestServer(String name, Path directory) throws IOException, TimeoutException {
        Files.createDirectories(directory);
        process =
                new ServerProcess(
                        directory,
                        Files.readString(
                                Scenario.directory().resolve("servers").resolve(name + ".yaml")));
        api = new ServerApi(process);
    }

    ServerProcess process() {
        return process;
    }

    /// @param described as `$token` in scenarios
    String token(JSONObject described) {
        long nowS = System.currentTimeMillis() / 1000;
        long validS = described.getLong("validSeconds");
        // The generator makes none that is expired: that one was made some time ago.
        long madeS = validS > 0 ? nowS : nowS + validS - 1;
        boolean bare =
                !described.has("roomID")
                        && !described.has("login")
                        && !described.has("publish")
                        && !described.has("streamIDs");
        RoomPayload payload =
                new RoomPayload(
                        described.optString("roomID", ""),
                        described.optBoolean("login", true),
                        described.optBoolean("publish", true),
                        texts(described.optJSONArray("streamIDs", new JSONArray())));
        return Token04.generate(
                new TokenRequest(
                        process.appId() + (described.has("appID") ? 1 : 0),
                        described.getString("userID"),
                        validS > 0 ? validS : 1,
                        bare ? "" : payload.toJson()),
                described.has("secret") ? NOT_THE_SECRET : process.serverSecret(),
                Token04.Mode.GCM,
                madeS,
                random);
    }

    private static List<String> texts(JSONArray array) {
        return array.toList().stream().map(String.class::cast).toList();
    }

    /// Calls an action of the server API.
    JSONObject api(String action, JSONObject parameters) throws IOException, InterruptedException {
        return api.call(action, parameters);
    }

    @Override
    public void close() {
        process.close();
    }
}
