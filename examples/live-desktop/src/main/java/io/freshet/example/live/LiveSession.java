package io.freshet.example.live;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoCustomVideoCaptureHandler;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.constants.ZegoStreamResourceMode;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoConfigPreset;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoCustomVideoCaptureConfig;
import im.zego.zegoexpress.entity.ZegoEngineConfig;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoUser;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// One go at being live, in the order of the guide: create the engine, log in, preview, publish,
/// play what others publish, and back again. Read it from top to bottom.
final class LiveSession {
    private final Consumer<String> log;
    private final JPanel previewView;
    private final JPanel playView;
    private @Nullable ZegoExpressEngine engine;
    private @Nullable GeneratedPicture picture;

    LiveSession(Consumer<String> log, JPanel previewView, JPanel playView) {
        this.log = log;
        this.previewView = previewView;
        this.playView = playView;
    }

    void start(
            String server,
            long appId,
            String appSign,
            String token,
            String userId,
            String roomId,
            String streamId) {
        // 1. Which server: the only line that an app written for the API needs besides. A system
        //    property, an environment variable or freshet.properties do the same without it.
        ZegoEngineConfig engineConfig = new ZegoEngineConfig();
        engineConfig.advancedConfig.put("freshet_server", server);
        ZegoExpressEngine.setEngineConfig(engineConfig);

        // 2. Create the engine.
        ZegoEngineProfile profile = new ZegoEngineProfile();
        profile.appID = appId;
        profile.appSign = appSign;
        profile.scenario = ZegoScenario.DEFAULT;
        ZegoExpressEngine live = ZegoExpressEngine.createEngine(profile, new Events());
        engine = live;
        live.setVideoConfig(lying720p());
        if (!hasCamera()) {
            generatePictures(live);
        }

        // 3. Log in. With a token from your own server, or with the AppSign while developing.
        ZegoRoomConfig roomConfig = new ZegoRoomConfig();
        roomConfig.token = token;
        roomConfig.isUserStatusNotify = true;
        live.loginRoom(
                roomId,
                new ZegoUser(userId),
                roomConfig,
                (error, extendedData) ->
                        log.accept(
                                error == 0 ? "Login: done" : "Login failed with error " + error));

        // 4. Preview and publish; there is no need to wait for the login.
        live.startPreview(new ZegoCanvas(previewView));
        live.startPublishingStream(streamId);

        // 5. What others publish is played when onRoomStreamUpdate tells of it, see below.
    }

    /// Leaves; the engine is gone when the callback runs.
    void stop(Runnable done) {
        ZegoExpressEngine live = engine;
        if (live == null) {
            done.run();
            return;
        }
        live.stopPublishingStream();
        live.stopPreview();
        if (picture != null) {
            picture.stop();
        }
        live.logoutRoom();
        ZegoExpressEngine.destroyEngine(() -> {
            log.accept("The engine is gone");
            done.run();
        });
    }

    /// The presets are upright, as a phone is held; a desktop's picture lies.
    private static ZegoVideoConfig lying720p() {
        ZegoVideoConfig config = new ZegoVideoConfig(ZegoVideoConfigPreset.PRESET_720P);
        config.setCaptureResolution(GeneratedPicture.WIDTH, GeneratedPicture.HEIGHT);
        config.setEncodeResolution(GeneratedPicture.WIDTH, GeneratedPicture.HEIGHT);
        config.setVideoFPS(GeneratedPicture.FRAMES_PER_SECOND);
        config.setVideoBitrate(2000);
        return config;
    }

    /// On Linux a camera is a device file; elsewhere there nearly always is one.
    private static boolean hasCamera() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return !linux || Files.exists(Path.of("/dev/video0"));
    }

    private void generatePictures(ZegoExpressEngine live) {
        log.accept("No camera: publishing a generated picture");
        GeneratedPicture generated = new GeneratedPicture(live);
        picture = generated;
        ZegoCustomVideoCaptureConfig config = new ZegoCustomVideoCaptureConfig();
        config.bufferType = ZegoVideoBufferType.RAW_DATA;
        live.enableCustomVideoCapture(true, config);
        live.setCustomVideoCaptureHandler(
                new IZegoCustomVideoCaptureHandler() {
                    @Override
                    public void onStart(ZegoPublishChannel channel) {
                        generated.start();
                    }

                    @Override
                    public void onStop(ZegoPublishChannel channel) {
                        generated.stop();
                    }
                });
    }

    /// What the engine tells, on a thread of its own.
    private final class Events extends IZegoEventHandler {
        @Override
        public void onRoomStateChanged(
                String roomID,
                ZegoRoomStateChangedReason reason,
                int errorCode,
                JSONObject extendedData) {
            log.accept("Room " + roomID + ": " + reason + withError(errorCode));
        }

        @Override
        @SuppressWarnings("NonApiType") // The API says ArrayList.
        public void onRoomStreamUpdate(
                String roomID,
                ZegoUpdateType updateType,
                ArrayList<ZegoStream> streamList,
                JSONObject extendedData) {
            ZegoExpressEngine live = engine;
            if (live == null) {
                return;
            }
            for (ZegoStream stream : streamList) {
                if (updateType == ZegoUpdateType.ADD) {
                    // Ultra-low latency live: ONLY_L3.
                    ZegoPlayerConfig config = new ZegoPlayerConfig();
                    config.resourceMode = ZegoStreamResourceMode.ONLY_L3;
                    live.startPlayingStream(stream.streamID, new ZegoCanvas(playView), config);
                } else {
                    live.stopPlayingStream(stream.streamID);
                }
            }
        }

        @Override
        public void onPublisherStateUpdate(
                String streamID, ZegoPublisherState state, int errorCode, JSONObject extendedData) {
            log.accept("Publishing " + streamID + ": " + state + withError(errorCode));
        }

        @Override
        public void onPlayerStateUpdate(
                String streamID, ZegoPlayerState state, int errorCode, JSONObject extendedData) {
            log.accept("Playing " + streamID + ": " + state + withError(errorCode));
        }

        @Override
        public void onPlayerVideoSizeChanged(String streamID, int width, int height) {
            log.accept("Picture of " + streamID + ": " + width + "x" + height);
        }

        private static String withError(int errorCode) {
            return errorCode == 0 ? "" : " (error " + errorCode + ")";
        }
    }
}
