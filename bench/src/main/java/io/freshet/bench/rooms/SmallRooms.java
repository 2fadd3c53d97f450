package io.freshet.bench.rooms;

import io.freshet.bench.DemoException;
import io.freshet.bench.Figures;
import io.freshet.bench.Latencies;
import io.freshet.bench.LocalServer;
import io.freshet.bench.ProcessMeter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How many users may come and go: whole visits (connect, hello, login, logout) to rooms of ten,
/// and logins to rooms of a hundred whose others all hear of it at once.
final class SmallRooms {
    private static final int WINDOW = 64;
    private static final int ROOM_SIZE = 10;
    private static final int LARGER_ROOM_SIZE = 100;
    private static final int LARGER_ROOMS = 10;
    private static final int MOVERS = 20;
    private static final long NS_PER_SECOND = 1_000_000_000L;

    /// Twice this is below what a connection may ask for in the long run.
    private static final long MOVE_INTERVAL_NS = NS_PER_SECOND / 8;

    private static final long SETTLE_NS = NS_PER_SECOND / 2;
    private static final double LOGINS_TARGET = 2_000;

    private final RoomLoad load;
    private final ProcessMeter meter;
    private int rooms;

    SmallRooms(RoomLoad load, LocalServer server) {
        this.load = load;
        this.meter = server.meter();
    }

    /// What one visit was made of, for the bare server to repeat.
    record Visit(double texts, double bytes) {}

    Visit measureLogins(int count, Figures figures) throws DemoException, IOException {
        visit(count / 2);
        double cpu = meter.cpuSeconds();
        long texts = texts();
        long bytes = bytes();
        long startNs = System.nanoTime();
        visit(count);
        double seconds = (System.nanoTime() - startNs) / (double) NS_PER_SECOND;
        double used = meter.cpuSeconds() - cpu;
        figures.atLeast("logins_per_core_s", count / used, LOGINS_TARGET);
        figures.put("logins_s", count / seconds);
        figures.put("login_ms_p50", Latencies.ms(load.arrivals().untilAnswered(), 50));
        figures.put("login_ms_p99", Latencies.ms(load.arrivals().untilAnswered(), 99));
        return new Visit((texts() - texts) / (double) count, (bytes() - bytes) / (double) count);
    }

    private long texts() {
        long sum = 0;
        for (RoomText.Kind kind : RoomText.Kind.values()) {
            sum += load.messages(kind);
        }
        return sum;
    }

    private long bytes() {
        long sum = 0;
        for (RoomText.Kind kind : RoomText.Kind.values()) {
            sum += load.bytes(kind);
        }
        return sum;
    }

    /// A room's users leave when the last of them is in.
    private void visit(int count) throws DemoException, IOException {
        load.arrivals().start(System.nanoTime());
        long begun = load.logouts();
        List<RoomClient> together = new ArrayList<>();
        load.onEachLogin(client -> {
            together.add(client);
            if (together.size() == ROOM_SIZE) {
                together.forEach(RoomClient::leave);
                together.clear();
            }
        });
        for (int i = 0; i < count; i++) {
            if (i % ROOM_SIZE == 0) {
                rooms++;
            }
            RoomClient _ = load.enter("small-" + rooms);
            long window = begun + i - WINDOW;
            load.until(() -> load.logouts() > window);
        }
        load.until(() -> load.logouts() == begun + count);
        load.onEachLogin(_ -> {});
        load.arrivals().stop(System.nanoTime());
    }

    void measureEvents(long durationNs, Figures figures) throws DemoException, IOException {
        List<RoomClient> all = new ArrayList<>();
        for (int i = 0; i < LARGER_ROOMS * LARGER_ROOM_SIZE; i++) {
            all.add(load.enter("hundred-" + i % LARGER_ROOMS));
            long known = load.logins();
            load.until(() -> load.logins() > known);
        }
        List<RoomClient> movers = all.subList(0, MOVERS);
        move(movers, NS_PER_SECOND);
        double cpu = meter.cpuSeconds();
        long events = load.events();
        move(movers, durationNs);
        load.untilQuiet(SETTLE_NS);
        double used = meter.cpuSeconds() - cpu;
        figures.put("events_per_core_s_room100", (load.events() - events) / used);
        all.forEach(client -> {
            if (client.isInRoom()) {
                client.leave();
            }
        });
        load.until(() -> load.clients().isEmpty());
    }

    /// They log out and in again, one after the other; in the end all are in.
    private void move(List<RoomClient> movers, long durationNs) throws DemoException, IOException {
        long startNs = System.nanoTime();
        long step = MOVE_INTERVAL_NS / movers.size();
        for (long moves = 0; moves * step < durationNs || !allIn(movers); moves++) {
            long dueNs = startNs + moves * step;
            load.until(() -> System.nanoTime() >= dueNs);
            RoomClient mover = movers.get((int) (moves % movers.size()));
            if (!mover.isInRoom()) {
                mover.logInAgain("hundred-" + moves % LARGER_ROOMS);
            } else if (moves * step < durationNs) {
                mover.logOut();
            }
        }
    }

    private static boolean allIn(List<RoomClient> movers) {
        return movers.stream().allMatch(RoomClient::isInRoom);
    }
}
