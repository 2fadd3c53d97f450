package io.freshet.bench;

/// Counts stalls as the SDK's quality figures do: more than 500 ms without a new picture.
final class StallMeter {
    static final long STALL_NS = 500_000_000L;

    private boolean started;
    private boolean stalled;
    private long lastNs;
    private long stalls;

    void onFrame(long nowNs) {
        onTime(nowNs);
        started = true;
        stalled = false;
        lastNs = nowNs;
    }

    /// Notices a stall that is going on.
    void onTime(long nowNs) {
        if (started && !stalled && nowNs - lastNs > STALL_NS) {
            stalled = true;
            stalls++;
        }
    }

    long stalls() {
        return stalls;
    }
}
