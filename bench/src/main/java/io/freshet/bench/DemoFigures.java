package io.freshet.bench;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.json.JSONObject;

/// The demo's figures under their lasting keys, and what they should be.
final class DemoFigures {
    private static final double SERVER_READY_S = 3;
    private static final double LOGIN_MS = 50;
    private static final double FIRST_FRAME_MS = 300;
    private static final double GLASS_TO_GLASS_MS = 80;

    private final Figures figures = new Figures();

    /// Sums up what was seen.
    ///
    /// @param lostFromHost packets the server never got
    /// @param logins every login and first frame seen, those of the short visits included
    static DemoFigures of(
            double readySeconds,
            double lostFromHost,
            List<Double> logins,
            List<Double> firstFrames,
            List<ViewerFigures> viewers) {
        Histogram all = Latencies.histogram();
        double lost = lostFromHost;
        long stalls = 0;
        for (ViewerFigures viewer : viewers) {
            all.add(viewer.latencies());
            lost += viewer.packetsLost();
            stalls += viewer.stalls();
        }
        DemoFigures result = new DemoFigures();
        Figures figures = result.figures;
        figures.atMost("server_ready_s", readySeconds, SERVER_READY_S);
        figures.atMost("login_ms_p50", median(logins), LOGIN_MS);
        figures.atMost("first_frame_ms_p50", median(firstFrames), FIRST_FRAME_MS);
        figures.atMost("glass_to_glass_ms_p50", Latencies.ms(all, 50), GLASS_TO_GLASS_MS);
        figures.put("glass_to_glass_ms_p95", Latencies.ms(all, 95));
        figures.put("glass_to_glass_ms_p99", Latencies.ms(all, 99));
        figures.atMost("video_packets_lost", lost, 0);
        figures.atMost("stalls", (double) stalls, 0);
        return result;
    }

    /// The middle value, or the mean of the two in the middle; not a number when there is none.
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    List<String> summary() {
        return figures.summary();
    }

    JSONObject json(String machine) {
        return figures.json("demo", machine);
    }
}
