import { ZegoRoomStateChangedReason as Reason } from '../api/enums';
import type { SdkLoop, Timer } from '../loop/SdkLoop';
import * as codes from '../protocol/errorCodes';
import type { MessageOf, ResultOf, RoomEvent, RoomMessage, RoomStream, Snapshot } from '../protocol/ServerMessage';
import type { ReconnectPolicy } from '../signal/ReconnectPolicy';
import type { Reply } from '../signal/Reply';
import { type Signalling, isTooFrequent } from '../signal/Signalling';
import type { LoginRequest } from './LoginRequest';
import type { RoomChange } from './RoomChange';
import { RoomView } from './RoomView';

/** An application may wait for the logout before it lets its page go; not for long. */
export const LOGOUT_TIMEOUT_MS = 2_000;

const KICKS = [
  codes.ROOM_KICKED_OUT,
  codes.ROOM_MANUAL_KICKED_OUT,
  codes.ROOM_TOKEN_EXPIRED_KICKED_OUT,
  codes.ROOM_SESSION_EXCEPTION_KICKED_OUT,
].map((each) => each.code);

type State = 'loggingIn' | 'loggedIn' | 'reconnecting' | 'leaving' | 'over';

/** A message of another user: one of the notices there are. */
export type UserMessage = MessageOf<'broadcastMessages' | 'barrageMessages' | 'customCommand' | 'transparentMessage'>;

/** What a login tells, in the order the application is to hear of it. */
export interface RoomListener {
  /** LoginFailed, ReconnectFailed, KickOut and Logout are the last call. */
  onState(room: RoomSession, reason: Reason, code: number, message: string): void;

  /**
   * Requests of this room may be sent from now on.
   *
   * @param sameSession false when the server remembers nothing of what was published and played before
   */
  onMaySend(room: RoomSession, sameSession: boolean): void;

  onChanges(room: RoomSession, changes: readonly RoomChange[]): void;

  onUserCount(room: RoomSession, count: number): void;

  onTokenWillExpire(room: RoomSession, remainingSeconds: number): void;

  /** A renewed token that could only be sent later was not accepted. */
  onTokenRefused(room: RoomSession, code: number, message: string): void;

  /** Each message once. */
  onMessage(room: RoomSession, message: UserMessage): void;
}

/** What every login needs. */
export interface RoomSetup {
  readonly loop: SdkLoop;
  readonly signalling: Signalling;
  readonly pauses: ReconnectPolicy;
}

/**
 * One login of one room, from `loginRoom` to its end.
 *
 * States, what leads on, and what the application is told:
 * - loggingIn (Logining): sends the login whenever the connection is ready. Success: loggedIn; refusal, or the retry
 *   window used up (1002053): over (LoginFailed).
 * - loggedIn (Logined, Reconnected): the connection breaks: reconnecting; kicked: over (KickOut).
 * - reconnecting (Reconnecting 1002051): sends the login with what it needs to resume. Success: loggedIn; a kick
 *   meanwhile: over (KickOut); refusal or window used up: over (ReconnectFailed).
 * - leaving: logout sent; its answer, a lost connection or 2 s: over (Logout).
 *
 * A refusal for calling too often is no end: the login is sent again after a pause.
 */
export class RoomSession {
  private readonly view: RoomView;
  private state: State = 'loggingIn';

  /** Whether this connection carries the login, so that requests may follow it. */
  private loginSent = false;

  private resumeKey: string | undefined;
  private roomSessionId = '';

  /** The last broadcast message or custom command that came or will not come any more. */
  private messageId = 0;

  /** Whether the server has yet to confirm the newest token: resuming does not look at it. */
  private tokenOwed = false;

  private refusals = 0;
  private windowTimer: Timer | undefined;
  private pauseTimer: Timer | undefined;
  private whenLoggedOut: (() => void) | undefined;

  constructor(
    private login: LoginRequest,
    private readonly setup: RoomSetup,
    private readonly retryWindowMs: number,
    private readonly listener: RoomListener,
  ) {
    this.view = new RoomView(login.userId, login.userStatusNotify);
  }

  get roomId(): string {
    return this.login.roomId;
  }

  get userId(): string {
    return this.login.userId;
  }

  get userName(): string {
    return this.login.userName;
  }

  /** The server's name for this life of the room; empty before the login has succeeded. */
  get sessionId(): string {
    return this.roomSessionId;
  }

  streams(): RoomStream[] {
    return this.view.streams();
  }

