package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.ZegoAIVoiceChanger;
import im.zego.zegoexpress.ZegoAudioEffectPlayer;
import im.zego.zegoexpress.ZegoAudioVADClient;
import im.zego.zegoexpress.ZegoCopyrightedMusic;
import im.zego.zegoexpress.ZegoCustomAudioSource;
import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.ZegoMediaDataPublisher;
import im.zego.zegoexpress.ZegoMediaPlayer;
import im.zego.zegoexpress.ZegoPictureCapturer;
import im.zego.zegoexpress.ZegoRangeAudio;
import im.zego.zegoexpress.ZegoRangeScene;
import im.zego.zegoexpress.ZegoRealTimeSequentialDataManager;
import im.zego.zegoexpress.callback.IZegoAudioDataHandler;
import im.zego.zegoexpress.callback.IZegoAudioMixingHandler;
import im.zego.zegoexpress.callback.IZegoCustomAudioProcessHandler;
import im.zego.zegoexpress.callback.IZegoCustomMediaCryptoFactory;
import im.zego.zegoexpress.callback.IZegoCustomVideoProcessHandler;
import im.zego.zegoexpress.callback.IZegoDataRecordEventHandler;
import im.zego.zegoexpress.callback.IZegoMixerStartCallback;
import im.zego.zegoexpress.callback.IZegoMixerStopCallback;
import im.zego.zegoexpress.callback.IZegoNetworkProbeResultCallback;
import im.zego.zegoexpress.callback.IZegoPlayerGetVideoDecoderSupportedCallback;
import im.zego.zegoexpress.callback.IZegoPlayerTakeSnapshotCallback;
import im.zego.zegoexpress.callback.IZegoPublisherGetVideoEncoderSupportedCallback;
import im.zego.zegoexpress.callback.IZegoPublisherTakeSnapshotCallback;
import im.zego.zegoexpress.callback.IZegoPublisherUpdateCdnUrlCallback;
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
import im.zego.zegoexpress.constants.ZegoLowlightEnhancementMode;
import im.zego.zegoexpress.constants.ZegoObjectSegmentationType;
import im.zego.zegoexpress.constants.ZegoOrientation;
import im.zego.zegoexpress.constants.ZegoOrientationMode;
import im.zego.zegoexpress.constants.ZegoProcessedDataUsageType;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoResourceType;
import im.zego.zegoexpress.constants.ZegoReverbPreset;
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
import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import im.zego.zegoexpress.entity.ZegoAudioSourceMixConfig;
import im.zego.zegoexpress.entity.ZegoAutoMixerTask;
import im.zego.zegoexpress.entity.ZegoBeautifyOption;
import im.zego.zegoexpress.entity.ZegoCDNConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoColorEnhancementParams;
import im.zego.zegoexpress.entity.ZegoCrossAppInfo;
import im.zego.zegoexpress.entity.ZegoCustomAudioProcessConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoProcessConfig;
import im.zego.zegoexpress.entity.ZegoDataRecordConfig;
import im.zego.zegoexpress.entity.ZegoDummyCaptureImageParams;
import im.zego.zegoexpress.entity.ZegoDumpDataConfig;
import im.zego.zegoexpress.entity.ZegoEffectsBeautyParam;
import im.zego.zegoexpress.entity.ZegoExpLowlightEnhancementParams;
import im.zego.zegoexpress.entity.ZegoMediaDataPublisherConfig;
import im.zego.zegoexpress.entity.ZegoMixerTask;
import im.zego.zegoexpress.entity.ZegoNetworkProbeConfig;
import im.zego.zegoexpress.entity.ZegoNetworkSpeedTestConfig;
import im.zego.zegoexpress.entity.ZegoNetworkTimeInfo;
import im.zego.zegoexpress.entity.ZegoObjectSegmentationConfig;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoPublishDualStreamConfig;
import im.zego.zegoexpress.entity.ZegoPublisherTakeSnapshotConfig;
import im.zego.zegoexpress.entity.ZegoReverbAdvancedParam;
import im.zego.zegoexpress.entity.ZegoReverbEchoParam;
import im.zego.zegoexpress.entity.ZegoRoiRect;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoSEIConfig;
import im.zego.zegoexpress.entity.ZegoScenePlayerConfig;
import im.zego.zegoexpress.entity.ZegoScenePublisherConfig;
import im.zego.zegoexpress.entity.ZegoScreenCaptureConfig;
import im.zego.zegoexpress.entity.ZegoSoundLevelConfig;
import im.zego.zegoexpress.entity.ZegoVideoDenoiseParams;
import im.zego.zegoexpress.entity.ZegoVideoEncodedFrameParam;
import im.zego.zegoexpress.entity.ZegoVideoEncoderEnhancementConfig;
import im.zego.zegoexpress.entity.ZegoVoiceChangerParam;
import im.zego.zegoexpress.entity.ZegoWatermark;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.json.JSONObject;

/// What this version of the engine does not do. Each method answers with [#NO_MODULE] through its
/// own callback when it has one, and through `onDebugError` and `onApiCalledResult` always; none
/// throws, none pretends. Doing a feature means: override it in the facade and delete it here.
@SuppressWarnings("deprecation")
abstract class UnsupportedFeatures extends ZegoExpressEngine {
    static final int NO_MODULE = 1000010;

    /// Reports on `onDebugError` and `onApiCalledResult`.
    abstract void unsupported(String function);

    /// Runs an app's callback on the callback thread, in order with all others.
    abstract void deliver(Runnable callback);

    @Override
    public void uploadLog() {
        unsupported("uploadLog");
    }

