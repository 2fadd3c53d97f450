package io.freshet.server.control.time;

/// Lets at most so many through in any second. Guarded by its owner.
public final class RateWindow {
    private static final long SECOND_NS = 1_000_000_000L;

    /// When the newest were let through, the oldest of them at `next`.
    private long[] takenNs = {};

    private final int perSecond;
    private int next;
    private int size;

    public RateWindow(int perSecond) {
        this.perSecond = perSecond;
    }

    public boolean hasRoom(long nowNs) {
        return size < perSecond || nowNs - takenNs[next] >= SECOND_NS;
    }

    public boolean tryTake(long nowNs) {
        if (!hasRoom(nowNs)) {
            return false;
        }
        if (takenNs.length == 0) {
            takenNs = new long[perSecond]; // most are never used
        }
        takenNs[next] = nowNs;
        next = (next + 1) % perSecond;
        size = Math.min(size + 1, perSecond);
        return true;
    }
}
