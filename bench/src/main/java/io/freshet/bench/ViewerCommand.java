package io.freshet.bench;

import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoStreamResourceMode;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormatSeries;
import im.zego.zegoexpress.entity.ZegoCustomVideoRenderConfig;
import im.zego.zegoexpress.entity.ZegoPlayStreamQuality;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.HdrHistogram.Recorder;
import org.json.JSONObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A viewer of the demo. With `--joins` it only comes, sees the first picture and goes, that many
/// times; else it stays and reports every second.
@Command(name = "viewer", hidden = true, description = "A viewer; started by the demo.")
final class ViewerCommand implements Callable<Integer> {
    private static final double NS_PER_MS = 1e6;
    private static final int FIRST_FRAME_PATIENCE_SECONDS = 15;

    /// Longer than the server's pause between two keyframe requests to the host, so that each visit
    /// measures a viewer who comes alone.
    private static final long VISIT_PAUSE_MS = 700;

    private static final long REPORT_NS = TimeUnit.SECONDS.toNanos(1);

    /// How a stream begins is measured by the first frame; its delay only after this.
    private static final long SETTLING_NS = TimeUnit.SECONDS.toNanos(1);

    @Option(names = "--name", required = true)
    private String name = "";

    @Option(names = "--joins", defaultValue = "0")
    private int joins;

    @Option(names = "--mode", defaultValue = "ONLY_L3")
    private ZegoStreamResourceMode mode = ZegoStreamResourceMode.ONLY_L3;

    @Override
    public Integer call() throws Exception {
        return ChildProcess.run(joins > 0 ? this::join : this::stay);
    }

    private void join(ChildProcess.Parent parent) throws DemoException, InterruptedException {
        for (int i = 0; i < joins && !parent.wantsStop(); i++) {
            Watching watching = new Watching();
            try (SdkClient client = SdkClient.create(new Events(parent, watching))) {
                play(client, name + "-" + i, watching, parent);
            }
            TimeUnit.MILLISECONDS.sleep(VISIT_PAUSE_MS);
        }
    }

    private void stay(ChildProcess.Parent parent) throws DemoException, InterruptedException {
        Watching watching = new Watching();
        try (SdkClient client = SdkClient.create(new Events(parent, watching))) {
            play(client, name, watching, parent);
            long due = System.nanoTime() + REPORT_NS;
            while (!parent.wantsStop()) {
                LockSupport.parkNanos(due - System.nanoTime());
                if (System.nanoTime() >= due) {
                    due += REPORT_NS;
                    parent.tell(watching.lastSecond());
                }
            }
        }
    }

    private void play(SdkClient client, String user, Watching watching, ChildProcess.Parent parent)
            throws DemoException, InterruptedException {
        ZegoCustomVideoRenderConfig render = new ZegoCustomVideoRenderConfig();
        render.bufferType = ZegoVideoBufferType.RAW_DATA;
        render.frameFormatSeries = ZegoVideoFrameFormatSeries.YUV;
        client.engine().enableCustomVideoRender(true, render);
        client.engine().setCustomVideoRenderHandler(watching);
        parent.tell(new Report.LoggedIn(client.login(user)));
        ZegoPlayerConfig config = new ZegoPlayerConfig();
        config.resourceMode = mode;
        long start = System.nanoTime();
        client.engine().startPlayingStream(SdkClient.STREAM, config);
        if (!watching.first.await(FIRST_FRAME_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new DemoException(
                    "no picture within "
                            + FIRST_FRAME_PATIENCE_SECONDS
                            + " s of playing; last state: "
                            + watching.lastState.get());
        }
        parent.tell(new Report.FirstFrame((watching.firstNs - start) / NS_PER_MS));
    }

    /// What arrives, seen by the decoder's thread and read once a second.
    private static final class Watching extends IZegoCustomVideoRenderHandler {
        private final CountDownLatch first = new CountDownLatch(1);
        private final Recorder latencies = new Recorder(Latencies.MAX_US, Latencies.DIGITS);
        private final AtomicReference<String> lastState = new AtomicReference<>("none");
        private volatile long firstNs;

        /// Guards the figures below.
        private final ReentrantLock lock = new ReentrantLock();

        private final StallMeter stalls = new StallMeter();
        private long reportedStalls;
        private long frames;
        private long unreadable;
        private double kbps;
        private double packetsLost;

        @Override
        public void onRemoteVideoFrameRawData(
                ByteBuffer[] data, int[] dataLength, ZegoVideoFrameParam param, String streamID) {
            long nowNs = System.nanoTime();
            int nowTicks = Timecode.ticksOf(Instant.now());
            OptionalInt ticks =
                    Timecode.read(
                            data[0],
                            data[0].position(),
                            param.strides[0],
                            param.width,
                            param.height);
            if (first.getCount() > 0) {
                firstNs = nowNs;
                first.countDown();
            }
            if (ticks.isPresent() && nowNs - firstNs > SETTLING_NS) {
                long ns = Timecode.elapsedNs(ticks.getAsInt(), nowTicks);
                latencies.recordValue(Math.min(ns / 1000, Latencies.MAX_US));
            }
            lock.lock();
            try {
                frames++;
                unreadable += ticks.isPresent() ? 0 : 1;
                stalls.onFrame(nowNs);
            } finally {
                lock.unlock();
            }
        }

        void onQuality(ZegoPlayStreamQuality quality) {
            lock.lock();
            try {
                kbps = quality.videoKBPS;
                // The API has a rate only; a packet is taken for 1100 bytes.
                double packets = quality.videoKBPS * 1000 / 8 * 3 / 1100;
                packetsLost += Math.ceil(quality.packetLostRate * packets);
            } finally {
                lock.unlock();
            }
        }

        Report.Second lastSecond() {
            String encoded = Latencies.encode(latencies.getIntervalHistogram());
            lock.lock();
            try {
                stalls.onTime(System.nanoTime());
                Report.Second second =
                        new Report.Second(
                                encoded,
                                frames,
                                unreadable,
                                stalls.stalls() - reportedStalls,
                                kbps,
                                packetsLost);
                reportedStalls = stalls.stalls();
                frames = 0;
                unreadable = 0;
                packetsLost = 0;
                return second;
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Events extends IZegoEventHandler {
        private final ChildProcess.Parent parent;
        private final Watching watching;

        Events(ChildProcess.Parent parent, Watching watching) {
            this.parent = parent;
            this.watching = watching;
        }

        @Override
        public void onPlayerStateUpdate(
                String streamID, ZegoPlayerState state, int errorCode, JSONObject extendedData) {
            watching.lastState.set(state + (errorCode == 0 ? "" : " with error " + errorCode));
            if (state == ZegoPlayerState.NO_PLAY && errorCode != 0) {
                parent.fail("playing failed with error " + errorCode);
            }
        }

        @Override
        public void onPlayerQualityUpdate(String streamID, ZegoPlayStreamQuality quality) {
            watching.onQuality(quality);
        }
    }
}
