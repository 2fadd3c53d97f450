package io.freshet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.control.ControlStatistics;
import io.freshet.server.control.RoomOperations;
import io.freshet.server.control.StreamOperations;
import io.freshet.testkit.Simulation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Applications on the SDK and one server, with networks that break: no callback about a user, a
/// stream or a message is lost, doubled or out of order ([ToldRoom]), and in the end what each
/// application was told is what is true on the server.
class SdkSimulationTest {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;
    private static final int APPS = 8;
    private static final int USERS = 6;
    private static final List<String> ROOMS = List.of("red", "green", "blue");
    private static final List<String> STREAMS = List.of("s1", "s2", "s3", "s4");

    private static final class World {
        final Simulation simulation;
        final SimulatedServer server;
        final List<SimulatedApp> apps = new ArrayList<>();
        final RandomGenerator random;
        boolean healing;

        World(long seed) {
            simulation = new Simulation("sdk", seed);
            random = simulation.random("chaos");
            server = new SimulatedServer(simulation);
            simulation.drive("control", server);
            for (int i = 0; i < APPS; i++) {
                apps.add(
                        new SimulatedApp(
                                simulation,
                                server,
                                "app" + i,
                                "u" + i % USERS,
                                i % 2 == 1,
                                i % 4 != 3));
            }
        }

        void suffer(long seconds) {
            repeat();
            simulation.runFor(seconds * SECOND);
        }

        void heal() {
            healing = true;
            apps.forEach(app -> app.onSocket(socket -> socket.setReading(true)));
            simulation.runFor(90 * SECOND);
        }

        private void repeat() {
            simulation.after(
                    random.nextLong(120 * MS),
                    "chaos",
                    () -> {
                        if (!healing) {
                            step(any(apps));
                            repeat();
                        }
                    });
        }

        private void step(SimulatedApp app) {
            int dice = random.nextInt(1_000);
            if (dice < 140) {
                app.enter(any(ROOMS));
            } else if (dice < 180) {
                app.leave(any(ROOMS));
            } else if (dice < 210) {
                app.change(any(ROOMS), any(ROOMS));
            } else if (dice < 340) {
                app.publish(any(ROOMS), any(STREAMS));
            } else if (dice < 390) {
                app.stopPublishing();
            } else if (dice < 440) {
                app.setExtraInfo("info " + random.nextInt(4));
            } else if (dice < 550) {
                app.play(any(ROOMS), any(STREAMS));
            } else if (dice < 590) {
                app.stopPlaying(any(STREAMS));
            } else if (dice < 850) {
                app.broadcast(any(ROOMS));
            } else if (dice < 997) {
                disturb(app);
            } else {
                server.restart();
            }
        }

        private void disturb(SimulatedApp app) {
            switch (random.nextInt(5)) {
                case 0 -> app.onSocket(SimulatedSocket::sever);
                case 1 -> app.onSocket(SimulatedSocket::reset);
                case 2 -> app.onSocket(SimulatedSocket::moveAway);
                default ->
                        app.onSocket(socket -> {
                            socket.setReading(false);
                            simulation.after(
                                    random.nextLong(8 * SECOND),
                                    "reads",
                                    () -> socket.setReading(true));
                        });
            }
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private RoomOperations rooms() {
            return server.plane().operations().rooms();
        }

        private Map<String, String> users(String roomId) {
            Map<String, String> users = new TreeMap<>();
            rooms().users(SimulatedServer.APP_ID, roomId, false, 200, "")
                    .users()
                    .forEach(user -> users.put(user.userId(), user.userName()));
            return users;
        }

        private List<StreamOperations.LiveStream> streams(String roomId) {
            return server.plane().operations().streams().streams(SimulatedServer.APP_ID, roomId);
        }

        void checkAgainstTheServer() {
            Set<String> present = new HashSet<>();
            for (SimulatedApp app : apps) {
                assertThat(app.unansweredLogins()).as("logins of %s", app.name).isZero();
                app.rooms()
                        .forEach((roomId, told) -> {
                            assertThat(told.isIn() || told.isOut()).as("%s", told).isTrue();
                            if (told.isIn()) {
                                present.add(roomId + " " + app.userId);
                                checkRoom(app, roomId, told);
                            }
                        });
                app.published().ifPresent(stream -> checkPublished(app, stream));
            }
            for (String roomId : ROOMS) {
                for (String userId : users(roomId).keySet()) {
                    assertThat(present).contains(roomId + " " + userId);
                }
            }
        }

        private void checkRoom(SimulatedApp app, String roomId, ToldRoom told) {
            Map<String, String> users = users(roomId);
            assertThat(users.remove(app.userId)).as("%s is in %s", app.name, roomId).isNotNull();
            assertThat(told.users())
                    .as("users as %s was told", told)
                    .isEqualTo(app.seesUsers() ? users : Map.of());
            Map<String, String> streams = new TreeMap<>();
            for (StreamOperations.LiveStream live : streams(roomId)) {
                String userId = live.stream().user().userId();
                if (!userId.equals(app.userId)) {
                    streams.put(live.stream().streamId(), userId + "/" + live.stream().extraInfo());
                }
            }
            assertThat(told.streams()).as("streams as %s was told", told).isEqualTo(streams);
        }

        private void checkPublished(SimulatedApp app, String stream) {
            assertThat(ROOMS)
                    .as("%s publishes %s", app.name, stream)
                    .anyMatch(roomId ->
                            streams(roomId).stream()
                                    .anyMatch(live ->
                                            live.stream().streamId().equals(stream)
                                                    && live.stream()
                                                            .user()
                                                            .userId()
                                                            .equals(app.userId)));
        }
    }

    static LongStream seeds() {
        return Simulation.seeds(20, 322, 548);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void appsAreToldWhatIsTrueOnTheServer(long seed) {
        World world = new World(seed);
        world.suffer(150);
        world.heal();

        world.simulation.validate("truth", world::checkAgainstTheServer);
    }

    @Test
    void oneSeedIsOneRun() {
        long[] fingerprints = new long[2];
        for (int i = 0; i < 2; i++) {
            World world = new World(4711);
            world.suffer(60);
            fingerprints[i] = world.simulation.fingerprint();
        }

        assertThat(fingerprints[0]).isEqualTo(fingerprints[1]);
    }

    @Test
    void theSeedsTogetherComeThroughEverything() {
        long callbacks = 0;
        long resumes = 0;
        long restarts = 0;
        long snapshots = 0;
        for (long seed = 1; seed <= 5; seed++) {
            World world = new World(seed);
            world.suffer(150);
            callbacks += world.apps.stream().mapToLong(SimulatedApp::callbacks).sum();
            for (ControlStatistics life : world.server.statistics()) {
                resumes += life.resumesAccepted();
                snapshots += life.snapshotsSent();
            }
            restarts += world.server.statistics().size() - 1;
        }

        assertThat(callbacks).as("callbacks").isGreaterThan(2_000);
        assertThat(resumes).as("resumes").isGreaterThan(20);
        assertThat(snapshots).as("snapshots").isGreaterThan(1);
        assertThat(restarts).as("restarts").isGreaterThan(3);
    }
}
