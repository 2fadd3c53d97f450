package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.token.RoomPayload;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenRequest;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.SimulatedClient.PlayState;
import io.freshet.testkit.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Many clients on bad networks, doing and suffering everything at random, against one room
/// service. After every event the service's books must agree; every callback a client would make
/// must be one that is due; and once the networks heal, everybody must see the same.
final class RoomSimulationTest {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;
    private static final int CLIENTS = 12;
    private static final int USERS = 9;
    private static final int LOG_LENGTH = 6;
    private static final int PAGE_SIZE = 3;
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(20);
    private static final ControlConfig.Fanout FANOUT =
            new ControlConfig.Fanout(
                    3, Duration.ofMillis(400), Duration.ofMillis(200), 200, PAGE_SIZE);
    private static final List<String> ROOMS = List.of("red", "green");
    private static final List<DeviceState> DEVICES =
            List.of(DeviceState.OPEN, DeviceState.MUTE, DeviceState.DISABLE);
    private static final List<String> STREAMS = List.of("s1", "s2", "s3", "s4", "s5", "s6");

    private static final class World {
        final Simulation simulation;
        final RandomGenerator random;
        final FakeMediaPlane media;
        final ControlPlane plane;
        final List<SimulatedClient> clients = new ArrayList<>();
        final MessageBook book = new MessageBook();
        final List<String> httpResources = new ArrayList<>();
        long mediaFreeNs;
        long pausedUntilNs;
        boolean chaos = true;

        World(long seed) {
            simulation = new Simulation("rooms", seed);
            random = simulation.random("chaos");
            media = new FakeMediaPlane(this::laterInOrder);
            ControlConfig.Bounds bounds =
                    new ControlConfig.Bounds(
                            1_000, 10, 100, 5, 4, 20, 32, 100, 300, 10, LOG_LENGTH);
            plane =
                    new ControlPlane(
                            new ControlConfig(
                                    ControlConfig.Timing.withHeartbeatTimeout(HEARTBEAT_TIMEOUT),
                                    bounds,
                                    FANOUT),
                            appId ->
                                    appId == ControlHarness.APP_ID
                                            ? Optional.of(
                                                    ControlHarness.project(Project.Service.L3))
                                            : Optional.empty(),
                            media,
                            ControlHarness.clockOf(simulation.clock()),
                            simulation.random("secrets"));
            simulation.drive(
                    "control",
                    new Simulation.Timed() {
                        @Override
                        public long nextTimeoutNs() {
                            long due = plane.nextTimeoutNs();
                            return due == Simulation.NEVER ? due : Math.max(due, pausedUntilNs);
                        }

                        @Override
                        public void onTimeout(long nowNs) {
                            plane.onTimeout(nowNs);
                        }
                    });
            for (int i = 0; i < CLIENTS; i++) {
                SimulatedClient client =
                        new SimulatedClient(
                                simulation,
                                plane,
                                "c" + i,
                                "u" + i % USERS,
                                i % 4 != 3,
                                i % 6 != 5,
                                book);
                clients.add(client);
                simulation.every(
                        SECOND,
                        client.name + " tick",
                        () -> {
                            client.tick();
                            return true;
                        });
            }
            simulation.invariant(
                    "the books agree",
                    () -> Soundness.check(plane, ControlHarness.APP_ID, LOG_LENGTH));
            simulation.invariant(
                    "queues are bounded",
                    () ->
                            clients.forEach(client ->
                                    assertThat(client.backlog())
                                            .isLessThanOrEqualTo(SimulatedClient.QUEUE_LIMIT)));
        }

        /// The media plane's command queue: later, but in order.
        private void laterInOrder(Runnable command) {
            mediaFreeNs = Math.max(mediaFreeNs, simulation.nowNs() + random.nextLong(30 * MS));
            simulation.at(mediaFreeNs, "media command", command);
        }

