package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoApiCalledEventHandler;
import im.zego.zegoexpress.callback.IZegoAudioCaptureDeviceEnableCallback;
import im.zego.zegoexpress.callback.IZegoAudioDataHandler;
import im.zego.zegoexpress.callback.IZegoAudioMixingHandler;
import im.zego.zegoexpress.callback.IZegoCustomAudioProcessHandler;
import im.zego.zegoexpress.callback.IZegoCustomMediaCryptoFactory;
import im.zego.zegoexpress.callback.IZegoCustomVideoCaptureHandler;
import im.zego.zegoexpress.callback.IZegoCustomVideoProcessHandler;
import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.callback.IZegoDataRecordEventHandler;
import im.zego.zegoexpress.callback.IZegoDestroyCompletionCallback;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.callback.IZegoIMSendBarrageMessageCallback;
import im.zego.zegoexpress.callback.IZegoIMSendBroadcastMessageCallback;
import im.zego.zegoexpress.callback.IZegoIMSendCustomCommandCallback;
import im.zego.zegoexpress.callback.IZegoMixerStartCallback;
import im.zego.zegoexpress.callback.IZegoMixerStopCallback;
import im.zego.zegoexpress.callback.IZegoNetworkProbeResultCallback;
import im.zego.zegoexpress.callback.IZegoPlayerGetVideoDecoderSupportedCallback;
import im.zego.zegoexpress.callback.IZegoPlayerTakeSnapshotCallback;
import im.zego.zegoexpress.callback.IZegoPublisherGetVideoEncoderSupportedCallback;
import im.zego.zegoexpress.callback.IZegoPublisherSetStreamExtraInfoCallback;
import im.zego.zegoexpress.callback.IZegoPublisherTakeSnapshotCallback;
import im.zego.zegoexpress.callback.IZegoPublisherUpdateCdnUrlCallback;
import im.zego.zegoexpress.callback.IZegoRoomLoginCallback;
import im.zego.zegoexpress.callback.IZegoRoomLogoutCallback;
import im.zego.zegoexpress.callback.IZegoRoomSendTransparentMessageCallback;
import im.zego.zegoexpress.callback.IZegoRoomSetRoomExtraInfoCallback;
import im.zego.zegoexpress.callback.IZegoTestNetworkConnectivityCallback;
import im.zego.zegoexpress.callback.IZegoUploadLogResultCallback;
import im.zego.zegoexpress.constants.ZegoAECMode;
import im.zego.zegoexpress.constants.ZegoANSMode;
import im.zego.zegoexpress.constants.ZegoAlphaLayoutType;
import im.zego.zegoexpress.constants.ZegoAudioCaptureStereoMode;
import im.zego.zegoexpress.constants.ZegoAudioDeviceMode;
import im.zego.zegoexpress.constants.ZegoAudioDeviceType;
import im.zego.zegoexpress.constants.ZegoAudioRoute;
import im.zego.zegoexpress.constants.ZegoAudioSourceType;
import im.zego.zegoexpress.constants.ZegoAudioVADStableStateMonitorType;
import im.zego.zegoexpress.constants.ZegoCameraExposureMode;
import im.zego.zegoexpress.constants.ZegoCameraFocusMode;
import im.zego.zegoexpress.constants.ZegoCapturePipelineScaleMode;
import im.zego.zegoexpress.constants.ZegoElectronicEffectsMode;
import im.zego.zegoexpress.constants.ZegoExpNotifyDeviceStateMode;
import im.zego.zegoexpress.constants.ZegoFeatureType;
import im.zego.zegoexpress.constants.ZegoGeoFenceType;
import im.zego.zegoexpress.constants.ZegoLanguage;
import im.zego.zegoexpress.constants.ZegoLowlightEnhancementMode;
import im.zego.zegoexpress.constants.ZegoObjectSegmentationType;
import im.zego.zegoexpress.constants.ZegoOrientation;
import im.zego.zegoexpress.constants.ZegoOrientationMode;
import im.zego.zegoexpress.constants.ZegoProcessedDataUsageType;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoRemoteDeviceState;
import im.zego.zegoexpress.constants.ZegoResourceType;
import im.zego.zegoexpress.constants.ZegoReverbPreset;
import im.zego.zegoexpress.constants.ZegoRoomMode;
import im.zego.zegoexpress.constants.ZegoRoomStreamListType;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.constants.ZegoStreamAlignmentMode;
import im.zego.zegoexpress.constants.ZegoTrafficControlFocusOnMode;
import im.zego.zegoexpress.constants.ZegoTrafficControlMinVideoBitrateMode;
import im.zego.zegoexpress.constants.ZegoVideoCodecBackend;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;
import im.zego.zegoexpress.constants.ZegoVideoFlipMode;
import im.zego.zegoexpress.constants.ZegoVideoMirrorMode;
import im.zego.zegoexpress.constants.ZegoVideoSourceType;
import im.zego.zegoexpress.constants.ZegoVideoStreamType;
import im.zego.zegoexpress.constants.ZegoViewMode;
import im.zego.zegoexpress.constants.ZegoViewUpdateType;
import im.zego.zegoexpress.constants.ZegoVoiceChangerPreset;
import im.zego.zegoexpress.constants.ZegoVolumeType;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import im.zego.zegoexpress.entity.ZegoAudioSourceMixConfig;
import im.zego.zegoexpress.entity.ZegoAutoMixerTask;
import im.zego.zegoexpress.entity.ZegoBeautifyOption;
import im.zego.zegoexpress.entity.ZegoCDNConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoColorEnhancementParams;
import im.zego.zegoexpress.entity.ZegoCrossAppInfo;
import im.zego.zegoexpress.entity.ZegoCustomAudioConfig;
import im.zego.zegoexpress.entity.ZegoCustomAudioProcessConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoCaptureConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoProcessConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoRenderConfig;
import im.zego.zegoexpress.entity.ZegoDataRecordConfig;
import im.zego.zegoexpress.entity.ZegoDummyCaptureImageParams;
import im.zego.zegoexpress.entity.ZegoDumpDataConfig;
import im.zego.zegoexpress.entity.ZegoEffectsBeautyParam;
import im.zego.zegoexpress.entity.ZegoEngineConfig;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import im.zego.zegoexpress.entity.ZegoExpLowlightEnhancementParams;
import im.zego.zegoexpress.entity.ZegoLogConfig;
import im.zego.zegoexpress.entity.ZegoMediaDataPublisherConfig;
import im.zego.zegoexpress.entity.ZegoMixerTask;
import im.zego.zegoexpress.entity.ZegoNetworkProbeConfig;
import im.zego.zegoexpress.entity.ZegoNetworkSpeedTestConfig;
import im.zego.zegoexpress.entity.ZegoNetworkTimeInfo;
import im.zego.zegoexpress.entity.ZegoObjectSegmentationConfig;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoProxyInfo;
import im.zego.zegoexpress.entity.ZegoPublishDualStreamConfig;
import im.zego.zegoexpress.entity.ZegoPublisherConfig;
import im.zego.zegoexpress.entity.ZegoPublisherTakeSnapshotConfig;
import im.zego.zegoexpress.entity.ZegoReverbAdvancedParam;
import im.zego.zegoexpress.entity.ZegoReverbEchoParam;
import im.zego.zegoexpress.entity.ZegoRoiRect;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoRoomSendTransparentMessage;
import im.zego.zegoexpress.entity.ZegoRoomStreamList;
import im.zego.zegoexpress.entity.ZegoSEIConfig;
import im.zego.zegoexpress.entity.ZegoScenePlayerConfig;
import im.zego.zegoexpress.entity.ZegoScenePublisherConfig;
import im.zego.zegoexpress.entity.ZegoScreenCaptureConfig;
import im.zego.zegoexpress.entity.ZegoSoundLevelConfig;
import im.zego.zegoexpress.entity.ZegoUser;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoDenoiseParams;
import im.zego.zegoexpress.entity.ZegoVideoEncodedFrameParam;
import im.zego.zegoexpress.entity.ZegoVideoEncoderEnhancementConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import im.zego.zegoexpress.entity.ZegoVoiceChangerParam;
import im.zego.zegoexpress.entity.ZegoWatermark;
import im.zego.zegoexpress.internal.Engines;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

