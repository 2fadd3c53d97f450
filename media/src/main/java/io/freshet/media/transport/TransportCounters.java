package io.freshet.media.transport;

/// What all transports of one loop received, sent and dropped. Plain fields of the loop's thread;
/// others get copies.
public final class TransportCounters {
    private final long[] drops = new long[TransportDrop.values().length];
    private long packetsIn;
    private long bytesIn;
    private long packetsOut;
    private long bytesOut;

    void received(int bytes) {
        packetsIn++;
        bytesIn += bytes;
    }

    void sent(int bytes) {
        packetsOut++;
        bytesOut += bytes;
    }

    /// Counts a datagram that was dropped.
    public void drop(TransportDrop reason) {
        drops[reason.ordinal()]++;
    }

    public long drops(TransportDrop reason) {
        return drops[reason.ordinal()];
    }

    public long packetsIn() {
        return packetsIn;
    }

    public long bytesIn() {
        return bytesIn;
    }

    public long packetsOut() {
        return packetsOut;
    }

    public long bytesOut() {
        return bytesOut;
    }
}
