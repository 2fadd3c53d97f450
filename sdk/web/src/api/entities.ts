import type {
  ZegoAudioChannel,
  ZegoRoomTransparentMessageMode,
  ZegoRoomTransparentMessageType,
  ZegoScenario,
  ZegoStreamQualityLevel,
  ZegoStreamResourceMode,
  ZegoVideoCodecID,
} from './enums';

export interface ZegoEngineProfile {
  appID: number;

  /** 64 hexadecimal digits, or empty: then each login brings a token. */
  appSign?: string;
  scenario?: ZegoScenario;

  /** Where the server is, as in `wss://live.example.org`; more in docs/sdk-web.md. */
  server?: string;
}

export interface ZegoEngineConfig {
  /** `freshet_server`, `room_retry_time` and `av_retry_time`. */
  advancedConfig?: Record<string, string>;
}

export interface ZegoUser {
  userID: string;
  userName?: string;
}

export interface ZegoRoomConfig {
  /** 0 for no limit. */
  maxMemberCount?: number;

  /** Whether `roomUserUpdate` is wanted. */
  isUserStatusNotify?: boolean;
  token?: string;
}

/** More about an event or a result, such as `reason`, a sentence. */
export type ZegoExtendedData = Record<string, unknown>;

export interface ZegoRoomLoginResult {
  errorCode: number;
  extendedData: ZegoExtendedData;
}

export interface ZegoRoomLogoutResult {
  errorCode: number;
  extendedData: ZegoExtendedData;
}

export interface ZegoStream {
  user: Required<ZegoUser>;
  streamID: string;
  extraInfo: string;
}

export interface ZegoRoomStreamList {
  publishStreamList: ZegoStream[];
  playStreamList: ZegoStream[];
}

export interface ZegoRoomExtraInfo {
  key: string;
  value: string;
  updateUser: Required<ZegoUser>;

  /** Milliseconds since 1970, by the server's clock. */
  updateTime: number;
}

export interface ZegoPublisherConfig {
  /** Required in multi-room mode. */
  roomID?: string;
}

export interface ZegoPlayerConfig {
  resourceMode?: ZegoStreamResourceMode;

  /** Required in multi-room mode. */
  roomID?: string;

  /** Not done: leave it out. */
  cdnConfig?: unknown;
}

export interface ZegoVideoConfig {
  captureWidth: number;
  captureHeight: number;
  encodeWidth: number;
  encodeHeight: number;

  /** Frames a second. */
  fps: number;

  /** kbit/s. */
  bitrate: number;
  codecID: ZegoVideoCodecID;
}

export interface ZegoCustomVideoCaptureConfig {
  /** Where the pictures come from; it goes on when what is sent of it ends. */
  track: MediaStreamTrack;
}

export interface ZegoAudioConfig {
  /** kbit/s. */
  bitrate: number;
  channel: ZegoAudioChannel;
}

export interface ZegoDeviceInfo {
  deviceID: string;

  /** Empty until the user has allowed the page a device of the kind. */
  deviceName: string;
}

export interface ZegoBroadcastMessageInfo {
  message: string;
  messageID: number;
  sendTime: number;
  fromUser: Required<ZegoUser>;
}

export interface ZegoBarrageMessageInfo {
  message: string;
  messageID: string;
  sendTime: number;
  fromUser: Required<ZegoUser>;
}

export interface ZegoRoomSendTransparentMessage {
  sendMode?: ZegoRoomTransparentMessageMode;
  sendType?: ZegoRoomTransparentMessageType;
  content: Uint8Array | ArrayBuffer;

  /** None for everybody else in the room. */
  recvUserList?: ZegoUser[];

  /** Seconds, 10 unless set. */
  timeOut?: number;
}

export interface ZegoRoomRecvTransparentMessage {
  sendUser: Required<ZegoUser>;
  content: Uint8Array;
}

export interface ZegoIMSendBroadcastMessageResult {
  errorCode: number;
  messageID: number;
}

export interface ZegoIMSendBarrageMessageResult {
  errorCode: number;
  messageID: string;
}

export interface ZegoResult {
  errorCode: number;
}

export interface ZegoPublishStreamQuality {
  videoCaptureFPS: number;
  videoEncodeFPS: number;
  videoSendFPS: number;
  videoKBPS: number;
  audioCaptureFPS: number;
  audioSendFPS: number;
  audioKBPS: number;

  /** Milliseconds to the server and back. */
  rtt: number;

  /** From 0 to 1. */
  packetLostRate: number;
  level: ZegoStreamQualityLevel;
  isHardwareEncode: boolean;
  videoCodecID: ZegoVideoCodecID;
  totalSendBytes: number;
  audioSendBytes: number;
  videoSendBytes: number;
}

export interface ZegoPlayStreamQuality {
  videoRecvFPS: number;
  videoDejitterFPS: number;
  videoDecodeFPS: number;
  videoRenderFPS: number;
  videoKBPS: number;
  videoBreakRate: number;
  audioRecvFPS: number;
  audioDejitterFPS: number;
  audioDecodeFPS: number;
  audioRenderFPS: number;
  audioKBPS: number;

  /** -1: not measured. */
  mos: number;
  rtt: number;
  packetLostRate: number;
  level: ZegoStreamQualityLevel;

  /** Milliseconds in the jitter buffer. */
  delay: number;
  isHardwareDecode: boolean;
  videoCodecID: ZegoVideoCodecID;
  totalRecvBytes: number;
  audioRecvBytes: number;
  videoRecvBytes: number;
  videoCumulativeBreakCount: number;
  videoCumulativeBreakTime: number;
  muteVideo: number;
  muteAudio: number;
}
