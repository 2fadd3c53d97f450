// How the web SDK's names become those of the Android API, and back.
import * as zego from '/dist/freshet.js';

/** Events: the callback's name and its arguments, with the enum that a number stands for. */
export const EVENTS = {
  debugError: ['onDebugError', 'errorCode', 'funcName', 'info'],
  engineStateUpdate: ['onEngineStateUpdate', 'state:ZegoEngineState'],
  roomStateUpdate: ['onRoomStateUpdate', 'roomID', 'state:ZegoRoomState', 'errorCode', 'extendedData'],
  roomStateChanged: ['onRoomStateChanged', 'roomID', 'reason:ZegoRoomStateChangedReason', 'errorCode', 'extendedData'],
  roomUserUpdate: ['onRoomUserUpdate', 'roomID', 'updateType:ZegoUpdateType', 'userList'],
  roomOnlineUserCountUpdate: ['onRoomOnlineUserCountUpdate', 'roomID', 'count'],
  roomStreamUpdate: ['onRoomStreamUpdate', 'roomID', 'updateType:ZegoUpdateType', 'streamList', 'extendedData'],
  roomStreamExtraInfoUpdate: ['onRoomStreamExtraInfoUpdate', 'roomID', 'streamList'],
  roomExtraInfoUpdate: ['onRoomExtraInfoUpdate', 'roomID', 'roomExtraInfoList'],
  roomTokenWillExpire: ['onRoomTokenWillExpire', 'roomID', 'remainTimeInSecond'],
  publisherStateUpdate: ['onPublisherStateUpdate', 'streamID', 'state:ZegoPublisherState', 'errorCode', 'extendedData'],
  playerStateUpdate: ['onPlayerStateUpdate', 'streamID', 'state:ZegoPlayerState', 'errorCode', 'extendedData'],
  playerVideoSizeChanged: ['onPlayerVideoSizeChanged', 'streamID', 'width', 'height'],
  remoteCameraStateUpdate: ['onRemoteCameraStateUpdate', 'streamID', 'state:ZegoRemoteDeviceState'],
  remoteMicStateUpdate: ['onRemoteMicStateUpdate', 'streamID', 'state:ZegoRemoteDeviceState'],
  IMRecvBroadcastMessage: ['onIMRecvBroadcastMessage', 'roomID', 'messageList'],
  IMRecvBarrageMessage: ['onIMRecvBarrageMessage', 'roomID', 'messageList'],
  IMRecvCustomCommand: ['onIMRecvCustomCommand', 'roomID', 'fromUser', 'command'],
  recvRoomTransparentMessage: ['onRecvRoomTransparentMessage', 'roomID', 'message'],
};

/** Methods and their parameters in order, with the enum or entity that they take. */
export const CALLS = {
  destroyEngine: [],
  setRoomMode: ['mode:ZegoRoomMode'],
  setRoomScenario: ['scenario:ZegoScenario'],
  loginRoom: ['roomID', 'user', 'config'],
  logoutRoom: ['roomID'],
  switchRoom: ['fromRoomID', 'toRoomID', 'config'],
  renewToken: ['roomID', 'token'],
  getRoomStreamList: ['roomID', 'streamListType:ZegoRoomStreamListType'],
  setRoomExtraInfo: ['roomID', 'key', 'value'],
  sendBroadcastMessage: ['roomID', 'message'],
  sendBarrageMessage: ['roomID', 'message'],
  sendCustomCommand: ['roomID', 'command', 'toUserList'],
  sendTransparentMessage: ['roomID', 'message:ZegoRoomSendTransparentMessage'],
  startPreview: ['canvas', 'channel:ZegoPublishChannel'],
  stopPreview: ['channel:ZegoPublishChannel'],
  startPublishingStream: ['streamID', 'channel:ZegoPublishChannel', 'config'],
  stopPublishingStream: ['channel:ZegoPublishChannel'],
  setStreamExtraInfo: ['extraInfo', 'channel:ZegoPublishChannel'],
  mutePublishStreamAudio: ['mute', 'channel:ZegoPublishChannel'],
  mutePublishStreamVideo: ['mute', 'channel:ZegoPublishChannel'],
  muteMicrophone: ['mute'],
  enableCamera: ['enable', 'channel:ZegoPublishChannel'],
  startPlayingStream: ['streamID', 'config:ZegoPlayerConfig'],
  stopPlayingStream: ['streamID'],
  setPlayVolume: ['streamID', 'volume'],
};

/** Under what name the result of a call is told. */
export const RESULTS = {
  loginRoom: 'onRoomLoginResult',
  logoutRoom: 'onRoomLogoutResult',
  setRoomExtraInfo: 'onRoomSetRoomExtraInfoResult',
  sendBroadcastMessage: 'onIMSendBroadcastMessageResult',
  sendBarrageMessage: 'onIMSendBarrageMessageResult',
  sendCustomCommand: 'onIMSendCustomCommandResult',
  sendTransparentMessage: 'onRoomSendTransparentMessageResult',
  setStreamExtraInfo: 'onPublisherSetStreamExtraInfoResult',
  destroyEngine: 'onDestroyCompletion',
};

/** Calls of this program and not of a scenario. */
export const HIDDEN = new Set(['setEngineConfig']);

/** Entities whose fields are more than texts and numbers. */
const ENTITIES = {
  ZegoRoomSendTransparentMessage: {
    sendMode: 'ZegoRoomTransparentMessageMode',
    sendType: 'ZegoRoomTransparentMessageType',
    content: 'bytes',
  },
  ZegoPlayerConfig: { resourceMode: 'ZegoStreamResourceMode' },
};

/** `LOGIN_FAILED` of LoginFailed. */
function constantOf(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

export function fromJson(type, json) {
  if (json === undefined || json === null) {
    return undefined;
  } else if (type === 'bytes') {
    return Uint8Array.from(atob(json), (char) => char.charCodeAt(0));
  } else if (type in ENTITIES) {
    const fields = ENTITIES[type];
    return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, fromJson(fields[name], value)]));
  } else if (type in zego) {
    const short = json.replace(/^ZEGO_ROOM_TRANSPARENT_MESSAGE_/, '');
    const name = Object.keys(zego[type]).find((each) => constantOf(each) === short);
    if (name === undefined) {
      throw new Error(`${type} ${json}`);
    }
    return zego[type][name];
  }
  return json;
}

export function toJson(value, type) {
  if (value === undefined || value === null) {
    return null;
  } else if (type && typeof value === 'number') {
    // Of two names of a number the first is the one.
    return constantOf(Object.keys(zego[type]).find((each) => zego[type][each] === value));
  } else if (value instanceof Uint8Array) {
    return btoa(String.fromCharCode(...value));
  } else if (Array.isArray(value)) {
    return value.map((each) => toJson(each));
  } else if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toJson(each)]));
  }
  return value;
}
