package io.freshet.bench;

import org.HdrHistogram.Histogram;

/// What one viewer has reported so far. Not thread-safe.
final class ViewerFigures {
    private final String name;
    private final Histogram latencies = Latencies.histogram();
    private double loginMs = Double.NaN;
    private double firstFrameMs = Double.NaN;
    private double framesPerSecond = Double.NaN;
    private double kbps = Double.NaN;
    private double packetsLost;
    private long stalls;
    private long frames;
    private long unreadable;

    ViewerFigures(String name) {
        this.name = name;
    }

    void onReport(Report report) {
        switch (report) {
            case Report.LoggedIn(double ms) -> loginMs = ms;
            case Report.FirstFrame(double ms) -> firstFrameMs = ms;
            case Report.Second second -> {
                Latencies.add(second.latencies(), latencies);
                framesPerSecond = second.frames();
                frames += second.frames();
                unreadable += second.unreadable();
                stalls += second.stalls();
                packetsLost += second.packetsLost();
                kbps = second.kbps();
            }
            case Report.Publishing _, Report.Failed _, Report.Done _ -> {
                // Not about pictures.
            }
        }
    }

    String name() {
        return name;
    }

    Histogram latencies() {
        return latencies;
    }

    double loginMs() {
        return loginMs;
    }

    double firstFrameMs() {
        return firstFrameMs;
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    double kbps() {
        return kbps;
    }

    double packetsLost() {
        return packetsLost;
    }

    long stalls() {
        return stalls;
    }

    long frames() {
        return frames;
    }

    long unreadable() {
        return unreadable;
    }
}