public abstract class ZegoExpressEngine {
    /// Creates the engine, or returns the one there is, whose handler then stays as it is.
    ///
    /// A wrong AppID or AppSign (1001000, 1001001, 1001002, 1001004) is reported through
    /// `onDebugError` and fails every login; the engine itself is always returned.
    ///
    /// @param eventHandler may be null and set later with [#setEventHandler]
    public static ZegoExpressEngine createEngine(
            ZegoEngineProfile profile, IZegoEventHandler eventHandler) {
        return Engines.createEngine(profile, eventHandler);
    }

    /// Logs out, frees devices, threads and memory. Returns at once; the handler hears nothing
    /// more.
    ///
    /// @param callback runs when everything is freed and the server was told of the logout, or 2 s
    ///   have passed without an answer from it; may be null
    public static void destroyEngine(IZegoDestroyCompletionCallback callback) {
        Engines.destroyEngine(callback);
    }

    /// The engine, or null before `createEngine` and after `destroyEngine`.
    public static ZegoExpressEngine getEngine() {
        return Engines.getEngine();
    }

    /// Sets `advancedConfig`. Keys: `freshet_server` (address of the server, for the next engine),
    /// `room_retry_time` and `av_retry_time` (seconds, 1 to 86,400, default 1,200; from the next
    /// login, publish or play on).
    public static void setEngineConfig(ZegoEngineConfig config) {
        Engines.setEngineConfig(config);
    }

    public static void setEngineConfig(ZegoEngineConfig config, Object application) {
        Engines.setEngineConfig(config, application);
    }

    public static void setLogConfig(ZegoLogConfig config) {
        Engines.setLogConfig(config);
    }

    public static void setLocalProxyConfig(ArrayList<ZegoProxyInfo> proxyList, boolean enable) {
        Engines.setLocalProxyConfig(proxyList, enable);
    }

    public static void setCloudProxyConfig(
            ArrayList<ZegoProxyInfo> proxyList, String token, boolean enable) {
        Engines.setCloudProxyConfig(proxyList, token, enable);
    }

    public static void setLicense(String license) {
        Engines.setLicense(license);
    }

    /// Before `createEngine` only (1001020). Default: one room at a time.
    public static void setRoomMode(ZegoRoomMode mode) {
        Engines.setRoomMode(mode);
    }

    public static void setGeoFence(ZegoGeoFenceType type, List<Integer> areaList) {
        Engines.setGeoFence(type, areaList);
    }

    /// Version of the SDK, such as "0.1.0".
    public static String getVersion() {
        return Engines.getVersion();
    }

    /// Told the result of every call, 0 or an error code with a sentence. Null clears.
    public static void setApiCalledCallback(IZegoApiCalledEventHandler callback) {
        Engines.setApiCalledCallback(callback);
    }

    public static boolean isFeatureSupported(ZegoFeatureType featureType) {
        return Engines.isFeatureSupported(featureType);
    }

