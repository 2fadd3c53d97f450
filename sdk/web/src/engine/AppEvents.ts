import type { ZegoEventListener } from '../api/events';
import type { SdkLoop } from '../loop/SdkLoop';
import type { LogSink } from '../port/LogSink';
import type { ErrorCode } from '../protocol/errorCodes';

type EventName = keyof ZegoEventListener;
type AnyListener = (...args: unknown[]) => void;

/**
 * The way to the application: everything goes out in turns of its own, in the order it was said, never from within the
 * SDK's work. So a listener may call whatever it likes.
 */
export class AppEvents {
  private readonly listeners = new Map<EventName, Set<AnyListener>>();
  private silent = false;

  /** @param apiCalled the page-wide listener to results of calls, if there is one */
  constructor(
    private readonly loop: SdkLoop,
    private readonly log: LogSink,
    private readonly apiCalled: () => ZegoEventListener['apiCalledResult'] | undefined,
  ) {}

  on<E extends EventName>(event: E, listener: ZegoEventListener[E]): void {
    const listeners = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, listeners.add(listener as AnyListener));
  }

  /** Without a listener: all of the event's. */
  off<E extends EventName>(event: E, listener?: ZegoEventListener[E]): void {
    if (listener) {
      this.listeners.get(event)?.delete(listener as AnyListener);
    } else {
      this.listeners.delete(event);
    }
  }

  /** Tells the listeners that there are when their turn comes. */
  tell<E extends EventName>(event: E, ...args: Parameters<ZegoEventListener[E]>): void {
    this.run(() => {
      for (const listener of this.silent ? [] : [...(this.listeners.get(event) ?? [])]) {
        this.guarded(() => listener(...args));
      }
    });
  }

  /** Settles one of the application's promises, after what was told before. */
  run(work: () => void): void {
    this.loop.execute(() => this.guarded(work));
  }

  /** A call worked. */
  succeeded(funcName: string): void {
    this.report(0, funcName, '');
  }

  /** A call did not work. */
  failed(funcName: string, problem: ErrorCode): void {
    this.log('warn', `${funcName}: ${problem.code} ${problem.sentence}`);
    this.tell('debugError', problem.code, funcName, problem.sentence);
    this.report(problem.code, funcName, problem.sentence);
  }

  /** Nothing more is told; promises are still settled. */
  silence(): void {
    this.silent = true;
    this.listeners.clear();
  }

  private report(code: number, funcName: string, info: string): void {
    this.tell('apiCalledResult', code, funcName, info);
    this.run(() => this.apiCalled()?.(code, funcName, info));
  }

  /** What a listener throws is the application's; the next one is still called. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.log('error', `a listener failed: ${String(error)}`);
      this.loop.after(0, () => {
        throw error;
      });
    }
  }
}
