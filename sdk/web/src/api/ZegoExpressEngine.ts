import { browserPage } from '../browser/browserPage';
import { presetConfig } from '../capture/Capture';
import type { CaptureChannel } from '../capture/CaptureChannel';
import type { LiveEngine } from '../engine/LiveEngine';
import { VERSION } from '../engine/version';
import type { ErrorCode } from '../protocol/errorCodes';
import * as codes from '../protocol/errorCodes';
import type { Problem } from '../protocol/identifiers';
import type { MessageResult } from '../room/RoomMessages';
import {
  channelOf,
  elementOf,
  loginRequest,
  notDone,
  resourceMode,
  text,
  transparentMessage,
  userIds,
  userNameProblem,
} from './arguments';
import { EngineRegistry, type EngineParts } from './EngineRegistry';
import type * as entities from './entities';
import {
  ZegoAudioDeviceType,
  ZegoPublishChannel,
  ZegoRoomMode,
  ZegoRoomStreamListType,
  type ZegoScenario,
  type ZegoVideoConfigPreset,
  type ZegoVideoMirrorMode,
  ZegoVideoSourceType,
} from './enums';
import type { ZegoEventListener } from './events';
import { NOT_DONE, type NotDone } from './notDone';
import { ZegoError } from './ZegoError';

/** The API's singleton; the one piece of static state in the SDK. */
const registry = new EngineRegistry(browserPage);
let current: ZegoExpressEngine | undefined;

