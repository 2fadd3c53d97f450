package io.freshet.server.control.time;

/// Limits a rate: `burst` at once, `perSecond` in the long run. One thread.
public final class TokenBucket {
    private static final double NS_PER_SECOND = 1e9;

    private final double perNs;
    private final double burst;
    private double available;
    private long filledNs;

    public TokenBucket(int perSecond, int burst, long nowNs) {
        this.perNs = perSecond / NS_PER_SECOND;
        this.burst = burst;
        this.available = burst;
        this.filledNs = nowNs;
    }

    public boolean tryTake(long nowNs) {
        available = Math.min(burst, available + (nowNs - filledNs) * perNs);
        filledNs = nowNs;
        if (available < 1) {
            return false;
        }
        available--;
        return true;
    }
}
