/* eslint-disable @typescript-eslint/no-duplicate-enum-values -- two names for one number, see below */
// The API's numbers. Names are those of its JavaScript form; where its documents use the other form too, both are there.

export enum ZegoScenario {
  General = 0,
  Communication = 1,
  Live = 2,
  Default = 3,
  StandardVideoCall = 4,
  HighQualityVideoCall = 5,
  StandardChatroom = 6,
  HighQualityChatroom = 7,
  Broadcast = 8,
  Karaoke = 9,
  StandardVoiceCall = 10,
}

export enum ZegoRoomMode {
  SingleRoom = 0,
  MultiRoom = 1,
}

export enum ZegoEngineState {
  Start = 0,
  Stop = 1,
}

export enum ZegoRoomState {
  Disconnected = 0,
  Connecting = 1,
  Connected = 2,
}

export enum ZegoRoomStateChangedReason {
  Logining = 0,
  Logined = 1,
  LoginFailed = 2,
  Reconnecting = 3,
  Reconnected = 4,
  ReconnectFailed = 5,
  KickOut = 6,
  Logout = 7,
  LogoutFailed = 8,
}

export enum ZegoUpdateType {
  Add = 0,
  Delete = 1,
  ADD = 0,
  DELETE = 1,
}

export enum ZegoRoomStreamListType {
  Play = 0,
  All = 1,
}

export enum ZegoPublishChannel {
  Main = 0,
  Aux = 1,
  Third = 2,
  Fourth = 3,
}

export enum ZegoPublisherState {
  NoPublish = 0,
  PublishRequesting = 1,
  Publishing = 2,
}

export enum ZegoPlayerState {
  NoPlay = 0,
  PlayRequesting = 1,
  Playing = 2,
}

export enum ZegoStreamResourceMode {
  Default = 0,
  OnlyCDN = 1,
  OnlyL3 = 2,
  OnlyRTC = 3,
  CDNPlus = 4,
  Custom = 5,
  ONLY_L3 = 2,
  ONLY_RTC = 3,
}

export enum ZegoStreamQualityLevel {
  Excellent = 0,
  Good = 1,
  Medium = 2,
  Bad = 3,
  Die = 4,
  Unknown = 5,
}

export enum ZegoRemoteDeviceState {
  Open = 0,
  GenericError = 1,
  InvalidID = 2,
  NoAuthorization = 3,
  ZeroFPS = 4,
  InUseByOther = 5,
  Unplugged = 6,
  RebootRequired = 7,
  SystemMediaServicesLost = 8,
  Disable = 9,
  Mute = 10,
  Interruption = 11,
  InBackground = 12,
  MultiForegroundApp = 13,
  BySystemPressure = 14,
  NotSupport = 15,
}

export enum ZegoDeviceType {
  Unknown = 0,
  Camera = 1,
  Microphone = 2,
  Speaker = 3,
}

export enum ZegoDeviceExceptionType {
  Unknown = 0,
  Generic = 1,
  InvalidId = 2,
  PermissionNotGranted = 3,
  ZeroCaptureFps = 4,
  DeviceOccupied = 5,
  DeviceUnplugged = 6,
}

export enum ZegoScreenCaptureExceptionType {
  Unknown = 0,
  VideoNotSupported = 1,
  AudioNotSupported = 2,
  MediaProjectionPermissionDenied = 4,
  SystemError = 9,
  ExceptionInterrupted = 10,
}

export enum ZegoAudioDeviceType {
  Input = 0,
  Output = 1,
}

export enum ZegoVideoSourceType {
  None = 1,
  Camera = 2,
  ScreenCapture = 6,
}

export enum ZegoVideoMirrorMode {
  OnlyPreviewMirror = 0,
  BothMirror = 1,
  NoMirror = 2,
  OnlyPublishMirror = 3,
}

export enum ZegoVideoCodecID {
  Default = 0,
  SVC = 1,
  VP8 = 2,
  H265 = 3,
  H264DualStream = 4,
  Unknown = 100,
}

export enum ZegoVideoConfigPreset {
  Preset180P = 0,
  Preset270P = 1,
  Preset360P = 2,
  Preset540P = 3,
  Preset720P = 4,
  Preset1080P = 5,
}

export enum ZegoAudioChannel {
  Unknown = 0,
  Mono = 1,
  Stereo = 2,
}

export enum ZegoRoomTransparentMessageMode {
  OnlyClient = 0,
  OnlyServer = 1,
  ClientAndServer = 2,
}

export enum ZegoRoomTransparentMessageType {
  Normal = 0,
  Sequence = 1,
}
