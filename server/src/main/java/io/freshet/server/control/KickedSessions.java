package io.freshet.server.control;

import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Remembers for a while whose sessions were kicked, so that a client that was away then learns it
/// when it comes back, instead of logging in anew and kicking the other in turn. Bounded: the
/// oldest are forgotten first.
final class KickedSessions {
    private static final int MAX_KEYS = 10_000;

    /// As long as clients try to come back by default.
    private static final long KEPT_NS = 20L * 60 * 1_000_000_000L;

    /// Guards the map; nothing is taken while it is held.
    private final ReentrantLock lock = new ReentrantLock();

    /// Resume key to the time until which it is kept, oldest first.
    private final LinkedHashMap<String, Long> keptUntilNs = new LinkedHashMap<>();

    void add(String resumeKey, long nowNs) {
        lock.lock();
        try {
            var oldest = keptUntilNs.entrySet().iterator();
            while (oldest.hasNext()) {
                if (oldest.next().getValue() > nowNs && keptUntilNs.size() < MAX_KEYS) {
                    break;
                }
                oldest.remove();
            }
            keptUntilNs.put(resumeKey, nowNs + KEPT_NS);
        } finally {
            lock.unlock();
        }
    }

    boolean contains(String resumeKey, long nowNs) {
        lock.lock();
        try {
            Long until = keptUntilNs.get(resumeKey);
            return until != null && until > nowNs;
        } finally {
            lock.unlock();
        }
    }
}
