package io.freshet.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.json.JSONObject;

/// What was measured under lasting keys, in order, and what it should be.
public final class Figures {
    private record Target(double value, boolean highest) {
        boolean isMetBy(double figure) {
            return highest ? figure <= value : figure >= value;
        }
    }

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();

    /// Without a target. What is not a number is left out.
    public void put(String key, double value) {
        if (!Double.isNaN(value)) {
            figures.put(key, Math.round(value * 1000) / 1000.0);
        }
    }

    public void atMost(String key, double value, double target) {
        put(key, value);
        targets.put(key, new Target(target, true));
    }

    public void atLeast(String key, double value, double target) {
        put(key, value);
        targets.put(key, new Target(target, false));
    }

    /// Not a number when it was not measured.
    public double value(String key) {
        return figures.getOrDefault(key, Double.NaN);
    }

    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        figures.forEach((key, value) -> {
            Target target = targets.get(key);
            String verdict =
                    target == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "  target %s %s  %s",
                                    target.highest() ? "≤" : "≥",
                                    shortest(target.value()),
                                    target.isMetBy(value) ? "ok" : "MISSED");
            lines.add(String.format(Locale.ROOT, "  %-32s %12s%s", key, shortest(value), verdict));
        });
        return lines;
    }

    private static String shortest(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    public JSONObject json(String name, String machine) {
        JSONObject json = new JSONObject();
        json.put("name", name);
        json.put("machine", machine);
        json.put("figures", new JSONObject(figures));
        return json;
    }
}
