package io.freshet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The live table: one line a viewer.
final class DemoTable {
    private static final String HEAD =
            "viewer      first frame   delay p50     p95     p99    fps    kbit/s   lost  stalls";

    private DemoTable() {}

    static List<String> lines(List<ViewerFigures> viewers) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        for (ViewerFigures viewer : viewers) {
            lines.add(line(viewer));
        }
        return lines;
    }

    static String line(ViewerFigures viewer) {
        return String.format(
                Locale.ROOT,
                "%-10s %9s ms %8s ms %7s %7s %6s %9s %6.0f %7d",
                viewer.name(),
                number(viewer.firstFrameMs(), "%.0f"),
                number(Latencies.ms(viewer.latencies(), 50), "%.1f"),
                number(Latencies.ms(viewer.latencies(), 95), "%.1f"),
                number(Latencies.ms(viewer.latencies(), 99), "%.1f"),
                number(viewer.framesPerSecond(), "%.0f"),
                number(viewer.kbps(), "%.0f"),
                viewer.packetsLost(),
                viewer.stalls());
    }

    static String number(double value, String format) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }
}
