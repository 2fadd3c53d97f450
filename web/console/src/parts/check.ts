import { checkMessage, checkRoomId, checkStreamId, checkUserId, type Problem } from 'freshet-web/checks';
import * as codes from 'freshet-web/error-codes';
import { say } from './words.ts';

/** The sentences in the page's language for what the SDK's checks say. */
const TEXTS = new Map<number, () => string>([
  [codes.ROOM_USER_ID_NULL.code, () => say('idMissing')],
  [codes.ROOM_USER_ID_TOO_LONG.code, () => say('idTooLong', { max: 63 })],
  [codes.ROOM_USER_ID_INVALID_CHARACTER.code, () => say('idCharacters')],
  [codes.ROOM_ROOMID_NULL.code, () => say('idMissing')],
  [codes.ROOM_ROOMID_TOO_LONG.code, () => say('idTooLong', { max: 127 })],
  [codes.ROOM_ROOMID_INVALID_CHARACTER.code, () => say('idCharacters')],
  [codes.COMMON_STREAM_ID_NULL.code, () => say('idMissing')],
  [codes.COMMON_STREAM_ID_TOO_LONG.code, () => say('idTooLong', { max: 255 })],
  [codes.COMMON_STREAM_ID_INVALID_CHARACTER.code, () => say('streamIdCharacters')],
  [codes.IM_CONTENT_NULL.code, () => say('textMissing')],
  [codes.IM_CONTENT_TOO_LONG.code, () => say('idTooLong', { max: 1024 })],
]);

function told(problem: Problem): string {
  return problem === undefined ? '' : (TEXTS.get(problem.code)?.() ?? problem.sentence);
}

/** What is wrong with a userID; empty if nothing is. */
export function userIdProblem(id: string): string {
  return told(checkUserId(id));
}

export function roomIdProblem(id: string): string {
  return told(checkRoomId(id));
}

export function streamIdProblem(id: string): string {
  return told(checkStreamId(id));
}

/** What is wrong with the text of a message into a room. */
export function messageProblem(text: string): string {
  return told(checkMessage(text));
}