    @Override
    public void uploadLog(IZegoUploadLogResultCallback callback) {
        unsupported("uploadLog");
        if (callback != null) {
            deliver(() -> callback.onUploadLogResult(NO_MODULE));
        }
    }

    @Override
    public void enableDebugAssistant(boolean enable) {
        unsupported("enableDebugAssistant");
    }

    @Override
    public String callExperimentalAPI(String params) {
        unsupported("callExperimentalAPI");
        return "";
    }

    @Override
    public void startPublishingStreamInScene(
            String streamID, ZegoPublishChannel channel, ZegoScenePublisherConfig config) {
        unsupported("startPublishingStreamInScene");
    }

    @Override
    public void setPublishDualStreamConfig(
            ArrayList<ZegoPublishDualStreamConfig> configList, ZegoPublishChannel channel) {
        unsupported("setPublishDualStreamConfig");
    }

    @Override
    public void setVideoMirrorMode(ZegoVideoMirrorMode mirrorMode) {
        unsupported("setVideoMirrorMode");
    }

    @Override
    public void setVideoMirrorMode(ZegoVideoMirrorMode mirrorMode, ZegoPublishChannel channel) {
        unsupported("setVideoMirrorMode");
    }

    @Override
    public void setAppOrientation(ZegoOrientation orientation) {
        unsupported("setAppOrientation");
    }

    @Override
    public void setAppOrientation(ZegoOrientation orientation, ZegoPublishChannel channel) {
        unsupported("setAppOrientation");
    }

    @Override
    public void setPublishStreamEncryptionKey(String key) {
        unsupported("setPublishStreamEncryptionKey");
    }

    @Override
    public void setPublishStreamEncryptionKey(String key, ZegoPublishChannel channel) {
        unsupported("setPublishStreamEncryptionKey");
    }

    @Override
    public void takePublishStreamSnapshot(IZegoPublisherTakeSnapshotCallback callback) {
        unsupported("takePublishStreamSnapshot");
        if (callback != null) {
            deliver(() -> callback.onPublisherTakeSnapshotResult(NO_MODULE, null));
        }
    }

    @Override
    public void takePublishStreamSnapshot(
            IZegoPublisherTakeSnapshotCallback callback, ZegoPublishChannel channel) {
        unsupported("takePublishStreamSnapshot");
        if (callback != null) {
            deliver(() -> callback.onPublisherTakeSnapshotResult(NO_MODULE, null));
        }
    }

    @Override
    public void takePublishStreamSnapshotByConfig(
            ZegoPublisherTakeSnapshotConfig config,
            IZegoPublisherTakeSnapshotCallback callback,
            ZegoPublishChannel channel) {
        unsupported("takePublishStreamSnapshotByConfig");
        if (callback != null) {
            deliver(() -> callback.onPublisherTakeSnapshotResult(NO_MODULE, null));
        }
    }

    @Override
    public void setStreamAlignmentProperty(int alignment, ZegoPublishChannel channel) {
        unsupported("setStreamAlignmentProperty");
    }

    @Override
    public void enableTrafficControl(boolean enable, int property) {
        unsupported("enableTrafficControl");
    }

    @Override
    public void enableTrafficControl(boolean enable, int property, ZegoPublishChannel channel) {
        unsupported("enableTrafficControl");
    }

    @Override
    public void setMinVideoBitrateForTrafficControl(
            int bitrate, ZegoTrafficControlMinVideoBitrateMode mode) {
        unsupported("setMinVideoBitrateForTrafficControl");
    }

    @Override
    public void setMinVideoBitrateForTrafficControl(
            int bitrate, ZegoTrafficControlMinVideoBitrateMode mode, ZegoPublishChannel channel) {
        unsupported("setMinVideoBitrateForTrafficControl");
    }

    @Override
    public void setMinVideoFpsForTrafficControl(int fps, ZegoPublishChannel channel) {
        unsupported("setMinVideoFpsForTrafficControl");
    }

    @Override
    public void setMinVideoResolutionForTrafficControl(
            int width, int height, ZegoPublishChannel channel) {
        unsupported("setMinVideoResolutionForTrafficControl");
    }

    @Override
    public void setTrafficControlFocusOn(ZegoTrafficControlFocusOnMode mode) {
        unsupported("setTrafficControlFocusOn");
    }

    @Override
    public void setTrafficControlFocusOn(
            ZegoTrafficControlFocusOnMode mode, ZegoPublishChannel channel) {
        unsupported("setTrafficControlFocusOn");
    }

    @Override
    public void setCaptureVolume(int volume) {
        unsupported("setCaptureVolume");
    }

    @Override
    public void setAudioCaptureStereoMode(ZegoAudioCaptureStereoMode mode) {
        unsupported("setAudioCaptureStereoMode");
    }

    @Override
    public void addPublishCdnUrl(
            String streamID, String targetURL, IZegoPublisherUpdateCdnUrlCallback callback) {
        unsupported("addPublishCdnUrl");
        if (callback != null) {
            deliver(() -> callback.onPublisherUpdateCdnUrlResult(NO_MODULE));
        }
    }

    @Override
    public void addPublishCdnUrl(
            String streamID,
            String targetURL,
            int timeout,
            IZegoPublisherUpdateCdnUrlCallback callback) {
        unsupported("addPublishCdnUrl");
        if (callback != null) {
            deliver(() -> callback.onPublisherUpdateCdnUrlResult(NO_MODULE));
        }
    }

    @Override
    public void removePublishCdnUrl(
            String streamID, String targetURL, IZegoPublisherUpdateCdnUrlCallback callback) {
        unsupported("removePublishCdnUrl");
        if (callback != null) {
            deliver(() -> callback.onPublisherUpdateCdnUrlResult(NO_MODULE));
        }
    }