  stream(streamId: string): RoomStream | undefined {
    return this.view.stream(streamId);
  }

  /** Whether the login has succeeded once, be the connection there now or not. */
  get entered(): boolean {
    return this.state === 'loggedIn' || this.state === 'reconnecting';
  }

  /** Whether requests of this room may be sent now: its login is on the connection before them. */
  get maySend(): boolean {
    return this.loginSent && this.state !== 'leaving' && this.state !== 'over' && this.setup.signalling.ready;
  }

  start(): void {
    this.listener.onState(this, Reason.Logining, 0, '');
    this.startWindow();
    this.setup.signalling.start();
    this.onSignalReady();
  }

  onSignalReady(): void {
    if (this.setup.signalling.ready && (this.state === 'loggingIn' || this.state === 'reconnecting')) {
      this.sendLogin();
    }
  }

  onSignalBroken(): void {
    this.loginSent = false;
    this.pauseTimer?.cancel();
    if (this.state === 'leaving') {
      this.finishLogout();
    } else if (this.state === 'loggedIn') {
      this.state = 'reconnecting';
      this.startWindow();
      const broken = codes.ROOM_CONNECT_TEMPORARY_BROKEN;
      this.listener.onState(this, Reason.Reconnecting, broken.code, broken.sentence);
    }
  }

  /** The server refuses this client altogether. */
  onSignalRefused(code: number, message: string): void {
    if (this.state === 'leaving') {
      this.finishLogout();
    } else {
      this.onRefused(code, message);
    }
  }

  onEvents(version: number, events: readonly RoomEvent[]): void {
    if (this.state === 'loggedIn') {
      this.tell(this.view.onEvents(version, events));
    }
  }

  onSnapshot(version: number, snapshot: Snapshot): void {
    if (this.state === 'loggedIn') {
      this.tell(this.view.onSnapshot(version, snapshot));
      this.listener.onUserCount(this, snapshot.userCount);
    }
  }

  onPage(page: MessageOf<'roomPage'>): void {
    if (this.state === 'loggedIn') {
      this.tell(this.view.onPage(page.version, page.users, page.streams, page.more));
    }
  }

  /** Passes on what is new of them: after a resume the server may repeat some. */
  onBroadcasts(notice: MessageOf<'broadcastMessages'>): void {
    if (this.state !== 'loggedIn') {
      return;
    }
    const news: RoomMessage[] = [];
    for (const message of notice.messages) {
      if (message.messageId > this.messageId) {
        this.messageId = message.messageId;
        news.push(message);
      }
    }
    if (news.length > 0) {
      this.listener.onMessage(this, { ...notice, messages: news });
    }
  }

  onCommand(command: MessageOf<'customCommand'>): void {
    if (this.state === 'loggedIn' && command.messageId > this.messageId) {
      this.messageId = command.messageId;
      this.listener.onMessage(this, command);
    }
  }

  /** What is never repeated. */
  onUnreliable(message: MessageOf<'barrageMessages' | 'transparentMessage'>): void {
    if (this.state === 'loggedIn') {
      this.listener.onMessage(this, message);
    }
  }

  onUserCount(count: number): void {
    if (this.state === 'loggedIn') {
      this.listener.onUserCount(this, count);
    }
  }

  onTokenWillExpire(remainingSeconds: number): void {
    if (this.state === 'loggedIn') {
      this.listener.onTokenWillExpire(this, remainingSeconds);
    }
  }

  /**
   * What is kicked before the login is answered was an earlier login of the room, which the application has left already;
   * the answer, still on its way, says what becomes of this one.
   */
  onKickedOut(code: number, message: string): void {
    if (this.state === 'loggedIn' || this.state === 'reconnecting') {
      this.end(Reason.KickOut, code, message);
    }
  }

  /** For the next login of this room; and told to the server, at the latest after coming back. */
  renewToken(token: string, reply: Reply): void {
    this.login = { ...this.login, token };
    this.tokenOwed = true;
    if (this.maySend) {
      this.sendToken(reply);
    } else {
      reply.onAnswer(0, '', undefined);
    }
  }

  private sendToken(reply: Reply): void {
    const { token } = this.login;
    this.setup.signalling.request(
      { type: 'renewToken', roomId: this.roomId, token },
      {
        onAnswer: (code, message, result) => {
          if (token === this.login.token) {
            this.tokenOwed = false;
          }
          reply.onAnswer(code, message, result);
        },
        onLost: () => reply.onLost(),
      },
    );
  }

