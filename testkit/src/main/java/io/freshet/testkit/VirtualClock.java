package io.freshet.testkit;

/// Time of a [Simulation]: a monotonic clock that only the simulation moves, and a wall clock that
/// follows it but may be made to jump, as real ones do.
public final class VirtualClock {
    /// Monotonic clocks start anywhere; not at 0, so that "0 means unset" mistakes show.
    private static final long START_NS = 1_000_000_000_000L;

    /// 2026-01-01T00:00:00Z
    private static final long START_WALL_MS = 1_767_225_600_000L;

    private static final long NS_PER_MS = 1_000_000L;

    private long nowNs = START_NS;
    private long wallOffsetMs = START_WALL_MS - START_NS / NS_PER_MS;

    /// Monotonic time in nanoseconds.
    public long nowNs() {
        return nowNs;
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    public long wallMs() {
        return wallOffsetMs + nowNs / NS_PER_MS;
    }

    /// Moves the wall clock without moving monotonic time: an administrator or NTP set it.
    public void jumpWall(long byMs) {
        wallOffsetMs += byMs;
    }

    /// Moves time forward. Inside a running [Simulation] only the simulation calls this; a unit
    /// test without one may.
    ///
    /// @throws IllegalArgumentException if that would be backwards
    public void advanceTo(long newNowNs) {
        if (newNowNs < nowNs) {
            throw new IllegalArgumentException(
                    "time cannot go back from " + nowNs + " to " + newNowNs);
        }
        nowNs = newNowNs;
    }

    public void advanceBy(long ns) {
        advanceTo(nowNs + ns);
    }
}
