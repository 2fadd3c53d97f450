// Applications in plain JavaScript give anything; from here on it has its type.
import type { ResourceMode, TransparentMessageMode } from '../protocol/ClientMessage';
import * as codes from '../protocol/errorCodes';
import type { ErrorCode } from '../protocol/errorCodes';
import type { Problem } from '../protocol/identifiers';
import type { LoginRequest } from '../room/LoginRequest';
import type { TransparentMessage } from '../room/RoomMessages';
import type { ZegoPlayerConfig, ZegoRoomConfig, ZegoRoomSendTransparentMessage, ZegoUser } from './entities';
import { ZegoPublishChannel, ZegoStreamResourceMode } from './enums';

const SEND_MODES: readonly TransparentMessageMode[] = ['onlyClient', 'onlyServer', 'clientAndServer'];
const DEFAULT_TIMEOUT_S = 10;

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function channelOf(value: unknown): ZegoPublishChannel | undefined {
  const channel = value === undefined || value === null ? ZegoPublishChannel.Main : value;
  return typeof channel === 'number' && channel in ZegoPublishChannel ? channel : undefined;
}

export function loginRequest(roomID: unknown, user: ZegoUser | undefined, config?: ZegoRoomConfig): LoginRequest {
  const userId = text(user?.userID);
  const maxMemberCount = config?.maxMemberCount ?? 0;
  return {
    roomId: text(roomID),
    userId,
    userName: text(user?.userName) || userId,
    token: text(config?.token),
    maxMemberCount: Number.isInteger(maxMemberCount) ? maxMemberCount : -1,
    userStatusNotify: config?.isUserStatusNotify === true,
  };
}

/** A name may be left out, but null is none. */
export function userNameProblem(user: unknown): Problem {
  return (user as { userName?: unknown } | null | undefined)?.userName === null ? codes.ROOM_USER_NAME_NULL : undefined;
}

/** How to play, or why not so. */
export function resourceMode(config: ZegoPlayerConfig | undefined): ResourceMode | ErrorCode {
  if (config?.cdnConfig) {
    return notDone('Playing from a CDN');
  }
  const mode = config?.resourceMode ?? ZegoStreamResourceMode.Default;
  switch (mode) {
    case ZegoStreamResourceMode.Default:
      return 'default';
    case ZegoStreamResourceMode.OnlyL3:
      return 'l3';
    case ZegoStreamResourceMode.OnlyRTC:
      return 'rtc';
    default:
      return notDone(`Playing with resourceMode ${mode}`);
  }
}

/** The video element that is meant; uni-app's components hand theirs over with the element inside. */
export function elementOf(value: unknown): HTMLVideoElement | undefined {
  return typeof value === 'object' && value !== null && 'srcObject' in value ? (value as HTMLVideoElement) : undefined;
}

export function userIds(users: ZegoUser[] | null | undefined): string[] {
  return (users ?? []).map((user) => text(user.userID));
}

export function transparentMessage(message: ZegoRoomSendTransparentMessage | null | undefined): TransparentMessage {
  return {
    sendMode: SEND_MODES[message?.sendMode ?? 0] ?? 'onlyClient',
    content: bytesOf(message?.content),
    toUserIds: userIds(message?.recvUserList),
    timeoutS: message?.timeOut ?? DEFAULT_TIMEOUT_S,
  };
}

function bytesOf(content: unknown): Uint8Array {
  return content instanceof ArrayBuffer
    ? new Uint8Array(content)
    : content instanceof Uint8Array
      ? content
      : new Uint8Array();
}

export function notDone(what: string): ErrorCode {
  return {
    code: codes.COMMON_SDK_NO_MODULE.code,
    sentence: `${what} is not done in this SDK; docs/sdk-web.md says what is.`,
  };
}
