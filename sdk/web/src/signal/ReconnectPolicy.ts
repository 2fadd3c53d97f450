/** How long to wait before trying again: 1 is the first try after a failure. */
export type ReconnectPolicy = (attempt: number) => number;

const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/**
 * 250 ms, doubled with each attempt up to 10 s; the last half of it is random, so that many clients of a restarted
 * server do not come back in step.
 */
export function backoff(random: () => number): ReconnectPolicy {
  return (attempt) => {
    const doublings = Math.min(Math.max(attempt, 1) - 1, 10);
    const certainMs = Math.min(FIRST_MS * 2 ** doublings, LONGEST_MS) / 2;
    return certainMs + random() * certainMs;
  };
}
