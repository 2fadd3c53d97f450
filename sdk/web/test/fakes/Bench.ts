import { EngineRegistry } from '../../src/api/EngineRegistry';
import type { ZegoEngineConfig, ZegoEngineProfile } from '../../src/api/entities';
import type { ZegoEventListener } from '../../src/api/events';
import { ZegoExpressEngine } from '../../src/api/ZegoExpressEngine';
import type { Platform, PageWatcher } from '../../src/port/Platform';
import { FakeDevices, FakeMedia, FakeViews, newFakeStream } from './FakeMedia';
import { FakeServer } from './FakeServer';
import { VirtualLoop } from './VirtualLoop';

const APP_SIGN = '0123456789abcdef'.repeat(4);

/** Quickly made proofs: what they are is tested elsewhere. */
const CRYPTO = {
  importKey: async () => ({}),
  sign: async () => new ArrayBuffer(32),
} as unknown as SubtleCrypto;

export type Event = [name: string, ...args: unknown[]];

interface BenchOptions {
  readonly profile?: Partial<ZegoEngineProfile>;
  readonly config?: ZegoEngineConfig;
  readonly multiRoom?: boolean;
  readonly insecure?: boolean;
}

/** An engine on a fake page: what it is told goes to {@link told}, its time is the test's. */
export class Bench {
  readonly loop = new VirtualLoop();
  readonly server = new FakeServer();
  readonly media = new FakeMedia();
  readonly devices = new FakeDevices();
  readonly views = new FakeViews();
  readonly engine: ZegoExpressEngine;
  readonly told: Event[] = [];
  watcher: PageWatcher | undefined;

  constructor(options: BenchOptions = {}) {
    const registry = new EngineRegistry(() => ({
      platform: this.platform(options.insecure ?? false),
      places: { meta: undefined, origin: 'https://live.example.org' },
    }));
    registry.setConfig(options.config ?? {});
    if (options.multiRoom) {
      registry.setRoomMode(1);
    }
    const parts = registry.create({ appID: 1234567890, appSign: APP_SIGN, ...options.profile }, false);
    this.engine = new ZegoExpressEngine(parts);
    for (const name of NAMES) {
      this.engine.on(name, (...args: unknown[]) => this.told.push([name, ...args]));
    }
  }

  /** Logged in to the room "r" as "me", and told of it. */
  static async inRoom(options: BenchOptions = {}): Promise<Bench> {
    const bench = new Bench(options);
    await bench.login();
    bench.take();
    return bench;
  }

  async login(roomID = 'r'): Promise<{ errorCode: number }> {
    const result = this.engine.loginRoom(roomID, { userID: 'me', userName: 'Me' }, { isUserStatusNotify: true });
    await this.loop.settle();
    return result;
  }

  /** What was told since the last call, of these events if some are named. */
  take(...names: string[]): Event[] {
    const all = this.told.splice(0);
    return names.length === 0 ? all : all.filter(([name]) => names.includes(name));
  }

  /** The room's states that were told since the last call of this or {@link take}: room, reason and code. */
  states(): unknown[] {
    return this.take('roomStateChanged').map((event) => event.slice(1, 4));
  }

  private platform(insecure: boolean): Platform {
    return {
      name: 'test',
      loop: this.loop,
      sockets: this.server.connect,
      media: this.media,
      devices: this.devices,
      views: this.views,
      log: () => undefined,
      random: () => 0.5,
      crypto: insecure ? undefined : CRYPTO,
      newStream: newFakeStream,
      watch: (watcher) => {
        this.watcher = watcher;
        return () => {
          this.watcher = undefined;
        };
      },
    };
  }
}

const NAMES: readonly (keyof ZegoEventListener)[] = [
  'debugError',
  'engineStateUpdate',
  'roomStateUpdate',
  'roomStateChanged',
  'roomUserUpdate',
  'roomOnlineUserCountUpdate',
  'roomStreamUpdate',
  'roomStreamExtraInfoUpdate',
  'roomExtraInfoUpdate',
  'roomTokenWillExpire',
  'publisherStateUpdate',
  'publisherQualityUpdate',
  'publisherCapturedVideoFirstFrame',
  'playerStateUpdate',
  'playerQualityUpdate',
  'playerRenderVideoFirstFrame',
  'playerVideoSizeChanged',
  'remoteCameraStateUpdate',
  'remoteMicStateUpdate',
  'localDeviceExceptionOccurred',
  'screenCaptureExceptionOccurred',
  'IMRecvBroadcastMessage',
  'IMRecvBarrageMessage',
  'IMRecvCustomCommand',
  'recvRoomTransparentMessage',
];
