package io.freshet.bench;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/// Delays in microseconds from 1 µs to 60 s with three significant digits.
public final class Latencies {
    public static final long MAX_US = 60_000_000L;
    static final int DIGITS = 3;

    private Latencies() {}

    public static Histogram histogram() {
        return new Histogram(MAX_US, DIGITS);
    }

    static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(buffer.array(), length));
    }

    /// Adds an encoded histogram to another.
    ///
    /// @throws IllegalArgumentException when the text is not one
    static void add(String encoded, Histogram target) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            target.add(Histogram.decodeFromCompressedByteBuffer(bytes, MAX_US));
        } catch (DataFormatException malformed) {
            throw new IllegalArgumentException("not a histogram", malformed);
        }
    }

    public static double ms(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0
                ? Double.NaN
                : histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
