package io.freshet.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.json.JSONObject;

/// The demo's figures under their lasting keys, and what they should be.
final class DemoFigures {
    /// A figure to reach: at most this.
    private static final Map<String, Double> TARGETS =
            Map.of(
                    "server_ready_s", 3.0,
                    "login_ms_p50", 50.0,
                    "first_frame_ms_p50", 300.0,
                    "glass_to_glass_ms_p50", 80.0,
                    "video_packets_lost", 0.0,
                    "stalls", 0.0);

    private final Map<String, Double> figures = new LinkedHashMap<>();

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
        result.put("server_ready_s", readySeconds);
        result.put("login_ms_p50", median(logins));
        result.put("first_frame_ms_p50", median(firstFrames));
        result.put("glass_to_glass_ms_p50", Latencies.ms(all, 50));
        result.put("glass_to_glass_ms_p95", Latencies.ms(all, 95));
        result.put("glass_to_glass_ms_p99", Latencies.ms(all, 99));
        result.put("video_packets_lost", lost);
        result.put("stalls", (double) stalls);
        return result;
    }

    private void put(String key, double value) {
        if (!Double.isNaN(value)) {
            figures.put(key, Math.round(value * 1000) / 1000.0);
        }
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
        List<String> lines = new ArrayList<>();
        figures.forEach((key, value) -> {
            Double target = TARGETS.get(key);
            String verdict =
                    target == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "  target ≤ %s  %s",
                                    shortest(target),
                                    value <= target ? "ok" : "MISSED");
            lines.add(String.format(Locale.ROOT, "  %-24s %10s%s", key, shortest(value), verdict));
        });
        return lines;
    }

    private static String shortest(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    JSONObject json(String machine) {
        JSONObject json = new JSONObject();
        json.put("name", "demo");
        json.put("machine", machine);
        json.put("figures", new JSONObject(figures));
        return json;
    }
}
