package io.freshet.media.receive;

/// Renumbers a publisher's packets so that those we leave out (padding sent as probes, RFC 3550
/// §5.1 with no payload left) leave no hole: a viewer would ask for them in vain. What the network
/// lost keeps its number and stays a hole until it comes. All viewers of a track share the result.
public final class GapCloser {
    /// The packet is left out and its number goes to the next one.
    public static final long LEFT_OUT = -1;

    /// The packet is older than what is remembered of the numbering.
    public static final long TOO_OLD = -2;

    private static final int REMEMBERED = 256;

    /// Where something was left out, oldest first as a ring: packets above this number are moved
    /// down by the count beside it.
    private final long[] leftOutSeqNos = new long[REMEMBERED];

    private final long[] leftOutCounts = new long[REMEMBERED];
    private int newest = -1;
    private int remembered;
    private long forgottenSeqNo = -1; // at or below it the count is no longer known
    private long leftOut;
    private long highest = -1;

    /// The packet's new number. A packet without payload is left out only while it is the newest: a
    /// late one already has a hole waiting for it, so it keeps its place and goes on, empty.
    public long renumber(long seqNo, boolean empty) {
        if (seqNo > highest) {
            highest = seqNo;
            if (empty) {
                leaveOut(seqNo);
                return LEFT_OUT;
            }
            return seqNo - leftOut;
        }
        if (seqNo <= forgottenSeqNo) {
            return TOO_OLD;
        }
        for (int back = 0; back < remembered; back++) {
            int index = (newest - back) & (REMEMBERED - 1);
            if (seqNo > leftOutSeqNos[index]) {
                return seqNo - leftOutCounts[index];
            }
            if (seqNo == leftOutSeqNos[index]) {
                return LEFT_OUT;
            }
        }
        return seqNo - countBeforeOldest();
    }

    public void reset() {
        remembered = 0;
        newest = -1;
        forgottenSeqNo = -1;
        leftOut = 0;
        highest = -1;
    }

    private void leaveOut(long seqNo) {
        leftOut++;
        newest = (newest + 1) & (REMEMBERED - 1);
        if (remembered == REMEMBERED) {
            forgottenSeqNo = leftOutSeqNos[newest];
        } else {
            remembered++;
        }
        leftOutSeqNos[newest] = seqNo;
        leftOutCounts[newest] = leftOut;
    }

    private long countBeforeOldest() {
        return leftOut - remembered;
    }
}
