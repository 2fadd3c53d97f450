package io.freshet.server.control;

import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.token.RoomPayload;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenRequest;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.testkit.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The machine on which the room service of a simulation runs, with its media plane. It may be
/// suspended, and its process may end and begin anew, which is another [ControlPlane].
final class SimulatedServer implements Simulation.Timed {
    static final int LOG_LENGTH = 6;

    private static final long MS = 1_000_000L;
    private static final int PAGE_SIZE = 3;
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(20);
    private static final long TOKEN_MIN_SECONDS = 35;
    private static final long TOKEN_MAX_SECONDS = 80;
    private static final long LONG_TOKEN_SECONDS = 86_400;
    private static final ControlConfig CONFIG =
            new ControlConfig(
                    ControlConfig.Timing.withHeartbeatTimeout(HEARTBEAT_TIMEOUT),
                    new ControlConfig.Bounds(
                            1_000, 10, 100, 2, 4, 20, 32, 100, 300, 10, LOG_LENGTH),
                    new ControlConfig.Fanout(
                            3, Duration.ofMillis(400), 2, Duration.ofMillis(200), 200, PAGE_SIZE));

    private final Simulation simulation;
    private final RandomGenerator random;
    private final Project project;

    /// Connections whose server side is open.
    private final List<SimulatedLink> links = new ArrayList<>();

    private final MemoryRuleStore rules = new MemoryRuleStore();
    private final List<String> httpResources = new ArrayList<>();
    private final List<ControlStatistics> formerLives = new ArrayList<>();
    private FakeMediaPlane media;
    private ControlPlane plane;
    private boolean down;
    private boolean tokensLastLong;
    private long pausedUntilNs;

    /// @param loginEndsWithToken the project's policy
    SimulatedServer(Simulation simulation, boolean loginEndsWithToken) {
        this.simulation = simulation;
        this.random = simulation.random("server");
        Set<Project.Service> services = EnumSet.of(Project.Service.L3);
        if (loginEndsWithToken) {
            services.add(Project.Service.LOGIN_ENDS_WITH_TOKEN);
        }
        this.project =
                new Project(
                        ControlHarness.APP_ID,
                        ControlHarness.APP_SIGN,
                        ControlHarness.SECRET,
                        true,
                        false,
                        ResourceMode.RTC,
                        services);
        this.media = newMedia();
        this.plane = newPlane();
    }

    private FakeMediaPlane newMedia() {
        long[] freeNs = new long[1];
        // The media plane's command queue: later, but in order.
        return new FakeMediaPlane(command -> {
            freeNs[0] = Math.max(freeNs[0], simulation.nowNs() + random.nextLong(30 * MS));
            simulation.at(freeNs[0], "media command", command);
        });
    }

    private ControlPlane newPlane() {
        return new ControlPlane(
                CONFIG,
                appId -> appId == project.appId() ? Optional.of(project) : Optional.empty(),
                media,
                ControlHarness.clockOf(simulation.clock()),
                simulation.random("secrets " + formerLives.size()),
                RoomObserver.none(),
                rules);
    }

    ControlPlane plane() {
        return plane;
    }

    FakeMediaPlane media() {
        return media;
    }

    Realm realm() {
        return plane.core().realm(project.appId());
    }

    /// Of all its lives.
    List<ControlStatistics> statistics() {
        List<ControlStatistics> all = new ArrayList<>(formerLives);
        all.add(plane.statistics());
        return all;
    }

    @Override
    public long nextTimeoutNs() {
        long due = plane.nextTimeoutNs();
        return down || due == Simulation.NEVER ? Simulation.NEVER : Math.max(due, pausedUntilNs);
    }

    @Override
    public void onTimeout(long nowNs) {
        plane.onTimeout(nowNs);
    }

    ClientConnection connect(SimulatedLink link) {
        links.removeIf(SimulatedLink::isServerClosed);
        if (!down) {
            links.add(link);
            return plane.connect(link);
        }
        simulation.after(0, "connection refused", link::refuseConnection);
        return new NobodyThere();
    }

    /// What the application's backend makes for its users.
    String token(String userId) {
        long seconds =
                tokensLastLong
                        ? LONG_TOKEN_SECONDS
                        : random.nextLong(TOKEN_MIN_SECONDS, TOKEN_MAX_SECONDS);
        return Token04.generate(
                new TokenRequest(
                        ControlHarness.APP_ID, userId, seconds, RoomPayload.UNRESTRICTED.toJson()),
                ControlHarness.SECRET,
                Token04.Mode.CBC,
                simulation.clock().wallMs() / 1000,
                new Random(random.nextLong()));
    }

    void useHttp(String roomId, String stream) {
        if (down) {
            return;
        }
        if (!httpResources.isEmpty() && random.nextBoolean()) {
            plane.httpSessions().delete(httpResources.removeLast());
            return;
        }
        String user = random.nextBoolean() ? "u1" : "whip";
        ControlPlane asked = plane;
        asked.httpSessions()
                .publish(
                        new HttpSessions.Request(
                                ControlHarness.APP_ID, roomId, stream, token(user), ""),
                        "offer")
                .whenComplete((opened, _) -> {
                    if (opened != null && asked == plane) {
                        httpResources.add(opened.resourceId());
                    }
                });
    }

    void disturbMedia() {
        List<TransportId> open = new ArrayList<>();
        media.publishersNow().forEach(open::add);
        media.playersNow().forEach(open::add);
        open.sort(Comparator.comparingLong(TransportId::value));
        if (open.isEmpty() || down) {
            return;
        }
        TransportId transport = open.get(random.nextInt(open.size()));
        switch (random.nextInt(4)) {
            case 0 -> media.connect(transport);
            case 1 -> media.interrupt(transport);
            default -> media.end(transport);
        }
    }

    /// The machine is suspended: it neither reads nor looks at its clock.
    void pause(long durationNs) {
        pausedUntilNs = simulation.nowNs() + durationNs;
        links.forEach(link -> link.setServerReading(false));
        simulation.at(pausedUntilNs, "server goes on", this::goOn);
    }

    void goOn() {
        links.forEach(link -> link.setServerReading(true));
    }

    /// The process ends, with a farewell or without, and begins anew after a while.
    void restart() {
        if (down) {
            return;
        }
        down = true;
        if (random.nextBoolean()) {
            plane.stop("restart", 1_000);
        } else {
            links.forEach(link -> link.dropServer(random.nextBoolean()));
        }
        links.clear();
        simulation.after(
                random.nextLong(8_000 * MS),
                "server starts",
                () -> {
                    formerLives.add(plane.statistics());
                    httpResources.clear();
                    media = newMedia();
                    plane = newPlane();
                    pausedUntilNs = 0;
                    down = false;
                });
    }

    /// From now on nobody's token runs out.
    void makeTokensLastLong() {
        tokensLastLong = true;
    }

    private record NobodyThere() implements ClientConnection {
        @Override
        public void onMessage(ClientMessage message) {}

        @Override
        public void onWritable() {}

        @Override
        public void onClosed() {}
    }
}
