package io.freshet.bench.rooms;

import io.freshet.bench.DemoException;
import io.freshet.bench.Figures;
import io.freshet.bench.LocalServer;
import io.freshet.bench.ProcessMeter;
import io.freshet.bench.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The measurements in order, each on a server that is as it has to be for it.
final class RoomsBench {
    private static final int LARGE_ROOM = 10_000;
    private static final int CHURN_PER_SECOND = 100;
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final String MANY = "1000000";

    /// @param texts told to each of the bare server's listeners
    record Plan(int idle, int logins, int seconds, int texts) {
        static Plan quick(int idle) {
            return new Plan(idle, 4_000, 6, 20);
        }

        static Plan full(int idle) {
            return new Plan(idle, 20_000, 60, 100);
        }
    }

    private final Path home;
    private final Plan plan;
    private final Screen screen;
    private final Figures figures = new Figures();

    RoomsBench(Path home, Plan plan, Screen screen) {
        this.home = home;
        this.plan = plan;
        this.screen = screen;
    }

    /// Connections that one process has at the same time.
    static int connections(Plan plan) {
        return Math.max(plan.idle(), LARGE_ROOM + 4 * CHURN_PER_SECOND);
    }

    Figures run() throws DemoException, IOException {
        Cores cores = Cores.divide();
        screen.say(cores.sentence());
        screen.say(plan.idle() + " users log in and stay ...");
        try (LocalServer server = start(cores.one());
                RoomLoad load = new RoomLoad(server)) {
            new IdleConnections(load, server, screen).measure(plan.idle(), figures);
        }
        SmallRooms.Visit visit;
        LargeRoom.Told told;
        try (LocalServer server = start(cores.one());
                RoomLoad load = new RoomLoad(server)) {
            screen.say(plan.logins() + " users come and go ...");
            SmallRooms small = new SmallRooms(load, server);
            visit = small.measureLogins(plan.logins(), figures);
            small.measureEvents(plan.seconds() * NS_PER_SECOND / 2, figures);
        }
        // On every core, as in service: how soon an event is everywhere is no figure of one core.
        try (LocalServer server = start(cores.all());
                RoomLoad load = new RoomLoad(server)) {
            screen.say(LARGE_ROOM + " users enter one room; the server uses every core ...");
            LargeRoom large = new LargeRoom(load, server, screen);
            large.fill(LARGE_ROOM, figures);
            screen.say(
                    String.format(
                            "%d come and %d go each second ...",
                            CHURN_PER_SECOND, CHURN_PER_SECOND));
            told = large.measureArrivals(CHURN_PER_SECOND, plan.seconds() * NS_PER_SECOND, figures);
        }
        screen.say("The same messages from a bare WebSocket server ...");
        compareLogins(cores, visit);
        compareEvents(cores, told);
        return figures;
    }

    private void compareLogins(Cores cores, SmallRooms.Visit visit)
            throws DemoException, IOException {
        int textLength = (int) (visit.bytes() / visit.texts());
        try (BareLoad bare = BareLoad.start(home, cores, textLength)) {
            ProcessMeter meter = bare.meter();
            int textsEach = (int) Math.round(visit.texts());
            bare.visit(plan.logins() / 2, textsEach);
            double cpu = meter.cpuSeconds();
            bare.visit(plan.logins(), textsEach);
            double bareLogins = plan.logins() / (meter.cpuSeconds() - cpu);
            figures.put("bare_logins_per_core_s", bareLogins);
            figures.put("login_cost_ratio", bareLogins / figures.value("logins_per_core_s"));
        }
    }

    private void compareEvents(Cores cores, LargeRoom.Told told) throws DemoException, IOException {
        try (BareLoad bare = BareLoad.start(home, cores, (int) told.bytesEach())) {
            ProcessMeter meter = bare.meter();
            LoadConnection asking = bare.stay(LARGE_ROOM);
            bare.tellAll(asking, plan.texts() / 2, LARGE_ROOM);
            double cpu = meter.cpuSeconds();
            bare.tellAll(asking, plan.texts(), LARGE_ROOM);
            double texts = (double) plan.texts() * LARGE_ROOM;
            double bareTexts = texts / (meter.cpuSeconds() - cpu);
            figures.put("bare_event_messages_per_core_s", bareTexts);
            figures.put("event_cost_ratio", bareTexts / figures.value("event_messages_per_core_s"));
        }
    }

    /// As `./freshet up` does it, but for limits that hold back one machine that plays many.
    private LocalServer start(List<String> prefix) throws DemoException {
        Map<String, String> environment =
                Map.of(
                        "FRESHET_HTTP_MAX_CONNECTIONS",
                        MANY,
                        "FRESHET_HTTP_REQUESTS_PER_SECOND",
                        MANY,
                        "FRESHET_HTTP_REQUEST_BURST",
                        MANY,
                        "FRESHET_ROOMS_LOGINS_PER_SECOND",
                        MANY);
        return LocalServer.start(
                home, new LocalServer.Setup(environment, prefix), sentence -> screen.say(sentence));
    }
}
