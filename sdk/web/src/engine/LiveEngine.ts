import type { ZegoDeviceInfo, ZegoRoomLoginResult, ZegoRoomLogoutResult, ZegoRoomStreamList } from '../api/entities';
import {
  ZegoRoomStateChangedReason as Reason,
  ZegoEngineState,
  ZegoPlayerState,
  type ZegoPublishChannel,
  ZegoPublisherState,
  type ZegoScenario,
} from '../api/enums';
import { ZegoError } from '../api/ZegoError';
import { Capture } from '../capture/Capture';
import { type PlayListener, Playbacks } from '../play/Playbacks';
import type { ResourceMode } from '../protocol/ClientMessage';
import { appSignProof } from '../protocol/appSignProof';
import type { ErrorCode } from '../protocol/errorCodes';
import * as codes from '../protocol/errorCodes';
import { type Problem, checkRoomId, checkToken, checkUserId, checkUserName } from '../protocol/identifiers';
import type { ServerMessage } from '../protocol/ServerMessage';
import { Publication } from '../publish/Publication';
import { type PublishListener, Publications } from '../publish/Publications';
import type { LoginRequest } from '../room/LoginRequest';
import { RoomMessages } from '../room/RoomMessages';
import type { RoomListener, RoomSession } from '../room/RoomSession';
import { Rooms } from '../room/Rooms';
import { type SignalListener, type SignalSetup, Signalling } from '../signal/Signalling';
import type { AppEvents } from './AppEvents';
import { DeviceTelling, deviceProblem } from './DeviceTelling';
import type { EngineSetup } from './EngineSetup';
import { Previews } from './Previews';
import { RemoteDevices } from './RemoteDevices';
import { Telling, reason, streamOf } from './Telling';
import { VERSION } from './version';

/**
 * One engine behind the facade: wires connection, rooms, publishing, playing and capturing together and decides what
 * crosses between them.
 */
export class LiveEngine {
  readonly capture: Capture;
  readonly previews: Previews;
  readonly rooms: Rooms;
  readonly messages: RoomMessages;
  readonly publications: Publications;
  readonly playbacks: Playbacks;
  private readonly telling: Telling;
  private readonly deviceTelling: DeviceTelling;
  private readonly remoteDevices: RemoteDevices;
  private readonly signalling: Signalling;
  private readonly loginResults = new Map<RoomSession, (result: ZegoRoomLoginResult) => void>();
  private readonly stopWatching: () => void;

  /** Whether the connection was greeted since it was last asked for. */
  private greeted = false;

  private connectTrouble = false;
  private running = false;

  constructor(
    private readonly setup: EngineSetup,
    private readonly events: AppEvents,
  ) {
    const { platform, reconnectPolicy } = setup;
    const { loop } = platform;
    this.telling = new Telling(events);
    this.deviceTelling = new DeviceTelling(events);
    this.signalling = new Signalling(loop, this.signalSetup(), this.signalListener());
    const paths = { loop, signalling: this.signalling, pauses: reconnectPolicy };
    this.rooms = new Rooms(paths, setup.multiRoom, this.roomListener());
    this.messages = new RoomMessages(this.rooms, this.signalling, loop);
    this.remoteDevices = new RemoteDevices(events, (streamId) => this.rooms.stream(streamId));
    this.capture = this.newCapture();
    this.previews = new Previews(this.capture, platform.views);
    const shared = {
      ...paths,
      retryWindowMs: () => setup.retryWindows().mediaMs,
      engine: platform.media,
      maySend: (roomId: string) => this.rooms.find(roomId)?.maySend ?? false,
    };
    this.publications = new Publications({ ...shared, capture: this.capture }, this.publishListener());
    this.playbacks = new Playbacks(
      { ...shared, views: platform.views, newStream: platform.newStream },
      this.playListener(),
    );
    this.capture.setScenario(setup.scenario);
    this.stopWatching = platform.watch({ onWake: () => this.onWake(), onLeave: () => this.onLeave() });
  }

