package io.freshet.media.rtp;

/// Extends the 16 bits on the wire to a number that does not wrap: the one nearest to the highest
/// seen. RFC 3711 §3.3.1 estimates the same way. The first number is taken as it is, plus one cycle
/// so that earlier, late packets stay positive.
public final class SeqNoUnwrapper {
    private static final long FIRST_CYCLE = 1L << 16;

    private long highest;
    private boolean started;

    /// The unwrapped number; remembers it when it is the highest.
    public long unwrap(int wireSeqNo) {
        long seqNo = peek(wireSeqNo);
        if (!started || seqNo > highest) {
            highest = seqNo;
            started = true;
        }
        return seqNo;
    }

    /// The unwrapped number; remembers nothing.
    public long peek(int wireSeqNo) {
        if (!started) {
            return FIRST_CYCLE + (wireSeqNo & 0xFFFF);
        }
        return highest + (short) (wireSeqNo - (int) highest);
    }

    public boolean isStarted() {
        return started;
    }

    public long highest() {
        return highest;
    }

    public void reset() {
        started = false;
        highest = 0;
    }
}
