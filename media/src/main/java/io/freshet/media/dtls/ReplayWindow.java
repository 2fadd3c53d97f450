package io.freshet.media.dtls;

import java.util.Arrays;

/// Which of the last indices have been there. RFC 3711 §3.3.2.
final class ReplayWindow {
    /// One bit per index, at its remainder by the size.
    private final long[] bits;

    private final int size;

    /// -1 before the first.
    private long highest = -1;

    /// @param size a multiple of 64
    ReplayWindow(int size) {
        this.size = size;
        this.bits = new long[size / Long.SIZE];
    }

    boolean isEmpty() {
        return highest < 0;
    }

    /// The highest index that was added, -1 when none was.
    long highest() {
        return highest;
    }

    /// Whether it is so far behind the highest that nothing is known about it.
    boolean isTooOld(long index) {
        return index <= highest - size;
    }

    /// Whether it was added; false when it is too old to know.
    boolean contains(long index) {
        return index <= highest && !isTooOld(index) && (bits[word(index)] & bit(index)) != 0;
    }

    /// Adds an index that is not too old.
    void add(long index) {
        if (index > highest) {
            if (index - highest >= size) {
                Arrays.fill(bits, 0);
            } else {
                for (long i = highest + 1; i < index; i++) {
                    bits[word(i)] &= ~bit(i);
                }
            }
            highest = index;
        }
        bits[word(index)] |= bit(index);
    }

    private int word(long index) {
        return (int) (index % size) / Long.SIZE;
    }

    private static long bit(long index) {
        return 1L << (index % Long.SIZE);
    }
}