    public static void submitLog() {
        Engines.submitLog();
    }

    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // nothing to inline it to
    public static ZegoExpressEngine createEngine(
            long appID,
            String appSign,
            boolean isTestEnv,
            ZegoScenario scenario,
            Object application,
            IZegoEventHandler eventHandler) {
        return Engines.createEngine(appID, appSign, isTestEnv, scenario, application, eventHandler);
    }

    /// Sets who hears of events, or clears with null. While one is set, another is refused with
    /// 1000008.
    public abstract void setEventHandler(IZegoEventHandler eventHandler);

    /// Resets video settings and camera to what suits the scenario. Outside rooms only (1000067).
    public abstract void setRoomScenario(ZegoScenario scenario);

    public abstract void uploadLog();

    public abstract void uploadLog(IZegoUploadLogResultCallback callback);

    public abstract void enableDebugAssistant(boolean enable);

    public abstract String callExperimentalAPI(String params);

    /// Logs in without a configuration; see the longest form.
    public abstract void loginRoom(String roomID, ZegoUser user);

    public abstract void loginRoom(String roomID, ZegoUser user, ZegoRoomConfig config);

    /// Enters a room, which its first user creates. Asynchronous: `onRoomStateChanged` says
    /// LOGINING, then LOGINED or LOGIN_FAILED; publishing and playing may be asked for right away.
    /// Network trouble is tried again for 20 minutes (1002053).
    ///
    /// @param roomID 1 to 127 bytes of ASCII letters, digits and ~!@#$%^&*()_+=-;,.<>\\`'
    /// @param user userID 1 to 63 bytes of the same characters, unique in the AppID; userName up to
    ///   255 bytes
    /// @param config null for defaults; its token is required if the engine has no AppSign
    ///   (1002067)
    /// @param callback gets the result once; may be null
    public abstract void loginRoom(
            String roomID, ZegoUser user, ZegoRoomConfig config, IZegoRoomLoginCallback callback);

    /// Leaves all rooms. Publishing, playing and preview end with it.
    public abstract void logoutRoom();

    public abstract void logoutRoom(IZegoRoomLogoutCallback callback);

    /// Leaves one room; 1002002 if this client is in others only. In no room it succeeds.
    public abstract void logoutRoom(String roomID);

    public abstract void logoutRoom(String roomID, IZegoRoomLogoutCallback callback);

    /// Leaves a room and enters another with the same user. Publishing and playing end, preview
    /// goes on. Nothing of the old room's configuration is kept.
    public abstract void switchRoom(String fromRoomID, String toRoomID);

    public abstract void switchRoom(String fromRoomID, String toRoomID, ZegoRoomConfig config);

    /// Replaces the token of a login. It counts for the next login, a resuming one included, and
    /// the next publish; what runs goes on.
    public abstract void renewToken(String roomID, String token);

    public abstract void setRoomExtraInfo(
            String roomID, String key, String value, IZegoRoomSetRoomExtraInfoCallback callback);

    /// The room's streams as this client knows them; empty lists for a room it is not in.
    public abstract ZegoRoomStreamList getRoomStreamList(
            String roomID, ZegoRoomStreamListType streamListType);

    /// Publishes on the main channel; see the longest form.
    public abstract void startPublishingStream(String streamID);

    public abstract void startPublishingStream(String streamID, ZegoPublishChannel channel);

    /// Publishes what the channel captures; `onPublisherStateUpdate` says how it goes. Legal right
    /// after `loginRoom`; without any login: NO_PUBLISH with 1000002.
    ///
    /// @param streamID 1 to 255 bytes of letters, digits, - and _; unique in the AppID: a later
    ///   publisher of the same gets 1003028
    /// @param config `roomID` is required in multi-room mode (1003070); may be null
    /// @param channel publishes one stream at a time (1003023)
    public abstract void startPublishingStream(
            String streamID, ZegoPublisherConfig config, ZegoPublishChannel channel);

    public abstract void startPublishingStreamInScene(
            String streamID, ZegoPublishChannel channel, ZegoScenePublisherConfig config);

    /// Ends publishing on the main channel; preview goes on.
    public abstract void stopPublishingStream();

    public abstract void stopPublishingStream(ZegoPublishChannel channel);

    public abstract void setStreamExtraInfo(
            String extraInfo, IZegoPublisherSetStreamExtraInfoCallback callback);

    public abstract void setStreamExtraInfo(
            String extraInfo,
            ZegoPublishChannel channel,
            IZegoPublisherSetStreamExtraInfoCallback callback);

    /// Shows the main channel's picture here; needs no login. Again: moves to the new view.
    public abstract void startPreview(ZegoCanvas canvas);

    public abstract void startPreview(ZegoCanvas canvas, ZegoPublishChannel channel);

    /// Captures without showing a picture.
    public abstract void startPreview();

    /// Ends the preview; publishing goes on.
    public abstract void stopPreview();

    public abstract void stopPreview(ZegoPublishChannel channel);

    /// Size, rate and bitrate of the main channel's video; 360x640 at 15 frames/s and 600 kbps
    /// unless set. The capture size counts from the next preview or publish on.
    public abstract void setVideoConfig(ZegoVideoConfig config);

    public abstract void setVideoConfig(ZegoVideoConfig config, ZegoPublishChannel channel);

    public abstract ZegoVideoConfig getVideoConfig();

    public abstract ZegoVideoConfig getVideoConfig(ZegoPublishChannel channel);

    public abstract void setPublishDualStreamConfig(
            ArrayList<ZegoPublishDualStreamConfig> configList, ZegoPublishChannel channel);

