package io.freshet.system;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.constants.ZegoStreamResourceMode;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormatSeries;
import im.zego.zegoexpress.entity.ZegoCustomVideoCaptureConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoRenderConfig;
import im.zego.zegoexpress.entity.ZegoEngineConfig;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoUser;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.json.JSONObject;

/// A user of the Java SDK in a process of its own. Prints every callback as one line; ends when its
/// standard input does, politely.
///
/// Arguments: `host|viewer ADDRESS APPID APPSIGN ROOM USER [STREAM [TOKEN]]`; an AppSign of `-` is
/// none.
final class SdkUser {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int FRAMES_PER_SECOND = 30;

    private SdkUser() {}

    public static void main(String[] arguments) throws Exception {
        boolean host = arguments[0].equals("host");
        ZegoEngineConfig address = new ZegoEngineConfig();
        address.advancedConfig.put("freshet_server", arguments[1]);
        ZegoExpressEngine.setEngineConfig(address);
        ZegoEngineProfile profile = new ZegoEngineProfile();
        profile.appID = Long.parseLong(arguments[2]);
        profile.appSign = arguments[3].equals("-") ? "" : arguments[3];
        profile.scenario = ZegoScenario.DEFAULT;
        ZegoExpressEngine engine = ZegoExpressEngine.createEngine(profile, new Printer(!host));
        if (host) {
            publishPictures(engine);
        } else {
            countPictures(engine);
        }
        ZegoRoomConfig room = new ZegoRoomConfig();
        room.isUserStatusNotify = true;
        room.token = arguments.length > 7 ? arguments[7] : "";
        engine.loginRoom(
                arguments[4],
                new ZegoUser(arguments[5]),
                room,
                (code, extended) -> say("login " + code));
        if (host) {
            engine.startPublishingStream(arguments[6]);
        }
        while (System.in.read() >= 0) {
            // Only its end means something.
        }
        CountDownLatch destroyed = new CountDownLatch(1);
        engine.logoutRoom();
        ZegoExpressEngine.destroyEngine(destroyed::countDown);
        if (!destroyed.await(10, TimeUnit.SECONDS)) {
            say("not destroyed");
        }
        say("end");
        Runtime.getRuntime().halt(0);
    }

    static void say(String line) {
        System.out.println(line);
    }

    private static void publishPictures(ZegoExpressEngine engine) {
        ZegoCustomVideoCaptureConfig capture = new ZegoCustomVideoCaptureConfig();
        capture.bufferType = ZegoVideoBufferType.RAW_DATA;
        engine.enableCustomVideoCapture(true, capture, ZegoPublishChannel.MAIN);
        Thread.ofPlatform()
                .daemon()
                .name("pictures")
                .start(() -> {
                    for (int index = 0; ; index++) {
                        pushPicture(engine, index);
                        try {
                            TimeUnit.MILLISECONDS.sleep(1000 / FRAMES_PER_SECOND);
                        } catch (InterruptedException stop) {
                            return;
                        }
                    }
                });
    }

    private static void pushPicture(ZegoExpressEngine engine, int index) {
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
                picture, size, format, System.nanoTime() / 1_000_000, ZegoPublishChannel.MAIN);
    }

    private static void countPictures(ZegoExpressEngine engine) {
        ZegoCustomVideoRenderConfig render = new ZegoCustomVideoRenderConfig();
        render.bufferType = ZegoVideoBufferType.RAW_DATA;
        render.frameFormatSeries = ZegoVideoFrameFormatSeries.YUV;
        engine.enableCustomVideoRender(true, render);
        engine.setCustomVideoRenderHandler(
                new IZegoCustomVideoRenderHandler() {
                    private final ConcurrentHashMap<String, AtomicInteger> counts =
                            new ConcurrentHashMap<>();

                    @Override
                    public void onRemoteVideoFrameRawData(
                            ByteBuffer[] data,
                            int[] dataLength,
                            ZegoVideoFrameParam param,
                            String streamID) {
                        int count =
                                counts.computeIfAbsent(streamID, any -> new AtomicInteger())
                                        .incrementAndGet();
                        if (count % 30 == 0) {
                            say("pictures " + streamID + " " + count + ".");
                        }
                    }
                });
    }

    @SuppressWarnings("NonApiType") // The API's own signatures.
    private static final class Printer extends IZegoEventHandler {
        private final boolean playing;

        Printer(boolean playing) {
            this.playing = playing;
        }

        @Override
        public void onRoomStateChanged(
                String roomID,
                ZegoRoomStateChangedReason reason,
                int errorCode,
                JSONObject extendedData) {
            say("room " + reason + " " + errorCode);
        }

        @Override
        public void onRoomUserUpdate(
                String roomID, ZegoUpdateType updateType, ArrayList<ZegoUser> userList) {
            userList.forEach(user -> say("user " + updateType + " " + user.userID));
        }

        @Override
        public void onRoomStreamUpdate(
                String roomID,
                ZegoUpdateType updateType,
                ArrayList<ZegoStream> streamList,
                JSONObject extendedData) {
            for (ZegoStream stream : streamList) {
                say("stream " + updateType + " " + stream.streamID + " by " + stream.user.userID);
                if (!playing) {
                    continue;
                }
                if (updateType == ZegoUpdateType.ADD) {
                    ZegoPlayerConfig config = new ZegoPlayerConfig();
                    config.resourceMode = ZegoStreamResourceMode.ONLY_L3;
                    ZegoExpressEngine.getEngine().startPlayingStream(stream.streamID, null, config);
                } else {
                    ZegoExpressEngine.getEngine().stopPlayingStream(stream.streamID);
                }
            }
        }

        @Override
        public void onPublisherStateUpdate(
                String streamID, ZegoPublisherState state, int errorCode, JSONObject extendedData) {
            say("publisher " + state + " " + errorCode);
        }

        @Override
        public void onPlayerStateUpdate(
                String streamID, ZegoPlayerState state, int errorCode, JSONObject extendedData) {
            say("player " + streamID + " " + state + " " + errorCode);
        }

        @Override
        public void onPlayerVideoSizeChanged(String streamID, int width, int height) {
            say("size " + streamID + " " + width + "x" + height);
        }

        @Override
        public void onDebugError(int errorCode, String funcName, String info) {
            say("error " + errorCode + " " + funcName + " " + info);
        }
    }
}