        void startChaos() {
            simulation.after(
                    random.nextLong(150 * MS),
                    "chaos",
                    () -> {
                        if (chaos) {
                            doSomething();
                            startChaos();
                        }
                    });
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private void doSomething() {
            SimulatedClient client = any(clients);
            String stream = any(STREAMS);
            int dice = random.nextInt(100);
            if (dice < 18) {
                client.enter(any(ROOMS));
            } else if (dice < 22) {
                client.leave();
            } else if (dice < 36) {
                client.publish(stream);
            } else if (dice < 42) {
                client.stopPublishing(stream);
            } else if (dice < 46) {
                client.setExtraInfo(stream, "info " + random.nextInt(3));
            } else if (dice < 58) {
                client.play(stream);
            } else if (dice < 62) {
                client.stopPlaying(stream);
            } else if (dice < 68) {
                client.sever();
            } else if (dice < 74) {
                client.reset();
            } else if (dice < 77) {
                client.setReading(false);
                simulation.after(
                        random.nextLong(8 * SECOND), "reads", () -> client.setReading(true));
            } else if (dice < 79) {
                client.crash();
            } else if (dice < 87) {
                disturbMedia();
            } else if (dice < 92) {
                useHttp(stream);
            } else if (dice < 94) {
                simulation.clock().jumpWall(random.nextLong(-3_600_000, 3_600_000));
            } else if (dice < 96) {
                client.setRoomExtraInfo("value " + random.nextInt(3));
            } else if (dice < 98) {
                client.setDevices(stream, any(DEVICES), any(DEVICES));
            } else if (dice == 99 && random.nextInt(4) == 0) {
                pauseServer(random.nextLong(30 * SECOND));
            }
        }

        void startTalk() {
            simulation.after(
                    random.nextLong(400 * MS),
                    "talk",
                    () -> {
                        if (chaos) {
                            talk();
                            startTalk();
                        }
                    });
        }

        private void talk() {
            SimulatedClient client = any(clients);
            switch (random.nextInt(4)) {
                case 0 -> client.command(List.of());
                case 1 -> client.command(List.of("u1", "u" + (2 + random.nextInt(USERS - 2))));
                case 2 -> client.barrage();
                default -> client.broadcast();
            }
        }

        private void disturbMedia() {
            List<TransportId> open = new ArrayList<>();
            media.publishersNow().forEach(open::add);
            media.playersNow().forEach(open::add);
            open.sort((a, b) -> Long.compare(a.value(), b.value()));
            if (open.isEmpty()) {
                return;
            }
            TransportId transport = any(open);
            switch (random.nextInt(4)) {
                case 0 -> media.connect(transport);
                case 1 -> media.interrupt(transport);
                default -> media.end(transport);
            }
        }

        private void useHttp(String stream) {
            if (!httpResources.isEmpty() && random.nextBoolean()) {
                plane.httpSessions().delete(httpResources.removeLast());
                return;
            }
            String user = random.nextBoolean() ? "u1" : "whip";
            plane.httpSessions()
                    .publish(ControlHarness.APP_ID, any(ROOMS), stream, token(user), "offer")
                    .whenComplete((opened, _) -> {
                        if (opened != null) {
                            httpResources.add(opened.resourceId());
                        }
                    });
        }

        private String token(String user) {
            return Token04.generate(
                    new TokenRequest(
                            ControlHarness.APP_ID, user, 86_400, RoomPayload.UNRESTRICTED.toJson()),
                    ControlHarness.SECRET,
                    Token04.Mode.CBC,
                    simulation.clock().wallMs() / 1000,
                    new Random(random.nextLong()));
        }

        /// The server's machine is suspended: it neither reads nor looks at its clock.
        private void pauseServer(long durationNs) {
            pausedUntilNs = simulation.nowNs() + durationNs;
            clients.forEach(client -> client.setServerReading(false));
            simulation.at(
                    pausedUntilNs,
                    "server goes on",
                    () -> clients.forEach(client -> client.setServerReading(true)));
        }

        void heal() {
            chaos = false;
            clients.forEach(client -> {
                client.setReading(true);
                client.setServerReading(true);
            });
        }
    }

