package io.freshet.server.control;

/// When something happened, by both clocks: the wall clock says the date, the monotonic one how
/// long something took.
///
/// @param wallMs milliseconds since 1970-01-01T00:00:00Z
/// @param nowNs monotonic nanoseconds
public record Moment(long wallMs, long nowNs) {
    static Moment of(ControlClock clock) {
        return new Moment(clock.wallMs(), clock.nowNs());
    }
}
