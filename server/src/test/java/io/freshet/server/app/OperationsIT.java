package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.Limits;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.gateway.SignalClient;
import io.freshet.server.project.ProjectStore;
import io.freshet.server.usage.UsageStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The commands on a real server, and on its database without one.
@Timeout(60)
class OperationsIT {
    @TempDir Path directory;

    private record Result(int exitCode, String out) {}

    private Result run(String... arguments) {
        var out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = directory.toString();
        return new Result(line.execute(all), out.toString());
    }

    private Wiring server() throws Exception {
        var overrides =
                new Configuration.Overrides(
                        Optional.of(directory),
                        Optional.of(0),
                        Optional.of(0),
                        java.util.List.of());
        return Wiring.start(
                Configuration.read(
                                Optional.empty(),
                                Map.of("FRESHET_CALLBACKS_ALLOW_PRIVATE_ADDRESSES", "true"),
                                overrides)
                        .configuration());
    }

    @Test
    void setsShowsAndClearsCallbacksOfTheRunningServerAndLater() throws Exception {
        Wiring server = server();
        try {
            assertThat(run("callback").out()).contains("has no callbacks");
            assertThat(run("callback", "--url", "http://127.0.0.1:1/a").exitCode()).isZero();
            assertThat(
                            run(
                                            "callback",
                                            "--url",
                                            "https://b.example/",
                                            "--events",
                                            "room_login,room_logout",
                                            "--form",
                                            "json")
                                    .out())
                    .contains("room_create    urlencoded http://127.0.0.1:1/a")
                    .contains("room_login     json       https://b.example/");
            Result bad = run("callback", "--url", "ftp://x/");
            assertThat(bad.exitCode()).isEqualTo(1);
            assertThat(bad.out()).contains("http:// or https://").doesNotContain("\tat ");
            assertThat(run("callback", "--app", "5").out()).contains("There is no project 5");
            assertThat(run("callback", "--events", "nonsense", "--off").out())
                    .contains("There is no event \"nonsense\"");
        } finally {
            server.stop(Duration.ofSeconds(2));
        }
        assertThat(run("callback").out()).contains("room_close", "stream_close", "b.example");
        assertThat(run("callback", "--off").out()).contains("has no callbacks");
        assertThat(run("callback", "--off", "--url", "http://x/").exitCode()).isEqualTo(1);
    }

    @Test
    void setsProjectsOfTheRunningServerAndLater() throws Exception {
        Wiring server = server();
        try {
            assertThat(run("project").out())
                    .containsPattern("project \\d+ demo")
                    .containsPattern("token-expiry +keep")
                    .containsPattern("token-only +off")
                    .containsPattern("l3 +on");
            assertThat(run("project", "--token-expiry", "kick", "--l3", "off").out())
                    .containsPattern("token-expiry +kick")
                    .containsPattern("token-only +off")
                    .containsPattern("l3 +off");
            assertThat(run("project", "--token-expiry", "perhaps").exitCode()).isNotZero();
            assertThat(run("project", "--app", "5").out()).contains("There is no project 5");
        } finally {
            server.stop(Duration.ofSeconds(2));
        }
        assertThat(run("project", "--token-only", "on").out())
                .containsPattern("token-expiry +kick")
                .containsPattern("token-only +on");
        assertThat(run("project", "--token-expiry", "keep", "--token-only", "off").out())
                .containsPattern("token-expiry +keep")
                .containsPattern("token-only +off")
                .containsPattern("l3 +off");
    }

