package io.freshet.system;

import io.freshet.server.app.Main;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The real server in a process and a data directory of its own, on free ports.
public final class ServerProcess implements AutoCloseable {
    private static final Pattern PORTS = Pattern.compile("tcp \\S*:(\\d+), udp \\S*:(\\d+)");
    private static final Pattern HEX_OR_NUMBER = Pattern.compile("\\S+$");

    private final Path file;
    private final String configuration;
    private final Path data;
    private final int httpPort;
    private final int mediaPort;
    private final long appId;
    private final String appSign;
    private final String serverSecret;
    private JavaProcess process;

    /// @param configuration lines of the YAML file beside ports and addresses
    public ServerProcess(Path directory, String configuration)
            throws IOException, TimeoutException {
        this.configuration = configuration;
        data = directory.resolve("data");
        file = directory.resolve("freshet.yaml");
        int port = freePort();
        process = start(port, port);
        appId = Long.parseLong(lastWord(process.awaitLine("AppID")));
        appSign = lastWord(process.awaitLine("AppSign"));
        serverSecret = lastWord(process.awaitLine("ServerSecret"));
        process.awaitLine("Open this in a browser");
        Matcher ports = PORTS.matcher(process.awaitLine("listening on"));
        if (!ports.find()) {
            throw new IllegalStateException("no ports in:\n" + process.output());
        }
        httpPort = Integer.parseInt(ports.group(1));
        mediaPort = Integer.parseInt(ports.group(2));
    }

    /// One that nobody listens at, below those that systems hand out by themselves: while the
    /// server is down between two starts nobody else shall get it.
    private static int freePort() throws IOException {
        InetAddress host = InetAddress.getLoopbackAddress();
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket http = new ServerSocket(port, 1, host);
                    DatagramSocket media = new DatagramSocket(port, host)) {
                if (http.isBound() && media.isBound()) {
                    return port;
                }
            } catch (BindException taken) {
                // Another one may be free.
            }
        }
    }

    private JavaProcess start(int http, int media) throws IOException {
        Files.writeString(
                file,
                """
                http:
                  bind: 127.0.0.1
                  port: %d
                media:
                  port: %d
                  advertise-loopback: true
                """
                                .formatted(http, media)
                        + configuration);
        return JavaProcess.start(
                "server",
                Main.class,
                List.of(),
                List.of("up", "--config", file.toString(), "--data", data.toString()));
    }

    /// After a stop: on the same ports, with the same data.
    public void startAgain() throws IOException, TimeoutException {
        process = start(httpPort, mediaPort);
        process.awaitLine("listening on");
    }

    void killAndStartAgain() throws IOException, InterruptedException, TimeoutException {
        killHard();
        startAgain();
    }

    private static String lastWord(String line) {
        Matcher word = HEX_OR_NUMBER.matcher(line.strip());
        if (!word.find()) {
            throw new IllegalStateException("nothing in '" + line + "'");
        }
        return word.group();
    }

    public long appId() {
        return appId;
    }

    public String appSign() {
        return appSign;
    }

    public String serverSecret() {
        return serverSecret;
    }

    /// As an app is told: `ws://127.0.0.1:port`.
    public String address() {
        return "ws://127.0.0.1:" + httpPort;
    }

    public String url() {
        // Not 127.0.0.1: the name is a secure context for every browser.
        return "http://localhost:" + httpPort;
    }

    /// A token as an operator gets it: from `freshet token` while the server runs.
    String token(String user) throws IOException, TimeoutException {
        return run("04", "token", "--user", user).strip();
    }

    /// What becomes of logins whose token runs out, set as an operator does: `kick` or `keep`.
    public void setTokenExpiry(String policy) throws IOException, TimeoutException {
        run("token-expiry  " + policy, "project", "--token-expiry", policy);
    }

    /// A command of the operator's, and the line of its output that has this in it.
    String run(String expected, String... command) throws IOException, TimeoutException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        try (JavaProcess process =
                JavaProcess.start(command[0], Main.class, List.of(), arguments)) {
            return process.awaitLine(expected);
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

    public void killHard() throws InterruptedException {
        process.killHard();
    }

    public int stop() throws InterruptedException {
        return process.stop();
    }

    public String output() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }
}
