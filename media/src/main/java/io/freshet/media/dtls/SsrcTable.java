package io.freshet.media.dtls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept per SSRC: few of them, looked up for every packet. Never shrinks; whoever adds
/// keeps it bounded.
final class SsrcTable<T> {
    private static final int INITIAL_SIZE = 4;

    private int[] ssrcs = new int[INITIAL_SIZE];
    private final List<T> values = new ArrayList<>(INITIAL_SIZE);

    /// Null when there is none. Allocates nothing.
    @Nullable T find(int ssrc) {
        for (int i = 0; i < values.size(); i++) {
            if (ssrcs[i] == ssrc) {
                return values.get(i);
            }
        }
        return null;
    }

    int size() {
        return values.size();
    }

    /// Adds one that is not there.
    void add(int ssrc, T value) {
        if (values.size() == ssrcs.length) {
            ssrcs = Arrays.copyOf(ssrcs, 2 * ssrcs.length);
        }
        ssrcs[values.size()] = ssrc;
        values.add(value);
    }
}
