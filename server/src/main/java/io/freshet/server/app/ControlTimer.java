package io.freshet.server.app;

import io.freshet.server.control.ControlClock;
import io.freshet.server.control.ControlPlane;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The one thread that drives the room service's deadlines.
final class ControlTimer {
    private static final System.Logger LOG = System.getLogger(ControlTimer.class.getName());

    /// Deadlines may come nearer while the thread waits.
    private static final long MAX_WAIT_NS = 20_000_000L;

    /// A deadline in the past must not make the thread spin.
    private static final long MIN_WAIT_NS = 1_000_000L;

    private final ControlPlane control;
    private final ControlClock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    ControlTimer(ControlPlane control, ControlClock clock) {
        this.control = control;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("control-timer").start(this::run);
    }

    private void run() {
        try {
            while (!stopped.await(waitNs(), TimeUnit.NANOSECONDS)) {
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long waitNs() {
        long next = control.nextTimeoutNs();
        long wait = next == Long.MAX_VALUE ? MAX_WAIT_NS : next - clock.nowNs();
        return Math.clamp(wait, MIN_WAIT_NS, MAX_WAIT_NS);
    }

    private void tick() {
        try {
            control.onTimeout(clock.nowNs());
        } catch (RuntimeException e) {
            // One room's fault must not stop everybody's deadlines.
            LOG.log(System.Logger.Level.ERROR, "a deadline could not be handled", e);
        }
    }

    void stop() {
        stopped.countDown();
        thread.interrupt();
    }
}