    @Test
    void showsUsageOfTheRunningServerAndLater() throws Exception {
        Wiring server = server();
        LocalDate day = LocalDate.parse("2026-02-03");
        try {
            assertThat(run("usage", "--from", "2026-02-01", "--to", "2026-02-28").out())
                    .contains("2026-02-01 to 2026-02-28 (UTC)");
            assertThat(run("usage", "--from", "yesterday").out()).contains("must be a day");
            assertThat(run("usage", "--from", "2026-02-02", "--to", "2026-02-01").exitCode())
                    .isEqualTo(1);
        } finally {
            server.stop(Duration.ofSeconds(2));
        }
        try (var projects = ProjectStore.open(directory, new SecureRandom())) {
            long appId = projects.all().getFirst().appId();
            projects.database()
                    .useHandle(handle ->
                            handle.execute(
                                    "insert into usage_sum values (?, ?, 'play', '720p', 61)",
                                    appId,
                                    day));
            assertThat(new UsageStore(projects.database()).sums(appId, day, day)).hasSize(1);
        }
        assertThat(run("usage", "--from", "2026-02-01", "--to", "2026-02-28").out())
                .containsPattern("2026-02-03  play +720p +61 s")
                .containsPattern("total +play +720p +61 s = 2 min");
        JsonObject json =
                JsonReader.readObject(
                        run("usage", "--from", "2026-02-01", "--to", "2026-02-28", "--json").out(),
                        new JsonReader.Limits(10_000, 6));
        assertThat(json.has("days")).isTrue();
        assertThat(json.toString()).contains("minutes");
    }

    @Test
    void seesAndEndsWhatIsInTheRoomsOfTheRunningServer() throws Exception {
        Wiring server = server();
        try (var http = HttpClient.newHttpClient();
                var anna = loggedIn(http, server, "anna");
                var ben = loggedIn(http, server, "ben")) {
            assertThat(run("rooms").out()).containsPattern("[0-9]+ +2 +0  red\\R");
            assertThat(run("rooms", "--app", "1").out()).doesNotContain("red");
            assertThat(run("rooms", "--json").out()).contains("\"total\":1,", "\"users\":2,");
            assertThat(run("users", "red").out())
                    .contains("anna  Name of anna", "ben  Name of ben");
            assertThat(run("users", "red", "--json").out())
                    .startsWith("{\"userId\":\"anna\",\"userName\":\"Name of anna\"}");
            Result nowhere = run("users", "blue");
            assertThat(nowhere.exitCode()).isEqualTo(1);
            assertThat(nowhere.out()).contains("There is no room \"blue\"");

            assertThat(run("kick", "red", "anna", "nobody", "--reason", "be nice").out())
                    .contains("kicked anna", "not there: nobody");
            assertThat(nextKick(anna).customReason()).isEqualTo("be nice");
            assertThat(run("kick", "red", "nobody").exitCode()).isEqualTo(1);
            assertThat(run("kick", "red", "ben", "--reason", "x".repeat(257)).out())
                    .contains("must not exceed 256");
            assertThat(run("close-room", "red", "--reason", "over", "--json").out())
                    .contains("\"users\":1");
            assertThat(nextKick(ben).code()).isEqualTo(1002055);
            assertThat(run("rooms").out()).doesNotContain("red");
            assertThat(run("close-room", "red").exitCode()).isEqualTo(1);
        } finally {
            server.stop(Duration.ofSeconds(2));
        }
    }

