import { ZegoRoomStateChangedReason as Reason } from '../api/enums';
import * as codes from '../protocol/errorCodes';
import type { Problem } from '../protocol/identifiers';
import { ROOMS_MAX_COUNT } from '../protocol/limits';
import type { RoomStream, ServerMessage } from '../protocol/ServerMessage';
import type { Reply } from '../signal/Reply';
import type { LoginRequest } from './LoginRequest';
import { type RoomListener, RoomSession, type RoomSetup } from './RoomSession';

const LAST_STATES = [Reason.LoginFailed, Reason.ReconnectFailed, Reason.KickOut, Reason.Logout];

/**
 * The rooms one engine is logged in to: one, or up to five in multi-room mode. Keeps the connection as long as any of
 * them, or a logout under way, needs it.
 */
export class Rooms {
  private readonly sessions = new Map<string, RoomSession>();
  private readonly leaving = new Set<RoomSession>();
  private readonly listener: RoomListener;

  constructor(
    private readonly setup: RoomSetup,
    readonly multiRoom: boolean,
    listener: RoomListener,
  ) {
    // Sessions that are over are off the lists before the application hears of it, so that it may log in again then.
    this.listener = {
      ...listener,
      onState: (room, reason, code, message) => {
        if (LAST_STATES.includes(reason)) {
          this.forget(room);
        }
        listener.onState(room, reason, code, message);
      },
    };
  }

  /**
   * Whether the request is legal beside the rooms there are.
   *
   * @param leaving a room that is left for the new one; empty for none
   */
  checkLogin(request: LoginRequest, leaving: string): Problem {
    const others = this.all().filter((session) => session.roomId !== leaving);
    if (others.some((other) => other.roomId === request.roomId) || (!this.multiRoom && others.length > 0)) {
      return codes.ROOM_COUNT_EXCEED;
    }
    if (others.length >= ROOMS_MAX_COUNT) {
      return codes.ROOM_ERROR_MULTI_ROOM_EXCEED_MAXIMUM_ROOM_COUNT;
    }
    const same = others.every((other) => other.userId === request.userId && other.userName === request.userName);
    return same ? undefined : codes.ROOM_MULTI_ROOM_LOGIN_USER_NOT_SAME;
  }

  /** Begins a login that {@link checkLogin} accepts. */
  login(request: LoginRequest, retryWindowMs: number): RoomSession {
    const session = new RoomSession(request, this.setup, retryWindowMs, this.listener);
    this.sessions.set(request.roomId, session);
    // An application that logs out and in again must hear of the former login's end first; the connection stays, as the
    // new login needs it.
    for (const former of [...this.leaving]) {
      former.finishLogout();
    }
    session.start();
    return session;
  }

  /** @param done called once the application has been told Logout */
  logout(session: RoomSession, done: () => void): void {
    if (this.sessions.get(session.roomId) === session) {
      this.sessions.delete(session.roomId);
      this.leaving.add(session);
      session.logout(done);
    }
  }

  renewToken(session: RoomSession, token: string, reply: Reply): void {
    session.renewToken(token, reply);
  }

  find(roomId: string): RoomSession | undefined {
    return this.sessions.get(roomId);
  }

  /** The room meant by a call that names none: the only one. */
  only(): RoomSession | undefined {
    return this.sessions.size === 1 ? this.all()[0] : undefined;
  }

  /** The stream of another user, if one of the rooms has it: streamIDs are unique in the AppID. */
  stream(streamId: string): RoomStream | undefined {
    for (const session of this.sessions.values()) {
      const stream = session.stream(streamId);
      if (stream) {
        return stream;
      }
    }
    return undefined;
  }

  /** Whether requests about streams may be sent for the sake of another room than this. */
  maySendBeside(roomId: string): boolean {
    return this.all().some((session) => session.roomId !== roomId && session.maySend);
  }

  all(): RoomSession[] {
    return [...this.sessions.values()];
  }

  onSignalReady(): void {
    this.all().forEach((session) => session.onSignalReady());
  }

  onSignalBroken(): void {
    this.everyone().forEach((session) => session.onSignalBroken());
  }

  onSignalRefused(code: number, message: string): void {
    this.everyone().forEach((session) => session.onSignalRefused(code, message));
  }

  /** @return false for a notice that is not about rooms */
  onNotice(notice: ServerMessage): boolean {
    if (!('roomId' in notice)) {
      return false;
    }
    const room = this.find(notice.roomId);
    switch (notice.type) {
      case 'roomEvents':
        room?.onEvents(notice.version, notice.events);
        break;
      case 'roomSnapshot':
        room?.onSnapshot(notice.version, notice.snapshot);
        break;
      case 'roomPage':
        room?.onPage(notice);
        break;
      case 'broadcastMessages':
        room?.onBroadcasts(notice);
        break;
      case 'customCommand':
        room?.onCommand(notice);
        break;
      case 'barrageMessages':
      case 'transparentMessage':
        room?.onUnreliable(notice);
        break;
      case 'userCount':
        room?.onUserCount(notice.count);
        break;
      case 'kickedOut':
        // What the kicker wrote is meant for the application; the sentence is for its developer.
        room?.onKickedOut(notice.code, notice.customReason || notice.message);
        break;
      case 'tokenWillExpire':
        room?.onTokenWillExpire(notice.remainingSeconds);
        break;
    }
    return true;
  }

  private everyone(): RoomSession[] {
    return [...this.leaving, ...this.sessions.values()];
  }

  private forget(session: RoomSession): void {
    if (this.sessions.get(session.roomId) === session) {
      this.sessions.delete(session.roomId);
    }
    this.leaving.delete(session);
    if (this.sessions.size === 0 && this.leaving.size === 0) {
      this.setup.signalling.stop();
    }
  }
}
