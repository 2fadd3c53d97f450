import { shallowReactive, shallowRef, type ShallowReactive, type ShallowRef } from 'vue';

/** `connecting` until the first numbers, `on` while they come, `cut` when they have stopped to. */
export type FeedState = 'connecting' | 'on' | 'cut';

/** What the feed needs of an EventSource. */
export interface Source {
  addEventListener(type: 'snapshot' | 'change' | 'end' | 'error', listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

export interface FeedSurroundings {
  open(address: string): Source;
  /** Calls back after some time; what it returns takes that back. */
  later(ms: number, what: () => void): () => void;
  /** Asks whether the session is still there: an EventSource does not tell why it was refused. */
  lost(): void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 10_000;

interface Change {
  readonly set: Readonly<Record<string, unknown>>;
  readonly remove: readonly string[];
}

function isChange(value: unknown): value is Change {
  const change = value as Partial<Change> | null;
  return typeof change === 'object' && typeof change?.set === 'object' && Array.isArray(change.remove);
}

/** Live items by name, pushed by the server. A feed that is cut comes back by itself, with all items anew. */
export class Feed {
  readonly items: ShallowReactive<Map<string, unknown>> = shallowReactive(new Map<string, unknown>());
  readonly state: ShallowRef<FeedState> = shallowRef<FeedState>('connecting');
  private source: Source | undefined;
  private takeBack: () => void = () => undefined;
  private waitMs = FIRST_WAIT_MS;

  constructor(
    private readonly address: string,
    private readonly surroundings: FeedSurroundings,
  ) {}

  start(): void {
    this.stop();
    const source = this.surroundings.open(this.address);
    this.source = source;
    source.addEventListener('snapshot', (event) => this.onItems(event.data, true));
    source.addEventListener('change', (event) => this.onItems(event.data, false));
    source.addEventListener('end', () => this.onLost());
    source.addEventListener('error', () => this.onLost());
  }

  stop(): void {
    this.takeBack();
    this.takeBack = () => undefined;
    this.source?.close();
    this.source = undefined;
  }

  private onLost(): void {
    this.stop();
    this.state.value = 'cut';
    this.takeBack = this.surroundings.later(this.waitMs, () => this.start());
    this.waitMs = Math.min(2 * this.waitMs, LONGEST_WAIT_MS);
    this.surroundings.lost();
  }

  private onItems(data: unknown, all: boolean): void {
    const change: unknown = JSON.parse(String(data));
    if (!isChange(change)) {
      return;
    }
    for (const name of all ? this.items.keys() : change.remove) {
      if (!all || !Object.hasOwn(change.set, name)) {
        this.items.delete(name);
      }
    }
    for (const [name, item] of Object.entries(change.set)) {
      this.items.set(name, item);
    }
    this.state.value = 'on';
    this.waitMs = FIRST_WAIT_MS;
  }
}