    public abstract void setVideoMirrorMode(ZegoVideoMirrorMode mirrorMode);

    public abstract void setVideoMirrorMode(
            ZegoVideoMirrorMode mirrorMode, ZegoPublishChannel channel);

    public abstract void setAppOrientation(ZegoOrientation orientation);

    public abstract void setAppOrientation(ZegoOrientation orientation, ZegoPublishChannel channel);

    public abstract void setAudioConfig(ZegoAudioConfig config);

    public abstract void setAudioConfig(ZegoAudioConfig config, ZegoPublishChannel channel);

    public abstract ZegoAudioConfig getAudioConfig();

    public abstract ZegoAudioConfig getAudioConfig(ZegoPublishChannel channel);

    public abstract void setPublishStreamEncryptionKey(String key);

    public abstract void setPublishStreamEncryptionKey(String key, ZegoPublishChannel channel);

    public abstract void takePublishStreamSnapshot(IZegoPublisherTakeSnapshotCallback callback);

    public abstract void takePublishStreamSnapshot(
            IZegoPublisherTakeSnapshotCallback callback, ZegoPublishChannel channel);

    public abstract void takePublishStreamSnapshotByConfig(
            ZegoPublisherTakeSnapshotConfig config,
            IZegoPublisherTakeSnapshotCallback callback,
            ZegoPublishChannel channel);

    public abstract void mutePublishStreamAudio(boolean mute);

    public abstract void mutePublishStreamAudio(boolean mute, ZegoPublishChannel channel);

    public abstract void mutePublishStreamVideo(boolean mute);

    public abstract void mutePublishStreamVideo(boolean mute, ZegoPublishChannel channel);

    public abstract void setStreamAlignmentProperty(int alignment, ZegoPublishChannel channel);

    public abstract void enableTrafficControl(boolean enable, int property);

    public abstract void enableTrafficControl(
            boolean enable, int property, ZegoPublishChannel channel);

    public abstract void setMinVideoBitrateForTrafficControl(
            int bitrate, ZegoTrafficControlMinVideoBitrateMode mode);

    public abstract void setMinVideoBitrateForTrafficControl(
            int bitrate, ZegoTrafficControlMinVideoBitrateMode mode, ZegoPublishChannel channel);

    public abstract void setMinVideoFpsForTrafficControl(int fps, ZegoPublishChannel channel);

    public abstract void setMinVideoResolutionForTrafficControl(
            int width, int height, ZegoPublishChannel channel);

    public abstract void setTrafficControlFocusOn(ZegoTrafficControlFocusOnMode mode);

    public abstract void setTrafficControlFocusOn(
            ZegoTrafficControlFocusOnMode mode, ZegoPublishChannel channel);

    public abstract void setCaptureVolume(int volume);

    public abstract void setAudioCaptureStereoMode(ZegoAudioCaptureStereoMode mode);

    public abstract void addPublishCdnUrl(
            String streamID, String targetURL, IZegoPublisherUpdateCdnUrlCallback callback);

    public abstract void addPublishCdnUrl(
            String streamID,
            String targetURL,
            int timeout,
            IZegoPublisherUpdateCdnUrlCallback callback);

    public abstract void removePublishCdnUrl(
            String streamID, String targetURL, IZegoPublisherUpdateCdnUrlCallback callback);

    public abstract void enablePublishDirectToCDN(boolean enable, ZegoCDNConfig config);

    public abstract void enablePublishDirectToCDN(
            boolean enable, ZegoCDNConfig config, ZegoPublishChannel channel);

    public abstract void setPublishWatermark(ZegoWatermark watermark, boolean isPreviewVisible);

    public abstract void setPublishWatermark(
            ZegoWatermark watermark, boolean isPreviewVisible, ZegoPublishChannel channel);

    public abstract void setSEIConfig(ZegoSEIConfig config);

    public abstract void sendSEI(byte[] data);

    public abstract void sendSEI(byte[] data, ZegoPublishChannel channel);

    public abstract void sendSEISyncWithCustomVideo(
            byte[] data, long timeStampNs, ZegoPublishChannel channel);

    public abstract void sendAudioSideInfo(
            byte[] data, double timeStampMs, ZegoPublishChannel channel);

    public abstract void enableHardwareEncoder(boolean enable);

    public abstract void setCapturePipelineScaleMode(ZegoCapturePipelineScaleMode mode);

    public abstract void setDummyCaptureImagePath(String filePath, ZegoPublishChannel channel);

    public abstract void setDummyCaptureImageParams(
            ZegoDummyCaptureImageParams params, ZegoPublishChannel channel);

    public abstract void enableH265EncodeFallback(boolean enable);

    public abstract boolean isVideoEncoderSupported(ZegoVideoCodecID codecID);

    public abstract int isVideoEncoderSupported(
            ZegoVideoCodecID codecID, ZegoVideoCodecBackend codecBackend);

    public abstract void getVideoEncoderSupported(
            ZegoVideoCodecID codecID,
            ZegoVideoCodecBackend codecBackend,
            IZegoPublisherGetVideoEncoderSupportedCallback callback);

    public abstract void setAppOrientationMode(ZegoOrientationMode mode);

    public abstract void setLowlightEnhancement(
            ZegoLowlightEnhancementMode mode, ZegoPublishChannel channel);

    public abstract void setLowlightEnhancementParams(
            ZegoExpLowlightEnhancementParams params, ZegoPublishChannel channel);

    public abstract void setVideoDenoiseParams(
            ZegoVideoDenoiseParams params, ZegoPublishChannel channel);

    public abstract int setVideoSource(ZegoVideoSourceType source);

