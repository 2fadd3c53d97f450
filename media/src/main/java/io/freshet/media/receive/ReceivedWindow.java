package io.freshet.media.receive;

import java.util.Arrays;

/// Remembers which of the last [#SIZE] sequence numbers came, so that duplicates and late packets
/// are told apart. Unwrapped numbers.
public final class ReceivedWindow {
    /// What a packet is, compared with those before it.
    public enum Arrival {
        /// Newer than all before; what lies between is missing.
        NEWEST,
        /// Fills a gap.
        LATE,
        DUPLICATE,
        TOO_OLD
    }

    /// Packets; four seconds of a 5 Mbit/s video.
    public static final int SIZE = 2048;

    private final long[] bits = new long[SIZE / 64];
    private long highest = -1;

    public Arrival onPacket(long seqNo) {
        if (highest < 0) {
            highest = seqNo;
            set(seqNo);
            return Arrival.NEWEST;
        }
        if (seqNo > highest) {
            if (seqNo - highest >= SIZE) {
                Arrays.fill(bits, 0);
            } else {
                for (long skipped = highest + 1; skipped < seqNo; skipped++) {
                    clear(skipped);
                }
            }
            highest = seqNo;
            set(seqNo);
            return Arrival.NEWEST;
        }
        if (highest - seqNo >= SIZE) {
            return Arrival.TOO_OLD;
        }
        if (isSet(seqNo)) {
            return Arrival.DUPLICATE;
        }
        set(seqNo);
        return Arrival.LATE;
    }

    /// -1 before the first packet.
    public long highest() {
        return highest;
    }

    public void reset() {
        highest = -1;
        Arrays.fill(bits, 0);
    }

    private boolean isSet(long seqNo) {
        return (bits[word(seqNo)] & 1L << seqNo) != 0;
    }

    private void set(long seqNo) {
        bits[word(seqNo)] |= 1L << seqNo;
    }

    private void clear(long seqNo) {
        bits[word(seqNo)] &= ~(1L << seqNo);
    }

    private static int word(long seqNo) {
        return (int) (seqNo >>> 6) & (SIZE / 64 - 1);
    }
}
