import { type Problem, checkAppId, checkRoomId, checkStreamId, checkToken, checkUserId } from 'freshet-web/checks';
import * as codes from 'freshet-web/error-codes';
import type { ErrorCode } from 'freshet-web/error-codes';
import type { LinkFields } from './link.ts';

export type FieldName = keyof LinkFields;

/** What is wrong with a field, as the SDK would say it; undefined when nothing is. */
export function checkField(name: FieldName, value: string): Problem {
  switch (name) {
    case 'app':
      return checkAppId(value === '' ? 0 : /^\d+$/.test(value) ? Number(value) : NaN);
    case 'room':
      return checkRoomId(value);
    case 'user':
      return checkUserId(value);
    case 'stream':
      return checkStreamId(value);
    case 'token':
      return value === '' ? codes.ROOM_NO_TOKEN : checkToken(value);
  }
}

const PLACES: readonly (readonly [FieldName, readonly ErrorCode[]])[] = [
  ['app', [codes.ENGINE_APPID_ZERO, codes.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE, codes.COMMON_APP_OFFLINE_ERROR]],
  [
    'token',
    [
      codes.ROOM_ERROR_AUTHENTICATION_FAILED,
      codes.ROOM_NO_TOKEN,
      codes.ROOM_TOKEN_EXPIRED_KICKED_OUT,
      codes.ROOM_TOKEN_FORMAT_ERROR,
      codes.ROOM_TOKEN_APPID_ERROR,
      codes.ROOM_TOKEN_USERID_ERROR,
      codes.ROOM_TOKEN_EXPIRE_ERROR,
      codes.ROOM_TOKEN_VERSION_ERROR,
      codes.ROOM_TOKEN_NONCETYPE_ERROR,
    ],
  ],
];

/** The field that a refused login is about, if it is about one. */
export function placeOf(code: number): FieldName | undefined {
  return PLACES.find(([, about]) => about.some((each) => each.code === code))?.[0];
}

/** Fills what a link leaves open, but neither AppID nor token. @param random from 0 to below 1 */
export function withDefaults(fields: LinkFields, random: () => number): LinkFields {
  const user = fields.user || `guest-${suffix(random)}`;
  return {
    app: fields.app,
    room: fields.room || 'demo',
    user,
    // Two pages of one user do not fight for one stream.
    stream: fields.stream || `${user.replace(/[^A-Za-z0-9_-]/g, '-')}-${suffix(random)}`,
    token: fields.token,
  };
}

function suffix(random: () => number): string {
  return Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
}
