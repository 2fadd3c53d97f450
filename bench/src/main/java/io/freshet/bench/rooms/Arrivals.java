package io.freshet.bench.rooms;

import io.freshet.bench.Latencies;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/// How long it takes until the others hear that a user came. Owned by the load's thread.
final class Arrivals {
    private static final int FIRST_USERS = 1 << 16;
    private static final long NS_PER_US = 1_000;

    /// By user number.
    private long[] sentNs = new long[FIRST_USERS];

    private long[] answeredNs = new long[FIRST_USERS];
    private Histogram sinceSent = Latencies.histogram();
    private Histogram sinceAnswered = Latencies.histogram();
    private Histogram untilAnswered = Latencies.histogram();

    /// Only users whose login was sent between these count.
    private long fromNs = Long.MAX_VALUE;

    private long untilNs = Long.MAX_VALUE;

    void onLoginSent(int user, long nowNs) {
        if (user >= sentNs.length) {
            sentNs = Arrays.copyOf(sentNs, 2 * user);
            answeredNs = Arrays.copyOf(answeredNs, 2 * user);
        }
        sentNs[user] = nowNs;
        answeredNs[user] = 0;
    }

    void onLoginAnswered(int user, long nowNs) {
        answeredNs[user] = nowNs;
        if (counts(user)) {
            record(untilAnswered, nowNs - sentNs[user]);
        }
    }

    /// One of the others got the event.
    void onHeard(int user, long nowNs) {
        if (counts(user)) {
            record(sinceSent, nowNs - sentNs[user]);
            // The event may be there before the newcomer's own answer.
            record(sinceAnswered, answeredNs[user] == 0 ? 0 : nowNs - answeredNs[user]);
        }
    }

    private boolean counts(int user) {
        return sentNs[user] >= fromNs && sentNs[user] < untilNs;
    }

    private static void record(Histogram histogram, long ns) {
        histogram.recordValue(Math.clamp(ns / NS_PER_US, 0, Latencies.MAX_US));
    }

    /// Forgets everything; counts who comes from now on.
    void start(long nowNs) {
        fromNs = nowNs;
        untilNs = Long.MAX_VALUE;
        sinceSent = Latencies.histogram();
        sinceAnswered = Latencies.histogram();
        untilAnswered = Latencies.histogram();
    }

    /// Who comes from now on does not count; who came still does.
    void stop(long nowNs) {
        untilNs = nowNs;
    }

    Histogram sinceSent() {
        return sinceSent;
    }

    Histogram sinceAnswered() {
        return sinceAnswered;
    }

    Histogram untilAnswered() {
        return untilAnswered;
    }
}
