package io.freshet.media.rtp;

/// Extends the 32 bits of an RTP timestamp (RFC 3550 §5.1) to a number that does not wrap: the one
/// nearest to the last seen.
public final class TimestampUnwrapper {
    private static final long FIRST_CYCLE = 1L << 32;

    private long last;
    private boolean started;

    public long unwrap(int wireTimestamp) {
        last = peek(wireTimestamp);
        started = true;
        return last;
    }

    /// The unwrapped timestamp; remembers nothing.
    public long peek(int wireTimestamp) {
        return started
                ? last + (wireTimestamp - (int) last)
                : FIRST_CYCLE + (wireTimestamp & 0xFFFF_FFFFL);
    }

    public void reset() {
        started = false;
        last = 0;
    }
}
