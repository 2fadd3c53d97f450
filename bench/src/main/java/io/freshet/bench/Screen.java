package io.freshet.bench;

import java.io.PrintWriter;
import java.util.List;

/// A block of lines that is redrawn in place on a terminal, or printed now and then elsewhere.
public final class Screen {
    private static final int PLAIN_EVERY = 5;

    private final PrintWriter out;
    private final boolean terminal;
    private int drawn;
    private int calls;

    public Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
        drawn = 0;
    }

    /// Shows the block; call it once a second.
    public void show(List<String> lines) {
        if (!terminal) {
            if (calls++ % PLAIN_EVERY == PLAIN_EVERY - 1) {
                lines.forEach(out::println);
                out.flush();
            }
            return;
        }
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            // Up to the block's first line.
            text.append("\u001b[").append(drawn).append('A');
        }
        for (String line : lines) {
            // Clears what was longer before.
            text.append('\r').append(line).append("\u001b[K\n");
        }
        drawn = lines.size();
        out.print(text);
        out.flush();
    }
}