  /**
   * Checks at once; what is wrong is told as LoginFailed and as the result.
   *
   * @param given what is wrong with it already
   */
  login(request: LoginRequest, given?: Problem): Promise<ZegoRoomLoginResult> {
    const problem = given ?? this.checkLogin(request, '');
    if (problem) {
      const extendedData = reason(problem.sentence);
      if (problem !== codes.ROOM_COUNT_EXCEED) {
        // That one leaves the room's state as it is.
        this.telling.roomState(request.roomId, Reason.LoginFailed, problem.code, extendedData);
      }
      this.events.failed('loginRoom', problem);
      return this.settled({ errorCode: problem.code, extendedData });
    }
    this.connectTrouble = false;
    return new Promise((resolve) => {
      const session = this.rooms.login(request, this.setup.retryWindows().roomMs);
      this.loginResults.set(session, resolve);
    });
  }

  /** Checks what needs no server, beside a room that is left for this one. */
  private checkLogin(request: LoginRequest, leaving: string): Problem {
    return (
      this.setup.problem ??
      checkRoomId(request.roomId) ??
      checkUserId(request.userId) ??
      checkUserName(request.userName) ??
      (request.maxMemberCount >= 0 ? undefined : codes.COMMON_ILLEGAL_PARAM) ??
      checkToken(request.token) ??
      this.rooms.checkLogin(request, leaving) ??
      (request.token ? undefined : this.checkWithoutToken())
    );
  }

  private checkWithoutToken(): Problem {
    if (!this.setup.appSign) {
      return codes.ROOM_NO_TOKEN;
    }
    return this.setup.platform.crypto
      ? undefined
      : {
          code: codes.COMMON_UNSUPPORTED_PLATFORM.code,
          sentence:
            'Browsers keep the cryptography for the AppSign back from pages that are not secure: open the page by ' +
            'https:// or on localhost, or log in with a token.',
        };
  }

  /** Leaves all rooms. In none: done at once. */
  logoutAll(): Promise<ZegoRoomLogoutResult> {
    return Promise.all(this.rooms.all().map((session) => this.leave(session))).then(() => SUCCESS);
  }

  logout(roomId: string): Promise<ZegoRoomLogoutResult> {
    const session = this.rooms.find(roomId);
    if (session) {
      return this.leave(session);
    } else if (this.rooms.all().length === 0) {
      return this.settled(SUCCESS);
    }
    return this.refuseLogout('logoutRoom', roomId);
  }

  private refuseLogout(funcName: string, roomId: string): Promise<ZegoRoomLogoutResult> {
    const wrong = codes.ROOM_ROOMID_INCORRECT;
    const extendedData = reason(wrong.sentence);
    this.telling.roomState(roomId, Reason.LogoutFailed, wrong.code, extendedData);
    this.events.failed(funcName, wrong);
    return this.settled({ errorCode: wrong.code, extendedData });
  }

  private leave(session: RoomSession): Promise<ZegoRoomLogoutResult> {
    this.endMedia(session.roomId, 0, '', this.rooms.maySendBeside(session.roomId));
    if (this.rooms.all().length === 1) {
      this.previews.stopAll();
      this.tellRunning();
    }
    this.cancelLogin(session, codes.ROOM_DISCONNECT);
    return new Promise((resolve) => {
      this.rooms.logout(session, () => this.events.run(() => resolve(SUCCESS)));
    });
  }

  /**
   * Leaves one room for another with the same user; preview goes on. A request that is wrong in itself changes nothing; a
   * login that the server refuses leaves the application in neither room.
   */
  switchRoom(fromRoomId: string, to: LoginRequest): Promise<ZegoRoomLoginResult> {
    const session = this.rooms.find(fromRoomId);
    if (!session) {
      return this.refuseLogout('switchRoom', fromRoomId);
    }
    const request = { ...to, userId: session.userId, userName: session.userName };
    if (!this.checkLogin(request, fromRoomId)) {
      this.endMedia(fromRoomId, 0, '', session.maySend);
      this.cancelLogin(session, codes.ROOM_DISCONNECT);
      this.rooms.logout(session, () => undefined);
    }
    return this.login(request);
  }

  /** The streams in the room, as far as this client knows. */
  streamList(roomId: string, own: boolean): ZegoRoomStreamList {
    const session = this.rooms.find(roomId);
    return {
      playStreamList: session?.streams().map(streamOf) ?? [],
      publishStreamList: session && own ? this.publications.streamsIn(session).map(streamOf) : [],
    };
  }

