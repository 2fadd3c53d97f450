import { type ServerPlaces, findServer } from '../config/ServerAddress';
import { retryWindows } from '../config/RetryWindows';
import { AppEvents } from '../engine/AppEvents';
import { LiveEngine } from '../engine/LiveEngine';
import type { Platform } from '../port/Platform';
import type { ErrorCode } from '../protocol/errorCodes';
import * as codes from '../protocol/errorCodes';
import { type Problem, checkAppId, checkAppSign } from '../protocol/identifiers';
import { backoff } from '../signal/ReconnectPolicy';
import type { ZegoEngineConfig, ZegoEngineProfile } from './entities';
import { ZegoRoomMode, ZegoScenario } from './enums';
import type { ZegoEventListener } from './events';

/** RFC 2606 §2: nothing listens there. For an engine whose configuration names no usable address. */
const UNUSABLE = 'ws://address-not-usable.invalid/signal';

/** What an engine consists of: its own part and its way to the application. */
export interface EngineParts {
  readonly live: LiveEngine;
  readonly events: AppEvents;
}

/** What the page is. */
export interface PageParts {
  readonly platform: Platform;
  readonly places: Omit<ServerPlaces, 'profile'>;
}

/**
 * Settings made before there is an engine, and the making of one. An engine comes about whatever its arguments are: a
 * wrong AppID or AppSign is reported through `debugError` and makes every login fail with the same code.
 */
export class EngineRegistry {
  private advancedConfig: Readonly<Record<string, string>> = {};
  private roomMode = ZegoRoomMode.SingleRoom;
  private apiCalled: ZegoEventListener['apiCalledResult'] | undefined;

  constructor(private readonly page: () => PageParts) {}

  /** Retry times count from the next login, publish or play; the server for the next engine. */
  setConfig(config: ZegoEngineConfig): void {
    this.advancedConfig = { ...config.advancedConfig };
  }

  setRoomMode(mode: ZegoRoomMode): void {
    this.roomMode = mode;
  }

  /** Hears the results of calls also while there is no engine. */
  setApiCalled(callback: ZegoEventListener['apiCalledResult'] | undefined): void {
    this.apiCalled = callback;
  }

  /** The result of a call that has no engine: undefined for one that worked. */
  report(funcName: string, problem: Problem): void {
    const { apiCalled } = this;
    if (apiCalled) {
      const { loop } = this.page().platform;
      loop.execute(() => apiCalled(problem?.code ?? 0, funcName, problem?.sentence ?? ''));
    }
  }

  create(profile: ZegoEngineProfile, appSignRequired: boolean): EngineParts {
    const { platform, places } = this.page();
    const events = new AppEvents(platform.loop, platform.log, () => this.apiCalled);
    const appSign = profile.appSign ?? '';
    const problem = this.check(profile.appID, appSign, appSignRequired);
    const [server, wrongServer] = this.server({ ...places, profile: profile.server }, platform);
    const live = new LiveEngine(
      {
        appId: profile.appID,
        appSign: problem ? '' : appSign,
        problem,
        scenario: profile.scenario ?? ZegoScenario.Default,
        multiRoom: this.roomMode === ZegoRoomMode.MultiRoom,
        server,
        retryWindows: () => retryWindows(this.advancedConfig, (sentence) => platform.log('warn', sentence)),
        platform,
        reconnectPolicy: backoff(platform.random),
      },
      events,
    );
    const wrong = [problem, wrongServer].filter((each) => each !== undefined);
    wrong.forEach((each) => events.failed('createEngine', each));
    if (wrong.length === 0) {
      events.succeeded('createEngine');
    }
    return { live, events };
  }

  private check(appId: number, appSign: string, appSignRequired: boolean): Problem {
    return checkAppId(appId) ?? (appSign || appSignRequired ? checkAppSign(appSign) : undefined);
  }

  private server(places: ServerPlaces, platform: Platform): [url: string, problem: ErrorCode | undefined] {
    try {
      const address = findServer(this.advancedConfig, places);
      platform.log('info', `${address.signalling} from ${address.source}`);
      return [address.signalling, undefined];
    } catch (error) {
      return [UNUSABLE, { code: codes.COMMON_ILLEGAL_PARAM.code, sentence: (error as Error).message }];
    }
  }
}
