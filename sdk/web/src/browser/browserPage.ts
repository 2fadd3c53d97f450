import type { PageParts } from '../api/EngineRegistry';
import type { LogSink } from '../port/LogSink';
import type { PageWatcher } from '../port/Platform';
import { browserDevices } from './browserDevices';
import { browserLoop } from './browserLoop';
import { browserMedia } from './browserMedia';
import { browserViews } from './browserViews';
import { openWebSocket } from './webSocket';

/** The page this runs in. */
export function browserPage(): PageParts {
  return {
    platform: {
      name: navigator.userAgent.slice(0, 200),
      loop: browserLoop,
      sockets: openWebSocket,
      media: browserMedia(browserLoop),
      devices: browserDevices,
      views: browserViews,
      log,
      random: () => Math.random(),
      crypto: (crypto as Partial<Crypto>).subtle,
      newStream: () => new MediaStream(),
      watch,
    },
    places: {
      meta: document.querySelector<HTMLMetaElement>('meta[name="freshet-server"]')?.content,
      origin: location.protocol.startsWith('http') ? location.origin : undefined,
    },
  };
}

const log: LogSink = (level, message) => {
  console[level](`freshet: ${message}`);
};

/** Tabs in the background have their timers slowed down or stopped; these events tell when that is over. */
function watch(watcher: PageWatcher): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const wake = (): void => watcher.onWake();
  window.addEventListener('online', wake, { signal });
  window.addEventListener('pageshow', wake, { signal });
  document.addEventListener('resume', wake, { signal });
  // Where the browser says that it changed from one network to another.
  (navigator as { connection?: EventTarget }).connection?.addEventListener('change', wake, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') {
        wake();
      }
    },
    { signal },
  );
  window.addEventListener(
    'pagehide',
    (event) => {
      if (!event.persisted) {
        watcher.onLeave();
      }
    },
    { signal },
  );
  return () => ending.abort();
}