    @Override
    public void enablePublishDirectToCDN(boolean enable, ZegoCDNConfig config) {
        unsupported("enablePublishDirectToCDN");
    }

    @Override
    public void enablePublishDirectToCDN(
            boolean enable, ZegoCDNConfig config, ZegoPublishChannel channel) {
        unsupported("enablePublishDirectToCDN");
    }

    @Override
    public void setPublishWatermark(ZegoWatermark watermark, boolean isPreviewVisible) {
        unsupported("setPublishWatermark");
    }

    @Override
    public void setPublishWatermark(
            ZegoWatermark watermark, boolean isPreviewVisible, ZegoPublishChannel channel) {
        unsupported("setPublishWatermark");
    }

    @Override
    public void setSEIConfig(ZegoSEIConfig config) {
        unsupported("setSEIConfig");
    }

    @Override
    public void sendSEI(byte[] data) {
        unsupported("sendSEI");
    }

    @Override
    public void sendSEI(byte[] data, ZegoPublishChannel channel) {
        unsupported("sendSEI");
    }

    @Override
    public void sendSEISyncWithCustomVideo(
            byte[] data, long timeStampNs, ZegoPublishChannel channel) {
        unsupported("sendSEISyncWithCustomVideo");
    }

    @Override
    public void sendAudioSideInfo(byte[] data, double timeStampMs, ZegoPublishChannel channel) {
        unsupported("sendAudioSideInfo");
    }

    @Override
    public void enableHardwareEncoder(boolean enable) {
        unsupported("enableHardwareEncoder");
    }

    @Override
    public void setCapturePipelineScaleMode(ZegoCapturePipelineScaleMode mode) {
        unsupported("setCapturePipelineScaleMode");
    }

    @Override
    public void setDummyCaptureImagePath(String filePath, ZegoPublishChannel channel) {
        unsupported("setDummyCaptureImagePath");
    }

    @Override
    public void setDummyCaptureImageParams(
            ZegoDummyCaptureImageParams params, ZegoPublishChannel channel) {
        unsupported("setDummyCaptureImageParams");
    }

    @Override
    public void enableH265EncodeFallback(boolean enable) {
        unsupported("enableH265EncodeFallback");
    }

    @Override
    public boolean isVideoEncoderSupported(ZegoVideoCodecID codecID) {
        unsupported("isVideoEncoderSupported");
        return false;
    }

    @Override
    public int isVideoEncoderSupported(
            ZegoVideoCodecID codecID, ZegoVideoCodecBackend codecBackend) {
        unsupported("isVideoEncoderSupported");
        return 0;
    }

    @Override
    public void getVideoEncoderSupported(
            ZegoVideoCodecID codecID,
            ZegoVideoCodecBackend codecBackend,
            IZegoPublisherGetVideoEncoderSupportedCallback callback) {
        unsupported("getVideoEncoderSupported");
        if (callback != null) {
            deliver(() -> callback.onPublisherGetVideoEncoderSupportedResult(0));
        }
    }

    @Override
    public void setAppOrientationMode(ZegoOrientationMode mode) {
        unsupported("setAppOrientationMode");
    }

    @Override
    public void setLowlightEnhancement(
            ZegoLowlightEnhancementMode mode, ZegoPublishChannel channel) {
        unsupported("setLowlightEnhancement");
    }

    @Override
    public void setLowlightEnhancementParams(
            ZegoExpLowlightEnhancementParams params, ZegoPublishChannel channel) {
        unsupported("setLowlightEnhancementParams");
    }

    @Override
    public void setVideoDenoiseParams(ZegoVideoDenoiseParams params, ZegoPublishChannel channel) {
        unsupported("setVideoDenoiseParams");
    }

    @Override
    public int setVideoSource(ZegoVideoSourceType source) {
        unsupported("setVideoSource");
        return NO_MODULE;
    }

    @Override
    public int setVideoSource(ZegoVideoSourceType source, int instanceID) {
        unsupported("setVideoSource");
        return NO_MODULE;
    }

    @Override
    public int setVideoSource(ZegoVideoSourceType source, ZegoPublishChannel channel) {
        unsupported("setVideoSource");
        return NO_MODULE;
    }

    @Override
    public int setVideoSource(
            ZegoVideoSourceType source, int instanceID, ZegoPublishChannel channel) {
        unsupported("setVideoSource");
        return NO_MODULE;
    }

    @Override
    public int setAudioSource(ZegoAudioSourceType source) {
        unsupported("setAudioSource");
        return NO_MODULE;
    }

    @Override
    public int setAudioSource(ZegoAudioSourceType source, ZegoPublishChannel channel) {
        unsupported("setAudioSource");
        return NO_MODULE;
    }

    @Override
    public int setAudioSource(ZegoAudioSourceType source, ZegoAudioSourceMixConfig config) {
        unsupported("setAudioSource");
        return NO_MODULE;
    }

    @Override
    public void enableVideoObjectSegmentation(
            boolean enable, ZegoObjectSegmentationType type, ZegoPublishChannel channel) {
        unsupported("enableVideoObjectSegmentation");
    }

    @Override
    public void enableVideoObjectSegmentation(
            boolean enable, ZegoObjectSegmentationConfig config, ZegoPublishChannel channel) {
        unsupported("enableVideoObjectSegmentation");
    }

    @Override
    public void enableAlphaChannelVideoEncoder(
            boolean enable, ZegoAlphaLayoutType alphaLayout, ZegoPublishChannel channel) {
        unsupported("enableAlphaChannelVideoEncoder");
    }

    @Override
    public void enableVideoEncoderEnhancement(
            boolean enable, float enhanceLevel, ZegoPublishChannel channel) {
        unsupported("enableVideoEncoderEnhancement");
    }

