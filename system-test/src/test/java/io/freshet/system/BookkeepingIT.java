package io.freshet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.freshet.server.app.Main;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a backend is told of a stream that is really published and played, and what is counted.
class BookkeepingIT {
    private static final Pattern EVENT = Pattern.compile("\"event\":\"([a-z_]+)\"");

    @TempDir private Path directory;
    private final List<AutoCloseable> started = new ArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopEverything() throws Exception {
        for (AutoCloseable each : started.reversed()) {
            each.close();
        }
    }

    @Test
    void aBackendIsToldAndSecondsAreCountedInTheirTier() throws Exception {
        HttpServer backend =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    bodies.add(
                            URLDecoder.decode(
                                    new String(body, StandardCharsets.UTF_8),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        backend.start();
        started.add(() -> backend.stop(0));
        ServerProcess server =
                new ServerProcess(
                        directory,
                        """
                        callbacks:
                          allow-private-addresses: true
                        """);
        started.add(server);
        command("callback", "--url", "http://127.0.0.1:" + backend.getAddress().getPort() + "/")
                .awaitLine("stream_close");

        SdkClient viewer = user(server, "viewer1");
        SdkClient host = user(server, "host1");
        host.publish("stream1");
        viewer.watch("stream1", 45); // three seconds
        host.leave();
        viewer.awaitStream("DELETE", "stream1");
        viewer.leave();
        Until.holds(
                "the room's end at the backend",
                () -> events().contains("room_close"),
                () -> String.join("\n", bodies));

        assertThat(events())
                .containsExactly(
                        "room_create",
                        "room_login",
                        "room_login",
                        "stream_create",
                        "stream_close",
                        "room_logout",
                        "room_logout",
                        "room_close");
        assertThat(bodies.get(3)).contains("\"stream_id\":\"stream1\"", "\\\"cid\\\":");

        JavaProcess usage = command("usage", "--json");
        String sums = usage.awaitLine("totals");
        assertThat(seconds(sums, "play")).isBetween(1L, 600L);
        assertThat(seconds(sums, "publish")).isBetween(1L, 600L);
        assertThat(server.get("/metrics"))
                .contains("freshet_callback_delivered_total 8.0", "freshet_usage_running 0.0");
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        for (String body : bodies) {
            Matcher event = EVENT.matcher(body);
            events.add(event.find() ? event.group(1) : body);
        }
        return events;
    }

    /// The host's picture is 320x180.
    private static long seconds(String sums, String kind) {
        Matcher day =
                Pattern.compile("\"kind\":\"" + kind + "\",\"tier\":\"360p\",\"seconds\":(\\d+)")
                        .matcher(sums);
        assertThat(day.find()).as(sums).isTrue();
        return Long.parseLong(day.group(1));
    }

    private JavaProcess command(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", directory.resolve("data").toString()));
        JavaProcess command = JavaProcess.start(arguments[0], Main.class, List.of(), all);
        started.add(command);
        return command;
    }

    private SdkClient user(ServerProcess server, String user) throws Exception {
        SdkClient client = new SdkClient(server, "room1", user);
        started.add(client);
        client.awaitRoomState("LOGINED", 0);
        return client;
    }
}