  /** @return what is wrong, once the server has seen the token or will see it with the next connection */
  renewToken(roomId: string, token: string): Promise<Problem> {
    const session = this.rooms.find(roomId);
    const problem = !session ? codes.ROOM_ROOMID_INCORRECT : token ? checkToken(token) : codes.COMMON_ILLEGAL_PARAM;
    if (!session || problem) {
      return this.settled(problem);
    }
    return new Promise((resolve) => {
      this.rooms.renewToken(session, token, {
        onAnswer: (code, sentence) => this.events.run(() => resolve(code ? { code, sentence } : undefined)),
        onLost: () => this.events.run(() => resolve(undefined)), // it goes out with the next login
      });
    });
  }

  /**
   * Publishes; what is wrong is told as NoPublish and rejects.
   *
   * @param roomId empty for the only room
   * @return what is captured, as soon as it is there
   */
  async publish(channel: ZegoPublishChannel, roomId: string, streamId: string): Promise<MediaStream> {
    const room = this.roomFor(roomId, codes.PUBLISHER_ERROR_PUBLISH_WHEN_USING_MULTI_ROOM);
    const prepared = 'code' in room ? room : this.publications.prepare(channel, room.roomId, streamId);
    if (!(prepared instanceof Publication)) {
      // An application must not take the stream it is publishing for ended.
      if (this.publications.streamOn(channel) !== streamId) {
        this.telling.publishState(streamId, ZegoPublisherState.NoPublish, prepared.code, prepared.sentence);
      }
      return this.refuse('startPublishingStream', prepared);
    }
    const capture = this.capture.of(channel);
    capture.setPublishing(true);
    this.tellRunning();
    await capture.settled();
    if (!this.publications.isRunning(prepared)) {
      throw ZegoError.of({ ...codes.COMMON_ENGINE_NOT_STARTED, sentence: 'Publishing was stopped before it began.' });
    }
    if (capture.failure) {
      const problem = deviceProblem(capture.failure);
      this.publications.onOver(prepared, problem.code, problem.sentence);
      throw ZegoError.of(problem);
    }
    prepared.start();
    this.events.succeeded('startPublishingStream');
    return capture.stream;
  }

  /**
   * Plays; what is wrong is told as NoPlay and rejects.
   *
   * @param roomId empty for the only room
   * @return the stream, as soon as it has a track
   */
  play(
    roomId: string,
    streamId: string,
    mode: ResourceMode,
    element: HTMLVideoElement | undefined,
  ): Promise<MediaStream> {
    const room = this.roomFor(roomId, codes.PLAYER_ERROR_PLAY_STREAM_WHEN_USING_MULTI_ROOM);
    if ('code' in room) {
      return this.refusePlay(streamId, room);
    }
    return new Promise((resolve, reject) => {
      const problem = this.playbacks.start(room.roomId, streamId, mode, element, {
        onStream: (stream) => this.events.run(() => resolve(stream)),
        onOver: (over) => this.events.run(() => reject(ZegoError.of(over))),
      });
      if (problem) {
        this.refusePlay(streamId, problem).catch(reject);
      } else {
        this.tellRunning();
        this.events.succeeded('startPlayingStream');
      }
    });
  }

  /** Tells that a stream is not going to be played. */
  refusePlay(streamId: string, problem: ErrorCode): Promise<never> {
    this.telling.playState(streamId, ZegoPlayerState.NoPlay, problem.code, problem.sentence);
    return this.refuse('startPlayingStream', problem);
  }

  private refuse(funcName: string, problem: ErrorCode): Promise<never> {
    this.events.failed(funcName, problem);
    return new Promise((_, reject) => this.events.run(() => reject(ZegoError.of(problem))));
  }

  private roomFor(roomId: string, whenAmbiguous: ErrorCode): ErrorCode | RoomSession {
    if (this.rooms.all().length === 0) {
      return codes.COMMON_NOT_LOGIN_ROOM;
    }
    if (this.rooms.multiRoom && !roomId) {
      return whenAmbiguous;
    }
    const room = this.rooms.multiRoom ? this.rooms.find(roomId) : this.rooms.only();
    return room ?? codes.ROOM_ROOMID_INCORRECT;
  }

