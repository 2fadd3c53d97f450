package io.freshet.server.app;

import io.freshet.server.control.ControlClock;

/// The machine's clocks.
final class SystemClock implements ControlClock {
    @Override
    public long nowNs() {
        return System.nanoTime();
    }

    @Override
    public long wallMs() {
        return System.currentTimeMillis();
    }
}