    static LongStream seeds() {
        return Simulation.seeds(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybodySeesTheSameInTheEnd(long seed) {
        World world = new World(seed);
        world.startChaos();
        world.startTalk();
        world.simulation.runFor(150 * SECOND);
        world.heal();
        world.simulation.runFor(90 * SECOND);

        world.simulation.validate("views", () -> checkViews(world));
        world.simulation.validate("messages", world.book::checkHoles);
        world.simulation.validate("streams", () -> checkStreams(world));
        world.simulation.validate(
                "media",
                () -> Soundness.checkMedia(world.plane, ControlHarness.APP_ID, world.media));
    }

    @Test
    void oneSeedIsOneRun() {
        long[] fingerprints = new long[2];
        for (int i = 0; i < 2; i++) {
            World world = new World(4711);
            world.startChaos();
            world.startTalk();
            world.simulation.runFor(60 * SECOND);
            fingerprints[i] = world.simulation.fingerprint();
        }

        assertThat(fingerprints[0]).isEqualTo(fingerprints[1]);
    }

    /// A simulation in which nothing happens proves nothing.
    @Test
    void theSeedsTogetherComeThroughEverything() {
        long resumes = 0;
        long kicks = 0;
        long timeouts = 0;
        long snapshots = 0;
        long catchUps = 0;
        long events = 0;
        int clientKicks = 0;
        int pages = 0;
        int messages = 0;
        for (long seed = 1; seed <= 5; seed++) {
            World world = new World(seed);
            world.startChaos();
            world.startTalk();
            world.simulation.runFor(150 * SECOND);
            ControlStatistics statistics = world.plane.statistics();
            resumes += statistics.resumesAccepted();
            kicks += statistics.kicks();
            timeouts += statistics.heartbeatTimeouts();
            snapshots += statistics.snapshotsSent();
            catchUps += statistics.catchUps();
            events += statistics.eventsSent();
            pages += world.clients.stream().mapToInt(SimulatedClient::pages).sum();
            messages += world.book.received();
            clientKicks += world.clients.stream().mapToInt(SimulatedClient::kicks).sum();
        }

        assertThat(resumes).as("resumes").isGreaterThan(50);
        assertThat(kicks).as("kicks").isGreaterThan(20);
        assertThat(clientKicks).as("kicks noticed").isGreaterThan(10);
        assertThat(timeouts).as("heartbeat timeouts").isGreaterThan(5);
        assertThat(snapshots).as("snapshots").isGreaterThan(2);
        assertThat(catchUps).as("slow clients caught up").isGreaterThan(0);
        assertThat(events).as("events sent").isGreaterThan(2_000);
        assertThat(pages).as("pages").isGreaterThan(100);
        assertThat(messages).as("reliable messages received").isGreaterThan(500);
    }

    private static void checkViews(World world) {
        Realm realm = world.plane.core().realm(ControlHarness.APP_ID);
        Map<String, Set<String>> believed = new TreeMap<>();
        for (SimulatedClient client : world.clients) {
            if (client.wishesToBeOut()) {
                continue;
            }
            assertThat(client.isIn()).as("%s is in", client).isTrue();
            String roomId = client.room().orElseThrow();
            boolean alone =
                    believed.computeIfAbsent(client.userId, _ -> new TreeSet<>()).add(roomId);
            assertThat(alone && believed.get(client.userId).size() == 1)
                    .as("%s is in one room once", client.userId)
                    .isTrue();
            Room room = realm.room(roomId).orElseThrow();
            Participant participant =
                    room.participants().stream()
                            .filter(p -> p.owner instanceof Session)
                            .filter(p -> p.user.userId().equals(client.userId))
                            .findAny()
                            .orElseThrow();
            var expected = room.wholeFor(participant);
            assertThat(client.view().isWhole()).as("%s is whole", client).isTrue();
            assertThat(client.view().users().values())
                    .as("users as %s sees them", client)
                    .containsExactlyInAnyOrderElementsOf(expected.users());
            assertThat(client.view().streams().values())
                    .as("streams as %s sees them", client)
                    .usingElementComparator(sameStream(client))
                    .containsExactlyInAnyOrderElementsOf(expected.streams());
            if (client.isModern()) {
                assertThat(client.view().roomExtraInfo()).isEqualTo(expected.roomExtraInfo());
                world.book.checkComplete(client.messages().orElseThrow());
            }
        }
        for (Room room : realm.rooms()) {
            for (Participant participant : room.participants()) {
                if (participant.owner instanceof Session) {
                    assertThat(believed.getOrDefault(participant.user.userId(), Set.of()))
                            .as("rooms of %s", participant.user.userId())
                            .contains(room.roomId);
                }
            }
        }
    }

    /// Clients that do not know device states are not told of their changes.
    private static Comparator<RoomStream> sameStream(SimulatedClient client) {
        return Comparator.comparing(stream ->
                (client.isModern()
                                ? stream
                                : stream.withDevices(DeviceState.OPEN, DeviceState.OPEN))
                        .toString());
    }

    private static void checkStreams(World world) {
        Realm realm = world.plane.core().realm(ControlHarness.APP_ID);
        Set<String> live = new TreeSet<>();
        for (Room room : realm.rooms()) {
            room.streams().stream().map(RoomStream::streamId).forEach(live::add);
        }
        for (SimulatedClient client : world.clients) {
            assertThat(live).as("streams there, %s", client).containsAll(client.published());
            client.playing()
                    .forEach((stream, state) ->
                            assertThat(state)
                                    .as("%s at %s", stream, client)
                                    .isEqualTo(
                                            live.contains(stream)
                                                    ? PlayState.PLAYING
                                                    : PlayState.WAITING));
        }
    }
}
