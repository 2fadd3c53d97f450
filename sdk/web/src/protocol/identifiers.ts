// Checks of what applications choose, the same on both ends. Each answers what is wrong, or undefined. A missing name is
// checked before its length, the length before its characters; lengths are bytes of UTF-8.
import * as codes from './errorCodes';
import type { ErrorCode } from './errorCodes';
import * as limits from './limits';

export type Problem = ErrorCode | undefined;

const NAME = /^[A-Za-z0-9~!@#$%^&*()_+=\-;,.<>\\`']*$/;
const STREAM_ID = /^[A-Za-z0-9_-]*$/;
const APP_SIGN = /^[0-9A-Fa-f]*$/;
const APP_SIGN_LENGTH = 64;
// Control characters, and half surrogate pairs, which are no text.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

export function checkAppId(appId: number): Problem {
  if (appId === 0) {
    return codes.ENGINE_APPID_ZERO;
  }
  return Number.isInteger(appId) && appId > 0 && appId <= limits.APP_ID_MAX
    ? undefined
    : codes.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE;
}

/** 64 hexadecimal digits. */
export function checkAppSign(appSign: string): Problem {
  if (appSign === '') {
    return codes.ENGINE_APPSIGN_NULL;
  } else if (appSign.length !== APP_SIGN_LENGTH) {
    return codes.ENGINE_APPSIGN_INVALID_LENGTH;
  }
  return APP_SIGN.test(appSign) ? undefined : codes.ENGINE_APPSIGN_INVALID_CHARACTER;
}

export function checkRoomId(roomId: string): Problem {
  if (roomId === '') {
    return codes.ROOM_ROOMID_NULL;
  } else if (utf8Length(roomId) > limits.ROOM_ID_MAX_BYTES) {
    return codes.ROOM_ROOMID_TOO_LONG;
  }
  return NAME.test(roomId) ? undefined : codes.ROOM_ROOMID_INVALID_CHARACTER;
}

export function checkUserId(userId: string): Problem {
  if (userId === '') {
    return codes.ROOM_USER_ID_NULL;
  } else if (utf8Length(userId) > limits.USER_ID_MAX_BYTES) {
    return codes.ROOM_USER_ID_TOO_LONG;
  }
  return NAME.test(userId) ? undefined : codes.ROOM_USER_ID_INVALID_CHARACTER;
}

/** May be empty. */
export function checkUserName(userName: string): Problem {
  if (utf8Length(userName) > limits.USER_NAME_MAX_BYTES) {
    return codes.ROOM_USER_NAME_TOO_LONG;
  }
  return UNPRINTABLE.test(userName) ? codes.ROOM_USER_NAME_INVALID_CHARACTER : undefined;
}

/** Only whether the server would read it at all; empty for none. */
export function checkToken(token: string): Problem {
  return token.length > limits.TOKEN_MAX_LENGTH ? codes.ROOM_TOKEN_FORMAT_ERROR : undefined;
}

export function checkStreamId(streamId: string): Problem {
  if (streamId === '') {
    return codes.COMMON_STREAM_ID_NULL;
  } else if (utf8Length(streamId) > limits.STREAM_ID_MAX_BYTES) {
    return codes.COMMON_STREAM_ID_TOO_LONG;
  }
  return STREAM_ID.test(streamId) ? undefined : codes.COMMON_STREAM_ID_INVALID_CHARACTER;
}

export function checkStreamExtraInfo(extraInfo: string): Problem {
  return utf8Length(extraInfo) > limits.STREAM_EXTRA_INFO_MAX_BYTES ? codes.PUBLISHER_EXTRA_INFO_TOO_LONG : undefined;
}

/** Of a broadcast or barrage message or a custom command. */
export function checkMessage(message: string): Problem {
  if (message === '') {
    return codes.IM_CONTENT_NULL;
  }
  return utf8Length(message) > limits.MESSAGE_CONTENT_MAX_BYTES ? codes.IM_CONTENT_TOO_LONG : undefined;
}

export function checkTransparentContent(content: Uint8Array): Problem {
  if (content.length === 0) {
    return codes.IM_CONTENT_NULL;
  }
  return content.length > limits.TRANSPARENT_MESSAGE_MAX_BYTES ? codes.IM_CONTENT_TOO_LONG : undefined;
}

/** The first that is wrong decides; none means everybody else in the room. */
export function checkReceivers(userIds: readonly string[]): Problem {
  if (userIds.length > limits.MESSAGE_RECEIVERS_MAX_COUNT) {
    return codes.COMMON_ILLEGAL_PARAM;
  }
  for (const userId of userIds) {
    const problem = checkUserId(userId);
    if (problem === codes.ROOM_USER_ID_NULL) {
      return codes.IM_USER_ID_EMPTY;
    } else if (problem === codes.ROOM_USER_ID_TOO_LONG) {
      return codes.IM_USER_ID_TOO_LONG;
    } else if (problem) {
      return problem;
    }
  }
  return undefined;
}

export function checkRoomExtraInfoKey(key: string): Problem {
  if (key === '') {
    return codes.ROOM_ROOM_EXTRA_INFO_KEY_EMPTY;
  }
  return utf8Length(key) > limits.ROOM_EXTRA_INFO_KEY_MAX_BYTES ? codes.ROOM_ROOM_EXTRA_INFO_KEY_TOO_LONG : undefined;
}

export function checkRoomExtraInfoValue(value: string): Problem {
  return utf8Length(value) > limits.ROOM_EXTRA_INFO_VALUE_MAX_BYTES
    ? codes.ROOM_ROOM_EXTRA_INFO_VALUE_TOO_LONG
    : undefined;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
