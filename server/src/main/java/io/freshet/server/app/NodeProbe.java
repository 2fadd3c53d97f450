package io.freshet.server.app;

import com.sun.management.OperatingSystemMXBean;
import io.freshet.media.forward.SubscriptionStatistics;
import io.freshet.media.forward.TrackStatistics;
import io.freshet.media.io.MediaNode;
import io.freshet.media.io.MediaStatistics;
import io.freshet.media.rtp.MediaKind;
import io.freshet.media.transport.PublicationStatistics;
import io.freshet.server.console.NodeState;
import io.freshet.server.console.QualityHistory;
import io.freshet.server.console.StreamCounters;
import io.freshet.server.control.ControlClock;
import io.freshet.server.control.ControlPlane;
import io.freshet.server.gateway.Readiness;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks at the packet loop every five seconds, and at everything else when it is asked: how this
/// server is, and the quality of its streams. Thread `probe`; a loop that does not answer holds up
/// only that.
final class NodeProbe {
    private static final System.Logger LOG = System.getLogger(NodeProbe.class.getName());
    private static final long INTERVAL_S = 5;
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;
    private static final double BITS = 8;

    private final String id;
    private final Path dataDirectory;
    private final MediaNode media;
    private final ControlPlane control;
    private final Bookkeeping bookkeeping;
    private final Readiness readiness;
    private final ControlClock clock;
    private final Instant startedAt = Instant.now();
    private final QualityHistory quality = new QualityHistory();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("probe").factory());
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private volatile NodeState.Media lastMedia = NodeState.Media.NONE;

    /// Over the last interval: what the system tells is since it was asked before.
    private volatile double cpuLoad = -1;

    // The thread's own.
    private long sampledNs;
    private long bytesIn;
    private long bytesOut;

    NodeProbe(
            Path dataDirectory,
            MediaNode media,
            ControlPlane control,
            Bookkeeping bookkeeping,
            Readiness readiness,
            ControlClock clock) {
        this.id = ManagementFactory.getRuntimeMXBean().getName();
        this.dataDirectory = dataDirectory;
        this.media = media;
        this.control = control;
        this.bookkeeping = bookkeeping;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::sample, 0, INTERVAL_S, TimeUnit.SECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    QualityHistory quality() {
        return quality;
    }

    NodeState state() {
        Runtime runtime = Runtime.getRuntime();
        var callbacks = bookkeeping.callbacks().statistics();
        var usage = bookkeeping.recorder().statistics();
        return new NodeState(
                id,
                Version.text(),
                startedAt,
                Instant.now(),
                readiness.state() == Readiness.State.READY,
                cpuLoad,
                runtime.availableProcessors(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                dataDirectory.toFile().getUsableSpace(),
                control.statistics(),
                lastMedia,
                new NodeState.Books(
                        callbacks.waiting(),
                        callbacks.dropped(),
                        callbacks.givenUp(),
                        usage.storeFailures(),
                        usage.lostSeconds()));
    }

    private void sample() {
        cpuLoad = system.getCpuLoad();
        try {
            MediaStatistics now = media.statistics();
            long nowNs = clock.nowNs();
            quality.onSample(
                    media.streamStatistics().stream().map(NodeProbe::counters).toList(),
                    clock.wallMs(),
                    nowNs);
            double seconds = (nowNs - sampledNs) / NS_PER_S;
            lastMedia =
                    new NodeState.Media(
                            Instant.now(),
                            now.publishers(),
                            now.subscriptions(),
                            Math.round((now.bytesIn() - bytesIn) * BITS / seconds),
                            Math.round((now.bytesOut() - bytesOut) * BITS / seconds),
                            now.loopTurnMaxNs() / NS_PER_MS,
                            now.failures(),
                            now.receiveBufferBytes());
            sampledNs = nowNs;
            bytesIn = now.bytesIn();
            bytesOut = now.bytesOut();
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "no sample of the media loop", e);
        }
    }

    private static StreamCounters counters(PublicationStatistics stream) {
        return new StreamCounters(
                stream.transportId(),
                stream.tracks().stream().map(NodeProbe::track).toList(),
                stream.viewers().stream().map(NodeProbe::viewer).toList());
    }

    private static StreamCounters.Track track(TrackStatistics track) {
        return new StreamCounters.Track(
                track.kind() == MediaKind.VIDEO,
                track.codec().encodingName(),
                track.packets(),
                track.payloadBytes(),
                track.frames(),
                track.keyframeRequests(),
                track.lost(),
                track.recovered(),
                track.jitterMs(),
                track.rttMs(),
                track.width(),
                track.height());
    }

    private static StreamCounters.Viewer viewer(PublicationStatistics.Viewer viewer) {
        SubscriptionStatistics counters = viewer.counters();
        return new StreamCounters.Viewer(
                viewer.transportId(),
                counters.packetsOut(),
                counters.bytesOut(),
                counters.nacked(),
                counters.retransmissions(),
                counters.rttMs(),
                counters.fractionLost());
    }
}
