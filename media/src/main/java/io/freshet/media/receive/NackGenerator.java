package io.freshet.media.receive;

/// Decides which lost packets to ask for again, and when. RFC 4585 §6.2.1 (generic NACK).
///
/// A missing packet may be merely late: it is asked for when the reordering tolerance has passed or
/// [#REORDERED_PACKETS] newer packets have come, then again after each round trip. After the last
/// attempt, or when too many are missing at once, it is given up.
///
/// Single-threaded; owns no clock: the caller passes `nowNs` and calls back at [#nextTimeoutNs()].
/// All memory is allocated in the constructor.
public final class NackGenerator {
    /// Where the decisions go.
    public interface Output {
        /// One entry of a NACK: a packet id and the sixteen that follow it as bits.
        void onLost(int packetId, int bitmask);

        /// All entries that are due have been given.
        void onLostEnd();

        /// Packets newer than the last keyframe will never come: only a keyframe helps.
        void onGivenUp(long nowNs);
    }

    public static final long NEVER = Long.MAX_VALUE;

    /// RFC 5681 §3.2 takes three as the sign of a loss rather than of reordering.
    static final int REORDERED_PACKETS = 3;

    static final long DEFAULT_RTT_NS = 100_000_000L;
    private static final long MIN_RETRY_NS = 20_000_000L;
    private static final long MAX_RETRY_NS = 500_000_000L;
    private static final int BITMASK_BITS = 16;

    private final long reorderingToleranceNs;
    private final int maxAttempts;
    private final Output output;

    /// The missing packets, oldest first: number, when to ask next, when last asked, how often.
    private final long[] seqNos;

    private final long[] dueNs;
    private final long[] askedNs;
    private final byte[] attempts;
    private int missing;

    private long highestSeqNo = -1;
    private long keyframeSeqNo = -1;
    private long rttNs = DEFAULT_RTT_NS;
    private boolean rttKnown; // it was measured, or told
    private long nextTimeoutNs = NEVER;

    private long lost;
    private long recovered;
    private long asked;

    /// @param maxAttempts 0: never ask, give up once the reordering tolerance has passed
    /// @param maxMissing beyond it the oldest are given up
    public NackGenerator(
            long reorderingToleranceNs, int maxAttempts, int maxMissing, Output output) {
        this.reorderingToleranceNs = reorderingToleranceNs;
        this.maxAttempts = Math.min(maxAttempts, Byte.MAX_VALUE);
        this.output = output;
        seqNos = new long[maxMissing];
        dueNs = new long[maxMissing];
        askedNs = new long[maxMissing];
        attempts = new byte[maxMissing];
    }

    /// Takes each packet that is not a duplicate.
    ///
    /// @param retransmitted it came as an answer to a NACK
    public void onPacket(long seqNo, boolean retransmitted, long nowNs) {
        if (highestSeqNo < 0) {
            highestSeqNo = seqNo;
            return;
        }
        if (seqNo < highestSeqNo) {
            onLate(seqNo, retransmitted, nowNs);
            return;
        }
        long gap = seqNo - highestSeqNo - 1;
        lost += gap;
        if (gap > seqNos.length) {
            missing = 0;
            giveUp(highestSeqNo + 1, nowNs);
        } else {
            for (long skipped = highestSeqNo + 1; skipped < seqNo; skipped++) {
                add(skipped, nowNs);
            }
        }
        highestSeqNo = seqNo;
        hastenUnasked(nowNs);
    }

    /// A keyframe begins here: what is older need not be repaired by another.
    public void onKeyframe(long seqNo) {
        keyframeSeqNo = Math.max(keyframeSeqNo, seqNo);
    }

    public void onRttUpdated(long newRttNs) {
        rttNs = newRttNs;
        rttKnown = true;
    }

    public void reset() {
        missing = 0;
        highestSeqNo = -1;
        keyframeSeqNo = -1;
        nextTimeoutNs = NEVER;
    }

