package io.freshet.bench.rooms;

import io.freshet.bench.DemoException;
import io.freshet.bench.Figures;
import io.freshet.bench.Latencies;
import io.freshet.bench.LocalServer;
import io.freshet.bench.ProcessMeter;
import io.freshet.bench.Screen;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One room of many who all want to know who comes and goes: how fast it fills, and whether it
/// keeps up while others come and go all the time.
final class LargeRoom {
    private static final String ROOM = "large";
    private static final int WINDOW = 64;
    private static final long NS_PER_SECOND = 1_000_000_000L;

    /// Newcomers stay for so long.
    private static final long STAY_NS = 2 * NS_PER_SECOND;

    private static final double EVENTS_TARGET = 100_000;
    private static final double ARRIVAL_MS_TARGET = 200;
    private static final double MIB = 1 << 20;
    private static final String CATCH_UPS = "freshet_control_catch_ups_total";
    private static final String SNAPSHOTS = "freshet_control_snapshots_sent_total";

    private final RoomLoad load;
    private final LocalServer server;
    private final ProcessMeter meter;
    private final Screen screen;
    private final List<RoomClient> staying = new ArrayList<>();
    private final Deque<RoomClient> visiting = new ArrayDeque<>();

    LargeRoom(RoomLoad load, LocalServer server, Screen screen) {
        this.load = load;
        this.server = server;
        this.meter = server.meter();
        this.screen = screen;
    }

    /// What was told during the measurement, for the bare server to repeat.
    record Told(double bytesEach, double eventsEach) {}

    void fill(int users, Figures figures) throws DemoException, IOException {
        long heap = meter.liveHeapBytes();
        double cpu = meter.cpuSeconds();
        long startNs = System.nanoTime();
        long begun = load.logins();
        for (int i = 0; i < users; i++) {
            staying.add(load.enter(ROOM));
            long window = begun + i - WINDOW;
            load.until(() -> load.logins() > window);
        }
        load.until(() -> load.logins() == begun + users);
        double seconds = (System.nanoTime() - startNs) / (double) NS_PER_SECOND;
        untilEverybodySees(users);
        figures.put("logins_per_core_s_room10000", users / (meter.cpuSeconds() - cpu));
        figures.put("logins_s_room10000", users / seconds);
        figures.put(
                "heap_bytes_per_user_room10000", (meter.liveHeapBytes() - heap) / (double) users);
        screen.say(String.format("%d users in one room after %.1f s.", users, seconds));
    }

    /// So many come and as many go each second.
    Told measureArrivals(int perSecond, long durationNs, Figures figures)
            throws DemoException, IOException {
        churn(perSecond, STAY_NS);
        long heapBefore = meter.liveHeapBytes();
        double lateBefore = server.metric(CATCH_UPS);
        double snapshotsBefore = server.metric(SNAPSHOTS);
        // The pause of the measurement is over when rooms have caught up.
        churn(perSecond, STAY_NS);
        long startNs = System.nanoTime();
        load.arrivals().start(startNs);
        double cpu = meter.cpuSeconds();
        long events = load.events();
        long messages = load.messages(RoomText.Kind.EVENTS);
        long bytes = load.bytes(RoomText.Kind.EVENTS);
        churn(perSecond, durationNs);
        double used = meter.cpuSeconds() - cpu;
        double seconds = (System.nanoTime() - startNs) / (double) NS_PER_SECOND;
        double delivered = load.events() - events;
        double texts = load.messages(RoomText.Kind.EVENTS) - messages;
        bytes = load.bytes(RoomText.Kind.EVENTS) - bytes;
        load.arrivals().stop(System.nanoTime());
        load.until(() -> visiting.stream().allMatch(RoomClient::isInRoom));
        untilEverybodySees(staying.size() + visiting.size());
        figures.atLeast("events_per_core_s", delivered / used, EVENTS_TARGET);
        figures.put("events_s", delivered / seconds);
        figures.put("event_messages_per_core_s", texts / used);
        figures.put("events_per_message", delivered / texts);
        figures.put("event_mib_s", bytes / MIB / seconds);
        figures.put("server_cpu_share", used / seconds);
        Arrivals arrivals = load.arrivals();
        figures.put("arrival_ms_p50_room10000", Latencies.ms(arrivals.sinceSent(), 50));
        figures.atMost(
                "arrival_ms_p99_room10000",
                Latencies.ms(arrivals.sinceSent(), 99),
                ARRIVAL_MS_TARGET);
        figures.put("arrival_ms_max_room10000", Latencies.ms(arrivals.sinceSent(), 100));
        figures.put(
                "arrival_after_answer_ms_p99_room10000",
                Latencies.ms(arrivals.sinceAnswered(), 99));
        figures.put("login_ms_p99_room10000", Latencies.ms(arrivals.untilAnswered(), 99));
        figures.atMost("late_clients", server.metric(CATCH_UPS) - lateBefore, 0);
        figures.atMost("snapshots", server.metric(SNAPSHOTS) - snapshotsBefore, 0);
        figures.put("heap_mib_before", heapBefore / MIB);
        figures.put("heap_mib_after", meter.liveHeapBytes() / MIB);
        return new Told(bytes / texts, delivered / texts);
    }

    private void churn(int perSecond, long durationNs) throws DemoException, IOException {
        int mayStay = (int) (STAY_NS * perSecond / NS_PER_SECOND);
        long stepNs = NS_PER_SECOND / perSecond;
        long startNs = System.nanoTime();
        for (long dueNs = 0; dueNs < durationNs; dueNs += stepNs) {
            long atNs = startNs + dueNs;
            load.until(() -> System.nanoTime() >= atNs);
            visiting.add(load.enter(ROOM));
            if (visiting.size() > mayStay && visiting.element().isInRoom()) {
                visiting.remove().leave();
            }
        }
    }

    /// A server that is late has time to come after; one that never does fails the measurement.
    private void untilEverybodySees(int users) throws DemoException, IOException {
        load.until(() -> staying.stream().allMatch(client -> client.users() == users));
    }
}