  /** @param done called once, after the application has been told Logout */
  logout(done: () => void): void {
    this.whenLoggedOut = done;
    const tellServer = this.maySend;
    this.state = 'leaving';
    this.windowTimer?.cancel();
    this.pauseTimer?.cancel();
    if (!tellServer) {
      this.finishLogout();
      return;
    }
    this.windowTimer = this.setup.loop.after(LOGOUT_TIMEOUT_MS, () => this.finishLogout());
    this.setup.signalling.request(
      { type: 'logout', roomId: this.roomId },
      { onAnswer: () => this.finishLogout(), onLost: () => this.finishLogout() },
    );
  }

  /** Ends a logout under way without waiting for the server any longer. */
  finishLogout(): void {
    if (this.state !== 'leaving') {
      return;
    }
    this.end(Reason.Logout, 0, '');
    const done = this.whenLoggedOut;
    this.whenLoggedOut = undefined;
    done?.();
  }

  private sendLogin(): void {
    this.loginSent = true;
    const { token, ...request } = this.login;
    this.setup.signalling.request(
      {
        type: 'login',
        ...request,
        ...(token && { token }),
        ...(this.resumeKey !== undefined && {
          resume: { resumeKey: this.resumeKey, version: this.view.resumeVersion, messageId: this.messageId },
        }),
      },
      {
        onAnswer: (code, message, result) => {
          if (this.state !== 'loggingIn' && this.state !== 'reconnecting') {
            return;
          }
          if (code === 0 && result?.kind === 'loggedIn') {
            this.onLoggedIn(result);
          } else {
            this.onRefused(code || codes.ROOM_INNER_ERROR.code, message);
          }
        },
        onLost: () => undefined,
      },
    );
    if (this.state === 'loggingIn') {
      this.listener.onMaySend(this, true);
    }
  }

  private onLoggedIn(loggedIn: ResultOf<'loggedIn'>): void {
    const resuming = this.state === 'reconnecting';
    const sameSession = loggedIn.state.kind === 'missed' || loggedIn.resumeKey === this.resumeKey;
    this.state = 'loggedIn';
    this.refusals = 0;
    this.windowTimer?.cancel();
    this.resumeKey = loggedIn.resumeKey;
    this.messageId =
      loggedIn.roomSessionId === this.roomSessionId ? Math.max(this.messageId, loggedIn.messageId) : loggedIn.messageId;
    this.roomSessionId = loggedIn.roomSessionId;
    this.listener.onState(this, resuming ? Reason.Reconnected : Reason.Logined, 0, '');
    if (loggedIn.state.kind === 'snapshot') {
      this.tell(this.view.onSnapshot(loggedIn.version, loggedIn.state));
      this.listener.onUserCount(this, loggedIn.state.userCount);
    } else {
      this.tell(this.view.onEvents(loggedIn.version, loggedIn.state.events));
    }
    if (resuming) {
      this.listener.onMaySend(this, sameSession);
    }
    if (this.tokenOwed) {
      this.sendToken({
        // The application was answered when it gave the token; a refusal is news all the same.
        onAnswer: (code, message) => {
          if (code !== 0) {
            this.listener.onTokenRefused(this, code, message);
          }
        },
        onLost: () => undefined,
      });
    }
  }

  private onRefused(code: number, message: string): void {
    this.loginSent = false;
    if (isTooFrequent(code)) {
      this.pauseTimer = this.setup.loop.after(this.setup.pauses(++this.refusals), () => this.onSignalReady());
    } else if (this.state === 'loggingIn') {
      this.end(Reason.LoginFailed, code, message);
    } else if (KICKS.includes(code)) {
      this.end(Reason.KickOut, code, message);
    } else {
      this.end(Reason.ReconnectFailed, code, message);
    }
  }

  private startWindow(): void {
    this.windowTimer?.cancel();
    this.windowTimer = this.setup.loop.after(this.retryWindowMs, () => {
      const timeout = codes.ROOM_RETRY_TIMEOUT;
      const reason = this.state === 'loggingIn' ? Reason.LoginFailed : Reason.ReconnectFailed;
      this.end(reason, timeout.code, timeout.sentence);
    });
  }

  private end(reason: Reason, code: number, message: string): void {
    this.state = 'over';
    this.loginSent = false;
    this.windowTimer?.cancel();
    this.pauseTimer?.cancel();
    this.listener.onState(this, reason, code, message);
  }

  private tell(changes: readonly RoomChange[]): void {
    if (changes.length > 0) {
      this.listener.onChanges(this, changes);
    }
  }
}