    public abstract int setVideoSource(ZegoVideoSourceType source, int instanceID);

    public abstract int setVideoSource(ZegoVideoSourceType source, ZegoPublishChannel channel);

    public abstract int setVideoSource(
            ZegoVideoSourceType source, int instanceID, ZegoPublishChannel channel);

    public abstract int setAudioSource(ZegoAudioSourceType source);

    public abstract int setAudioSource(ZegoAudioSourceType source, ZegoPublishChannel channel);

    public abstract int setAudioSource(ZegoAudioSourceType source, ZegoAudioSourceMixConfig config);

    public abstract void enableVideoObjectSegmentation(
            boolean enable, ZegoObjectSegmentationType type, ZegoPublishChannel channel);

    public abstract void enableVideoObjectSegmentation(
            boolean enable, ZegoObjectSegmentationConfig config, ZegoPublishChannel channel);

    public abstract void enableAlphaChannelVideoEncoder(
            boolean enable, ZegoAlphaLayoutType alphaLayout, ZegoPublishChannel channel);

    public abstract void enableVideoEncoderEnhancement(
            boolean enable, float enhanceLevel, ZegoPublishChannel channel);

    public abstract void enableVideoEncoderEnhancementWithConfig(
            boolean enable, ZegoVideoEncoderEnhancementConfig config, ZegoPublishChannel channel);

    public abstract void setCameraStabilizationMode(int mode, ZegoPublishChannel channel);

    public abstract void enableAuxBgmBalance(boolean enable);

    public abstract void enableFaceDetection(boolean enable, ZegoPublishChannel channel);

    /// Plays a stream into a view; see the longest form.
    public abstract void startPlayingStream(String streamID, ZegoCanvas canvas);

    /// Plays a stream of any room of the AppID; `onPlayerStateUpdate` says how it goes. A stream
    /// that does not exist yet stays in PLAY_REQUESTING and starts when it does. Playing the same
    /// stream again only replaces its view. At most 20 at once (1004010).
    ///
    /// @param canvas null for sound only
    /// @param config `resourceMode` ONLY_L3 for the low-delay live service (1004072 if the project
    ///   has it not), ONLY_RTC for the smallest delay; CDN playback is not done (1000010)
    public abstract void startPlayingStream(
            String streamID, ZegoCanvas canvas, ZegoPlayerConfig config);

    public abstract void startPlayingStream(String streamID);

    public abstract void startPlayingStream(String streamID, ZegoPlayerConfig config);

    public abstract void startPlayingStreamInScene(
            String streamID, ZegoCanvas canvas, ZegoScenePlayerConfig config);

    public abstract void startPlayingStreamInScene(String streamID, ZegoScenePlayerConfig config);

    public abstract void switchPlayingStream(
            String fromStreamID, String toStreamID, ZegoPlayerConfig config);

    public abstract void switchPlayingResource(String streamID, ZegoResourceType resourceType);

    /// Ends playing; the stream's volume and mute settings are forgotten. The last picture stays.
    public abstract void stopPlayingStream(String streamID);

    public abstract void setPlayStreamDecryptionKey(String streamID, String key);

    public abstract void setPlayStreamCrossAppInfo(String streamID, ZegoCrossAppInfo info);

    public abstract void takePlayStreamSnapshot(
            String streamID, IZegoPlayerTakeSnapshotCallback callback);

    /// 0 to 200, 100 unless set; of a stream being played (1004011).
    public abstract void setPlayVolume(String streamID, int volume);

    public abstract void setAllPlayStreamVolume(int volume);

    public abstract void setPlayStreamVideoType(String streamID, ZegoVideoStreamType streamType);

    public abstract void setPlayStreamBufferIntervalRange(
            String streamID, int minBufferInterval, int maxBufferInterval);

    public abstract void setPlayStreamFocusOn(String streamID);

    public abstract void mutePlayStreamAudio(String streamID, boolean mute);

    public abstract void mutePlayStreamVideo(String streamID, boolean mute);

    public abstract void muteAllPlayStreamAudio(boolean mute);

    public abstract void muteAllPlayAudioStreams(boolean mute);

    public abstract void muteAllPlayStreamVideo(boolean mute);

    public abstract void muteAllPlayVideoStreams(boolean mute);

    public abstract void enableHardwareDecoder(boolean enable);

    public abstract void enableCheckPoc(boolean enable);

    public abstract boolean isVideoDecoderSupported(ZegoVideoCodecID codecID);

    public abstract int isVideoDecoderSupported(
            ZegoVideoCodecID codecID, ZegoVideoCodecBackend codecBackend);

    public abstract void getVideoDecoderSupported(
            ZegoVideoCodecID codecID,
            ZegoVideoCodecBackend codecBackend,
            IZegoPlayerGetVideoDecoderSupportedCallback callback);

    public abstract void setPlayStreamsAlignmentProperty(ZegoStreamAlignmentMode mode);

    public abstract void enableVideoSuperResolution(String streamID, boolean enable);

    public abstract void initVideoSuperResolution();

    public abstract void uninitVideoSuperResolution();

    public abstract int updatePlayingCanvas(String streamID, ZegoCanvas canvas);

    public abstract int setPlayingCanvas(
            String streamID, ZegoViewUpdateType updateType, ZegoCanvas canvas);

    public abstract void startMixerTask(ZegoMixerTask task, IZegoMixerStartCallback callback);

    public abstract void stopMixerTask(ZegoMixerTask task, IZegoMixerStopCallback callback);

    public abstract void startAutoMixerTask(
            ZegoAutoMixerTask task, IZegoMixerStartCallback callback);

