package io.freshet.server.control;

/// Until when somebody must be heard from. Thread-safe.
final class Heartbeats {
    private final ControlConfig.Timing timing;

    /// No heartbeat time-out before this: the server itself was not running for a while, and
    /// clients could not be heard.
    private volatile long forgivenUntilNs = Long.MIN_VALUE;

    Heartbeats(ControlConfig.Timing timing) {
        this.timing = timing;
    }

    /// The server was suspended: clients get the time to be heard again.
    void forgive(long nowNs) {
        forgivenUntilNs = nowNs + 2 * timing.heartbeatInterval().toNanos();
    }

    /// For somebody who was last heard from then.
    long deadlineNs(long lastHeardNs) {
        return Math.max(lastHeardNs + timing.heartbeatTimeout().toNanos(), forgivenUntilNs);
    }
}
