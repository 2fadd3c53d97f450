package io.freshet.server.gateway.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// A token bucket for each client address. Holds at most [#MAX_ADDRESSES] of them; the one that
/// asked least recently is forgotten, which gives it a full bucket: under a flood from that many
/// addresses the limit loosens, memory does not grow. Safe for many threads.
public final class RequestLimiter {
    static final int MAX_ADDRESSES = 10_000;

    private static final double NS_PER_S = 1e9;

    private final double perSecond;
    private final double burst;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Bucket {
        private double tokens;
        private long filledNs;

        private Bucket(double tokens, long filledNs) {
            this.tokens = tokens;
            this.filledNs = filledNs;
        }
    }

    public RequestLimiter(double perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /// Whether this address has a token, which it keeps.
    public boolean wouldAcquire(String address, long nowNs) {
        lock.lock();
        try {
            Bucket bucket = buckets.get(address);
            if (bucket == null) {
                return burst >= 1;
            }
            fill(bucket, nowNs);
            return bucket.tokens >= 1;
        } finally {
            lock.unlock();
        }
    }

    /// Takes a token of this address if it has one.
    public boolean tryAcquire(String address, long nowNs) {
        lock.lock();
        try {
            Bucket bucket = buckets.computeIfAbsent(address, it -> new Bucket(burst, nowNs));
            fill(bucket, nowNs);
            forgetOldest();
            if (bucket.tokens < 1) {
                return false;
            }
            bucket.tokens -= 1;
            return true;
        } finally {
            lock.unlock();
        }
    }

    int addresses() {
        lock.lock();
        try {
            return buckets.size();
        } finally {
            lock.unlock();
        }
    }

    private void fill(Bucket bucket, long nowNs) {
        double gained = (nowNs - bucket.filledNs) / NS_PER_S * perSecond;
        bucket.tokens = Math.min(burst, bucket.tokens + gained);
        bucket.filledNs = nowNs;
    }

    private void forgetOldest() {
        if (buckets.size() > MAX_ADDRESSES) {
            Iterator<Map.Entry<String, Bucket>> oldest = buckets.entrySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
