package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.server.project.ProjectStore;
import io.freshet.server.usage.UsageStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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
