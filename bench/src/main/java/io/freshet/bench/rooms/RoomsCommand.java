package io.freshet.bench.rooms;

import io.freshet.bench.DemoException;
import io.freshet.bench.Figures;
import io.freshet.bench.Jvms;
import io.freshet.bench.Machine;
import io.freshet.bench.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `freshet bench rooms`.
@Command(
        name = "rooms",
        description =
                "Measure the room service: logins, room events, how fast an arrival reaches 10,000"
                        + " others, and memory for each connection and room.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RoomsCommand implements Callable<Integer> {
    private static final int IDLE = 50_000;
    private static final int QUICK_IDLE = 5_000;
    private static final int MIN_IDLE = 1_000;

    @Option(
            names = "--idle",
            paramLabel = "N",
            description =
                    "Idle connections whose memory is measured (default: 50000, or as many as the"
                            + " limit of open files allows; 5000 with --quick).")
    private @Nullable Integer idle;

    @Option(names = "--quick", description = "Measure for about a minute.")
    private boolean quick;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the figures to this file.")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws DemoException, IOException {
        Screen screen = new Screen(spec.commandLine().getOut(), false);
        int connections = idleConnections(screen);
        RoomsBench.Plan plan =
                quick ? RoomsBench.Plan.quick(connections) : RoomsBench.Plan.full(connections);
        OpenFiles.require(RoomsBench.connections(plan));
        Figures figures = new RoomsBench(Jvms.home(), plan, screen).run();
        screen.say("");
        figures.summary().forEach(screen::say);
        if (json != null) {
            Files.writeString(
                    json, figures.json("bench rooms", Machine.describe()).toString(2) + "\n");
        }
        return 0;
    }

    private int idleConnections(Screen screen) throws DemoException {
        if (idle != null) {
            if (idle < MIN_IDLE) {
                throw new DemoException("--idle must be at least " + MIN_IDLE);
            }
            return idle;
        }
        int wanted = quick ? QUICK_IDLE : IDLE;
        int possible = OpenFiles.connections();
        if (possible >= wanted) {
            return wanted;
        }
        screen.say(
                "The limit of open files allows "
                        + possible
                        + " of "
                        + wanted
                        + " idle connections; raise it with 'ulimit -n' for all.");
        return possible;
    }
}
