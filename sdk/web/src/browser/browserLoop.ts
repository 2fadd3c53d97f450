import type { SdkLoop } from '../loop/SdkLoop';

/** Turns are microtasks, in order; time is the page's own, which goes on in the background. */
export const browserLoop: SdkLoop = {
  nowMs: () => performance.now(),
  execute: (work) => queueMicrotask(work),
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs);
    return { cancel: () => clearTimeout(timer) };
  },
};
