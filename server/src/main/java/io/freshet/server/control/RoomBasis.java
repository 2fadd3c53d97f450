package io.freshet.server.control;

import io.freshet.server.control.time.Timers;

/// What every room of the server stands on; it knows nothing else of what is around it.
record RoomBasis(
        ControlConfig config,
        ControlClock clock,
        Timers timers,
        Counters counters,
        Heartbeats heartbeats) {}
