import type { DeviceState } from './ServerMessage';

/** What a client asks for, without the id that the connection gives it. */
export type ClientMessage =
  | {
      type: 'hello';
      version: number;
      capabilities: readonly string[];
      appId: number;
      proof?: string;
      userAgent: string;
    }
  | {
      type: 'login';
      roomId: string;
      userId: string;
      userName: string;
      token?: string;
      maxMemberCount: number;
      userStatusNotify: boolean;
      resume?: { resumeKey: string; version: number; messageId: number };
    }
  | { type: 'logout'; roomId: string }
  | { type: 'renewToken'; roomId: string; token: string }
  | {
      type: 'publish';
      roomId: string;
      streamId: string;
      extraInfo: string;
      offer: string;
      camera: DeviceState;
      microphone: DeviceState;
    }
  | { type: 'stopPublishing'; roomId: string; streamId: string }
  | { type: 'setStreamExtraInfo'; roomId: string; streamId: string; extraInfo: string }
  | {
      type: 'setStreamDeviceStates';
      roomId: string;
      streamId: string;
      camera: DeviceState;
      microphone: DeviceState;
    }
  | { type: 'play'; streamId: string; resourceMode: ResourceMode; offer: string }
  | { type: 'stopPlaying'; streamId: string }
  | { type: 'setRoomExtraInfo'; roomId: string; key: string; value: string }
  | { type: 'sendBroadcastMessage'; roomId: string; message: string }
  | { type: 'sendBarrageMessage'; roomId: string; message: string }
  | { type: 'sendCustomCommand'; roomId: string; command: string; toUserIds: readonly string[] }
  | {
      type: 'sendTransparentMessage';
      roomId: string;
      sendMode: TransparentMessageMode;
      content: string;
      toUserIds: readonly string[];
    }
  | { type: 'heartbeat' };

export type ResourceMode = 'default' | 'rtc' | 'l3';
export type TransparentMessageMode = 'onlyClient' | 'onlyServer' | 'clientAndServer';

export const PAGED_SNAPSHOTS = 'paged-snapshots';
export const ROOM_EXTRA_INFO = 'room-extra-info';
export const DEVICE_STATES = 'device-states';
export const ROOM_MESSAGES = 'room-messages';
export const TRANSPARENT_MESSAGES = 'transparent-messages';