    @Override
    public void enableVideoEncoderEnhancementWithConfig(
            boolean enable, ZegoVideoEncoderEnhancementConfig config, ZegoPublishChannel channel) {
        unsupported("enableVideoEncoderEnhancementWithConfig");
    }

    @Override
    public void setCameraStabilizationMode(int mode, ZegoPublishChannel channel) {
        unsupported("setCameraStabilizationMode");
    }

    @Override
    public void enableAuxBgmBalance(boolean enable) {
        unsupported("enableAuxBgmBalance");
    }

    @Override
    public void enableFaceDetection(boolean enable, ZegoPublishChannel channel) {
        unsupported("enableFaceDetection");
    }

    @Override
    public void startPlayingStreamInScene(
            String streamID, ZegoCanvas canvas, ZegoScenePlayerConfig config) {
        unsupported("startPlayingStreamInScene");
    }

    @Override
    public void startPlayingStreamInScene(String streamID, ZegoScenePlayerConfig config) {
        unsupported("startPlayingStreamInScene");
    }

    @Override
    public void switchPlayingStream(
            String fromStreamID, String toStreamID, ZegoPlayerConfig config) {
        unsupported("switchPlayingStream");
    }

    @Override
    public void switchPlayingResource(String streamID, ZegoResourceType resourceType) {
        unsupported("switchPlayingResource");
    }

    @Override
    public void setPlayStreamDecryptionKey(String streamID, String key) {
        unsupported("setPlayStreamDecryptionKey");
    }

    @Override
    public void setPlayStreamCrossAppInfo(String streamID, ZegoCrossAppInfo info) {
        unsupported("setPlayStreamCrossAppInfo");
    }

    @Override
    public void takePlayStreamSnapshot(String streamID, IZegoPlayerTakeSnapshotCallback callback) {
        unsupported("takePlayStreamSnapshot");
        if (callback != null) {
            deliver(() -> callback.onPlayerTakeSnapshotResult(NO_MODULE, null));
        }
    }

    @Override
    public void setPlayStreamVideoType(String streamID, ZegoVideoStreamType streamType) {
        unsupported("setPlayStreamVideoType");
    }

    @Override
    public void setPlayStreamBufferIntervalRange(
            String streamID, int minBufferInterval, int maxBufferInterval) {
        unsupported("setPlayStreamBufferIntervalRange");
    }

    @Override
    public void setPlayStreamFocusOn(String streamID) {
        unsupported("setPlayStreamFocusOn");
    }

    @Override
    public void enableHardwareDecoder(boolean enable) {
        unsupported("enableHardwareDecoder");
    }

    @Override
    public void enableCheckPoc(boolean enable) {
        unsupported("enableCheckPoc");
    }

    @Override
    public boolean isVideoDecoderSupported(ZegoVideoCodecID codecID) {
        unsupported("isVideoDecoderSupported");
        return false;
    }

    @Override
    public int isVideoDecoderSupported(
            ZegoVideoCodecID codecID, ZegoVideoCodecBackend codecBackend) {
        unsupported("isVideoDecoderSupported");
        return 0;
    }

    @Override
    public void getVideoDecoderSupported(
            ZegoVideoCodecID codecID,
            ZegoVideoCodecBackend codecBackend,
            IZegoPlayerGetVideoDecoderSupportedCallback callback) {
        unsupported("getVideoDecoderSupported");
        if (callback != null) {
            deliver(() -> callback.onPlayerGetVideoDecoderSupportedResult(0));
        }
    }

    @Override
    public void setPlayStreamsAlignmentProperty(ZegoStreamAlignmentMode mode) {
        unsupported("setPlayStreamsAlignmentProperty");
    }

    @Override
    public void enableVideoSuperResolution(String streamID, boolean enable) {
        unsupported("enableVideoSuperResolution");
    }

    @Override
    public void initVideoSuperResolution() {
        unsupported("initVideoSuperResolution");
    }

    @Override
    public void uninitVideoSuperResolution() {
        unsupported("uninitVideoSuperResolution");
    }

    @Override
    public int setPlayingCanvas(String streamID, ZegoViewUpdateType updateType, ZegoCanvas canvas) {
        unsupported("setPlayingCanvas");
        return NO_MODULE;
    }

    @Override
    public void startMixerTask(ZegoMixerTask task, IZegoMixerStartCallback callback) {
        unsupported("startMixerTask");
        if (callback != null) {
            deliver(() -> callback.onMixerStartResult(NO_MODULE, new JSONObject()));
        }
    }

    @Override
    public void stopMixerTask(ZegoMixerTask task, IZegoMixerStopCallback callback) {
        unsupported("stopMixerTask");
        if (callback != null) {
            deliver(() -> callback.onMixerStopResult(NO_MODULE));
        }
    }

    @Override
    public void startAutoMixerTask(ZegoAutoMixerTask task, IZegoMixerStartCallback callback) {
        unsupported("startAutoMixerTask");
        if (callback != null) {
            deliver(() -> callback.onMixerStartResult(NO_MODULE, new JSONObject()));
        }
    }

    @Override
    public void stopAutoMixerTask(ZegoAutoMixerTask task, IZegoMixerStopCallback callback) {
        unsupported("stopAutoMixerTask");
        if (callback != null) {
            deliver(() -> callback.onMixerStopResult(NO_MODULE));
        }
    }

    @Override
    public void useAudioDevice(String deviceID, ZegoAudioDeviceType deviceType) {
        unsupported("useAudioDevice");
    }

    @Override
    public void setAudioDeviceMode(ZegoAudioDeviceMode deviceMode) {
        unsupported("setAudioDeviceMode");
    }

