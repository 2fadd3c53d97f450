package io.freshet.simulation;

import io.freshet.protocol.message.ResourceMode;
import io.freshet.server.control.ClientConnection;
import io.freshet.server.control.ClientSink;
import io.freshet.server.control.ControlClock;
import io.freshet.server.control.ControlConfig;
import io.freshet.server.control.ControlPlane;
import io.freshet.server.control.ControlStatistics;
import io.freshet.server.control.Project;
import io.freshet.testkit.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The server's process: its room service, which begins anew with nothing when it restarts.
final class SimulatedServer implements Simulation.Timed {
    static final long APP_ID = 1234567890L;
    static final String APP_SIGN = "0123456789abcdef".repeat(4);

    private static final long SECOND = 1_000_000_000L;
    private static final Project PROJECT =
            new Project(
                    APP_ID,
                    APP_SIGN,
                    "fa94dd0f974cf2e293728a526b028271",
                    true,
                    false,
                    ResourceMode.RTC,
                    Set.of(Project.Service.L3));

    /// Short figures, so that logs end, pages and batches come up, and time-outs pass.
    private static final ControlConfig CONFIG =
            new ControlConfig(
                    ControlConfig.Timing.withHeartbeatTimeout(Duration.ofSeconds(20)),
                    new ControlConfig.Bounds(1_000, 100, 100, 5, 4, 20, 32, 100, 300, 10, 8),
                    new ControlConfig.Fanout(
                            3, Duration.ofMillis(300), 2, Duration.ofMillis(200), 200, 3));

    private final Simulation simulation;
    private final RandomGenerator random;
    private final List<SimulatedSocket> sockets = new ArrayList<>();
    private final List<ControlStatistics> formerLives = new ArrayList<>();
    private ControlPlane plane;
    private boolean down;

    SimulatedServer(Simulation simulation) {
        this.simulation = simulation;
        this.random = simulation.random("server");
        this.plane = newPlane();
    }

    private ControlPlane newPlane() {
        int life = formerLives.size() + 1;
        return new ControlPlane(
                CONFIG,
                appId -> appId == APP_ID ? Optional.of(PROJECT) : Optional.empty(),
                new SimulatedMediaPlane(simulation, "media plane " + life),
                new ControlClock() {
                    @Override
                    public long nowNs() {
                        return simulation.nowNs();
                    }

                    @Override
                    public long wallMs() {
                        return simulation.clock().wallMs();
                    }
                },
                simulation.random("secrets " + life));
    }

    ControlPlane plane() {
        return plane;
    }

    /// Of all its lives.
    List<ControlStatistics> statistics() {
        List<ControlStatistics> all = new ArrayList<>(formerLives);
        all.add(plane.statistics());
        return all;
    }

    boolean isDown() {
        return down;
    }

    ClientConnection connect(SimulatedSocket socket, ClientSink sink) {
        sockets.add(socket);
        return plane.connect(sink);
    }

    void restart() {
        if (down) {
            return;
        }
        down = true;
        if (random.nextBoolean()) {
            plane.stop("restart", 500);
        } else {
            sockets.forEach(socket -> socket.dropServer(random.nextBoolean()));
        }
        sockets.clear();
        simulation.after(
                random.nextLong(8 * SECOND),
                "server starts",
                () -> {
                    formerLives.add(plane.statistics());
                    plane = newPlane();
                    down = false;
                });
    }

    @Override
    public long nextTimeoutNs() {
        return down ? Simulation.NEVER : plane.nextTimeoutNs();
    }

    @Override
    public void onTimeout(long nowNs) {
        plane.onTimeout(nowNs);
    }
}
