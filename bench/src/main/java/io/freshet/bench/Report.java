package io.freshet.bench;

import java.util.Optional;
import org.json.JSONException;
import org.json.JSONObject;

/// What a child process tells its parent: one line each on standard output, marked so that it is
/// told from what libraries print there.
sealed interface Report {
    String MARK = "@freshet ";

    /// The publisher's stream is going out.
    record Publishing() implements Report {}

    /// A viewer is in the room, that long after it asked.
    record LoggedIn(double ms) implements Report {}

    /// The first decoded picture, that long after the viewer asked for the stream.
    record FirstFrame(double ms) implements Report {}

    /// A viewer's last second.
    ///
    /// @param latencies a compressed HdrHistogram in microseconds, base64
    /// @param unreadable pictures without a readable timecode
    /// @param packetsLost an estimate of the SDK's loss rate times its packets; exact when 0
    record Second(
            String latencies,
            long frames,
            long unreadable,
            long stalls,
            double kbps,
            double packetsLost)
            implements Report {}

    /// The child cannot go on.
    record Failed(String sentence) implements Report {}

    /// The child did everything it was started for.
    record Done() implements Report {}

    default String line() {
        JSONObject json = new JSONObject();
        switch (this) {
            case Publishing() -> json.put("type", "publishing");
            case LoggedIn(double ms) -> json.put("type", "logged-in").put("ms", ms);
            case FirstFrame(double ms) -> json.put("type", "first-frame").put("ms", ms);
            case Second second ->
                    json.put("type", "second")
                            .put("latencies", second.latencies())
                            .put("frames", second.frames())
                            .put("unreadable", second.unreadable())
                            .put("stalls", second.stalls())
                            .put("kbps", second.kbps())
                            .put("packetsLost", second.packetsLost());
            case Failed(String sentence) -> json.put("type", "failed").put("sentence", sentence);
            case Done() -> json.put("type", "done");
        }
        return MARK + json;
    }

    /// Reads a line, or nothing when it is not a report.
    static Optional<Report> read(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            JSONObject json = new JSONObject(line.substring(MARK.length()));
            return Optional.ofNullable(
                    switch (json.getString("type")) {
                        case "publishing" -> new Publishing();
                        case "logged-in" -> new LoggedIn(json.getDouble("ms"));
                        case "first-frame" -> new FirstFrame(json.getDouble("ms"));
                        case "second" ->
                                new Second(
                                        json.getString("latencies"),
                                        json.getLong("frames"),
                                        json.getLong("unreadable"),
                                        json.getLong("stalls"),
                                        json.getDouble("kbps"),
                                        json.getDouble("packetsLost"));
                        case "failed" -> new Failed(json.getString("sentence"));
                        case "done" -> new Done();
                        default -> null;
                    });
        } catch (JSONException malformed) {
            return Optional.empty();
        }
    }
}