    @Override
    public ZegoAudioRoute getAudioRouteType() {
        unsupported("getAudioRouteType");
        return null;
    }

    @Override
    public void setAudioRouteToSpeaker(boolean defaultToSpeaker) {
        unsupported("setAudioRouteToSpeaker");
    }

    @Override
    public void enableCamera(
            boolean enable, ZegoExpNotifyDeviceStateMode notifyMode, ZegoPublishChannel channel) {
        unsupported("enableCamera");
    }

    @Override
    public void useFrontCamera(boolean enable) {
        unsupported("useFrontCamera");
    }

    @Override
    public void useFrontCamera(boolean enable, ZegoPublishChannel channel) {
        unsupported("useFrontCamera");
    }

    @Override
    public boolean isCameraFocusSupported(ZegoPublishChannel channel) {
        unsupported("isCameraFocusSupported");
        return false;
    }

    @Override
    public void setCameraFocusMode(ZegoCameraFocusMode mode, ZegoPublishChannel channel) {
        unsupported("setCameraFocusMode");
    }

    @Override
    public void setCameraFocusPointInPreview(float x, float y, ZegoPublishChannel channel) {
        unsupported("setCameraFocusPointInPreview");
    }

    @Override
    public void setCameraExposureMode(ZegoCameraExposureMode mode, ZegoPublishChannel channel) {
        unsupported("setCameraExposureMode");
    }

    @Override
    public void setCameraExposurePointInPreview(float x, float y, ZegoPublishChannel channel) {
        unsupported("setCameraExposurePointInPreview");
    }

    @Override
    public void setCameraExposureCompensation(float value) {
        unsupported("setCameraExposureCompensation");
    }

    @Override
    public void setCameraExposureCompensation(float value, ZegoPublishChannel channel) {
        unsupported("setCameraExposureCompensation");
    }

    @Override
    public void setCameraZoomFactor(float factor) {
        unsupported("setCameraZoomFactor");
    }

    @Override
    public void setCameraZoomFactor(float factor, ZegoPublishChannel channel) {
        unsupported("setCameraZoomFactor");
    }

    @Override
    public float getCameraMaxZoomFactor() {
        unsupported("getCameraMaxZoomFactor");
        return 1;
    }

    @Override
    public float getCameraMaxZoomFactor(ZegoPublishChannel channel) {
        unsupported("getCameraMaxZoomFactor");
        return 1;
    }

    @Override
    public void enableCameraAdaptiveFPS(
            boolean enable, int minFPS, int maxFPS, ZegoPublishChannel channel) {
        unsupported("enableCameraAdaptiveFPS");
    }

    @Override
    public void startSoundLevelMonitor() {
        unsupported("startSoundLevelMonitor");
    }

    @Override
    public void startSoundLevelMonitor(int millisecond) {
        unsupported("startSoundLevelMonitor");
    }

    @Override
    public void startSoundLevelMonitor(ZegoSoundLevelConfig config) {
        unsupported("startSoundLevelMonitor");
    }

    @Override
    public void stopSoundLevelMonitor() {
        unsupported("stopSoundLevelMonitor");
    }

    @Override
    public void startAudioSpectrumMonitor() {
        unsupported("startAudioSpectrumMonitor");
    }

    @Override
    public void startAudioSpectrumMonitor(int millisecond) {
        unsupported("startAudioSpectrumMonitor");
    }

    @Override
    public void stopAudioSpectrumMonitor() {
        unsupported("stopAudioSpectrumMonitor");
    }

    @Override
    public void enableHeadphoneMonitor(boolean enable) {
        unsupported("enableHeadphoneMonitor");
    }

    @Override
    public void setHeadphoneMonitorVolume(int volume) {
        unsupported("setHeadphoneMonitorVolume");
    }

    @Override
    public void enableMixEnginePlayout(boolean enable) {
        unsupported("enableMixEnginePlayout");
    }

    @Override
    public void startAudioVADStableStateMonitor(ZegoAudioVADStableStateMonitorType type) {
        unsupported("startAudioVADStableStateMonitor");
    }

    @Override
    public void startAudioVADStableStateMonitor(
            ZegoAudioVADStableStateMonitorType type, int millisecond) {
        unsupported("startAudioVADStableStateMonitor");
    }

    @Override
    public void stopAudioVADStableStateMonitor(ZegoAudioVADStableStateMonitorType type) {
        unsupported("stopAudioVADStableStateMonitor");
    }

    @Override
    public void enableAEC(boolean enable) {
        unsupported("enableAEC");
    }

    @Override
    public void enableHeadphoneAEC(boolean enable) {
        unsupported("enableHeadphoneAEC");
    }

    @Override
    public void setAECMode(ZegoAECMode mode) {
        unsupported("setAECMode");
    }

    @Override
    public void enableAGC(boolean enable) {
        unsupported("enableAGC");
    }

    @Override
    public void enableANS(boolean enable) {
        unsupported("enableANS");
    }

    @Override
    public void enableTransientANS(boolean enable) {
        unsupported("enableTransientANS");
    }

    @Override
    public void setANSMode(ZegoANSMode mode) {
        unsupported("setANSMode");
    }

    @Override
    public void enableSpeechEnhance(boolean enable, int level) {
        unsupported("enableSpeechEnhance");
    }

    @Override
    public void enableAudioMixing(boolean enable) {
        unsupported("enableAudioMixing");
    }

    @Override
    public void setAudioMixingHandler(IZegoAudioMixingHandler handler) {
        unsupported("setAudioMixingHandler");
    }

    @Override
    public void muteLocalAudioMixing(boolean mute) {
        unsupported("muteLocalAudioMixing");
    }

