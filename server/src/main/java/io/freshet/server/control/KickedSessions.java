package io.freshet.server.control;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Remembers for a while whose sessions were kicked, so that a client that was away then learns it
/// when it comes back, instead of logging in anew and kicking the other in turn. Bounded: the
/// oldest are forgotten first.
final class KickedSessions {
    /// Those of two rooms as large as they may be by default.
    private static final int MAX_KEYS = 20_000;

    /// As long as clients try to come back by default.
    private static final long KEPT_NS = 20L * 60 * 1_000_000_000L;

    /// Guards the map; nothing is taken while it is held.
    private final ReentrantLock lock = new ReentrantLock();

    private record Entry(Kick kick, long keptUntilNs) {}

    /// By resume key, oldest first.
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

    /// Nothing for who cannot come back, as over HTTP.
    void add(String resumeKey, Kick kick, long nowNs) {
        if (resumeKey.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            var oldest = entries.entrySet().iterator();
            while (oldest.hasNext()) {
                if (oldest.next().getValue().keptUntilNs() > nowNs && entries.size() < MAX_KEYS) {
                    break;
                }
                oldest.remove();
            }
            entries.put(resumeKey, new Entry(kick, nowNs + KEPT_NS));
        } finally {
            lock.unlock();
        }
    }

    Optional<Kick> find(String resumeKey, long nowNs) {
        lock.lock();
        try {
            Entry entry = entries.get(resumeKey);
            return entry != null && entry.keptUntilNs() > nowNs
                    ? Optional.of(entry.kick())
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
