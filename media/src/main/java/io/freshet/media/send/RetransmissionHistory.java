package io.freshet.media.send;

import java.util.Arrays;

/// Remembers what was sent again lately, so that the same packet goes out at most once per round
/// trip: a viewer asks again before the first answer can have arrived. Memory is taken when a
/// viewer first asks: most never do.
public final class RetransmissionHistory {
    private static final int SLOTS = 128;
    private static final long[] NONE = {};

    private long[] seqNos = NONE;
    private long[] sentNs = NONE;

    /// Notes a retransmission; false when there was one less than a round trip ago.
    public boolean tryResend(long seqNo, long rttNs, long nowNs) {
        if (seqNos.length == 0) {
            seqNos = new long[SLOTS];
            sentNs = new long[SLOTS];
            Arrays.fill(seqNos, -1);
        }
        int slot = (int) seqNo & (SLOTS - 1);
        if (seqNos[slot] == seqNo && nowNs - sentNs[slot] < rttNs) {
            return false;
        }
        seqNos[slot] = seqNo;
        sentNs[slot] = nowNs;
        return true;
    }
}