    @Test
    void forbidsAndAllowsUsersRoomsAddressesAndStreams() throws Exception {
        Wiring server = server();
        try (var http = HttpClient.newHttpClient();
                var anna = loggedIn(http, server, "anna")) {
            assertThat(run("forbidden")).isEqualTo(new Result(0, ""));
            assertThat(run("forbid", "--user", "anna", "--for", "30m").out())
                    .startsWith("user anna: no login until 20");
            assertThat(nextKick(anna).code()).isEqualTo(1002055);
            run("forbid", "--user", "ben", "--room", "red", "--publish");
            run("forbid", "--room", "blue", "--for", "7d");
            run("forbid", "--address", "192.0.2.1");
            assertThat(run("forbid", "--stream", "s1").out().strip())
                    .isEqualTo("forbidden: stream s1");

            assertThat(run("forbidden").out())
                    .contains(
                            "user anna: no login until",
                            "user ben in room red: no publishing until",
                            "room blue: no login until",
                            "address 192.0.2.1: no login until",
                            "stream s1: forbidden until it is allowed");
            assertThat(run("forbidden", "--json").out())
                    .contains("\"userId\":\"anna\"", "\"streams\":[\"s1\"]");

            assertThat(run("allow", "--user", "ben", "--room", "red").out().strip())
                    .isEqualTo("allowed again: user ben in room red");
            for (String target : List.of("--user anna", "--room blue", "--address 192.0.2.1")) {
                assertThat(run(("allow " + target).split(" ", -1)).exitCode()).isZero();
            }
            assertThat(run("allow", "--stream", "s1").out()).contains("allowed again: stream s1");
            assertThat(run("forbidden")).isEqualTo(new Result(0, ""));
            loggedIn(http, server, "anna").close();
        } finally {
            server.stop(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forbid | must say who is meant",
                "forbid --user anna --for soon | --for must be a whole number with a unit",
                "forbid --user anna --for 366d | --for must be from",
                "forbid --user anna --stream s1 | --stream goes without --user",
                "forbid --stream s1 --for 1h | --stream goes without --publish and --for",
                "forbid --address red | must be an IP address",
                "forbid --address 192.0.2.1 --room red | goes without",
                "allow --user nobody | There is no such rule"
            })
    void saysWhatIsWrongWithAForbiddance(String command, String problem) throws Exception {
        Wiring server = server();
        try {
            Result result = run(command.split(" ", -1));
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).startsWith("freshet: ").contains(problem);
        } finally {
            server.stop(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rooms",
                "users red",
                "kick red anna",
                "close-room red",
                "forbidden",
                "forbid --user anna",
                "allow --stream s1"
            })
    void saysThatNoServerRuns(String command) throws Exception {
        server().stop(Duration.ofSeconds(2));
        Result result = run(command.split(" ", -1));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("freshet: no server runs on the data directory " + directory);
    }

    private SignalClient loggedIn(HttpClient http, Wiring server, String user) throws Exception {
        String token = run("token", "--user", user).out().strip();
        long appId = appId();
        var client =
                new SignalClient(
                        http, URI.create("ws://127.0.0.1:" + server.httpPort() + "/signal"), "");
        client.send(new ClientMessage.Hello(1, Limits.MAX_VERSION, List.of(), appId, null, "test"));
        assertThat(client.nextAnswer().code()).isZero();
        client.send(
                new ClientMessage.Login(2, "red", user, "Name of " + user, token, 0, true, null));
        assertThat(client.nextAnswer().code()).isZero();
        return client;
    }

    /// Of the demo project.
    private long appId() {
        return Long.parseLong(run("callback").out().replaceAll("\\D", ""));
    }

    private static ServerMessage.KickedOut nextKick(SignalClient client) throws Exception {
        while (true) {
            if (client.next() instanceof ServerMessage.KickedOut kicked) {
                return kicked;
            }
        }
    }

    @Test
    void theMetricsTellOfCallbacksAndUsage() throws Exception {
        Wiring server = server();
        try {
            try (var client = java.net.http.HttpClient.newHttpClient()) {
                String metrics =
                        client.send(
                                        java.net.http.HttpRequest.newBuilder(
                                                        java.net.URI.create(
                                                                "http://127.0.0.1:"
                                                                        + server.httpPort()
                                                                        + "/metrics"))
                                                .build(),
                                        java.net.http.HttpResponse.BodyHandlers.ofString(
                                                StandardCharsets.UTF_8))
                                .body();
                assertThat(metrics)
                        .contains(
                                "freshet_callback_waiting 0.0",
                                "freshet_callback_dropped_total 0.0",
                                "freshet_callback_noted_total 0.0",
                                "freshet_usage_running 0.0",
                                "freshet_usage_lost_seconds_total 0.0");
            }
        } finally {
            server.stop(Duration.ofSeconds(2));
        }
    }
}
