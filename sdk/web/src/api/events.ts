import type {
  ZegoBarrageMessageInfo,
  ZegoBroadcastMessageInfo,
  ZegoExtendedData,
  ZegoPlayStreamQuality,
  ZegoPublishStreamQuality,
  ZegoRoomExtraInfo,
  ZegoRoomRecvTransparentMessage,
  ZegoStream,
  ZegoUser,
} from './entities';
import type {
  ZegoDeviceExceptionType,
  ZegoDeviceType,
  ZegoEngineState,
  ZegoPlayerState,
  ZegoPublishChannel,
  ZegoPublisherState,
  ZegoRemoteDeviceState,
  ZegoRoomState,
  ZegoRoomStateChangedReason,
  ZegoScreenCaptureExceptionType,
  ZegoUpdateType,
} from './enums';

/** The events of {@link ZegoExpressEngine.on} that occur, with what their listeners are given. */
export interface ZegoEventListener {
  /** A call did not work: its code, its name and a sentence. */
  debugError: (errorCode: number, funcName: string, info: string) => void;

  /** The result of a call. */
  apiCalledResult: (errorCode: number, funcName: string, info: string) => void;

  engineStateUpdate: (state: ZegoEngineState) => void;

  roomStateUpdate: (roomID: string, state: ZegoRoomState, errorCode: number, extendedData: ZegoExtendedData) => void;
  roomStateChanged: (
    roomID: string,
    reason: ZegoRoomStateChangedReason,
    errorCode: number,
    extendedData: ZegoExtendedData,
  ) => void;
  roomUserUpdate: (roomID: string, updateType: ZegoUpdateType, userList: Required<ZegoUser>[]) => void;
  roomOnlineUserCountUpdate: (roomID: string, count: number) => void;
  roomStreamUpdate: (
    roomID: string,
    updateType: ZegoUpdateType,
    streamList: ZegoStream[],
    extendedData: ZegoExtendedData,
  ) => void;
  roomStreamExtraInfoUpdate: (roomID: string, streamList: ZegoStream[]) => void;
  roomExtraInfoUpdate: (roomID: string, roomExtraInfoList: ZegoRoomExtraInfo[]) => void;
  roomTokenWillExpire: (roomID: string, remainTimeInSecond: number) => void;

  publisherStateUpdate: (
    streamID: string,
    state: ZegoPublisherState,
    errorCode: number,
    extendedData: ZegoExtendedData,
  ) => void;
  publisherQualityUpdate: (streamID: string, quality: ZegoPublishStreamQuality) => void;
  publisherCapturedAudioFirstFrame: () => void;
  publisherCapturedVideoFirstFrame: (channel: ZegoPublishChannel) => void;
  publisherSendAudioFirstFrame: (channel: ZegoPublishChannel) => void;
  publisherSendVideoFirstFrame: (channel: ZegoPublishChannel) => void;
  publisherVideoSizeChanged: (width: number, height: number, channel: ZegoPublishChannel) => void;

  playerStateUpdate: (
    streamID: string,
    state: ZegoPlayerState,
    errorCode: number,
    extendedData: ZegoExtendedData,
  ) => void;
  playerQualityUpdate: (streamID: string, quality: ZegoPlayStreamQuality) => void;
  playerRecvAudioFirstFrame: (streamID: string) => void;
  playerRecvVideoFirstFrame: (streamID: string) => void;
  playerRenderVideoFirstFrame: (streamID: string) => void;
  playerVideoSizeChanged: (streamID: string, width: number, height: number) => void;

  remoteCameraStateUpdate: (streamID: string, state: ZegoRemoteDeviceState) => void;
  remoteMicStateUpdate: (streamID: string, state: ZegoRemoteDeviceState) => void;
  localDeviceExceptionOccurred: (
    exceptionType: ZegoDeviceExceptionType,
    deviceType: ZegoDeviceType,
    deviceID: string,
  ) => void;

  /** `ExceptionInterrupted`: the user has stopped sharing the screen. */
  screenCaptureExceptionOccurred: (exceptionType: ZegoScreenCaptureExceptionType) => void;

  IMRecvBroadcastMessage: (roomID: string, messageList: ZegoBroadcastMessageInfo[]) => void;
  IMRecvBarrageMessage: (roomID: string, messageList: ZegoBarrageMessageInfo[]) => void;
  IMRecvCustomCommand: (roomID: string, fromUser: Required<ZegoUser>, command: string) => void;
  recvRoomTransparentMessage: (roomID: string, message: ZegoRoomRecvTransparentMessage) => void;
}
