import { ZegoError, ZegoRoomStateChangedReason, ZegoUpdateType } from 'freshet-web';
import type { Engine, Engines } from '../../src/session/Engine.ts';

type Listener = (...args: never[]) => void;
type Call = readonly [name: string, ...args: unknown[]];

/** An engine that notes what it is asked, answers as it is told to, and tells what a test makes it tell. */
export class FakeEngine {
  readonly calls: Call[] = [];

  /** What a call by this name rejects with. */
  readonly failures = new Map<string, ZegoError>();

  /** What messages are answered with. */
  errorCode = 0;
  private readonly listeners = new Map<string, Listener[]>();

  /** The engine as the page knows it: any call is noted. */
  readonly engine: Engine;

  constructor() {
    this.engine = new Proxy({} as Engine, {
      get: (_, name: string) => {
        // A promise that resolves with this asks whether it is a promise, too.
        const call = name === 'then' ? undefined : (...args: unknown[]) => this.call(name, args);
        return name === 'on' ? this.on : call;
      },
    });
  }

  tell(event: string, ...args: unknown[]): void {
    this.listeners.get(event)?.forEach((listener) => listener(...(args as never[])));
  }

  state(reason: ZegoRoomStateChangedReason, code = 0, sentence = ''): void {
    this.tell('roomStateChanged', 'r', reason, code, sentence ? { reason: sentence } : {});
  }

  /** The arguments of the calls by this name. */
  args(name: string): unknown[][] {
    return this.calls.filter(([called]) => called === name).map(([, ...args]) => args);
  }

  private readonly on = (event: string, listener: Listener): void => {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  };

  private async call(name: string, args: unknown[]): Promise<unknown> {
    this.calls.push([name, ...args]);
    await Promise.resolve();
    const failure = this.failures.get(name);
    if (failure) {
      throw failure;
    }
    return name.endsWith('DeviceList') ? [] : { errorCode: this.errorCode };
  }
}

export class FakeEngines implements Engines {
  readonly made: FakeEngine[] = [];
  destroyed = 0;

  // eslint-disable-next-line @typescript-eslint/require-await -- as the SDK's does
  async create(): Promise<Engine> {
    const fake = new FakeEngine();
    this.made.push(fake);
    return fake.engine;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as the SDK's does
  async destroy(): Promise<void> {
    this.destroyed++;
  }

  get last(): FakeEngine {
    const fake = this.made.at(-1);
    if (!fake) {
      throw new Error('no engine was made');
    }
    return fake;
  }
}

export function user(userID: string): { userID: string; userName: string } {
  return { userID, userName: userID };
}

export function stream(streamID: string): { user: ReturnType<typeof user>; streamID: string; extraInfo: string } {
  return { user: user('them'), streamID, extraInfo: '' };
}

/** Until what was begun has gone as far as it can. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

export const { Add, Delete } = ZegoUpdateType;