    public abstract void stopAutoMixerTask(ZegoAutoMixerTask task, IZegoMixerStopCallback callback);

    /// Sends silence instead of what the microphone hears; the device stays open.
    public abstract void muteMicrophone(boolean mute);

    public abstract boolean isMicrophoneMuted();

    public abstract void muteSpeaker(boolean mute);

    public abstract boolean isSpeakerMuted();

    public abstract void useAudioDevice(String deviceID, ZegoAudioDeviceType deviceType);

    public abstract void setAudioDeviceMode(ZegoAudioDeviceMode deviceMode);

    public abstract void enableAudioCaptureDevice(boolean enable);

    public abstract void enableAudioCaptureDeviceAsync(
            boolean enable, IZegoAudioCaptureDeviceEnableCallback callback);

    public abstract ZegoAudioRoute getAudioRouteType();

    public abstract void setAudioRouteToSpeaker(boolean defaultToSpeaker);

    /// Opens or closes the main channel's camera; open unless the scenario is one for voice.
    public abstract void enableCamera(boolean enable);

    public abstract void enableCamera(boolean enable, ZegoPublishChannel channel);

    public abstract void enableCamera(
            boolean enable, ZegoExpNotifyDeviceStateMode notifyMode, ZegoPublishChannel channel);

    public abstract void useFrontCamera(boolean enable);

    public abstract void useFrontCamera(boolean enable, ZegoPublishChannel channel);

    public abstract boolean isCameraFocusSupported(ZegoPublishChannel channel);

    public abstract void setCameraFocusMode(ZegoCameraFocusMode mode, ZegoPublishChannel channel);

    public abstract void setCameraFocusPointInPreview(float x, float y, ZegoPublishChannel channel);

    public abstract void setCameraExposureMode(
            ZegoCameraExposureMode mode, ZegoPublishChannel channel);

    public abstract void setCameraExposurePointInPreview(
            float x, float y, ZegoPublishChannel channel);

    public abstract void setCameraExposureCompensation(float value);

    public abstract void setCameraExposureCompensation(float value, ZegoPublishChannel channel);

    public abstract void setCameraZoomFactor(float factor);

    public abstract void setCameraZoomFactor(float factor, ZegoPublishChannel channel);

    public abstract float getCameraMaxZoomFactor();

    public abstract float getCameraMaxZoomFactor(ZegoPublishChannel channel);

    public abstract void enableCameraAdaptiveFPS(
            boolean enable, int minFPS, int maxFPS, ZegoPublishChannel channel);

    public abstract void startSoundLevelMonitor();

    public abstract void startSoundLevelMonitor(int millisecond);

    public abstract void startSoundLevelMonitor(ZegoSoundLevelConfig config);

    public abstract void stopSoundLevelMonitor();

    public abstract void startAudioSpectrumMonitor();

    public abstract void startAudioSpectrumMonitor(int millisecond);

    public abstract void stopAudioSpectrumMonitor();

    public abstract void enableHeadphoneMonitor(boolean enable);

    public abstract void setHeadphoneMonitorVolume(int volume);

    public abstract void enableMixEnginePlayout(boolean enable);

    public abstract void startAudioVADStableStateMonitor(ZegoAudioVADStableStateMonitorType type);

    public abstract void startAudioVADStableStateMonitor(
            ZegoAudioVADStableStateMonitorType type, int millisecond);

    public abstract void stopAudioVADStableStateMonitor(ZegoAudioVADStableStateMonitorType type);

    public abstract void enableAEC(boolean enable);

    public abstract void enableHeadphoneAEC(boolean enable);

    public abstract void setAECMode(ZegoAECMode mode);

    public abstract void enableAGC(boolean enable);

    public abstract void enableANS(boolean enable);

    public abstract void enableTransientANS(boolean enable);

    public abstract void setANSMode(ZegoANSMode mode);

    public abstract void enableSpeechEnhance(boolean enable, int level);

    public abstract void enableAudioMixing(boolean enable);

    public abstract void setAudioMixingHandler(IZegoAudioMixingHandler handler);

    public abstract void muteLocalAudioMixing(boolean mute);

    public abstract void setAudioMixingVolume(int volume);

    public abstract void setAudioMixingVolume(int volume, ZegoVolumeType type);

    public abstract void startEffectsEnv();

    public abstract void stopEffectsEnv();

    public abstract void enableEffectsBeauty(boolean enable);

    public abstract void setEffectsBeautyParam(ZegoEffectsBeautyParam param);

    public abstract void setAudioEqualizerGain(int bandIndex, float bandGain);

    public abstract void setVoiceChangerPreset(ZegoVoiceChangerPreset preset);

    public abstract void setVoiceChangerParam(ZegoVoiceChangerParam param);

    public abstract void setReverbPreset(ZegoReverbPreset preset);

    public abstract void setReverbAdvancedParam(ZegoReverbAdvancedParam param);

    public abstract void setReverbEchoParam(ZegoReverbEchoParam param);

    public abstract void enableVirtualStereo(boolean enable, int angle);

    public abstract void enablePlayStreamVirtualStereo(boolean enable, int angle, String streamID);

    public abstract void setElectronicEffects(
            boolean enable, ZegoElectronicEffectsMode mode, int tonal);

    public abstract void enableColorEnhancement(
            boolean enable, ZegoColorEnhancementParams params, ZegoPublishChannel channel);

    public abstract ZegoRealTimeSequentialDataManager createRealTimeSequentialDataManager(
            String roomID);

    public abstract void destroyRealTimeSequentialDataManager(
            ZegoRealTimeSequentialDataManager manager);

