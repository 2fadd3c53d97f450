import { say } from './words.ts';

const MAX_ROOM_ID_BYTES = 127;
const MAX_USER_ID_BYTES = 63;
const MAX_STREAM_ID_BYTES = 255;
const ID = /^[A-Za-z0-9~!@#$%^&*()_+=\-;,.<>\\`']*$/;
const STREAM_ID = /^[A-Za-z0-9_-]*$/;

/** How many bytes of UTF-8 a text has. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function idProblem(id: string, max: number, form: RegExp, characters: () => string): string {
  if (id === '') {
    return say('idMissing');
  }
  if (!form.test(id)) {
    return characters();
  }
  return utf8Length(id) > max ? say('idTooLong', { max }) : '';
}

/** What is wrong with a userID, as protocol/spec says it; empty if nothing is. */
export function userIdProblem(id: string): string {
  return idProblem(id, MAX_USER_ID_BYTES, ID, () => say('idCharacters'));
}

export function roomIdProblem(id: string): string {
  return idProblem(id, MAX_ROOM_ID_BYTES, ID, () => say('idCharacters'));
}

export function streamIdProblem(id: string): string {
  return idProblem(id, MAX_STREAM_ID_BYTES, STREAM_ID, () => say('streamIdCharacters'));
}
