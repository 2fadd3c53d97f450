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

/// What an engine tells an app: override what is of interest. Calls come one after another, on the
/// main thread on Android, on a thread of the SDK's own on the desktop.
public abstract class IZegoEventHandler {
    /// A call was wrong or failed; for developers.
    ///
    /// @param funcName the call
    /// @param info a sentence: what was wrong, what to do
    public void onDebugError(int errorCode, String funcName, String info) {}

    public void onEngineStateUpdate(ZegoEngineState state) {}

    public void onRecvExperimentalAPI(String content) {}

    public void onFatalError(int errorCode) {}

    public void onVideoBackendTypeChanged(ZegoVideoBackendType type) {}

    /// Older form of [#onRoomStateChanged]; both come.
    public void onRoomStateUpdate(
            String roomID, ZegoRoomState state, int errorCode, JSONObject extendedData) {}

    /// This client's relation to a room has changed.
    ///
    /// @param errorCode RECONNECTING: 1002051; LOGIN_FAILED: why, or 1002053 after 20 minutes of
    ///   network trouble, as with RECONNECT_FAILED; KICK_OUT: 1002050 (the same user logged in
    ///   elsewhere), 1002055 (by the server)
    /// @param extendedData `room_session_id` with LOGINED; `reason`, a sentence, with an error
    public void onRoomStateChanged(
            String roomID,
            ZegoRoomStateChangedReason reason,
            int errorCode,
            JSONObject extendedData) {}

    /// Other users came or went; needs `isUserStatusNotify`. After the login one ADD with all who
    /// are there, if any.
    public void onRoomUserUpdate(
            String roomID, ZegoUpdateType updateType, ArrayList<ZegoUser> userList) {}

    /// How many users are in the room, this one included; after the login and when it changes.
    public void onRoomOnlineUserCountUpdate(String roomID, int count) {}

    /// Streams of others came or went. After the login one ADD with all there are, if any.
    ///
    /// @param extendedData with DELETE `stream_delete_reason`: for each stream an object with
    ///   `code` 1 stopped, 2 heartbeat timeout, 3 repeated login, 4 kicked, 5 disconnected, 6
    ///   removed by the server
    public void onRoomStreamUpdate(
            String roomID,
            ZegoUpdateType updateType,
            ArrayList<ZegoStream> streamList,
            JSONObject extendedData) {}

    /// Others have changed the extra info of their streams.
    public void onRoomStreamExtraInfoUpdate(String roomID, ArrayList<ZegoStream> streamList) {}

    public void onRoomExtraInfoUpdate(
            String roomID, ArrayList<ZegoRoomExtraInfo> roomExtraInfoList) {}

    /// The token of the login is about to expire: call `renewToken`.
    ///
    /// @param remainTimeInSecond 30 or less
    public void onRoomTokenWillExpire(String roomID, int remainTimeInSecond) {}

    /// How publishing goes. PUBLISH_REQUESTING with a code: interrupted, being tried again
    /// (1003020); NO_PUBLISH with a code: it has failed for good.
    public void onPublisherStateUpdate(
            String streamID, ZegoPublisherState state, int errorCode, JSONObject extendedData) {}

    /// Every 3 s while publishing.
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

    /// How playing goes. PLAY_REQUESTING with a code: interrupted, being tried again (1004020);
    /// NO_PLAY with a code: it has failed for good.
    public void onPlayerStateUpdate(
            String streamID, ZegoPlayerState state, int errorCode, JSONObject extendedData) {}

    public void onPlayerSwitched(String streamID, int errorCode) {}

    /// Every 3 s while playing.
    public void onPlayerQualityUpdate(String streamID, ZegoPlayStreamQuality quality) {}

    public void onPlayerMediaEvent(String streamID, ZegoPlayerMediaEvent event) {}

    public void onPlayerRecvAudioFirstFrame(String streamID) {}

    public void onPlayerSyncRecvAudioFirstFrame(String streamID) {}

    /// The first video of a stream has arrived; once a play.
    public void onPlayerRecvVideoFirstFrame(String streamID) {}

    public void onPlayerSyncRecvVideoFirstFrame(String streamID) {}

    /// The first picture of a stream is shown; once a play.
    public void onPlayerRenderVideoFirstFrame(String streamID) {}

    public void onPlayerSyncRecvRenderVideoFirstFrame(String streamID) {}

    public void onPlayerRenderCameraVideoFirstFrame(String streamID) {}

    public void onPlayerRenderMultiViewFirstFrame(String streamID, String viewContext) {}

    /// The picture's size is known, or has changed.
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
