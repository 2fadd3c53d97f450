/** Time and turns. Everything an engine owns is touched in turns of its loop only, one after another. */
export interface SdkLoop {
  /** Milliseconds since some moment; goes on while the page sleeps. */
  nowMs(): number;

  /** Does work in a turn of its own, after what was given before. */
  execute(work: () => void): void;

  /**
   * Does work once `delayMs` have passed. In a tab in the background that may be much later: ask {@link nowMs} what time
   * it is, and do not count calls.
   */
  after(delayMs: number, work: () => void): Timer;
}

export interface Timer {
  /** Harmless when the work is done already. */
  cancel(): void;
}
