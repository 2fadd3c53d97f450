package io.freshet.bench;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoCustomVideoCaptureHandler;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoAudioChannel;
import im.zego.zegoexpress.constants.ZegoAudioSampleRate;
import im.zego.zegoexpress.constants.ZegoAudioSourceType;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import im.zego.zegoexpress.entity.ZegoCustomAudioConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoCaptureConfig;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The demo's host: publishes pictures with a timecode, and sound, until it is told to stop.
@Command(name = "publisher", hidden = true, description = "The demo's host; started by the demo.")
final class PublisherCommand implements Callable<Integer> {
    /// The SDK may still read a buffer while the next picture is drawn.
    private static final int BUFFERS = 4;

    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final int SOUNDS_PER_SECOND = 50;
    private static final int START_PATIENCE_SECONDS = 15;

    @Option(names = "--input")
    private @Nullable Path input;

    @Option(names = "--audio")
    private @Nullable Path audio;

    @Option(names = "--size", converter = Picture.Converter.class, defaultValue = "1280x720")
    private Picture size = new Picture(1280, 720);

    @Option(names = "--fps", defaultValue = "30")
    private double fps;

    @Option(names = "--bitrate", defaultValue = "2000")
    private int kbps;

    @Option(names = "--codec", defaultValue = "h264")
    private String codec = "h264";

    @Override
    public Integer call() throws Exception {
        return ChildProcess.run(this::publish);
    }

    private void publish(ChildProcess.Parent parent) throws Exception {
        try (PictureSource pictures = pictures();
                SdkClient client = SdkClient.create(new Events(parent))) {
            SoundSource sound = audio == null ? new Tone() : WavReader.open(audio);
            configure(client.engine(), pictures);
            CountDownLatch wanted = new CountDownLatch(1);
            client.engine().setCustomVideoCaptureHandler(onStart(wanted));
            double _ = client.login("demo-host");
            client.engine().startPublishingStream(SdkClient.STREAM);
            if (!wanted.await(START_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new DemoException("the SDK did not ask for pictures");
            }
            Thread soundThread =
                    Thread.ofPlatform()
                            .daemon()
                            .name("sound")
                            .start(() -> pushSound(client.engine(), sound, parent));
            pushPictures(client.engine(), pictures, parent);
            soundThread.join();
        }
    }

    /// The SDK takes pictures and sound from its word to start on.
    private static IZegoCustomVideoCaptureHandler onStart(CountDownLatch wanted) {
        return new IZegoCustomVideoCaptureHandler() {
            @Override
            public void onStart(ZegoPublishChannel channel) {
                wanted.countDown();
            }
        };
    }

    private PictureSource pictures() throws IOException {
        return input == null
                ? new MovingPicture(size.width(), size.height(), fps)
                : Y4mReader.open(input);
    }

    private void configure(ZegoExpressEngine engine, PictureSource pictures) {
        ZegoVideoConfig video = new ZegoVideoConfig();
        video.setCaptureResolution(pictures.width(), pictures.height());
        video.setEncodeResolution(pictures.width(), pictures.height());
        video.setVideoFPS((int) Math.round(pictures.framesPerSecond()));
        video.setVideoBitrate(kbps);
        video.setCodecID(codec.equals("vp8") ? ZegoVideoCodecID.VP8 : ZegoVideoCodecID.DEFAULT);
        engine.setVideoConfig(video);
        ZegoCustomVideoCaptureConfig capture = new ZegoCustomVideoCaptureConfig();
        capture.bufferType = ZegoVideoBufferType.RAW_DATA;
        engine.enableCustomVideoCapture(true, capture);
        ZegoCustomAudioConfig audioConfig = new ZegoCustomAudioConfig();
        audioConfig.sourceType = ZegoAudioSourceType.CUSTOM;
        engine.enableCustomAudioIO(true, audioConfig);
    }

    private static void pushPictures(
            ZegoExpressEngine engine, PictureSource pictures, ChildProcess.Parent parent)
            throws IOException {
        int width = pictures.width();
        int height = pictures.height();
        ZegoVideoFrameParam param = new ZegoVideoFrameParam();
        param.format = ZegoVideoFrameFormat.I420;
        param.width = width;
        param.height = height;
        ByteBuffer[] buffers = new ByteBuffer[BUFFERS];
        for (int i = 0; i < BUFFERS; i++) {
            buffers[i] = ByteBuffer.allocateDirect(PictureSource.bytes(width, height));
        }
        int chromaWidth = (width + 1) / 2;
        int u = width * height;
        int v = u + chromaWidth * ((height + 1) / 2);
        long start = System.nanoTime();
        long periodNs = (long) (NS_PER_SECOND / pictures.framesPerSecond());
        for (long frame = 0; !parent.wantsStop(); frame++) {
            ByteBuffer buffer = buffers[(int) (frame % BUFFERS)];
            pictures.next(buffer);
            Timecode.greyChroma(buffer, u, chromaWidth, width, height);
            Timecode.greyChroma(buffer, v, chromaWidth, width, height);
            sleepUntil(start + frame * periodNs);
            long nowNs = System.nanoTime();
            // The moment of capture: everything after this counts as delay.
            int ticks = Timecode.ticksOf(Instant.now());
            Timecode.draw(buffer, 0, width, width, height, ticks);
            engine.sendCustomVideoCaptureRawData(
                    buffer, buffer.capacity(), param, nowNs / 1_000_000);
        }
    }

    private static void pushSound(
            ZegoExpressEngine engine, SoundSource sound, ChildProcess.Parent parent) {
        ZegoAudioFrameParam param = new ZegoAudioFrameParam();
        param.sampleRate = ZegoAudioSampleRate.getZegoAudioSampleRate(sound.sampleRate());
        param.channel = sound.channels() == 2 ? ZegoAudioChannel.STEREO : ZegoAudioChannel.MONO;
        int bytes = sound.sampleRate() / SOUNDS_PER_SECOND * sound.channels() * 2;
        ByteBuffer[] buffers = new ByteBuffer[BUFFERS];
        for (int i = 0; i < BUFFERS; i++) {
            buffers[i] = ByteBuffer.allocateDirect(bytes);
        }
        long start = System.nanoTime();
        for (long chunk = 0; !parent.wantsStop(); chunk++) {
            ByteBuffer buffer = buffers[(int) (chunk % BUFFERS)];
            sound.next(buffer);
            sleepUntil(start + chunk * NS_PER_SECOND / SOUNDS_PER_SECOND);
            engine.sendCustomAudioCapturePCMData(buffer, bytes, param);
        }
    }

    private static void sleepUntil(long dueNs) {
        long waitNs = dueNs - System.nanoTime();
        while (waitNs > 0) {
            LockSupport.parkNanos(waitNs);
            waitNs = dueNs - System.nanoTime();
        }
    }

    private static final class Events extends IZegoEventHandler {
        private final ChildProcess.Parent parent;

        Events(ChildProcess.Parent parent) {
            this.parent = parent;
        }

        @Override
        public void onPublisherStateUpdate(
                String streamID, ZegoPublisherState state, int errorCode, JSONObject extendedData) {
            if (state == ZegoPublisherState.PUBLISHING) {
                parent.tell(new Report.Publishing());
            } else if (state == ZegoPublisherState.NO_PUBLISH && errorCode != 0) {
                parent.fail("publishing failed with error " + errorCode);
            }
        }
    }
}
