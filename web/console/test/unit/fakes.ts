import type { Source } from '../../src/live/feed.ts';

/** One request as the page made it. */
export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What the server is to say; `away` is a connection that fails. */
export type Reply = { readonly status: number; readonly body: unknown } | 'away';

/** A server that answers what the test wants, one reply a request; the last again and again. */
export class FakeServer {
  readonly asked: Asked[] = [];
  private replies: Reply[] = [];

  reply(...replies: Reply[]): void {
    this.replies = replies;
  }

  readonly fetch: typeof fetch = (input, init = {}) => {
    const { method = 'GET', headers = {}, body } = init;
    this.asked.push({
      path: typeof input === 'string' ? input : '',
      method,
      headers: headers as Record<string, string>,
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    });
    const reply = this.replies.length > 1 ? this.replies.shift() : this.replies[0];
    if (reply === undefined || reply === 'away') {
      return Promise.reject(new TypeError('Failed to fetch'));
    }
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    return Promise.resolve(new Response(text, { status: reply.status }));
  };
}

/** Timers that run when the test says so. */
export class FakeTimers {
  readonly waiting: { readonly ms: number; readonly what: () => void }[] = [];

  readonly later = (ms: number, what: () => void): (() => void) => {
    const timer = { ms, what };
    this.waiting.push(timer);
    return () => {
      const at = this.waiting.indexOf(timer);
      if (at >= 0) {
        this.waiting.splice(at, 1);
      }
    };
  };

  /** Runs the timer that was set first and tells how long it was to wait. */
  run(): number | undefined {
    const timer = this.waiting.shift();
    timer?.what();
    return timer?.ms;
  }
}

/** A source of events that the test is. */
export class FakeSource implements Source {
  isClosed = false;
  private readonly listeners = new Map<string, (event: { data?: unknown }) => void>();

  constructor(readonly address: string) {}

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.isClosed = true;
  }

  emit(type: string, data?: object): void {
    this.listeners.get(type)?.(data === undefined ? {} : { data: JSON.stringify(data) });
  }
}

/** Lets promises go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
  }
}
