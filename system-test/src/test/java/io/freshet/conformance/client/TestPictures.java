package io.freshet.conformance.client;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoCustomVideoCaptureHandler;
import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormatSeries;
import im.zego.zegoexpress.entity.ZegoCustomVideoCaptureConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoRenderConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;

/// A camera that needs no device, and a count of what is seen of others: small moving pictures.
final class TestPictures {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final long INTERVAL_MS = 66;
    private static final int REPORT_EVERY = 10;

    private final JsonLines out;

    TestPictures(JsonLines out) {
        this.out = out;
    }

    /// Whether the method is called by this class and not by a scenario.
    static boolean isOwnCall(String method) {
        return method.contains("CustomVideo");
    }

    /// Publishes pictures, on all channels, while the engine captures.
    void capture(ZegoExpressEngine engine) {
        ZegoCustomVideoCaptureConfig config = new ZegoCustomVideoCaptureConfig();
        config.bufferType = ZegoVideoBufferType.RAW_DATA;
        for (ZegoPublishChannel channel : ZegoPublishChannel.values()) {
            engine.enableCustomVideoCapture(true, config, channel);
        }
        engine.setCustomVideoCaptureHandler(
                new IZegoCustomVideoCaptureHandler() {
                    private final Map<ZegoPublishChannel, ScheduledExecutorService> cameras =
                            new HashMap<>();

                    @Override
                    public void onStart(ZegoPublishChannel channel) {
                        ScheduledExecutorService camera =
                                Executors.newSingleThreadScheduledExecutor(
                                        Thread.ofPlatform().daemon().name("camera").factory());
                        cameras.put(channel, camera);
                        int[] index = {0};
                        var _ =
                                camera.scheduleAtFixedRate(
                                        () -> push(engine, channel, index[0]++),
                                        0,
                                        INTERVAL_MS,
                                        TimeUnit.MILLISECONDS);
                    }

                    @Override
                    public void onStop(ZegoPublishChannel channel) {
                        ScheduledExecutorService camera = cameras.remove(channel);
                        if (camera != null) {
                            camera.shutdown();
                        }
                    }
                });
    }

    private static void push(ZegoExpressEngine engine, ZegoPublishChannel channel, int index) {
        int size = WIDTH * HEIGHT * 3 / 2;
        ByteBuffer picture = ByteBuffer.allocateDirect(size);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.put((byte) (x + y + 4 * index));
            }
        }
        while (picture.hasRemaining()) {
            picture.put((byte) 128);
        }
        picture.flip();
        ZegoVideoFrameParam format = new ZegoVideoFrameParam();
        format.format = ZegoVideoFrameFormat.I420;
        format.width = WIDTH;
        format.height = HEIGHT;
        format.strides[0] = WIDTH;
        format.strides[1] = WIDTH / 2;
        format.strides[2] = WIDTH / 2;
        engine.sendCustomVideoCaptureRawData(
                picture, size, format, System.nanoTime() / 1_000_000, channel);
    }

    /// Reports the pictures of played streams.
    void countPlayed(ZegoExpressEngine engine) {
        ZegoCustomVideoRenderConfig render = new ZegoCustomVideoRenderConfig();
        render.bufferType = ZegoVideoBufferType.RAW_DATA;
        render.frameFormatSeries = ZegoVideoFrameFormatSeries.YUV;
        engine.enableCustomVideoRender(true, render);
        engine.setCustomVideoRenderHandler(
                new IZegoCustomVideoRenderHandler() {
                    private final Map<String, Seen> streams = new HashMap<>();

                    @Override
                    public synchronized void onRemoteVideoFrameRawData(
                            ByteBuffer[] data,
                            int[] dataLength,
                            ZegoVideoFrameParam param,
                            String streamID) {
                        Seen seen = streams.computeIfAbsent(streamID, any -> new Seen());
                        if (seen.isAnother(data[0], dataLength[0])
                                && ++seen.count % REPORT_EVERY == 0) {
                            out.callback(
                                    "pictures",
                                    new JSONObject()
                                            .put("streamID", streamID)
                                            .put("count", REPORT_EVERY));
                        }
                    }
                });
    }

    /// What was seen of one stream.
    private static final class Seen {
        private int count;
        private int last;

        /// Whether the luma differs from that of the picture before.
        boolean isAnother(ByteBuffer luma, int length) {
            int hash = 1;
            for (int i = 0; i < length; i += 97) {
                hash = 31 * hash + luma.get(i);
            }
            boolean another = hash != last;
            last = hash;
            return another;
        }
    }
}
