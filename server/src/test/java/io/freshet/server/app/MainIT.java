package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real program in processes of its own.
@Timeout(120)
class MainIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path directory;

    @Test
    void startsShowsItsSecretsOnceServesAndStopsWithSuccess() throws Exception {
        Path data = directory.resolve("data");
        Process server =
                start("up", "--data", data.toString(), "--http-port", "0", "--media-port", "0");
        List<String> screen = readScreen(server);
        String serverSecret = value(screen, "ServerSecret");
        assertThat(value(screen, "AppSign")).matches("[0-9a-f]{64}");
        assertThat(serverSecret).matches("[0-9a-z]{32}");
        assertThat(value(screen, "console account")).matches("admin / [a-z2-9]{20}");
        URI page = URI.create(value(screen, "page, WHIP, WHEP"));
        assertThat(value(screen, "console")).isEqualTo(page + "console/");
        assertThat(get(page.resolve("/readyz")).statusCode()).isEqualTo(200);
        String metrics = get(page.resolve("/metrics")).body();
        assertThat(metrics).contains("freshet_control_rooms 0.0", "freshet_media_publishers 0.0");

        // The running server has the database open and is asked for the token.
        var token = run("token", "--data", data.toString(), "--user", "alice", "--link");
        assertThat(token.exitCode()).as(token.output()).isZero();
        String link = token.output().strip();
        assertThat(link).startsWith(page + "#app=" + value(screen, "AppID") + "&room=demo");
        String bearer = link.substring(link.indexOf("&token=") + "&token=".length());
        assertThat(streams(page, value(screen, "AppID"), decode(bearer)))
                .isEqualTo("{\"streams\":[]}");

        server.destroy(); // SIGTERM
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();

        // Without a server the database is opened directly.
        token = run("token", "--data", data.toString(), "--user", "alice");
        assertThat(token.exitCode()).as(token.output()).isZero();
        assertThat(token.output().strip()).startsWith("04");

        Process again =
                start("up", "--data", data.toString(), "--http-port", "0", "--media-port", "0");
        List<String> secondScreen = readScreen(again);
        assertThat(String.join("\n", secondScreen))
                .doesNotContain(serverSecret, "AppSign", "console account");
        again.destroy();
        assertThat(again.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.exists(data.resolve("server.address"))).isFalse();
    }

    @Test
    void aBadConfigurationStopsTheStartWithItsPlace() throws Exception {
        Path config = Files.writeString(directory.resolve("my.yaml"), "http:\n  prot: 80\n");
        var up = run("up", "--config", config.toString(), "--data", directory.toString());
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.output())
                .contains("my.yaml:2: unknown key \"http.prot\"; did you mean \"http.port\"?")
                .doesNotContain("\tat ");
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            var up =
                    run(
                            "up",
                            "--data",
                            directory.resolve("d").toString(),
                            "--http-port",
                            port,
                            "--media-port",
                            "0");
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output()).contains("TCP port " + port).doesNotContain("\tat ");
            // The secrets of a first start that failed were not shown: the next one makes them.
            assertThat(up.output()).doesNotContain("AppSign");
        }
    }

    @Test
    void aTokenNeedsAServerThatRanOnce() throws Exception {
        var token = run("token", "--user", "a", "--data", directory.resolve("no").toString());
        assertThat(token.exitCode()).isEqualTo(1);
        assertThat(token.output()).contains("there is no data directory").doesNotContain("\tat ");
    }

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(run("version").output()).matches("Freshet \\d+\\.\\d+\\.\\d+.*\\s*");
    }

    private record Result(int exitCode, String output) {}

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Result run(String... arguments) throws Exception {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }

    /// Everything up to the last line of the screen, which names a link or how to get one.
    private static List<String> readScreen(Process server) throws IOException {
        var lines = new ArrayList<String>();
        var reader =
                new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        while (line != null) {
            lines.add(line);
            if (line.contains("/#app=") || line.contains("./freshet token")) {
                return lines;
            }
            line = reader.readLine();
        }
        throw new AssertionError("the server did not start:\n" + String.join("\n", lines));
    }

    private static String value(List<String> screen, String name) {
        return screen.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + screen));
    }

    private static String decode(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String streams(URI page, String appId, String token) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(page.resolve("/rooms/" + appId + "/demo/streams"))
                            .header("Authorization", "Bearer " + token)
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
