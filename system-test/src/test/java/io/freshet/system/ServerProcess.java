package io.freshet.system;

import io.freshet.server.app.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The real server in a process and a data directory of its own, on free ports.
final class ServerProcess implements AutoCloseable {
    private static final Pattern HTTP_PORT = Pattern.compile("tcp \\S*:(\\d+)");
    private static final Pattern HEX_OR_NUMBER = Pattern.compile("\\S+$");

    private final Path file;
    private final Path data;
    private final long appId;
    private final String appSign;
    private final String serverSecret;
    private JavaProcess process;
    private int httpPort;

    /// @param configuration lines of the YAML file beside ports and addresses
    ServerProcess(Path directory, String configuration) throws IOException, TimeoutException {
        data = directory.resolve("data");
        file = directory.resolve("freshet.yaml");
        Files.writeString(
                file,
                """
                http:
                  bind: 127.0.0.1
                  port: 0
                media:
                  port: 0
                  advertise-loopback: true
                """
                        + configuration);
        process = launch();
        appId = Long.parseLong(lastWord(process.awaitLine("AppID")));
        appSign = lastWord(process.awaitLine("AppSign"));
        serverSecret = lastWord(process.awaitLine("ServerSecret"));
        process.awaitLine("Open this in a browser");
        httpPort = portOf(process);
    }

    private JavaProcess launch() throws IOException {
        return JavaProcess.start(
                "server",
                Main.class,
                List.of(),
                List.of("up", "--config", file.toString(), "--data", data.toString()));
    }

    private static int portOf(JavaProcess started) throws TimeoutException {
        Matcher port = HTTP_PORT.matcher(started.awaitLine("listening on"));
        if (!port.find()) {
            throw new IllegalStateException("no port in:\n" + started.output());
        }
        return Integer.parseInt(port.group(1));
    }

    /// SIGKILL, and another process on the same data, on another port.
    void killAndStartAgain() throws IOException, InterruptedException, TimeoutException {
        process.killHard();
        process = launch();
        httpPort = portOf(process);
    }

    private static String lastWord(String line) {
        Matcher word = HEX_OR_NUMBER.matcher(line.strip());
        if (!word.find()) {
            throw new IllegalStateException("nothing in '" + line + "'");
        }
        return word.group();
    }

    long appId() {
        return appId;
    }

    String appSign() {
        return appSign;
    }

    String serverSecret() {
        return serverSecret;
    }

    /// As an app is told: `ws://127.0.0.1:port`.
    String address() {
        return "ws://127.0.0.1:" + httpPort;
    }

    String url() {
        // Not 127.0.0.1: the name is a secure context for every browser.
        return "http://localhost:" + httpPort;
    }

    /// A token as an operator gets it: from `freshet token` while the server runs.
    String token(String user) throws IOException, TimeoutException {
        try (JavaProcess command =
                JavaProcess.start(
                        "token",
                        Main.class,
                        List.of(),
                        List.of("token", "--user", user, "--data", data.toString()))) {
            return command.awaitLine("04").strip();
        }
    }

    /// The page, filled in for this user.
    String link(String user, String room, String stream) throws IOException, TimeoutException {
        return url()
                + "/#app="
                + appId
                + "&room="
                + room
                + "&user="
                + user
                + "&stream="
                + stream
                + "&token="
                + java.net.URLEncoder.encode(token(user), java.nio.charset.StandardCharsets.UTF_8);
    }

    String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url() + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    int stop() throws InterruptedException {
        return process.stop();
    }

    String output() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }
}
