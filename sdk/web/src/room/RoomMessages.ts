import type { SdkLoop, Timer } from '../loop/SdkLoop';
import {
  type ClientMessage,
  ROOM_EXTRA_INFO,
  ROOM_MESSAGES,
  TRANSPARENT_MESSAGES,
  type TransparentMessageMode,
} from '../protocol/ClientMessage';
import type { ErrorCode } from '../protocol/errorCodes';
import * as codes from '../protocol/errorCodes';
import {
  type Problem,
  checkMessage,
  checkReceivers,
  checkRoomExtraInfoKey,
  checkRoomExtraInfoValue,
  checkTransparentContent,
} from '../protocol/identifiers';
import { BROADCAST_MESSAGES_PER_SECOND_OF_USER } from '../protocol/limits';
import type { Signalling } from '../signal/Signalling';
import type { Rooms } from './Rooms';

const RATE_WINDOW_MS = 1_000;

/** What became of a message: 0 or why it failed, a sentence, and the number of a message that was sent, else 0. */
export type MessageResult = (code: number, message: string, messageId: number) => void;

/** Bytes for users of a room, the application's backend or both. */
export interface TransparentMessage {
  readonly sendMode: TransparentMessageMode;
  readonly content: Uint8Array;
  readonly toUserIds: readonly string[];

  /** After so many seconds without an answer it counts as failed. */
  readonly timeoutS: number;
}

/**
 * Sends messages, commands and the room's extra info to the others in a room. What can be known here is checked here;
 * the rest is the server's answer. Nothing waits for a connection: a message that cannot go out now fails now.
 */
export class RoomMessages {
  /** When the last broadcast messages were sent, for each room that is logged in. */
  private readonly broadcasts = new Map<string, number[]>();

  constructor(
    private readonly rooms: Rooms,
    private readonly signalling: Signalling,
    private readonly loop: SdkLoop,
  ) {}

  /** To everybody else in the room, reliable; at most 2 in a second (1009015). */
  broadcast(roomId: string, message: string, result: MessageResult): void {
    const problem =
      this.checkRoom(roomId, ROOM_MESSAGES, codes.IM_INCONSISTENT_ROOM_ID) ??
      checkMessage(message) ??
      this.checkRate(roomId);
    this.send(problem, codes.IM_SEND_FAILED, { type: 'sendBroadcastMessage', roomId, message }, result);
  }

  /** To everybody else in the room; may be lost where there are too many. */
  barrage(roomId: string, message: string, result: MessageResult): void {
    const problem = this.checkRoom(roomId, ROOM_MESSAGES, codes.IM_INCONSISTENT_ROOM_ID) ?? checkMessage(message);
    this.send(problem, codes.IM_SEND_FAILED, { type: 'sendBarrageMessage', roomId, message }, result);
  }

  /**
   * Reliable, to some users of the room.
   *
   * @param toUserIds none for everybody else in the room
   */
  command(roomId: string, command: string, toUserIds: readonly string[], result: MessageResult): void {
    const problem =
      this.checkRoom(roomId, ROOM_MESSAGES, codes.IM_INCONSISTENT_ROOM_ID) ??
      checkMessage(command) ??
      checkReceivers(toUserIds);
    this.send(problem, codes.IM_SEND_FAILED, { type: 'sendCustomCommand', roomId, command, toUserIds }, result);
  }

  transparent(roomId: string, message: TransparentMessage, result: MessageResult): void {
    const { sendMode, content, toUserIds, timeoutS } = message;
    const problem =
      this.checkRoom(roomId, TRANSPARENT_MESSAGES, codes.IM_INCONSISTENT_ROOM_ID) ??
      checkTransparentContent(content) ??
      checkReceivers(toUserIds) ??
      (timeoutS > 0 ? undefined : codes.COMMON_ILLEGAL_PARAM);
    const late = codes.IM_SEND_FAILED;
    let timer: Timer | undefined;
    let done = false;
    const once: MessageResult = (code, sentence, messageId) => {
      if (!done) {
        done = true;
        timer?.cancel();
        result(code, sentence, messageId);
      }
    };
    if (!problem) {
      timer = this.loop.after(timeoutS * 1000, () => once(late.code, late.sentence, 0));
    }
    const base64 = btoa(String.fromCharCode(...content.subarray(0, problem ? 0 : content.length)));
    this.send(problem, late, { type: 'sendTransparentMessage', roomId, sendMode, content: base64, toUserIds }, once);
  }

  /** Writes the room's one key. */
  setExtraInfo(roomId: string, key: string, value: string, result: MessageResult): void {
    const problem =
      this.checkRoom(roomId, ROOM_EXTRA_INFO, codes.ROOM_ROOMID_INCORRECT) ??
      checkRoomExtraInfoKey(key) ??
      checkRoomExtraInfoValue(value);
    const lost = codes.ROOM_CONNECT_TEMPORARY_BROKEN;
    this.send(problem, lost, { type: 'setRoomExtraInfo', roomId, key, value }, result);
  }

  /** The login is over. */
  onRoomOver(roomId: string): void {
    this.broadcasts.delete(roomId);
  }

  private checkRoom(roomId: string, capability: string, otherRoom: ErrorCode): Problem {
    const room = this.rooms.find(roomId);
    if (!room) {
      return this.rooms.all().length === 0 ? codes.COMMON_NOT_LOGIN_ROOM : otherRoom;
    }
    if (!room.entered) {
      return codes.COMMON_NOT_LOGIN_ROOM; // the login has yet to succeed
    }
    return this.signalling.serves(capability) ? undefined : codes.COMMON_SDK_NO_MODULE;
  }

  private checkRate(roomId: string): Problem {
    const nowMs = this.loop.nowMs();
    const sent = (this.broadcasts.get(roomId) ?? []).filter((sentMs) => nowMs - sentMs < RATE_WINDOW_MS);
    this.broadcasts.set(roomId, sent);
    if (sent.length >= BROADCAST_MESSAGES_PER_SECOND_OF_USER) {
      return codes.IM_BROADCAST_MESSAGE_QPS_OVERLOAD;
    }
    sent.push(nowMs);
    return undefined;
  }

  private send(problem: Problem, whenLost: ErrorCode, request: ClientMessage, result: MessageResult): void {
    if (problem) {
      result(problem.code, problem.sentence, 0);
      return;
    }
    this.signalling.request(request, {
      onAnswer: (code, message, answer) => result(code, message, answer?.kind === 'messageSent' ? answer.messageId : 0),
      onLost: () => result(whenLost.code, whenLost.sentence, 0),
    });
  }
}
