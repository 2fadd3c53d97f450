package io.freshet.server.console;

import io.freshet.server.console.QualityPoint.Played;
import io.freshet.server.console.QualityPoint.Published;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The quality of every published stream and its viewers over the last minutes, from samples of
/// counters. Any thread; owns no clock.
///
/// Keeps [#POINTS] points for at most [#MAX_SERIES] streams and viewers; those that come beyond it
/// have none until others end. Of what has ended nothing is kept.
public final class QualityHistory {
    /// Ten minutes, at a sample in five seconds.
    static final int POINTS = 120;

    /// Some 20 MB when all of them are full.
    static final int MAX_SERIES = 2_000;

    private static final double NS_PER_S = 1e9;
    private static final double BITS = 8;
    private static final int PERMILLE = 1000;

    /// Guards everything; nothing is taken while it is held.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Long, Series<StreamCounters, Published>> published = new HashMap<>();
    private final Map<Long, Series<StreamCounters.Viewer, Played>> played = new HashMap<>();
    private long sampledNs;

    private static final class Series<C, P extends QualityPoint> {
        private C last;
        private final ArrayDeque<P> points = new ArrayDeque<>();

        Series(C first) {
            last = first;
        }

        void add(P point) {
            if (points.size() == POINTS) {
                points.removeFirst();
            }
            points.add(point);
        }
    }

    /// Takes what was counted of all streams up to now.
    public void onSample(List<StreamCounters> streams, long wallMs, long nowNs) {
        lock.lock();
        try {
            double seconds = (nowNs - sampledNs) / NS_PER_S;
            sampledNs = nowNs;
            Set<Long> present = new HashSet<>();
            for (StreamCounters stream : streams) {
                present.add(stream.transportId());
                onStream(stream, wallMs, seconds);
                for (StreamCounters.Viewer viewer : stream.viewers()) {
                    present.add(viewer.transportId());
                    onViewer(viewer, wallMs, seconds);
                }
            }
            published.keySet().retainAll(present);
            played.keySet().retainAll(present);
        } finally {
            lock.unlock();
        }
    }

    /// What the publisher's connection brought, the oldest first.
    public List<Published> published(long transportId) {
        return points(published, transportId);
    }

    /// What went out on the viewer's connection, the oldest first.
    public List<Played> played(long transportId) {
        return points(played, transportId);
    }

    public Optional<Published> lastPublished(long transportId) {
        return last(published, transportId);
    }

    public Optional<Played> lastPlayed(long transportId) {
        return last(played, transportId);
    }

    /// The codecs of a stream's tracks, as in SDP.
    public List<String> codecs(long transportId) {
        lock.lock();
        try {
            Series<StreamCounters, Published> series = published.get(transportId);
            return series == null
                    ? List.of()
                    : series.last.tracks().stream().map(StreamCounters.Track::codec).toList();
        } finally {
            lock.unlock();
        }
    }

    private <C, P extends QualityPoint> List<P> points(Map<Long, Series<C, P>> all, long id) {
        lock.lock();
        try {
            Series<C, P> series = all.get(id);
            return series == null ? List.of() : new ArrayList<>(series.points);
        } finally {
            lock.unlock();
        }
    }

    private <C, P extends QualityPoint> Optional<P> last(Map<Long, Series<C, P>> all, long id) {
        lock.lock();
        try {
            Series<C, P> series = all.get(id);
            return series == null
                    ? Optional.empty()
                    : Optional.ofNullable(series.points.peekLast());
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return published.size() + played.size() >= MAX_SERIES;
    }

    private void onStream(StreamCounters now, long wallMs, double seconds) {
        @Nullable Series<StreamCounters, Published> series = published.get(now.transportId());
        if (series == null) {
            if (!isFull()) {
                published.put(now.transportId(), new Series<>(now));
            }
            return;
        }
        series.add(point(series.last, now, wallMs, seconds));
        series.last = now;
    }

    private void onViewer(StreamCounters.Viewer now, long wallMs, double seconds) {
        @Nullable Series<StreamCounters.Viewer, Played> series = played.get(now.transportId());
        if (series == null) {
            if (!isFull()) {
                played.put(now.transportId(), new Series<>(now));
            }
            return;
        }
        StreamCounters.Viewer before = series.last;
        series.add(
                new Played(
                        wallMs,
                        rate((now.bytes() - before.bytes()) * BITS, seconds),
                        (int) Math.round(now.fractionLost() * PERMILLE),
                        (int) Math.round(now.rttMs()),
                        (int) (now.nacks() - before.nacks()),
                        (int) (now.retransmissions() - before.retransmissions())));
        series.last = now;
    }

    /// What all tracks together did between two samples; of the picture what the first video track
    /// has.
    private static Published point(
            StreamCounters before, StreamCounters now, long wallMs, double seconds) {
        Sum was = Sum.of(before.tracks());
        Sum is = Sum.of(now.tracks());
        long lost = is.lost - was.lost;
        long unrepaired = Math.max(0, lost - (is.recovered - was.recovered));
        long expected = is.packets - was.packets + unrepaired;
        return new Published(
                wallMs,
                rate((is.videoBytes - was.videoBytes) * BITS, seconds),
                rate((is.audioBytes - was.audioBytes) * BITS, seconds),
                rate((double) (is.frames - was.frames), seconds),
                is.width,
                is.height,
                permille(lost, expected),
                permille(unrepaired, expected),
                (int) Math.round(is.jitterMs),
                (int) Math.round(is.rttMs),
                (int) (is.keyframeRequests - was.keyframeRequests));
    }

    /// Over the tracks of a stream.
    private static final class Sum {
        long videoBytes;
        long audioBytes;
        long frames;
        long packets;
        long lost;
        long recovered;
        long keyframeRequests;
        double jitterMs;
        double rttMs;
        int width;
        int height;

        static Sum of(List<StreamCounters.Track> tracks) {
            var sum = new Sum();
            for (StreamCounters.Track track : tracks) {
                sum.packets += track.packets();
                sum.lost += track.lost();
                sum.recovered += track.recovered();
                sum.keyframeRequests += track.keyframeRequests();
                sum.jitterMs = Math.max(sum.jitterMs, track.jitterMs());
                sum.rttMs = Math.max(sum.rttMs, track.rttMs());
                if (track.video()) {
                    sum.videoBytes += track.bytes();
                    sum.frames += track.frames();
                    sum.width = sum.width == 0 ? track.width() : sum.width;
                    sum.height = sum.height == 0 ? track.height() : sum.height;
                } else {
                    sum.audioBytes += track.bytes();
                }
            }
            return sum;
        }
    }

    private static int rate(double amount, double seconds) {
        return seconds <= 0 ? 0 : Math.clamp(Math.round(amount / seconds), 0, Integer.MAX_VALUE);
    }

    private static int permille(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp(part * PERMILLE / whole, 0, PERMILLE);
    }
}
