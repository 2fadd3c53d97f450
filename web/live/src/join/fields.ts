import { type Problem, checkAppId, checkRoomId, checkStreamId, checkToken, checkUserId } from 'freshet-web/checks';
import { ROOM_NO_TOKEN } from 'freshet-web/error-codes';
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
      return value === '' ? ROOM_NO_TOKEN : checkToken(value);
  }
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
