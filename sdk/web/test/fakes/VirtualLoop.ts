import type { SdkLoop, Timer } from '../../src/loop/SdkLoop';

interface Due {
  readonly atMs: number;
  readonly work: () => void;
}

/** A loop whose time passes only when the test says so. */
export class VirtualLoop implements SdkLoop {
  private now = 1_000;
  private readonly timers = new Set<Due>();

  nowMs(): number {
    return this.now;
  }

  execute(work: () => void): void {
    queueMicrotask(work);
  }

  after(delayMs: number, work: () => void): Timer {
    const due = { atMs: this.now + delayMs, work };
    this.timers.add(due);
    return { cancel: () => void this.timers.delete(due) };
  }

  /** Until nothing is left to do now. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Lets time pass; what is due is done at its time. */
  async advance(ms: number): Promise<void> {
    const end = this.now + ms;
    await this.settle();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.now = Math.max(this.now, next.atMs);
      this.run(next);
      await this.settle();
    }
    this.now = end;
  }

  /** The page sleeps: time passes, and what was due meanwhile is done late, all at once. */
  async sleep(ms: number): Promise<void> {
    await this.settle();
    this.now += ms;
    for (let next = this.next(this.now); next; next = this.next(this.now)) {
      this.run(next);
    }
    await this.settle();
  }

  private next(end: number): Due | undefined {
    return [...this.timers].filter(({ atMs }) => atMs <= end).sort((a, b) => a.atMs - b.atMs)[0];
  }

  private run(due: Due): void {
    this.timers.delete(due);
    due.work();
  }
}
