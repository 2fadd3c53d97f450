package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.constants.ZegoAudioRoute;
import im.zego.zegoexpress.constants.ZegoAudioVADStableStateMonitorType;
import im.zego.zegoexpress.constants.ZegoAudioVADType;
import im.zego.zegoexpress.constants.ZegoDeviceExceptionType;
import im.zego.zegoexpress.constants.ZegoDeviceType;
import im.zego.zegoexpress.constants.ZegoEngineState;
import im.zego.zegoexpress.constants.ZegoNetworkMode;
import im.zego.zegoexpress.constants.ZegoNetworkSpeedTestType;
import im.zego.zegoexpress.constants.ZegoObjectSegmentationState;
import im.zego.zegoexpress.constants.ZegoPlayerMediaEvent;
import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoRemoteDeviceState;
import im.zego.zegoexpress.constants.ZegoRoomState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoScreenCaptureExceptionType;
import im.zego.zegoexpress.constants.ZegoStreamEvent;
import im.zego.zegoexpress.constants.ZegoStreamQualityLevel;
import im.zego.zegoexpress.constants.ZegoSuperResolutionState;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.constants.ZegoVideoBackendType;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;
import im.zego.zegoexpress.entity.ZegoBarrageMessageInfo;
import im.zego.zegoexpress.entity.ZegoBroadcastMessageInfo;
import im.zego.zegoexpress.entity.ZegoFaceDetectionInfo;
import im.zego.zegoexpress.entity.ZegoMediaSideInfo;
import im.zego.zegoexpress.entity.ZegoNetworkSpeedTestQuality;
import im.zego.zegoexpress.entity.ZegoPerformanceStatus;
import im.zego.zegoexpress.entity.ZegoPlayStreamQuality;
import im.zego.zegoexpress.entity.ZegoPublishStreamQuality;
import im.zego.zegoexpress.entity.ZegoRoomExtraInfo;
import im.zego.zegoexpress.entity.ZegoRoomRecvTransparentMessage;
import im.zego.zegoexpress.entity.ZegoRtcStatsInfo;
import im.zego.zegoexpress.entity.ZegoSoundLevelInfo;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoStreamRelayCDNInfo;
import im.zego.zegoexpress.entity.ZegoUser;
import java.util.ArrayList;
import java.util.HashMap;
import org.json.JSONObject;

public abstract class IZegoEventHandler {
    public void onDebugError(int errorCode, String funcName, String info) {}

    public void onEngineStateUpdate(ZegoEngineState state) {}

    public void onRecvExperimentalAPI(String content) {}

    public void onFatalError(int errorCode) {}

    public void onVideoBackendTypeChanged(ZegoVideoBackendType type) {}

    public void onRoomStateUpdate(
            String roomID, ZegoRoomState state, int errorCode, JSONObject extendedData) {}

    public void onRoomStateChanged(
            String roomID,
            ZegoRoomStateChangedReason reason,
            int errorCode,
            JSONObject extendedData) {}

    public void onRoomUserUpdate(
            String roomID, ZegoUpdateType updateType, ArrayList<ZegoUser> userList) {}

    public void onRoomOnlineUserCountUpdate(String roomID, int count) {}

    public void onRoomStreamUpdate(
            String roomID,
            ZegoUpdateType updateType,
            ArrayList<ZegoStream> streamList,
            JSONObject extendedData) {}

    public void onRoomStreamExtraInfoUpdate(String roomID, ArrayList<ZegoStream> streamList) {}

    public void onRoomExtraInfoUpdate(
            String roomID, ArrayList<ZegoRoomExtraInfo> roomExtraInfoList) {}

    public void onRoomTokenWillExpire(String roomID, int remainTimeInSecond) {}

    public void onPublisherStateUpdate(
            String streamID, ZegoPublisherState state, int errorCode, JSONObject extendedData) {}

    public void onPublisherQualityUpdate(String streamID, ZegoPublishStreamQuality quality) {}

    public void onPublisherCapturedAudioFirstFrame() {}

    public void onPublisherCapturedVideoFirstFrame(ZegoPublishChannel channel) {}

    public void onPublisherSendAudioFirstFrame(ZegoPublishChannel channel) {}

    public void onPublisherSendVideoFirstFrame(ZegoPublishChannel channel) {}

    public void onPublisherRenderVideoFirstFrame(ZegoPublishChannel channel) {}

    public void onPublisherVideoSizeChanged(int width, int height, ZegoPublishChannel channel) {}

    public void onPublisherRelayCDNStateUpdate(
            String streamID, ArrayList<ZegoStreamRelayCDNInfo> infoList) {}

    public void onPublisherVideoEncoderChanged(
            ZegoVideoCodecID fromCodecID, ZegoVideoCodecID toCodecID, ZegoPublishChannel channel) {}

    public void onPublisherStreamEvent(
            ZegoStreamEvent eventID, String streamID, String extraInfo) {}

    public void onVideoObjectSegmentationStateChanged(
            ZegoObjectSegmentationState state, ZegoPublishChannel channel, int errorCode) {}

    public void onPublisherLowFpsWarning(ZegoVideoCodecID codecID, ZegoPublishChannel channel) {}

    public void onPublisherDummyCaptureImagePathError(
            int errorCode, String path, ZegoPublishChannel channel) {}

