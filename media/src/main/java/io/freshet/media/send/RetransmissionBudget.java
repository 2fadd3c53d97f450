package io.freshet.media.send;

/// How many bytes one viewer may have sent again: a bucket that fills steadily and holds half a
/// second's worth. RFC 4585 §6.2.1 leaves answering a NACK to the sender; a viewer that asks for
/// everything gets this much and no more.
public final class RetransmissionBudget {
    private static final long NS_PER_S = 1_000_000_000L;

    private final long bytesPerSecond;
    private final long capacity;
    private long available;
    private long filledNs;

    public RetransmissionBudget(int bytesPerSecond, long nowNs) {
        this.bytesPerSecond = bytesPerSecond;
        capacity = Math.max(bytesPerSecond / 2, PacketCache.MAX_PACKET_BYTES);
        available = capacity;
        filledNs = nowNs;
    }

    /// Takes from the budget; false, and nothing taken, when it does not allow it.
    public boolean tryTake(int bytes, long nowNs) {
        fill(nowNs);
        if (available < bytes) {
            return false;
        }
        available -= bytes;
        return true;
    }

    private void fill(long nowNs) {
        long elapsedNs = Math.min(nowNs - filledNs, NS_PER_S); // more than fills the bucket
        long gained = elapsedNs * bytesPerSecond / NS_PER_S;
        if (gained > 0) {
            available = Math.min(capacity, available + gained);
            filledNs = nowNs;
        }
    }
}
