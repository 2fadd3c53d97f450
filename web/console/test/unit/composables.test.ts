import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, h, ref } from 'vue';
import type { Api } from '../../src/api/client.ts';
import type { Feed } from '../../src/live/feed.ts';
import { LIVE, useFeed } from '../../src/live/useFeed.ts';
import { type Loaded, useLoaded } from '../../src/parts/load.ts';
import { createSession, type Session, SESSION } from '../../src/session/session.ts';
import { FakeServer, FakeSource, FakeTimers, type Reply, settled } from './fakes.ts';

const IN: Reply = { status: 200, body: { user: 'admin', csrfToken: 't' } };
const REFUSED: Reply = { status: 404, body: { code: 1, message: 'There is no project 8.', field: 'appId' } };

let server: FakeServer;
let timers: FakeTimers;
let session: Session;
let sources: FakeSource[];
let unmount: () => void;

/** Runs something as a component of the page would. */
function inPage<T>(setup: () => T): T {
  let result: T | undefined;
  const app = createApp({
    setup: () => {
      result = setup();
      return () => h('div');
    },
  });
  app.provide(SESSION, session);
  app.provide(LIVE, {
    open: (address) => {
      const source = new FakeSource(address);
      sources.push(source);
      return source;
    },
    later: timers.later,
  });
  app.mount(document.createElement('div'));
  unmount = () => app.unmount();
  return result as T;
}

function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(async () => {
  server = new FakeServer();
  timers = new FakeTimers();
  sources = [];
  unmount = () => undefined;
  session = createSession(server.fetch, timers.later);
  server.reply(IN);
  await session.find();
});

afterEach(() => {
  unmount();
  hide(false);
});

function project(api: Api, appId: number): Promise<{ name: string }> {
  return api.get(`/projects/${appId}`);
}

describe('what is loaded', () => {
  it('is there, or is refused and can be tried again', async () => {
    server.reply(REFUSED, { status: 200, body: { name: 'shop' } });
    const loaded = inPage(() => useLoaded((api) => project(api, 8)));
    expect(loaded.isLoading.value).toBe(true);
    await settled();
    expect([loaded.value.value, loaded.failure.value]).toEqual([undefined, 'There is no project 8.']);
    await loaded.reload();
    expect([loaded.value.value, loaded.failure.value]).toEqual([{ name: 'shop' }, '']);
  });

  it('is loaded anew for what it is about, and what comes late for the former is dropped', async () => {
    const appId = ref(7);
    const answers: ((body: { name: string }) => void)[] = [];
    const loaded: Loaded<{ name: string }> = inPage(() =>
      useLoaded(() => new Promise<{ name: string }>((resolve) => answers.push(resolve)), appId),
    );
    appId.value = 8;
    await settled();
    answers[1]?.({ name: 'new' });
    await settled();
    answers[0]?.({ name: 'former' });
    await settled();
    expect(loaded.value.value).toEqual({ name: 'new' });
  });

  it('stays while the server is away, and is loaded again when it is back', async () => {
    server.reply({ status: 200, body: { name: 'shop' } });
    const loaded = inPage(() => useLoaded((api) => project(api, 7)));
    await settled();
    server.reply('away');
    await loaded.reload();
    expect([loaded.value.value, loaded.failure.value]).toEqual([{ name: 'shop' }, '']);
    server.reply(IN, { status: 200, body: { name: 'renamed' } });
    timers.run();
    await settled();
    expect(loaded.value.value).toEqual({ name: 'renamed' });
  });
});

describe('a feed in a component', () => {
  it('is of the room that it is for, and ends with the component', () => {
    inPage(() => useFeed({ appId: 7, roomId: 'a&b' }));
    expect(sources.map(({ address }) => address)).toEqual(['/console/api/live?appId=7&roomId=a%26b']);
    unmount();
    expect(sources[0]?.isClosed).toBe(true);
    hide(false);
    expect(sources).toHaveLength(1);
  });

  it('rests while the page is hidden', () => {
    const feed: Feed = inPage(() => useFeed());
    sources[0]?.emit('snapshot', { set: { rooms: { count: 1 } }, remove: [] });
    hide(true);
    expect(sources[0]?.isClosed).toBe(true);
    hide(false);
    expect(sources).toHaveLength(2);
    expect(feed.items.get('rooms')).toEqual({ count: 1 });
  });

  it('asks for the session when it is cut, and leads to the login if that is over', async () => {
    inPage(() => useFeed());
    server.reply({ status: 401, body: { code: 1, message: 'Log in first.' } });
    sources[0]?.emit('error');
    await settled();
    expect([session.standing.value, session.hasExpired.value]).toEqual(['out', true]);
  });
});
