package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.server.callback.CallbackConfig;
import io.freshet.server.callback.CallbackEvent;
import io.freshet.server.callback.CallbackService;
import io.freshet.server.callback.CallbackSettings;
import io.freshet.server.callback.CallbackSignature;
import io.freshet.server.callback.CallbackTarget;
import io.freshet.server.control.Moment;
import io.freshet.server.control.RoomOccurrence;
import io.freshet.server.project.ProjectRecord;
import io.freshet.server.project.ProjectStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real backend, and a process that is killed with callbacks in its outbox.
@Timeout(120)
class CallbackIT {
    private static final int ROOMS = 50;

    @TempDir Path directory;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private volatile int status = 503;

    /// The process that is killed: notes occurrences, says when they are on disk, and waits.
    public static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            try (var projects = ProjectStore.open(Path.of(arguments[0]), new SecureRandom())) {
                long appId = projects.all().getFirst().appId();
                CallbackService service = start(projects);
                for (int i = 0; i < ROOMS; i++) {
                    service.onOccurrence(
                            new RoomOccurrence.RoomCreated(
                                    new RoomOccurrence.RoomLife(appId, "room" + i, "" + (i + 1)),
                                    "creator",
                                    new Moment(System.currentTimeMillis(), System.nanoTime())));
                }
                while (service.statistics().attemptsFailed() < ROOMS / 5) {
                    Thread.sleep(5);
                }
                System.out.println("ready");
                Thread.sleep(100_000);
            }
        }
    }

    private static CallbackService start(ProjectStore projects) {
        return CallbackService.start(
                new CallbackConfig(true, Duration.ofSeconds(5), 32, 1000),
                CallbackSettings.load(projects.database()),
                appId -> projects.find(appId).map(ProjectRecord::callbackSecret),
                projects.database(),
                new SystemClock(),
                new SecureRandom());
    }

    private HttpServer backend() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/cb",
                exchange -> {
                    received.add(
                            URLDecoder.decode(
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    @Test
    void whatWasInTheOutboxOfAKilledProcessIsDelivered() throws Exception {
        HttpServer backend = backend();
        ProjectRecord project;
        try (var projects = ProjectStore.open(directory, new SecureRandom())) {
            project = projects.createDemoIfEmpty(Instant.now()).orElseThrow().project();
            CallbackSettings.load(projects.database())
                    .set(
                            project.appId(),
                            EnumSet.of(CallbackEvent.ROOM_CREATE),
                            CallbackTarget.of(
                                    "http://127.0.0.1:" + backend.getAddress().getPort() + "/cb",
                                    ""));
        }
        Process victim =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        // Others' log lines come before.
        assertThat(victim.inputReader(StandardCharsets.UTF_8).lines().anyMatch("ready"::equals))
                .isTrue();
        victim.destroyForcibly(); // SIGKILL
        assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();

        List<String> refused = new ArrayList<>();
        received.drainTo(refused);
        status = 200;
        Set<String> rooms = new HashSet<>();
        List<String> delivered = new ArrayList<>();
        try (var projects = ProjectStore.open(directory, new SecureRandom())) {
            CallbackService service = start(projects);
            while (rooms.size() < ROOMS) {
                String body =
                        Optional.ofNullable(received.poll(20, TimeUnit.SECONDS)).orElseThrow();
                delivered.add(body);
                rooms.add(verified(body, project));
            }
            service.stop();
        }
        backend.stop(0);
        assertThat(refused).isNotEmpty();
        // The same bytes, so that a backend knows them by their nonce.
        assertThat(delivered).containsAll(refused);
    }

    private static String verified(String body, ProjectRecord project) throws Exception {
        JsonObject json = JsonReader.readObject(body, new JsonReader.Limits(10_000, 5));
        assertThat(json.at("appid")).isEqualTo(new JsonInteger(project.appId()));
        assertThat(text(json, "signature"))
                .isEqualTo(
                        CallbackSignature.of(
                                project.callbackSecret(),
                                "" + ((JsonInteger) json.at("timestamp")).value(),
                                text(json, "nonce")));
        return text(json, "room_id");
    }

    private static String text(JsonObject json, String name) {
        return ((JsonString) json.at(name)).value();
    }
}
