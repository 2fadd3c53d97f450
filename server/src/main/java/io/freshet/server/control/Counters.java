package io.freshet.server.control;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// What is counted, by whatever thread does it.
final class Counters {
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger rooms = new AtomicInteger();
    final AtomicInteger users = new AtomicInteger();
    final AtomicInteger streams = new AtomicInteger();
    final AtomicInteger plays = new AtomicInteger();
    final AtomicInteger httpSessions = new AtomicInteger();
    final LongAdder loginsAccepted = new LongAdder();
    final LongAdder loginsRefused = new LongAdder();
    final LongAdder resumesAccepted = new LongAdder();
    final LongAdder kicks = new LongAdder();
    final LongAdder heartbeatTimeouts = new LongAdder();
    final LongAdder requestsReceived = new LongAdder();
    final LongAdder requestsRefused = new LongAdder();
    final LongAdder eventsLogged = new LongAdder();
    final LongAdder eventsSent = new LongAdder();
    final LongAdder catchUps = new LongAdder();
    final LongAdder snapshotsSent = new LongAdder();

    ControlStatistics snapshot() {
        return new ControlStatistics(
                connections.get(),
                rooms.get(),
                users.get(),
                streams.get(),
                plays.get(),
                httpSessions.get(),
                loginsAccepted.sum(),
                loginsRefused.sum(),
                resumesAccepted.sum(),
                kicks.sum(),
                heartbeatTimeouts.sum(),
                requestsReceived.sum(),
                requestsRefused.sum(),
                eventsLogged.sum(),
                eventsSent.sum(),
                catchUps.sum(),
                snapshotsSent.sum());
    }
}