    @Override
    public void setAudioMixingVolume(int volume) {
        unsupported("setAudioMixingVolume");
    }

    @Override
    public void setAudioMixingVolume(int volume, ZegoVolumeType type) {
        unsupported("setAudioMixingVolume");
    }

    @Override
    public void startEffectsEnv() {
        unsupported("startEffectsEnv");
    }

    @Override
    public void stopEffectsEnv() {
        unsupported("stopEffectsEnv");
    }

    @Override
    public void enableEffectsBeauty(boolean enable) {
        unsupported("enableEffectsBeauty");
    }

    @Override
    public void setEffectsBeautyParam(ZegoEffectsBeautyParam param) {
        unsupported("setEffectsBeautyParam");
    }

    @Override
    public void setAudioEqualizerGain(int bandIndex, float bandGain) {
        unsupported("setAudioEqualizerGain");
    }

    @Override
    public void setVoiceChangerPreset(ZegoVoiceChangerPreset preset) {
        unsupported("setVoiceChangerPreset");
    }

    @Override
    public void setVoiceChangerParam(ZegoVoiceChangerParam param) {
        unsupported("setVoiceChangerParam");
    }

    @Override
    public void setReverbPreset(ZegoReverbPreset preset) {
        unsupported("setReverbPreset");
    }

    @Override
    public void setReverbAdvancedParam(ZegoReverbAdvancedParam param) {
        unsupported("setReverbAdvancedParam");
    }

    @Override
    public void setReverbEchoParam(ZegoReverbEchoParam param) {
        unsupported("setReverbEchoParam");
    }

    @Override
    public void enableVirtualStereo(boolean enable, int angle) {
        unsupported("enableVirtualStereo");
    }

    @Override
    public void enablePlayStreamVirtualStereo(boolean enable, int angle, String streamID) {
        unsupported("enablePlayStreamVirtualStereo");
    }

    @Override
    public void setElectronicEffects(boolean enable, ZegoElectronicEffectsMode mode, int tonal) {
        unsupported("setElectronicEffects");
    }

    @Override
    public void enableColorEnhancement(
            boolean enable, ZegoColorEnhancementParams params, ZegoPublishChannel channel) {
        unsupported("enableColorEnhancement");
    }

    @Override
    public ZegoRealTimeSequentialDataManager createRealTimeSequentialDataManager(String roomID) {
        unsupported("createRealTimeSequentialDataManager");
        return null;
    }

    @Override
    public void destroyRealTimeSequentialDataManager(ZegoRealTimeSequentialDataManager manager) {
        unsupported("destroyRealTimeSequentialDataManager");
    }

    @Override
    public ZegoMediaPlayer createMediaPlayer() {
        unsupported("createMediaPlayer");
        return null;
    }

    @Override
    public void destroyMediaPlayer(ZegoMediaPlayer mediaPlayer) {
        unsupported("destroyMediaPlayer");
    }

    @Override
    public ZegoAudioEffectPlayer createAudioEffectPlayer() {
        unsupported("createAudioEffectPlayer");
        return null;
    }

    @Override
    public void destroyAudioEffectPlayer(ZegoAudioEffectPlayer audioEffectPlayer) {
        unsupported("destroyAudioEffectPlayer");
    }

    @Override
    public ZegoMediaDataPublisher createMediaDataPublisher(ZegoMediaDataPublisherConfig config) {
        unsupported("createMediaDataPublisher");
        return null;
    }

    @Override
    public void destroyMediaDataPublisher(ZegoMediaDataPublisher mediaDataPublisher) {
        unsupported("destroyMediaDataPublisher");
    }

    @Override
    public void startRecordingCapturedData(
            ZegoDataRecordConfig config, ZegoPublishChannel channel) {
        unsupported("startRecordingCapturedData");
    }

    @Override
    public void stopRecordingCapturedData(ZegoPublishChannel channel) {
        unsupported("stopRecordingCapturedData");
    }

    @Override
    public void setDataRecordEventHandler(IZegoDataRecordEventHandler eventHandler) {
        unsupported("setDataRecordEventHandler");
    }

    @Override
    public void startPerformanceMonitor(int millisecond) {
        unsupported("startPerformanceMonitor");
    }

    @Override
    public void stopPerformanceMonitor() {
        unsupported("stopPerformanceMonitor");
    }

    @Override
    public void startNetworkProbe(
            ZegoNetworkProbeConfig config, IZegoNetworkProbeResultCallback callback) {
        unsupported("startNetworkProbe");
        if (callback != null) {
            deliver(() -> callback.onNetworkProbeResult(NO_MODULE, null));
        }
    }

    @Override
    public void stopNetworkProbe() {
        unsupported("stopNetworkProbe");
    }

    @Override
    public void testNetworkConnectivity(IZegoTestNetworkConnectivityCallback callback) {
        unsupported("testNetworkConnectivity");
        if (callback != null) {
            deliver(() -> callback.onTestNetworkConnectivityCallback(NO_MODULE, null));
        }
    }

    @Override
    public void startNetworkSpeedTest(ZegoNetworkSpeedTestConfig config) {
        unsupported("startNetworkSpeedTest");
    }

    @Override
    public void startNetworkSpeedTest(ZegoNetworkSpeedTestConfig config, int interval) {
        unsupported("startNetworkSpeedTest");
    }

    @Override
    public void stopNetworkSpeedTest() {
        unsupported("stopNetworkSpeedTest");
    }

    @Override
    public ZegoNetworkTimeInfo getNetworkTimeInfo() {
        unsupported("getNetworkTimeInfo");
        return null;
    }

    @Override
    public void startDumpData(ZegoDumpDataConfig config) {
        unsupported("startDumpData");
    }

