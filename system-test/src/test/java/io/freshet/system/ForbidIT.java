package io.freshet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a backend forbids, as SDK users meet it.
class ForbidIT {
    @TempDir private Path directory;
    private final List<AutoCloseable> started = new ArrayList<>();
    private int nonces;

    @AfterEach
    void stopEverything() throws Exception {
        for (AutoCloseable each : started.reversed()) {
            each.close();
        }
    }

    @Test
    void aBanThrowsAUserOutAndOutlivesTheServer() throws Exception {
        ServerProcess server = new ServerProcess(directory, "");
        started.add(server);
        JavaProcess viewer = user(server, "viewer", "viewer1");
        viewer.awaitLine("room LOGINED 0");
        JavaProcess host = user(server, "host", "host1", "stream1");
        viewer.awaitLine("pictures stream1 30.");

        assertThat(
                        call(
                                server,
                                "SetForbidStreamRule",
                                "RoomId=room&StreamId=stream1&DisableVideo=1"))
                .contains("\"Code\":0");
        assertThat(call(server, "DelForbidStreamRule", "RoomId=room&StreamId=stream1"))
                .contains("\"Code\":0");
        viewer.awaitLine("pictures stream1 90.");

        assertThat(
                        call(
                                server,
                                "SetForbidUserRule",
                                "RuleType=3&UserId=host1&DisabledPrivilege[]=1&EffectiveTime=600"))
                .contains("\"Code\":0");
        host.awaitLine("room KICK_OUT 1002055");
        viewer.awaitLine("stream DELETE stream1 by host1");
        viewer.awaitLine("user DELETE host1");
        host.close();
        viewer.close();

        server.killAndStartAgain();
        JavaProcess banned = user(server, "host", "host1", "stream1");
        banned.awaitLine("room LOGIN_FAILED 1002066");
        banned.awaitLine("login 1002066");
        banned.close();

        assertThat(call(server, "DelForbidUserRule", "RuleType=3&UserId=host1"))
                .contains("\"Code\":0");
        user(server, "host", "host1", "stream1").awaitLine("publisher PUBLISHING 0");
    }

    private JavaProcess user(ServerProcess server, String role, String name, String... stream)
            throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                role,
                                server.address(),
                                Long.toString(server.appId()),
                                server.appSign(),
                                "room",
                                name));
        arguments.addAll(List.of(stream));
        JavaProcess process = JavaProcess.start(name, SdkUser.class, List.of(), arguments);
        started.add(process);
        return process;
    }

    private String call(ServerProcess server, String action, String parameters) throws Exception {
        String nonce = "nonce" + ++nonces;
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        byte[] signed =
                (server.appId() + nonce + server.serverSecret() + timestamp)
                        .getBytes(StandardCharsets.UTF_8);
        String signature =
                HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(signed));
        return server.get(
                "/?Action="
                        + action
                        + "&AppId="
                        + server.appId()
                        + "&SignatureVersion=2.0&SignatureNonce="
                        + nonce
                        + "&Timestamp="
                        + timestamp
                        + "&Signature="
                        + signature
                        + "&"
                        + parameters.replace("[", "%5B").replace("]", "%5D"));
    }
}