    /// Asks for everything that is due and gives up what has been asked for often enough.
    public void onTimeout(long nowNs) {
        if (nowNs < nextTimeoutNs) {
            return;
        }
        nextTimeoutNs = NEVER;
        long retryNs = Math.clamp(rttNs + rttNs / 4, MIN_RETRY_NS, MAX_RETRY_NS);
        long entryStart = -1;
        int bitmask = 0;
        boolean keyframeNeeded = false;
        int kept = 0;
        for (int i = 0; i < missing; i++) {
            if (dueNs[i] <= nowNs) {
                if (attempts[i] >= maxAttempts) {
                    keyframeNeeded |= seqNos[i] > keyframeSeqNo;
                    continue;
                }
                attempts[i]++;
                askedNs[i] = nowNs;
                dueNs[i] = nowNs + retryNs;
                asked++;
                long distance = seqNos[i] - entryStart;
                if (entryStart >= 0 && distance <= BITMASK_BITS) {
                    bitmask |= 1 << ((int) distance - 1);
                } else {
                    if (entryStart >= 0) {
                        output.onLost((int) entryStart & 0xFFFF, bitmask);
                    }
                    entryStart = seqNos[i];
                    bitmask = 0;
                }
            }
            move(i, kept++);
            nextTimeoutNs = Math.min(nextTimeoutNs, dueNs[kept - 1]);
        }
        missing = kept;
        if (entryStart >= 0) {
            output.onLost((int) entryStart & 0xFFFF, bitmask);
            output.onLostEnd();
        }
        if (keyframeNeeded) {
            output.onGivenUp(nowNs);
        }
    }

    public long nextTimeoutNs() {
        return nextTimeoutNs;
    }

    /// Packets being missed now.
    public int missing() {
        return missing;
    }

    /// Packets ever found missing.
    public long lost() {
        return lost;
    }

    /// Missing packets that came after they were asked for.
    public long recovered() {
        return recovered;
    }

    /// Packets asked for, repetitions counted.
    public long asked() {
        return asked;
    }

    /// Smoothed over the answers to first requests.
    public long rttNs() {
        return rttNs;
    }

    public boolean isRttKnown() {
        return rttKnown;
    }

    private void onLate(long seqNo, boolean retransmitted, long nowNs) {
        int index = find(seqNo);
        if (index < 0) {
            return;
        }
        if (attempts[index] > 0) {
            recovered++;
        }
        if (retransmitted && attempts[index] == 1) {
            // Only an answer to a single request tells which request it answers (Karn's rule).
            long sampleNs = nowNs - askedNs[index];
            rttNs += (sampleNs - rttNs) / 8; // the gain of RFC 6298 §2
            rttKnown = true;
        }
        for (int i = index + 1; i < missing; i++) {
            move(i, i - 1);
        }
        missing--;
        if (missing == 0) {
            nextTimeoutNs = NEVER;
        }
    }

    private void add(long seqNo, long nowNs) {
        if (missing == seqNos.length) {
            long oldest = seqNos[0];
            for (int i = 1; i < missing; i++) {
                move(i, i - 1);
            }
            missing--;
            giveUp(oldest, nowNs);
        }
        seqNos[missing] = seqNo;
        dueNs[missing] = nowNs + reorderingToleranceNs;
        attempts[missing] = 0;
        missing++;
        nextTimeoutNs = Math.min(nextTimeoutNs, nowNs + reorderingToleranceNs);
    }

    private void giveUp(long seqNo, long nowNs) {
        if (seqNo > keyframeSeqNo) {
            output.onGivenUp(nowNs);
        }
    }

    /// The newest missing packets have not been asked for yet: enough newer ones make them due.
    private void hastenUnasked(long nowNs) {
        for (int i = missing - 1; i >= 0 && attempts[i] == 0; i--) {
            if (highestSeqNo - seqNos[i] >= REORDERED_PACKETS && dueNs[i] > nowNs) {
                dueNs[i] = nowNs;
                nextTimeoutNs = Math.min(nextTimeoutNs, nowNs);
            }
        }
    }

    private int find(long seqNo) {
        int low = 0;
        int high = missing - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (seqNos[middle] < seqNo) {
                low = middle + 1;
            } else if (seqNos[middle] > seqNo) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    private void move(int from, int to) {
        seqNos[to] = seqNos[from];
        dueNs[to] = dueNs[from];
        askedNs[to] = askedNs[from];
        attempts[to] = attempts[from];
    }
}