  /** Only while in no room: it replaces settings that a room's media rests on. */
  setScenario(scenario: ZegoScenario): Problem {
    if (this.rooms.all().length > 0) {
      return codes.COMMON_CONFIG_AFTER_ROOM_LOGGED_IN;
    }
    this.capture.setScenario(scenario);
    return undefined;
  }

  /** Logs out and frees devices. The server is given 2 s to hear of it. */
  async destroy(): Promise<void> {
    this.events.silence();
    this.stopWatching();
    const left = this.rooms.all().map((session) => {
      this.endMedia(session.roomId, 0, '', false);
      this.cancelLogin(session, codes.COMMON_ENGINE_NOT_CREATE);
      return new Promise<void>((resolve) => this.rooms.logout(session, resolve));
    });
    this.previews.stopAll();
    await Promise.all(left);
    this.signalling.stop();
  }

  /** @param kind cameras, microphones or speakers */
  async deviceList(kind: MediaDeviceKind): Promise<ZegoDeviceInfo[]> {
    const all = await this.setup.platform.devices.list();
    return all
      .filter((device) => device.kind === kind)
      .map(({ deviceId, label }) => ({ deviceID: deviceId, deviceName: label }));
  }

  /** Start with the first preview, publish or play, Stop with the end of the last. */
  tellRunning(): void {
    const now = this.capture.capturing || !this.playbacks.empty;
    if (now !== this.running) {
      this.running = now;
      this.events.tell('engineStateUpdate', now ? ZegoEngineState.Start : ZegoEngineState.Stop);
    }
  }

  private onWake(): void {
    this.signalling.onWake();
    this.publications.onWake();
    this.playbacks.onWake();
  }

  /** The page goes: the others need not wait for the heartbeat's timeout to see that. */
  private onLeave(): void {
    void this.destroy();
  }

  /** @param tellServer whether what is played has to be stopped on the server, which else ends with the last login */
  private endMedia(roomId: string, code: number, message: string, tellServer: boolean): void {
    this.publications.onRoomOver(roomId, code, message);
    this.playbacks.onRoomOver(roomId, code, message, tellServer);
    this.messages.onRoomOver(roomId);
  }

  private cancelLogin(session: RoomSession, problem: ErrorCode): void {
    this.settleLogin(session, { errorCode: problem.code, extendedData: reason(problem.sentence) });
  }

  private settleLogin(session: RoomSession, result: ZegoRoomLoginResult): void {
    const resolve = this.loginResults.get(session);
    this.loginResults.delete(session);
    if (resolve) {
      this.events.run(() => resolve(result));
    }
  }

  private settled<T>(result: T): Promise<T> {
    return new Promise((resolve) => this.events.run(() => resolve(result)));
  }

  private signalSetup(): SignalSetup {
    const { platform, reconnectPolicy, appId, appSign, server } = this.setup;
    const { crypto } = platform;
    return {
      sockets: platform.sockets,
      url: server,
      reconnectPolicy,
      random: platform.random,
      log: platform.log,
      appId,
      userAgent: `freshet-web/${VERSION} ${platform.name}`,
      prove: appSign && crypto ? (nonce: string) => appSignProof(appSign, nonce, appId, crypto) : undefined,
    };
  }

  private newCapture(): Capture {
    const { devices, newStream } = this.setup.platform;
    return new Capture(devices, newStream, {
      onChanged: (channel) => {
        this.publications.onCaptureChanged(channel);
        this.previews.onChanged(channel);
      },
      onCaptured: (channel, kind) => {
        if (kind === 'audio') {
          this.events.tell('publisherCapturedAudioFirstFrame');
        } else {
          this.events.tell('publisherCapturedVideoFirstFrame', channel);
        }
      },
      onFailed: (channel, device, error) => this.deviceTelling.failed(channel, device, error),
    });
  }

  private signalListener(): SignalListener {
    return {
      onReady: () => {
        this.greeted = true;
        this.connectTrouble = false;
        this.rooms.onSignalReady();
      },
      onNotice: (notice) => this.onNotice(notice),
      onBroken: (why) => {
        if (!this.greeted && !this.connectTrouble) {
          // Said once a time of trouble: a wrong address would else look like a slow login.
          this.connectTrouble = true;
          const { code } = codes.ROOM_ERROR_CONNECT_FAILED;
          this.events.failed('connect', { code, sentence: `${this.setup.server}: ${why}; trying again` });
        }
        this.greeted = false;
        this.rooms.onSignalBroken();
      },
      onRefused: (code, message) => this.rooms.onSignalRefused(code, message),
    };
  }

