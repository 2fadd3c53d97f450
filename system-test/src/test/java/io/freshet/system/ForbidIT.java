package io.freshet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a backend forbids holds on when the server is killed, and a picture that was kept from its
/// viewers comes back to them.
class ForbidIT {
    private static final Map<String, Object> STREAM =
            Map.of("RoomId", "room", "StreamId", "stream1");

    @TempDir private Path directory;
    private ServerProcess server;
    private ServerApi api;
    private final List<AutoCloseable> started = new ArrayList<>();

    @BeforeEach
    void startServer() throws Exception {
        server = new ServerProcess(directory, "");
        api = new ServerApi(server);
    }

    @AfterEach
    void stopEverything() throws Exception {
        for (AutoCloseable each : started.reversed()) {
            each.close();
        }
        server.close();
    }

    @Test
    void aHiddenPictureComesBack() throws Exception {
        SdkClient host = loggedIn("host1");
        host.publish("stream1");
        SdkClient viewer = loggedIn("viewer1");
        viewer.watch("stream1", 30);

        backend("SetForbidStreamRule", with(STREAM, "DisableVideo", 1));
        backend("DelForbidStreamRule", new JSONObject(STREAM));

        viewer.awaitPictures("stream1", 60);
    }

    @Test
    void aBanThrowsAUserOutAndOutlivesTheServer() throws Exception {
        Map<String, Object> hostRule = Map.of("RuleType", 3, "UserId", "host1");
        SdkClient viewer = loggedIn("viewer1");
        SdkClient host = loggedIn("host1");
        host.publish("stream1");
        viewer.awaitStream("ADD", "stream1");

        JSONObject ban = with(hostRule, "DisabledPrivilege[]", 1).put("EffectiveTime", 600);
        backend("SetForbidUserRule", ban);
        host.awaitRoomState("KICK_OUT", 1002055);
        viewer.awaitStream("DELETE", "stream1");
        server.killAndStartAgain();

        SdkClient banned = user("host1");
        banned.awaitRoomState("LOGIN_FAILED", 1002066);

        backend("DelForbidUserRule", new JSONObject(hostRule));
        loggedIn("host1").publish("stream1");
        viewer.awaitStream("ADD", "stream1");
    }

    @Test
    void theOperatorForbidsAndAllowsFromTheCommandLine() throws Exception {
        SdkClient viewer = loggedIn("viewer1");
        SdkClient host = loggedIn("host1");
        host.publish("stream1");
        viewer.awaitStream("ADD", "stream1");

        server.run("forbidden: stream stream1", "forbid", "--stream", "stream1");
        viewer.awaitStream("DELETE", "stream1");
        server.run("user host1: no login until", "forbid", "--user", "host1", "--for", "10m");
        host.awaitRoomState("KICK_OUT", 1002055);
        server.run("stream stream1: forbidden", "forbidden");

        server.run("allowed again: user host1", "allow", "--user", "host1");
        server.run("allowed again: stream stream1", "allow", "--stream", "stream1");
        loggedIn("host1").publish("stream1");
        viewer.awaitStream("ADD", "stream1");
    }

    private static JSONObject with(Map<String, Object> parameters, String name, Object value) {
        return new JSONObject(parameters).put(name, value);
    }

    private void backend(String action, JSONObject parameters) throws Exception {
        assertThat(api.call(action, parameters).getInt("Code")).as(action).isZero();
    }

    private SdkClient loggedIn(String user) throws IOException {
        SdkClient client = user(user);
        client.awaitRoomState("LOGINED", 0);
        return client;
    }

    private SdkClient user(String user) throws IOException {
        SdkClient client = new SdkClient(server, "room", user);
        started.add(client);
        return client;
    }
}
