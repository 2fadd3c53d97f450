package io.freshet.server.control;

/// The time, as the room service sees it.
public interface ControlClock {
    /// Monotonic time in nanoseconds, for every deadline.
    long nowNs();

    /// Milliseconds since 1970-01-01T00:00:00Z, for the validity of tokens only.
    long wallMs();
}