    @Override
    public void stopDumpData() {
        unsupported("stopDumpData");
    }

    @Override
    public void uploadDumpData() {
        unsupported("uploadDumpData");
    }

    @Override
    public void removeDumpData() {
        unsupported("removeDumpData");
    }

    @Override
    public void enableCapturedVideoCustomVideoRender(boolean enable, ZegoPublishChannel channel) {
        unsupported("enableCapturedVideoCustomVideoRender");
    }

    @Override
    public void enableRemoteVideoCustomVideoRender(boolean enable, String streamID) {
        unsupported("enableRemoteVideoCustomVideoRender");
    }

    @Override
    public void setCustomMediaCryptoFactory(IZegoCustomMediaCryptoFactory factory) {
        unsupported("setCustomMediaCryptoFactory");
    }

    @Override
    public void sendCustomVideoCaptureTextureData(
            int textureID, int width, int height, double referenceTimeMillisecond) {
        unsupported("sendCustomVideoCaptureTextureData");
    }

    @Override
    public void sendCustomVideoCaptureTextureData(
            int textureID,
            int width,
            int height,
            double referenceTimeMillisecond,
            ZegoPublishChannel channel) {
        unsupported("sendCustomVideoCaptureTextureData");
    }

    @Override
    public Object getCustomVideoCaptureSurfaceTexture() {
        unsupported("getCustomVideoCaptureSurfaceTexture");
        return null;
    }

    @Override
    public Object getCustomVideoCaptureSurfaceTexture(ZegoPublishChannel channel) {
        unsupported("getCustomVideoCaptureSurfaceTexture");
        return null;
    }