    public abstract void sendBroadcastMessage(
            String roomID, String message, IZegoIMSendBroadcastMessageCallback callback);

    public abstract void sendBarrageMessage(
            String roomID, String message, IZegoIMSendBarrageMessageCallback callback);

    public abstract void sendCustomCommand(
            String roomID,
            String command,
            ArrayList<ZegoUser> toUserList,
            IZegoIMSendCustomCommandCallback callback);

    public abstract void sendTransparentMessage(
            String roomID,
            ZegoRoomSendTransparentMessage message,
            IZegoRoomSendTransparentMessageCallback callback);

    public abstract ZegoMediaPlayer createMediaPlayer();

    public abstract void destroyMediaPlayer(ZegoMediaPlayer mediaPlayer);

    public abstract ZegoAudioEffectPlayer createAudioEffectPlayer();

    public abstract void destroyAudioEffectPlayer(ZegoAudioEffectPlayer audioEffectPlayer);

    public abstract ZegoMediaDataPublisher createMediaDataPublisher(
            ZegoMediaDataPublisherConfig config);

    public abstract void destroyMediaDataPublisher(ZegoMediaDataPublisher mediaDataPublisher);

    public abstract void startRecordingCapturedData(
            ZegoDataRecordConfig config, ZegoPublishChannel channel);

    public abstract void stopRecordingCapturedData(ZegoPublishChannel channel);

    public abstract void setDataRecordEventHandler(IZegoDataRecordEventHandler eventHandler);

    public abstract void startPerformanceMonitor(int millisecond);

    public abstract void stopPerformanceMonitor();

    public abstract void startNetworkProbe(
            ZegoNetworkProbeConfig config, IZegoNetworkProbeResultCallback callback);

    public abstract void stopNetworkProbe();

    public abstract void testNetworkConnectivity(IZegoTestNetworkConnectivityCallback callback);

    public abstract void startNetworkSpeedTest(ZegoNetworkSpeedTestConfig config);

    public abstract void startNetworkSpeedTest(ZegoNetworkSpeedTestConfig config, int interval);

    public abstract void stopNetworkSpeedTest();

    public abstract ZegoNetworkTimeInfo getNetworkTimeInfo();

    public abstract void startDumpData(ZegoDumpDataConfig config);

    public abstract void stopDumpData();

    public abstract void uploadDumpData();

    public abstract void removeDumpData();

    public abstract void enableCustomVideoRender(
            boolean enable, ZegoCustomVideoRenderConfig config);

    /// Gets decoded pictures, once `enableCustomVideoRender` is on, on the thread that decoded
    /// them.
    public abstract void setCustomVideoRenderHandler(IZegoCustomVideoRenderHandler handler);

    public abstract void enableCapturedVideoCustomVideoRender(
            boolean enable, ZegoPublishChannel channel);

    public abstract void enableRemoteVideoCustomVideoRender(boolean enable, String streamID);

    /// Replaces the main channel's camera by frames the app sends; RAW_DATA only (1011011), and
    /// only while the channel neither previews nor publishes (1011003).
    public abstract void enableCustomVideoCapture(
            boolean enable, ZegoCustomVideoCaptureConfig config);

    public abstract void enableCustomVideoCapture(
            boolean enable, ZegoCustomVideoCaptureConfig config, ZegoPublishChannel channel);

    public abstract void setCustomMediaCryptoFactory(IZegoCustomMediaCryptoFactory factory);

    /// Told when to begin and to stop sending frames. Set it before previewing or publishing.
    public abstract void setCustomVideoCaptureHandler(IZegoCustomVideoCaptureHandler handler);

