import { elapsedMs, ticksOf } from '../timecode/timecode.ts';

/** Beyond this the picture's clock is not this one: a machine's that is set wrong, or one that does not tell the time. */
export const MAX_DELAY_MS = 10_000;

/** How many of the newest readings count. */
const KEPT = 5;

/** End-to-end delay from the timecodes that are read from a picture. */
export class DelayMeter {
  private readonly readings: number[] = [];
  private unread = 0;

  /**
   * @param ticks what was read from a picture; undefined when there was nothing to read
   * @param shownAtMs when the picture is shown, milliseconds since 1970
   */
  onPicture(ticks: number | undefined, shownAtMs: number): void {
    const delay = ticks === undefined ? undefined : elapsedMs(ticks, ticksOf(shownAtMs));
    if (delay !== undefined && delay <= MAX_DELAY_MS) {
      this.readings.push(delay);
      this.unread = 0;
      if (this.readings.length > KEPT) {
        this.readings.shift();
      }
    } else if (++this.unread >= KEPT) {
      this.readings.length = 0;
    }
  }

  /** The median of the newest readings; undefined when there are none. */
  get delayMs(): number | undefined {
    const sorted = [...this.readings].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  }
}