/**
 * The engine applications hold. What it is told is checked and given its type here; behaviour lives in LiveEngine. One
 * class, since its methods belong together by the API's contract and are a line or two each.
 *
 * Calls with a result resolve with its `errorCode`; other calls reject with a {@link ZegoError} when they cannot be done.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the methods are defined right below
export class ZegoExpressEngine {
  private parts: EngineParts | undefined;

  /** @internal */
  constructor(parts: EngineParts) {
    this.parts = parts;
  }

  // ---- life

  /** A second call without `destroyEngine` gives the engine that there is. */
  static async createEngineWithProfile(profile: entities.ZegoEngineProfile): Promise<ZegoExpressEngine> {
    current ??= new ZegoExpressEngine(registry.create(profile, false));
    return current;
  }

  /** The older form: no login without AppSign. */
  static async createEngine(
    appID: number,
    appSign: string,
    _isTestEnv?: boolean,
    scenario?: ZegoScenario,
  ): Promise<ZegoExpressEngine> {
    const profile = { appID, appSign, ...(scenario !== undefined && { scenario }) };
    current ??= new ZegoExpressEngine(registry.create(profile, true));
    return current;
  }

  /** The engine that was created last; throws 1000001 when there is none. */
  static instance(): ZegoExpressEngine {
    if (!current) {
      throw ZegoError.of(codes.COMMON_ENGINE_NOT_CREATE);
    }
    return current;
  }

  /** Logs out and frees devices; listeners hear nothing more. */
  static async destroyEngine(callback?: () => void): Promise<void> {
    const last = current;
    current = undefined;
    const parts = last?.parts;
    if (last) {
      last.parts = undefined;
    }
    await parts?.live.destroy();
    callback?.();
  }

  /** Before the engine is created. */
  static async setEngineConfig(config: entities.ZegoEngineConfig): Promise<void> {
    registry.setConfig(config);
    registry.report('setEngineConfig', undefined);
  }

  /** Before the engine is created. */
  static async setRoomMode(mode: ZegoRoomMode): Promise<void> {
    const problem = current
      ? codes.ENGINE_SET_ROOM_MODE_ERROR_TIME
      : mode in ZegoRoomMode
        ? undefined
        : codes.COMMON_ILLEGAL_PARAM;
    registry.report('setRoomMode', problem);
    if (problem) {
      throw ZegoError.of(problem);
    }
    registry.setRoomMode(mode);
  }

  /** Hears the results of calls, also before there is an engine and after; null ends it. */
  static setApiCalledCallback(callback: ZegoEventListener['apiCalledResult'] | null): void {
    registry.setApiCalled(callback ?? undefined);
  }

  static async getVersion(): Promise<string> {
    return VERSION;
  }

  async getVersion(): Promise<string> {
    return VERSION;
  }

  /** Listens to an event; the same function is called once, however often it is given. */
  on<E extends keyof ZegoEventListener>(event: E, callback: ZegoEventListener[E]): void {
    this.parts?.events.on(event, callback);
  }

  /** Without a function: ends all listening to the event. */
  off<E extends keyof ZegoEventListener>(event: E, callback?: ZegoEventListener[E]): void {
    this.parts?.events.off(event, callback);
  }

  // ---- rooms

  loginRoom(
    roomID: string,
    user: entities.ZegoUser,
    config?: entities.ZegoRoomConfig,
  ): Promise<entities.ZegoRoomLoginResult> {
    return this.ask('loginRoom', (live) => live.login(loginRequest(roomID, user, config), userNameProblem(user)));
  }

  /** Without a roomID: leaves all rooms. */
  logoutRoom(roomID?: string): Promise<entities.ZegoRoomLogoutResult> {
    return this.ask('logoutRoom', (live) => (roomID === undefined ? live.logoutAll() : live.logout(text(roomID))));
  }

  switchRoom(
    fromRoomID: string,
    toRoomID: string,
    config?: entities.ZegoRoomConfig,
  ): Promise<entities.ZegoRoomLoginResult> {
    const to = loginRequest(toRoomID, undefined, config);
    return this.ask('switchRoom', (live) => live.switchRoom(text(fromRoomID), to));
  }

  async renewToken(roomID: string, token: string): Promise<void> {
    await this.perform('renewToken', async (live) => live.renewToken(text(roomID), text(token)));
  }

  setRoomScenario(scenario: ZegoScenario): Promise<void> {
    return this.perform('setRoomScenario', (live) => live.setScenario(scenario));
  }

  async getRoomStreamList(
    roomID: string,
    streamListType: ZegoRoomStreamListType = ZegoRoomStreamListType.Play,
  ): Promise<entities.ZegoRoomStreamList> {
    return this.live('getRoomStreamList').streamList(text(roomID), streamListType === ZegoRoomStreamListType.All);
  }

  setRoomExtraInfo(roomID: string, key: string, value: string): Promise<entities.ZegoResult> {
    return this.send('setRoomExtraInfo', (live, result) => {
      if (typeof value !== 'string') {
        const { code, sentence } = codes.COMMON_ILLEGAL_PARAM; // the empty text is a value
        result(code, sentence, 0);
      } else {
        live.messages.setExtraInfo(text(roomID), text(key), value, result);
      }
    });
  }

  // ---- messages

  async sendBroadcastMessage(roomID: string, message: string): Promise<entities.ZegoIMSendBroadcastMessageResult> {
    return this.send('sendBroadcastMessage', (live, result) =>
      live.messages.broadcast(text(roomID), text(message), result),
    );
  }

  async sendBarrageMessage(roomID: string, message: string): Promise<entities.ZegoIMSendBarrageMessageResult> {
    const { errorCode, messageID } = await this.send('sendBarrageMessage', (live, result) =>
      live.messages.barrage(text(roomID), text(message), result),
    );
    return { errorCode, messageID: messageID ? String(messageID) : '' };
  }

  /** To nobody in particular: to everybody else in the room. */
  sendCustomCommand(roomID: string, command: string, toUserList?: entities.ZegoUser[]): Promise<entities.ZegoResult> {
    return this.send('sendCustomCommand', (live, result) =>
      live.messages.command(text(roomID), text(command), userIds(toUserList), result),
    );
  }

  sendTransparentMessage(
    roomID: string,
    message: entities.ZegoRoomSendTransparentMessage,
  ): Promise<entities.ZegoResult> {
    return this.send('sendTransparentMessage', (live, result) =>
      live.messages.transparent(text(roomID), transparentMessage(message), result),
    );
  }

  // ---- publishing

  /**
   * Publishes; may be called right after `loginRoom`.
   *
   * @return what is captured, as soon as it is there; `publisherStateUpdate` tells how the publishing fares
   */
  async startPublishingStream(
    streamID: string,
    channel?: ZegoPublishChannel,
    config?: entities.ZegoPublisherConfig,
  ): Promise<MediaStream> {
    const live = this.live('startPublishingStream');
    const known = channelOf(channel);
    if (known === undefined) {
      throw this.failed('startPublishingStream', codes.COMMON_ILLEGAL_PARAM);
    }
    return live.publish(known, text(config?.roomID), text(streamID));
  }

  stopPublishingStream(channel?: ZegoPublishChannel): Promise<void> {
    return this.onChannel('stopPublishingStream', channel, (live, known) => {
      live.publications.stop(known);
    });
  }

  setStreamExtraInfo(extraInfo: string, channel?: ZegoPublishChannel): Promise<entities.ZegoResult> {
    return this.send('setStreamExtraInfo', (live, result) => {
      const known = channelOf(channel);
      const problem =
        typeof extraInfo !== 'string'
          ? codes.PUBLISHER_EXTRA_INFO_NULL
          : known === undefined
            ? codes.COMMON_ILLEGAL_PARAM
            : undefined;
      if (problem || known === undefined) {
        result(problem?.code ?? 0, problem?.sentence ?? '', 0);
      } else {
        live.publications.setExtraInfo(known, extraInfo, (code, message) => result(code, message, 0));
      }
    });
  }

  /** Shows what a channel captures in an element; without an element it only captures. */
  async startPreview(element?: HTMLVideoElement | null, channel?: ZegoPublishChannel): Promise<void> {
    await this.onChannel('startPreview', channel, (live, known) => {
      live.previews.start(known, elementOf(element));
      live.tellRunning();
    });
  }

  stopPreview(channel?: ZegoPublishChannel): Promise<void> {
    return this.onChannel('stopPreview', channel, (live, known) => {
      live.previews.stop(known);
      live.tellRunning();
    });
  }

  setVideoMirrorMode(mode: ZegoVideoMirrorMode, channel?: ZegoPublishChannel): Promise<void> {
    return this.onChannel('setVideoMirrorMode', channel, (live, known) => live.previews.setMirror(known, mode));
  }

  setVideoConfig(
    config: Partial<entities.ZegoVideoConfig> | ZegoVideoConfigPreset,
    channel?: ZegoPublishChannel,
  ): Promise<void> {
    return this.onCapture('setVideoConfig', channel, (capture) => {
      const whole = typeof config === 'number' ? presetConfig(config) : { ...capture.videoConfig, ...config };
      return whole ? capture.setVideoConfig(whole) : codes.COMMON_ILLEGAL_PARAM;
    });
  }

  async getVideoConfig(channel?: ZegoPublishChannel): Promise<entities.ZegoVideoConfig> {
    return this.live('getVideoConfig').capture.of(channelOf(channel) ?? ZegoPublishChannel.Main).videoConfig;
  }

  setAudioConfig(config: Partial<entities.ZegoAudioConfig>, channel?: ZegoPublishChannel): Promise<void> {
    return this.onCapture('setAudioConfig', channel, (capture) =>
      capture.setAudioConfig({ ...capture.audioConfig, ...config }),
    );
  }

  async getAudioConfig(channel?: ZegoPublishChannel): Promise<entities.ZegoAudioConfig> {
    return this.live('getAudioConfig').capture.of(channelOf(channel) ?? ZegoPublishChannel.Main).audioConfig;
  }

  mutePublishStreamAudio(mute: boolean, channel?: ZegoPublishChannel): Promise<void> {
    return this.onCapture('mutePublishStreamAudio', channel, (capture) => capture.muteAudio(mute));
  }

  mutePublishStreamVideo(mute: boolean, channel?: ZegoPublishChannel): Promise<void> {
    return this.onCapture('mutePublishStreamVideo', channel, (capture) => capture.muteVideo(mute));
  }

  // ---- devices

  /** Camera, shared screen or none. A screen is asked for when the channel is previewed or published. */
  setVideoSource(source: ZegoVideoSourceType, channel?: ZegoPublishChannel): Promise<void> {
    return this.onCapture('setVideoSource', channel, (capture) => {
      if (!(source in ZegoVideoSourceType)) {
        return notDone(`Video source ${source}`);
      }
      capture.setVideoSource(source);
      return undefined;
    });
  }

  /** Sends the pictures of a track of the application's own, a canvas's for example, in place of camera or screen. */
  enableCustomVideoCapture(
    enable: boolean,
    config?: entities.ZegoCustomVideoCaptureConfig | null,
    channel?: ZegoPublishChannel,
  ): Promise<void> {
    return this.onCapture('enableCustomVideoCapture', channel, (capture) => {
      const track = enable ? config?.track : undefined;
      if (enable && track?.kind !== 'video') {
        return codes.COMMON_ILLEGAL_PARAM;
      }
      capture.setCustomVideo(track);
      return undefined;
    });
  }

  enableCamera(enable: boolean, channel?: ZegoPublishChannel): Promise<void> {
    return this.onCapture('enableCamera', channel, (capture) => capture.enableCamera(enable));
  }

  useFrontCamera(enable: boolean, channel?: ZegoPublishChannel): Promise<void> {
    return this.onCapture('useFrontCamera', channel, (capture) => capture.useCamera('', enable));
  }

  useVideoDevice(deviceID: string, channel?: ZegoPublishChannel): Promise<void> {
    return this.onCapture('useVideoDevice', channel, (capture) => capture.useCamera(text(deviceID), true));
  }

  useAudioDevice(deviceType: ZegoAudioDeviceType, deviceID: string): Promise<void> {
    return this.perform('useAudioDevice', (live) => {
      if (deviceType === ZegoAudioDeviceType.Output) {
        live.playbacks.useSpeaker(text(deviceID));
      } else {
        live.capture.setMicrophone({ deviceId: text(deviceID) });
      }
    });
  }

  async getVideoDeviceList(): Promise<entities.ZegoDeviceInfo[]> {
    return this.live('getVideoDeviceList').deviceList('videoinput');
  }

  async getAudioDeviceList(deviceType: ZegoAudioDeviceType): Promise<entities.ZegoDeviceInfo[]> {
    return this.live('getAudioDeviceList').deviceList(
      deviceType === ZegoAudioDeviceType.Output ? 'audiooutput' : 'audioinput',
    );
  }

  enableAudioCaptureDevice(enable: boolean): Promise<void> {
    return this.perform('enableAudioCaptureDevice', (live) => live.capture.enableAudioDevice(enable));
  }

  muteMicrophone(mute: boolean): Promise<void> {
    return this.perform('muteMicrophone', (live) => live.capture.muteMicrophone(mute));
  }

  async isMicrophoneMuted(): Promise<boolean> {
    return this.live('isMicrophoneMuted').capture.microphoneMuted;
  }

  enableAEC(enable: boolean): Promise<void> {
    return this.perform('enableAEC', (live) => live.capture.setMicrophone({ echoCancellation: enable }));
  }

  enableAGC(enable: boolean): Promise<void> {
    return this.perform('enableAGC', (live) => live.capture.setMicrophone({ gainControl: enable }));
  }

  enableANS(enable: boolean): Promise<void> {
    return this.perform('enableANS', (live) => live.capture.setMicrophone({ noiseSuppression: enable }));
  }

  // ---- playing

  /**
   * Plays; a stream that nobody publishes yet is waited for.
   *
   * @param element shows and sounds the stream, if it is given; else the page sets its `srcObject` itself
   * @return the stream, as soon as it has a track; it stays the same when connections break
   */
  async startPlayingStream(
    streamID: string,
    config?: entities.ZegoPlayerConfig,
    element?: HTMLVideoElement,
  ): Promise<MediaStream> {
    const live = this.live('startPlayingStream');
    const mode = resourceMode(config);
    return typeof mode === 'string'
      ? live.play(text(config?.roomID), text(streamID), mode, elementOf(element))
      : live.refusePlay(text(streamID), mode);
  }

  stopPlayingStream(streamID: string): Promise<void> {
    return this.perform('stopPlayingStream', (live) => live.playbacks.stop(text(streamID)));
  }

  /** Shows a played stream in another element, or in none. */
  updatePlayingCanvas(streamID: string, element?: HTMLVideoElement | null): Promise<void> {
    return this.perform('updatePlayingCanvas', (live) => live.playbacks.updateView(text(streamID), elementOf(element)));
  }

  mutePlayStreamAudio(streamID: string, mute: boolean): Promise<void> {
    return this.perform('mutePlayStreamAudio', (live) => live.playbacks.muteAudio(text(streamID), mute));
  }

  mutePlayStreamVideo(streamID: string, mute: boolean): Promise<void> {
    return this.perform('mutePlayStreamVideo', (live) => live.playbacks.muteVideo(text(streamID), mute));
  }

  muteAllPlayStreamAudio(mute: boolean): Promise<void> {
    return this.perform('muteAllPlayStreamAudio', (live) => live.playbacks.overrideAudio(mute));
  }

  muteAllPlayStreamVideo(mute: boolean): Promise<void> {
    return this.perform('muteAllPlayStreamVideo', (live) => live.playbacks.overrideVideo(mute));
  }

  muteAllPlayAudioStreams(mute: boolean): Promise<void> {
    return this.perform('muteAllPlayAudioStreams', (live) => live.playbacks.muteEveryAudio(mute));
  }

  muteAllPlayVideoStreams(mute: boolean): Promise<void> {
    return this.perform('muteAllPlayVideoStreams', (live) => live.playbacks.muteEveryVideo(mute));
  }

  /** 0 to 200, of which an element knows 0 to 100. */
  setPlayVolume(streamID: string, volume: number): Promise<void> {
    return this.perform('setPlayVolume', (live) => live.playbacks.setVolume(text(streamID), volume));
  }

  setAllPlayStreamVolume(volume: number): Promise<void> {
    return this.perform('setAllPlayStreamVolume', (live) => live.playbacks.setEveryVolume(volume));
  }

  muteSpeaker(mute: boolean): Promise<void> {
    return this.perform('muteSpeaker', (live) => live.playbacks.muteSpeaker(mute));
  }

  async isSpeakerMuted(): Promise<boolean> {
    return this.live('isSpeakerMuted').playbacks.speakerMuted;
  }

  // ---- how calls are answered

  private live(funcName: string): LiveEngine {
    if (!this.parts) {
      throw this.failed(funcName, codes.COMMON_ENGINE_NOT_CREATE);
    }
    return this.parts.live;
  }

  private failed(funcName: string, problem: ErrorCode): ZegoError {
    if (this.parts) {
      this.parts.events.failed(funcName, problem);
    } else {
      registry.report(funcName, problem);
    }
    return ZegoError.of(problem);
  }

  /** A call that rejects when it cannot be done. */
  private async perform(
    funcName: string,
    work: (live: LiveEngine) => Problem | void | Promise<Problem>,
  ): Promise<void> {
    const problem = await work(this.live(funcName));
    if (problem) {
      throw this.failed(funcName, problem);
    }
    this.parts?.events.succeeded(funcName);
  }

  private onChannel(
    funcName: string,
    channel: unknown,
    work: (live: LiveEngine, channel: ZegoPublishChannel) => Problem | void,
  ): Promise<void> {
    return this.perform(funcName, (live) => {
      const known = channelOf(channel);
      return known === undefined ? codes.COMMON_ILLEGAL_PARAM : work(live, known);
    });
  }

  private onCapture(
    funcName: string,
    channel: unknown,
    work: (capture: CaptureChannel) => Problem | void,
  ): Promise<void> {
    return this.onChannel(funcName, channel, (live, known) => work(live.capture.of(known)));
  }

  /** A call whose result says itself what was wrong. */
  private async ask(
    funcName: string,
    work: (live: LiveEngine) => Promise<entities.ZegoRoomLoginResult>,
  ): Promise<entities.ZegoRoomLoginResult> {
    if (this.parts) {
      return work(this.parts.live);
    }
    const { code: errorCode, message } = this.failed(funcName, codes.COMMON_ENGINE_NOT_CREATE);
    return { errorCode, extendedData: { reason: message } };
  }

  private send(
    funcName: string,
    work: (live: LiveEngine, result: MessageResult) => void,
  ): Promise<entities.ZegoIMSendBroadcastMessageResult> {
    const { parts } = this;
    if (!parts) {
      const { code: errorCode } = this.failed(funcName, codes.COMMON_ENGINE_NOT_CREATE);
      return Promise.resolve({ errorCode, messageID: 0 });
    }
    return new Promise((resolve) => {
      work(parts.live, (errorCode, sentence, messageID) => {
        if (errorCode === 0) {
          parts.events.succeeded(funcName);
        } else {
          parts.events.failed(funcName, { code: errorCode, sentence });
        }
        parts.events.run(() => resolve({ errorCode, messageID }));
      });
    });
  }

  /** @internal */
  async refuseNotDone(funcName: string): Promise<never> {
    this.live(funcName);
    throw this.failed(funcName, notDone(funcName));
  }
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see below
export interface ZegoExpressEngine extends NotDone {}

for (const name of NOT_DONE) {
  Object.defineProperty(ZegoExpressEngine.prototype, name, {
    value(this: ZegoExpressEngine) {
      return this.refuseNotDone(name);
    },
  });
}