    /// One frame, from any one thread; the buffer may be used again on return. Before
    /// `IZegoCustomVideoCaptureHandler.onStart`: 1011001, not enabled: 1011002.
    ///
    /// @param referenceTimeMillisecond when the frame was captured, in milliseconds of any clock
    public abstract void sendCustomVideoCaptureRawData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam params,
            long referenceTimeMillisecond);

    public abstract void sendCustomVideoCaptureRawData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam params,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel);

    public abstract void sendCustomVideoCaptureTextureData(
            int textureID, int width, int height, double referenceTimeMillisecond);

    public abstract void sendCustomVideoCaptureTextureData(
            int textureID,
            int width,
            int height,
            double referenceTimeMillisecond,
            ZegoPublishChannel channel);

    public abstract Object getCustomVideoCaptureSurfaceTexture();

    public abstract Object getCustomVideoCaptureSurfaceTexture(ZegoPublishChannel channel);

    public abstract void sendCustomVideoCaptureEncodedData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoEncodedFrameParam params,
            long referenceTimeMillisecond);

    public abstract void sendCustomVideoCaptureEncodedData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoEncodedFrameParam params,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel);

    public abstract void setCustomVideoCaptureFillMode(ZegoViewMode mode);

    public abstract void setCustomVideoCaptureFillMode(
            ZegoViewMode mode, ZegoPublishChannel channel);

    public abstract void setCustomVideoCaptureFlipMode(ZegoVideoFlipMode mode);

    public abstract void setCustomVideoCaptureFlipMode(
            ZegoVideoFlipMode mode, ZegoPublishChannel channel);

    public abstract void setCustomVideoCaptureRotation(int rotation, ZegoPublishChannel channel);

    public abstract void setCustomVideoCaptureDeviceState(
            boolean isEnable, ZegoRemoteDeviceState state, ZegoPublishChannel channel);

    public abstract void setCustomVideoCaptureTransformMatrix(
            float[] matrix, ZegoPublishChannel channel);

    public abstract void setCustomVideoCaptureRegionOfInterest(
            ArrayList<ZegoRoiRect> rectList, ZegoPublishChannel channel);

    public abstract void resetCustomVideoCaptureTextureContext(ZegoPublishChannel channel);

    public abstract void enableCustomVideoProcessing(
            boolean enable, ZegoCustomVideoProcessConfig config);

    public abstract void enableCustomVideoProcessing(
            boolean enable, ZegoCustomVideoProcessConfig config, ZegoPublishChannel channel);

    public abstract void setCustomVideoProcessHandler(IZegoCustomVideoProcessHandler handler);

    public abstract void sendCustomVideoProcessedTextureData(
            int textureID, int width, int height, long referenceTimeMillisecond);

    public abstract void sendCustomVideoProcessedTextureData(
            int textureID,
            int width,
            int height,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel);

    public abstract void sendCustomVideoProcessedTextureData(
            int textureID,
            int width,
            int height,
            long referenceTimeMillisecond,
            ZegoProcessedDataUsageType usage,
            ZegoPublishChannel channel);

    public abstract Object getCustomVideoProcessOutputSurfaceTexture(int width, int height);

    public abstract Object getCustomVideoProcessOutputSurfaceTexture(
            int width, int height, ZegoPublishChannel channel);

    public abstract void enableCustomAudioCaptureProcessing(
            boolean enable, ZegoCustomAudioProcessConfig config);

    public abstract void enableCustomAudioCaptureProcessingAfterHeadphoneMonitor(
            boolean enable, ZegoCustomAudioProcessConfig config);

    public abstract void enableAlignedAudioAuxData(boolean enable, ZegoAudioFrameParam param);

    public abstract void enableBeforeAudioPrepAudioData(boolean enable, ZegoAudioFrameParam param);

    public abstract void enableCustomAudioRemoteProcessing(
            boolean enable, ZegoCustomAudioProcessConfig config);

    public abstract void enableCustomAudioPlaybackProcessing(
            boolean enable, ZegoCustomAudioProcessConfig config);

    public abstract void setCustomAudioProcessHandler(IZegoCustomAudioProcessHandler handler);

    public abstract void startAudioDataObserver(int observerBitMask, ZegoAudioFrameParam param);

    public abstract void stopAudioDataObserver();

    public abstract void setAudioDataHandler(IZegoAudioDataHandler handler);

    public abstract void enableCustomAudioIO(boolean enable, ZegoCustomAudioConfig config);

    public abstract void enableCustomAudioIO(
            boolean enable, ZegoCustomAudioConfig config, ZegoPublishChannel channel);

    public abstract void sendCustomAudioCaptureAACData(
            ByteBuffer data,
            int dataLength,
            int configLength,
            long referenceTimeMillisecond,
            int samples,
            ZegoAudioFrameParam param,
            ZegoPublishChannel channel);

    public abstract void sendCustomAudioCaptureOpusData(
            ByteBuffer data,
            int dataLength,
            long referenceTimeMillisecond,
            int samples,
            ZegoAudioFrameParam param,
            ZegoPublishChannel channel);

    /// 16-bit little-endian PCM, from any one thread, about 10 to 20 ms at a time. Not enabled or
    /// not capturing: 1012002.
    public abstract void sendCustomAudioCapturePCMData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param);

    public abstract void sendCustomAudioCapturePCMData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param, ZegoPublishChannel channel);

    public abstract void fetchCustomAudioRenderPCMData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param);

    public abstract void sendReferenceAudioPCMData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param);

    public abstract void setCustomAudioIOAudioRoute(ZegoAudioRoute audioRoute);

    public abstract ZegoRangeAudio createRangeAudio();

    public abstract void destroyRangeAudio(ZegoRangeAudio rangeAudio);

    public abstract ZegoCopyrightedMusic createCopyrightedMusic();

    public abstract void destroyCopyrightedMusic(ZegoCopyrightedMusic copyrightedMusic);

    public abstract ZegoAudioVADClient createAudioVADClient();

    public abstract void destroyAudioVADClient(ZegoAudioVADClient client);

    public abstract ZegoRangeScene createRangeScene();

    public abstract void destroyRangeScene(ZegoRangeScene rangeScene);

    public abstract void startScreenCapture();

    public abstract void startScreenCapture(ZegoScreenCaptureConfig config);

    public abstract void stopScreenCapture();

    public abstract void updateScreenCaptureConfig(ZegoScreenCaptureConfig config);

    public abstract ZegoAIVoiceChanger createAIVoiceChanger();

    public abstract void destroyAIVoiceChanger(ZegoAIVoiceChanger aiVoiceChanger);

    public abstract boolean isAIVoiceChangerSupported();

    public abstract ZegoPictureCapturer createPictureCapturer();

    public abstract void destroyPictureCapturer(ZegoPictureCapturer pictureCapturer);

    public abstract ZegoCustomAudioSource createCustomAudioSource();

    public abstract void destroyCustomAudioSource(ZegoCustomAudioSource source);

    @Deprecated
    public abstract void enableBeautify(int featureBitmask);

    @Deprecated
    public abstract void enableBeautify(int featureBitmask, ZegoPublishChannel channel);

    @Deprecated
    public abstract void setBeautifyOption(ZegoBeautifyOption option);

    @Deprecated
    public abstract void setBeautifyOption(ZegoBeautifyOption option, ZegoPublishChannel channel);

    @Deprecated
    public abstract void loginMultiRoom(String roomID, ZegoRoomConfig config);

    @Deprecated
    public abstract void setDebugVerbose(boolean enable, ZegoLanguage language);
}
