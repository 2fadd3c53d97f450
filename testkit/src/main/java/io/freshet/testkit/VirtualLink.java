package io.freshet.testkit;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/// One direction of a datagram path under [LinkConditions], which may change while it runs.
///
/// A datagram first meets the queue (rate, bounded), then loss, then delay. What is already under
/// way when the link goes down is lost too.
public final class VirtualLink {
    /// Gets what arrives: a heap buffer of its own for each datagram.
    @FunctionalInterface
    public interface Receiver {
        void onDatagram(ByteBuffer datagram);
    }

    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final Simulation simulation;
    private final String name;
    private final RandomGenerator random;
    private final Receiver receiver;
    private LinkConditions conditions;
    private boolean up = true;

    /// Grows with each time the link goes down: datagrams of an older generation never arrive.
    private long generation;

    /// Time at which the queue is empty.
    private long queueFreeNs;

    /// Nothing in order arrives before this, so that jitter alone does not reorder.
    private long lastArrivalNs;

    private boolean inLossBurst;
    private long sent;
    private long delivered;
    private long lost;
    private long overflowed;

    public VirtualLink(
            Simulation simulation, String name, LinkConditions conditions, Receiver receiver) {
        this.simulation = simulation;
        this.name = name;
        this.random = simulation.random("link " + name);
        this.conditions = conditions;
        this.receiver = receiver;
    }

    public void setConditions(LinkConditions newConditions) {
        conditions = newConditions;
    }

    public void setUp(boolean nowUp) {
        if (up && !nowUp) {
            generation++;
        }
        up = nowUp;
    }

    public boolean isUp() {
        return up;
    }

    /// Sends a copy of the bytes between position and limit, which stay as they are.
    public void send(ByteBuffer datagram) {
        sent++;
        byte[] copy = new byte[datagram.remaining()];
        datagram.get(datagram.position(), copy);
        if (!up) {
            lost++;
            return;
        }
        long leavesNs = leaveQueue(copy.length);
        if (leavesNs < 0) {
            overflowed++;
            return;
        }
        if (loses()) {
            lost++;
            return;
        }
        deliver(copy, leavesNs);
        if (conditions.duplicate() > 0 && random.nextDouble() < conditions.duplicate()) {
            deliver(copy, leavesNs);
        }
    }

    /// Datagrams handed to [#send].
    public long sent() {
        return sent;
    }

    public long delivered() {
        return delivered;
    }

    /// Datagrams lost on the way, including those sent while the link was down.
    public long lost() {
        return lost;
    }

    /// Datagrams that found the queue full.
    public long overflowed() {
        return overflowed;
    }

    /// When a datagram of this length has left the queue, or -1 if there is no room in it.
    private long leaveQueue(int length) {
        long nowNs = simulation.nowNs();
        if (conditions.rateBps() == 0) {
            return nowNs;
        }
        long waitingNs = Math.max(0, queueFreeNs - nowNs);
        double waitingBytes = (double) waitingNs * conditions.rateBps() / 8 / NS_PER_SECOND;
        if (waitingBytes + length > conditions.queueBytes()) {
            return -1;
        }
        queueFreeNs = nowNs + waitingNs + length * 8L * NS_PER_SECOND / conditions.rateBps();
        return queueFreeNs;
    }

    /// Two states (Gilbert's model): in a burst everything is lost.
    private boolean loses() {
        if (conditions.loss() <= 0) {
            inLossBurst = false;
            return false;
        }
        if (conditions.loss() >= 1) {
            return true;
        }
        double leave = 1 / conditions.lossBurst();
        double enter = leave * conditions.loss() / (1 - conditions.loss());
        if (conditions.lossBurst() <= 1) {
            return random.nextDouble() < conditions.loss();
        }
        inLossBurst = random.nextDouble() < (inLossBurst ? 1 - leave : enter);
        return inLossBurst;
    }

    private void deliver(byte[] datagram, long leavesNs) {
        long arrivesNs = leavesNs + conditions.delayNs();
        if (conditions.jitterNs() > 0) {
            arrivesNs += random.nextLong(conditions.jitterNs() + 1);
        }
        if (conditions.reorder() > 0 && random.nextDouble() < conditions.reorder()) {
            arrivesNs += conditions.reorderNs();
        } else {
            arrivesNs = Math.max(arrivesNs, lastArrivalNs);
            lastArrivalNs = arrivesNs;
        }
        long sentIn = generation;
        simulation.at(
                arrivesNs,
                name + " delivers " + datagram.length + " B",
                () -> {
                    if (sentIn != generation) {
                        lost++;
                        return;
                    }
                    delivered++;
                    receiver.onDatagram(ByteBuffer.wrap(datagram.clone()));
                });
    }
}