    @Override
    public void sendCustomVideoCaptureEncodedData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoEncodedFrameParam params,
            long referenceTimeMillisecond) {
        unsupported("sendCustomVideoCaptureEncodedData");
    }

    @Override
    public void sendCustomVideoCaptureEncodedData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoEncodedFrameParam params,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel) {
        unsupported("sendCustomVideoCaptureEncodedData");
    }

    @Override
    public void setCustomVideoCaptureFillMode(ZegoViewMode mode) {
        unsupported("setCustomVideoCaptureFillMode");
    }

    @Override
    public void setCustomVideoCaptureFillMode(ZegoViewMode mode, ZegoPublishChannel channel) {
        unsupported("setCustomVideoCaptureFillMode");
    }

    @Override
    public void setCustomVideoCaptureFlipMode(ZegoVideoFlipMode mode) {
        unsupported("setCustomVideoCaptureFlipMode");
    }

    @Override
    public void setCustomVideoCaptureFlipMode(ZegoVideoFlipMode mode, ZegoPublishChannel channel) {
        unsupported("setCustomVideoCaptureFlipMode");
    }

    @Override
    public void setCustomVideoCaptureRotation(int rotation, ZegoPublishChannel channel) {
        unsupported("setCustomVideoCaptureRotation");
    }

    @Override
    public void setCustomVideoCaptureTransformMatrix(float[] matrix, ZegoPublishChannel channel) {
        unsupported("setCustomVideoCaptureTransformMatrix");
    }

    @Override
    public void setCustomVideoCaptureRegionOfInterest(
            ArrayList<ZegoRoiRect> rectList, ZegoPublishChannel channel) {
        unsupported("setCustomVideoCaptureRegionOfInterest");
    }

    @Override
    public void resetCustomVideoCaptureTextureContext(ZegoPublishChannel channel) {
        unsupported("resetCustomVideoCaptureTextureContext");
    }

    @Override
    public void enableCustomVideoProcessing(boolean enable, ZegoCustomVideoProcessConfig config) {
        unsupported("enableCustomVideoProcessing");
    }

    @Override
    public void enableCustomVideoProcessing(
            boolean enable, ZegoCustomVideoProcessConfig config, ZegoPublishChannel channel) {
        unsupported("enableCustomVideoProcessing");
    }

    @Override
    public void setCustomVideoProcessHandler(IZegoCustomVideoProcessHandler handler) {
        unsupported("setCustomVideoProcessHandler");
    }

    @Override
    public void sendCustomVideoProcessedTextureData(
            int textureID, int width, int height, long referenceTimeMillisecond) {
        unsupported("sendCustomVideoProcessedTextureData");
    }

    @Override
    public void sendCustomVideoProcessedTextureData(
            int textureID,
            int width,
            int height,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel) {
        unsupported("sendCustomVideoProcessedTextureData");
    }

    @Override
    public void sendCustomVideoProcessedTextureData(
            int textureID,
            int width,
            int height,
            long referenceTimeMillisecond,
            ZegoProcessedDataUsageType usage,
            ZegoPublishChannel channel) {
        unsupported("sendCustomVideoProcessedTextureData");
    }

    @Override
    public Object getCustomVideoProcessOutputSurfaceTexture(int width, int height) {
        unsupported("getCustomVideoProcessOutputSurfaceTexture");
        return null;
    }

    @Override
    public Object getCustomVideoProcessOutputSurfaceTexture(
            int width, int height, ZegoPublishChannel channel) {
        unsupported("getCustomVideoProcessOutputSurfaceTexture");
        return null;
    }

    @Override
    public void enableCustomAudioCaptureProcessing(
            boolean enable, ZegoCustomAudioProcessConfig config) {
        unsupported("enableCustomAudioCaptureProcessing");
    }

    @Override
    public void enableCustomAudioCaptureProcessingAfterHeadphoneMonitor(
            boolean enable, ZegoCustomAudioProcessConfig config) {
        unsupported("enableCustomAudioCaptureProcessingAfterHeadphoneMonitor");
    }

    @Override
    public void enableAlignedAudioAuxData(boolean enable, ZegoAudioFrameParam param) {
        unsupported("enableAlignedAudioAuxData");
    }

    @Override
    public void enableBeforeAudioPrepAudioData(boolean enable, ZegoAudioFrameParam param) {
        unsupported("enableBeforeAudioPrepAudioData");
    }

    @Override
    public void enableCustomAudioRemoteProcessing(
            boolean enable, ZegoCustomAudioProcessConfig config) {
        unsupported("enableCustomAudioRemoteProcessing");
    }

    @Override
    public void enableCustomAudioPlaybackProcessing(
            boolean enable, ZegoCustomAudioProcessConfig config) {
        unsupported("enableCustomAudioPlaybackProcessing");
    }

    @Override
    public void setCustomAudioProcessHandler(IZegoCustomAudioProcessHandler handler) {
        unsupported("setCustomAudioProcessHandler");
    }

    @Override
    public void startAudioDataObserver(int observerBitMask, ZegoAudioFrameParam param) {
        unsupported("startAudioDataObserver");
    }

    @Override
    public void stopAudioDataObserver() {
        unsupported("stopAudioDataObserver");
    }

    @Override
    public void setAudioDataHandler(IZegoAudioDataHandler handler) {
        unsupported("setAudioDataHandler");
    }

    @Override
    public void sendCustomAudioCaptureAACData(
            ByteBuffer data,
            int dataLength,
            int configLength,
            long referenceTimeMillisecond,
            int samples,
            ZegoAudioFrameParam param,
            ZegoPublishChannel channel) {
        unsupported("sendCustomAudioCaptureAACData");
    }

    @Override
    public void sendCustomAudioCaptureOpusData(
            ByteBuffer data,
            int dataLength,
            long referenceTimeMillisecond,
            int samples,
            ZegoAudioFrameParam param,
            ZegoPublishChannel channel) {
        unsupported("sendCustomAudioCaptureOpusData");
    }

    @Override
    public void fetchCustomAudioRenderPCMData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {
        unsupported("fetchCustomAudioRenderPCMData");
    }

    @Override
    public void sendReferenceAudioPCMData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {
        unsupported("sendReferenceAudioPCMData");
    }

    @Override
    public void setCustomAudioIOAudioRoute(ZegoAudioRoute audioRoute) {
        unsupported("setCustomAudioIOAudioRoute");
    }

    @Override
    public ZegoRangeAudio createRangeAudio() {
        unsupported("createRangeAudio");
        return null;
    }

    @Override
    public void destroyRangeAudio(ZegoRangeAudio rangeAudio) {
        unsupported("destroyRangeAudio");
    }

    @Override
    public ZegoCopyrightedMusic createCopyrightedMusic() {
        unsupported("createCopyrightedMusic");
        return null;
    }

    @Override
    public void destroyCopyrightedMusic(ZegoCopyrightedMusic copyrightedMusic) {
        unsupported("destroyCopyrightedMusic");
    }

    @Override
    public ZegoAudioVADClient createAudioVADClient() {
        unsupported("createAudioVADClient");
        return null;
    }

    @Override
    public void destroyAudioVADClient(ZegoAudioVADClient client) {
        unsupported("destroyAudioVADClient");
    }

    @Override
    public ZegoRangeScene createRangeScene() {
        unsupported("createRangeScene");
        return null;
    }

    @Override
    public void destroyRangeScene(ZegoRangeScene rangeScene) {
        unsupported("destroyRangeScene");
    }

    @Override
    public void startScreenCapture() {
        unsupported("startScreenCapture");
    }

    @Override
    public void startScreenCapture(ZegoScreenCaptureConfig config) {
        unsupported("startScreenCapture");
    }

    @Override
    public void stopScreenCapture() {
        unsupported("stopScreenCapture");
    }

    @Override
    public void updateScreenCaptureConfig(ZegoScreenCaptureConfig config) {
        unsupported("updateScreenCaptureConfig");
    }

    @Override
    public ZegoAIVoiceChanger createAIVoiceChanger() {
        unsupported("createAIVoiceChanger");
        return null;
    }

    @Override
    public void destroyAIVoiceChanger(ZegoAIVoiceChanger aiVoiceChanger) {
        unsupported("destroyAIVoiceChanger");
    }

    @Override
    public boolean isAIVoiceChangerSupported() {
        unsupported("isAIVoiceChangerSupported");
        return false;
    }

    @Override
    public ZegoPictureCapturer createPictureCapturer() {
        unsupported("createPictureCapturer");
        return null;
    }

    @Override
    public void destroyPictureCapturer(ZegoPictureCapturer pictureCapturer) {
        unsupported("destroyPictureCapturer");
    }

    @Override
    public ZegoCustomAudioSource createCustomAudioSource() {
        unsupported("createCustomAudioSource");
        return null;
    }

    @Override
    public void destroyCustomAudioSource(ZegoCustomAudioSource source) {
        unsupported("destroyCustomAudioSource");
    }

    @Deprecated
    @Override
    public void enableBeautify(int featureBitmask) {
        unsupported("enableBeautify");
    }

    @Deprecated
    @Override
    public void enableBeautify(int featureBitmask, ZegoPublishChannel channel) {
        unsupported("enableBeautify");
    }

    @Deprecated
    @Override
    public void setBeautifyOption(ZegoBeautifyOption option) {
        unsupported("setBeautifyOption");
    }

    @Deprecated
    @Override
    public void setBeautifyOption(ZegoBeautifyOption option, ZegoPublishChannel channel) {
        unsupported("setBeautifyOption");
    }

    @Deprecated
    @Override
    public void loginMultiRoom(String roomID, ZegoRoomConfig config) {
        unsupported("loginMultiRoom");
    }
}