    public void onPublisherFaceDetectInfo(ZegoFaceDetectionInfo info, ZegoPublishChannel channel) {}

    public void onPlayerStateUpdate(
            String streamID, ZegoPlayerState state, int errorCode, JSONObject extendedData) {}

    public void onPlayerSwitched(String streamID, int errorCode) {}

    public void onPlayerQualityUpdate(String streamID, ZegoPlayStreamQuality quality) {}

    public void onPlayerMediaEvent(String streamID, ZegoPlayerMediaEvent event) {}

    public void onPlayerRecvAudioFirstFrame(String streamID) {}

    public void onPlayerSyncRecvAudioFirstFrame(String streamID) {}

    public void onPlayerRecvVideoFirstFrame(String streamID) {}

    public void onPlayerSyncRecvVideoFirstFrame(String streamID) {}

    public void onPlayerRenderVideoFirstFrame(String streamID) {}

    public void onPlayerSyncRecvRenderVideoFirstFrame(String streamID) {}

    public void onPlayerRenderCameraVideoFirstFrame(String streamID) {}

    public void onPlayerRenderMultiViewFirstFrame(String streamID, String viewContext) {}

    public void onPlayerVideoSizeChanged(String streamID, int width, int height) {}

    @Deprecated
    public void onPlayerRecvSEI(String streamID, byte[] data) {}

    public void onPlayerSyncRecvSEI(String streamID, byte[] data) {}

    public void onPlayerRecvMediaSideInfo(ZegoMediaSideInfo info) {}

    public void onPlayerRecvAudioSideInfo(String streamID, byte[] data) {}

    public void onPlayerLowFpsWarning(ZegoVideoCodecID codecID, String streamID) {}

    public void onPlayerStreamEvent(ZegoStreamEvent eventID, String streamID, String extraInfo) {}

    public void onPlayerVideoSuperResolutionUpdate(
            String streamID, ZegoSuperResolutionState state, int errorCode) {}

    public void onMixerRelayCDNStateUpdate(
            String taskID, ArrayList<ZegoStreamRelayCDNInfo> infoList) {}

    public void onMixerSoundLevelUpdate(HashMap<Integer, Float> soundLevels) {}

    public void onAutoMixerSoundLevelUpdate(HashMap<String, Float> soundLevels) {}

    public void onCapturedSoundLevelUpdate(float soundLevel) {}

    public void onCapturedSoundLevelInfoUpdate(ZegoSoundLevelInfo soundLevelInfo) {}

    public void onRemoteSoundLevelUpdate(HashMap<String, Float> soundLevels) {}

    public void onRemoteSoundLevelInfoUpdate(HashMap<String, ZegoSoundLevelInfo> soundLevelInfos) {}

    public void onCapturedAudioSpectrumUpdate(float[] audioSpectrum) {}

    public void onRemoteAudioSpectrumUpdate(HashMap<String, float[]> audioSpectrums) {}

    public void onLocalDeviceExceptionOccurred(
            ZegoDeviceExceptionType exceptionType, ZegoDeviceType deviceType, String deviceID) {}

    public void onRemoteCameraStateUpdate(String streamID, ZegoRemoteDeviceState state) {}

    public void onRemoteMicStateUpdate(String streamID, ZegoRemoteDeviceState state) {}

    public void onRemoteSpeakerStateUpdate(String streamID, ZegoRemoteDeviceState state) {}

    public void onAudioRouteChange(ZegoAudioRoute audioRoute) {}

    public void onAudioVADStateUpdate(
            ZegoAudioVADStableStateMonitorType type, ZegoAudioVADType state) {}

    public void onRecvRoomTransparentMessage(
            String roomID, ZegoRoomRecvTransparentMessage message) {}

    public void onIMRecvBroadcastMessage(
            String roomID, ArrayList<ZegoBroadcastMessageInfo> messageList) {}

    public void onIMRecvBarrageMessage(
            String roomID, ArrayList<ZegoBarrageMessageInfo> messageList) {}

    public void onIMRecvCustomCommand(String roomID, ZegoUser fromUser, String command) {}

    public void onPerformanceStatusUpdate(ZegoPerformanceStatus status) {}

    public void onNetworkModeChanged(ZegoNetworkMode mode) {}

    public void onNetworkSpeedTestError(int errorCode, ZegoNetworkSpeedTestType type) {}

    public void onNetworkSpeedTestQualityUpdate(
            ZegoNetworkSpeedTestQuality quality, ZegoNetworkSpeedTestType type) {}

    public void onNetworkQuality(
            String userID,
            ZegoStreamQualityLevel upstreamQuality,
            ZegoStreamQualityLevel downstreamQuality) {}

    public void onRtcStats(ZegoRtcStatsInfo info) {}

    public void onNetworkTimeSynchronized() {}

    public void onRequestDumpData() {}

    public void onRequestUploadDumpData(String dumpDir, boolean takePhoto) {}

    public void onStartDumpData(int errorCode) {}

    public void onStopDumpData(int errorCode, String dumpDir) {}

    public void onUploadDumpData(int errorCode) {}

    public void onScreenCaptureExceptionOccurred(ZegoScreenCaptureExceptionType exceptionType) {}

    public void onScreenCaptureStart() {}
}