  private onNotice(notice: ServerMessage): void {
    if (this.rooms.onNotice(notice)) {
      return;
    }
    switch (notice.type) {
      case 'publishStateChanged':
        this.publications.onServerState(notice);
        break;
      case 'playStateChanged':
        this.playbacks.onServerState(notice);
        break;
      case 'streamPlayable':
        this.playbacks.onPlayable(notice.streamId);
        break;
      default:
        break; // the connection's own
    }
  }

  private roomListener(): RoomListener {
    return {
      onState: (room, why, code, message) => this.onRoomState(room, why, code, message),
      onMaySend: (room, sameSession) => {
        this.publications.onMaySend(room.roomId, sameSession);
        this.playbacks.onMaySend(room.roomId, sameSession);
      },
      onChanges: (room, changes) => {
        this.telling.changes(room.roomId, changes);
        this.remoteDevices.onChanges(changes);
      },
      onUserCount: (room, count) => this.events.tell('roomOnlineUserCountUpdate', room.roomId, count),
      onTokenWillExpire: (room, seconds) => this.events.tell('roomTokenWillExpire', room.roomId, seconds),
      onTokenRefused: (_, code, sentence) => this.events.failed('renewToken', { code, sentence }),
      onMessage: (room, message) => this.telling.message(room.roomId, message),
    };
  }

  private onRoomState(room: RoomSession, why: Reason, code: number, message: string): void {
    const logined = why === Reason.Logined;
    const extendedData = logined ? { room_session_id: room.sessionId } : reason(message);
    this.telling.roomState(room.roomId, why, code, extendedData);
    switch (why) {
      case Reason.Logined:
        this.settleLogin(room, { errorCode: 0, extendedData });
        this.events.succeeded('loginRoom');
        break;
      case Reason.LoginFailed: {
        this.settleLogin(room, { errorCode: code, extendedData });
        this.events.failed('loginRoom', { code, sentence: message });
        const noRoom = codes.COMMON_NOT_LOGIN_ROOM;
        this.endMedia(room.roomId, noRoom.code, noRoom.sentence, this.rooms.maySendBeside(room.roomId));
        break;
      }
      case Reason.KickOut:
      case Reason.ReconnectFailed:
        this.endMedia(room.roomId, code, message, this.rooms.maySendBeside(room.roomId));
        break;
      default:
        break;
    }
    this.tellRunning();
  }

  private publishListener(): PublishListener {
    return {
      onPublishState: (channel, streamId, state, code, message) => {
        this.telling.publishState(streamId, state, code, message);
        if (state === ZegoPublisherState.NoPublish) {
          if (code !== 0) {
            this.events.failed('startPublishingStream', { code, sentence: message });
          }
          this.capture.of(channel).setPublishing(false);
          this.tellRunning();
        }
      },
      onPublishQuality: (streamId, quality) => this.events.tell('publisherQualityUpdate', streamId, quality),
      onPublishMedia: (channel, event) => this.telling.published(channel, event),
    };
  }

  private playListener(): PlayListener {
    return {
      onPlayState: (streamId, state, code, message) => {
        this.telling.playState(streamId, state, code, message);
        if (state === ZegoPlayerState.Playing) {
          this.remoteDevices.onPlaying(streamId);
        } else if (state === ZegoPlayerState.NoPlay) {
          this.remoteDevices.onStopped(streamId);
          if (code !== 0) {
            this.events.failed('startPlayingStream', { code, sentence: message });
          }
          this.tellRunning();
        }
      },
      onPlayQuality: (streamId, quality) => this.events.tell('playerQualityUpdate', streamId, quality),
      onPlayMedia: (streamId, event) => this.telling.played(streamId, event),
      onSilenced: (streamId) => this.deviceTelling.silenced(streamId),
    };
  }
}

const SUCCESS: ZegoRoomLogoutResult = { errorCode: 0, extendedData: {} };
