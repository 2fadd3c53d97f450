package io.freshet.bench.rooms;

import io.freshet.bench.DemoException;
import io.freshet.bench.Figures;
import io.freshet.bench.LocalServer;
import io.freshet.bench.ProcessMeter;
import io.freshet.bench.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What users who do nothing cost: many who are logged in, in small rooms, and then some of them in
/// a room each.
final class IdleConnections {
    static final int ROOM_SIZE = 10;
    private static final int WARM_UP = 1_000;
    private static final int MOVED = 1_000;
    private static final int WINDOW = 64;
    private static final long SETTLE_NS = 1_000_000_000L;
    private static final int TARGET_CONNECTIONS = 50_000;
    private static final double TARGET_GIB = 2;
    private static final double GIB = 1 << 30;
    private static final double MIB = 1 << 20;

    private final RoomLoad load;
    private final ProcessMeter meter;
    private final Screen screen;
    private int rooms;

    IdleConnections(RoomLoad load, LocalServer server, Screen screen) {
        this.load = load;
        this.meter = server.meter();
        this.screen = screen;
    }

    void measure(int connections, Figures figures) throws DemoException, IOException {
        // Code and buffers that the first connections bring are no connection's.
        fill(WARM_UP);
        List.copyOf(load.clients()).forEach(RoomClient::leave);
        load.until(() -> load.clients().isEmpty());
        load.untilQuiet(SETTLE_NS);
        long heapBefore = meter.liveHeapBytes();
        long residentBefore = meter.residentBytes();
        fill(connections);
        load.untilQuiet(SETTLE_NS);
        long resident = meter.residentBytes();
        long heap = meter.liveHeapBytes();
        double residentEach = (resident - residentBefore) / (double) connections;
        double heapEach = (heap - heapBefore) / (double) connections;
        figures.put("idle_connections", connections);
        figures.put("bytes_per_idle_connection", residentEach);
        figures.put("heap_bytes_per_idle_connection", heapEach);
        figures.put("idle_resident_mib", resident / MIB);
        // Of few connections a part lies where the heap had room before.
        double each = Math.max(residentEach, heapEach);
        figures.atMost(
                "resident_gib_of_50000_idle",
                (residentBefore + each * TARGET_CONNECTIONS) / GIB,
                TARGET_GIB);
        measureRooms(heap, figures);
        screen.say(
                String.format(
                        "%d idle connections: the server's memory grew from %.0f to %.0f MiB.",
                        connections, residentBefore / MIB, resident / MIB));
    }

    private void fill(int count) throws DemoException, IOException {
        long begun = load.logins();
        for (int i = 0; i < count; i++) {
            if (i % ROOM_SIZE == 0) {
                rooms++;
            }
            RoomClient _ = load.enter("idle-" + rooms);
            long window = begun + i - WINDOW;
            load.until(() -> load.logins() > window);
        }
        load.until(() -> load.logins() == begun + count);
    }

    /// The same users in a room each: the difference is that of the rooms.
    private void measureRooms(long heapBefore, Figures figures) throws DemoException, IOException {
        List<RoomClient> moving = new ArrayList<>(load.clients().subList(0, MOVED));
        long logouts = load.logouts();
        moving.forEach(RoomClient::logOut);
        load.until(() -> load.logouts() == logouts + MOVED);
        long logins = load.logins();
        for (int i = 0; i < MOVED; i++) {
            moving.get(i).logInAgain("own-" + i);
        }
        load.until(() -> load.logins() == logins + MOVED);
        load.untilQuiet(SETTLE_NS);
        int furtherRooms = MOVED - MOVED / ROOM_SIZE;
        figures.put("bytes_per_room", (meter.liveHeapBytes() - heapBefore) / (double) furtherRooms);
    }
}
