package io.freshet.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/// An ordered, reliable pipe of messages with two ends, as a WebSocket over TCP is: what arrives,
/// arrives once and in order; late instead of lost; and when it breaks, one end or both may not
/// notice for a long time.
///
/// @param <A> what the first end sends
/// @param <B> what the second end sends
public final class VirtualPipe<A, B> {
    /// What an end is told. Set it before anything can arrive.
    public interface Listener<I> {
        void onMessage(I message);

        /// The last call: the pipe is over for this end.
        void onClosed(String reason);
    }

    /// One end: sends `O`, receives `I`.
    public static final class End<O, I> {
        private final VirtualPipe<?, ?> pipe;
        private final String name;
        private final Deque<I> stalled = new ArrayDeque<>();
        private End<I, O> other;
        private Listener<I> listener;
        private boolean open = true;
        private boolean reading = true;
        private boolean closeAfterStalled;
        private String closeReason = "";
        private long lastArrivalNs;

        /// Messages sent to this end that it has not received.
        private int backlog;

        @SuppressWarnings("NullAway.Init") // linked by the pipe's constructor
        private End(VirtualPipe<?, ?> pipe, String name) {
            this.pipe = pipe;
            this.name = name;
            this.listener =
                    new Listener<>() {
                        @Override
                        public void onMessage(I message) {
                            throw new IllegalStateException("no listener at " + name);
                        }

                        @Override
                        public void onClosed(String reason) {}
                    };
        }

        public void setListener(Listener<I> newListener) {
            listener = newListener;
        }

        public boolean isOpen() {
            return open;
        }

        /// Sends unless this end is closed; whether it arrives is another matter.
        public void send(O message) {
            if (!open) {
                return;
            }
            other.backlog++;
            pipe.carry(other, () -> other.receive(message));
        }

        /// Closes this end at once and lets the other know if the pipe still carries anything.
        public void close(String reason) {
            if (!open) {
                return;
            }
            open = false;
            pipe.carry(other, () -> other.peerClosed(reason));
        }

        /// Messages under way to this end or waiting for it to read.
        public int backlog() {
            return backlog;
        }

        /// A slow reader: messages wait until it reads again.
        public void setReading(boolean nowReading) {
            reading = nowReading;
            while (reading && open && !stalled.isEmpty()) {
                I message = stalled.removeFirst();
                backlog--;
                listener.onMessage(message);
            }
            if (reading && closeAfterStalled) {
                closeAfterStalled = false;
                fail(closeReason);
            }
        }

        /// This end finds out by itself that the pipe is broken (a reset, a write that fails).
        public void fail(String reason) {
            if (open) {
                open = false;
                listener.onClosed(reason);
            }
        }

        private void receive(I message) {
            if (!open) {
                backlog--;
                return;
            }
            if (!reading || !stalled.isEmpty()) {
                stalled.addLast(message);
                return;
            }
            backlog--;
            listener.onMessage(message);
        }

        private void peerClosed(String reason) {
            if (!stalled.isEmpty()) {
                closeAfterStalled = true;
                closeReason = reason;
                return;
            }
            fail(reason);
        }
    }

    private final Simulation simulation;
    private final String name;
    private final RandomGenerator random;
    private final End<A, B> first;
    private final End<B, A> second;
    private long delayNs;
    private long jitterNs;
    private boolean severed;

    /// @param delayNs time every message takes
    /// @param jitterNs up to this much more; messages stay in order
    public VirtualPipe(Simulation simulation, String name, long delayNs, long jitterNs) {
        this.simulation = simulation;
        this.name = name;
        this.random = simulation.random("pipe " + name);
        this.delayNs = delayNs;
        this.jitterNs = jitterNs;
        first = new End<>(this, name + ".first");
        second = new End<>(this, name + ".second");
        first.other = second;
        second.other = first;
    }

    public End<A, B> first() {
        return first;
    }

    public End<B, A> second() {
        return second;
    }

    public void setDelay(long newDelayNs, long newJitterNs) {
        delayNs = newDelayNs;
        jitterNs = newJitterNs;
    }

    /// From now on nothing crosses, not even what is under way, and neither end is told: a cable
    /// pulled, an address translation forgotten. An end that closes or [End#fail]s ends alone.
    public void sever() {
        severed = true;
    }

    /// Breaks the pipe so that both ends notice at once.
    public void reset(String reason) {
        severed = true;
        first.fail(reason);
        second.fail(reason);
    }

    public boolean isSevered() {
        return severed;
    }

    private void carry(End<?, ?> to, Runnable arrival) {
        long arrivesNs = simulation.nowNs() + delayNs;
        if (jitterNs > 0) {
            arrivesNs += random.nextLong(jitterNs + 1);
        }
        to.lastArrivalNs = Math.max(to.lastArrivalNs, arrivesNs);
        simulation.at(
                to.lastArrivalNs,
                to.name + " arrival",
                () -> {
                    if (!severed) {
                        arrival.run();
                    }
                });
    }

    @Override
    public String toString() {
        return name;
    }
}
