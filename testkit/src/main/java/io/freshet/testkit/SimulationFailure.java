package io.freshet.testkit;

import java.util.List;

/// Something went wrong in a [Simulation]; the message is all that is needed to see it again.
public final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private final long eventNumber;

    SimulationFailure(
            String scenario,
            long seed,
            long eventNumber,
            String where,
            String time,
            List<String> trace,
            Throwable cause) {
        super(
                """
                scenario "%s", seed %d, event %d (%s), %s: %s
                replay with -D%s=%d; the events before:
                  %s\
                """
                        .formatted(
                                scenario,
                                seed,
                                eventNumber,
                                time,
                                where,
                                cause.getMessage(),
                                Simulation.SEED_PROPERTY,
                                seed,
                                String.join("\n  ", trace)),
                cause);
        this.seed = seed;
        this.eventNumber = eventNumber;
    }

    public long seed() {
        return seed;
    }

    public long eventNumber() {
        return eventNumber;
    }
}
