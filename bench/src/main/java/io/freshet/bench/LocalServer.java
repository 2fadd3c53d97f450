package io.freshet.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A real server on free ports of this machine with a data folder of its own, which is deleted at
/// the end. What it needs to be used with is read from what it prints at its first start.
public final class LocalServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 90;
    private static final double NS_PER_SECOND = 1e9;
    private static final Duration METRICS_PATIENCE = Duration.ofSeconds(2);
    private static final String LOST_METRIC = "freshet_media_lost_packets_total";

    private final Path folder;
    private final Map<String, String> rows = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final long startNs = System.nanoTime();
    private volatile long readyNs;
    private volatile String link = "";
    private volatile boolean ended;
    private Child process;

    @SuppressWarnings("NullAway.Init") // The process is set right after construction.
    private LocalServer(Path folder) {
        this.folder = folder;
    }

    /// What differs from `./freshet up`.
    ///
    /// @param environment configuration keys
    /// @param prefix a command that runs another one, as `taskset -c 0` does
    public record Setup(Map<String, String> environment, List<String> prefix) {
        public static final Setup PLAIN = new Setup(Map.of(), List.of());

        public Setup {
            environment = Map.copyOf(environment);
            prefix = List.copyOf(prefix);
        }
    }

    /// Starts a server and waits until it is ready.
    ///
    /// @param onEnd called with a sentence when the server ends by itself later
    public static LocalServer start(Path home, Setup setup, Consumer<String> onEnd)
            throws DemoException {
        try {
            LocalServer server = new LocalServer(Files.createTempDirectory("freshet-bench-"));
            server.run(home, setup, onEnd);
            return server;
        } catch (IOException failure) {
            throw new DemoException(
                    "no folder for the server's data: " + failure.getMessage(), failure);
        }
    }

    private void run(Path home, Setup setup, Consumer<String> onEnd) throws DemoException {
        List<String> arguments =
                List.of(
                        "up",
                        "--data",
                        folder.resolve("data").toString(),
                        "--http-port",
                        "0",
                        "--media-port",
                        "0");
        Map<String, String> environment =
                new HashMap<>(
                        Map.of("FRESHET_HTTP_BIND", "127.0.0.1", "FRESHET_LOG_LEVEL", "warning"));
        environment.putAll(setup.environment());
        List<String> command = new ArrayList<>(setup.prefix());
        command.addAll(Jvms.server(home, arguments));
        process =
                Child.start(
                        "server", command, environment, this::onLine, code -> onEnded(code, onEnd));
        boolean usable = false;
        try {
            usable = greeted.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && !ended;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (!usable) {
            String said = process.lastLines();
            close();
            throw new DemoException(
                    (ended ? "the server ended while starting" : "the server did not get ready")
                            + "; it said:\n"
                            + said);
        }
    }

    private void onLine(String line) {
        String text = line.strip();
        if (text.startsWith("Freshet ") && text.contains(" is ready")) {
            readyNs = System.nanoTime();
            ready.countDown();
            return;
        }
        for (String name : List.of("AppID", "AppSign", "SDK server address", "page, WHIP, WHEP")) {
            if (text.startsWith(name + " ")) {
                rows.put(name, text.substring(name.length()).strip());
            }
        }
        if (text.contains("/#app=") && link.isEmpty()) {
            link = text;
            greeted.countDown();
        }
    }

    private void onEnded(int code, Consumer<String> onEnd) {
        ended = true;
        boolean wasReady = greeted.getCount() == 0;
        greeted.countDown();
        if (wasReady) {
            onEnd.accept(
                    "the server ended with code " + code + "; it said:\n" + process.lastLines());
        }
    }

    /// From the start of the process to its word that it is ready.
    double readySeconds() {
        return (readyNs - startNs) / NS_PER_SECOND;
    }

    /// What clients need, as environment variables.
    Map<String, String> clientEnvironment() {
        return Map.of(
                SdkClient.SERVER,
                rows.getOrDefault("SDK server address", ""),
                SdkClient.APP_ID,
                rows.getOrDefault("AppID", ""),
                SdkClient.APP_SIGN,
                rows.getOrDefault("AppSign", ""),
                ChildProcess.SERVER_PID,
                Long.toString(process.pid()));
    }

    /// Packets that were lost between host and server and never came, by the server's own count; 0
    /// when it does not say.
    double packetsLostFromHost() {
        return metric(LOST_METRIC);
    }

    /// One of the server's own figures, over all its labels; 0 when it does not say.
    public double metric(String name) {
        URI metrics =
                URI.create(rows.getOrDefault("page, WHIP, WHEP", "http://localhost/") + "metrics");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(metrics).timeout(METRICS_PATIENCE).build();
            return client.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                    .sum();
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    public long appId() {
        return Long.parseLong(rows.getOrDefault("AppID", "0"));
    }

    public String appSign() {
        return rows.getOrDefault("AppSign", "");
    }

    /// Of the HTTP port, on the loopback interface.
    public int httpPort() {
        return URI.create(rows.getOrDefault("page, WHIP, WHEP", "http://localhost/")).getPort();
    }

    public ProcessMeter meter() {
        return new ProcessMeter(process.pid());
    }

    /// A page to watch the demo on.
    String link() {
        return link;
    }

    @Override
    public void close() {
        process.terminate();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException remains) {
            System.err.println("the folder " + folder + " could not be deleted");
        }
    }
}
