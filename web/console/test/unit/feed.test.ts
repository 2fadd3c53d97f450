import { beforeEach, describe, expect, it } from 'vitest';
import { Feed } from '../../src/live/feed.ts';
import { playsOf, roomCount, roomsOf, streamsOf, usersOf } from '../../src/live/items.ts';
import { FakeSource, FakeTimers } from './fakes.ts';

let sources: FakeSource[];
let timers: FakeTimers;
let lost: number;
let feed: Feed;

function current(): FakeSource {
  const source = sources.at(-1);
  if (source === undefined) {
    throw new Error('no feed was opened');
  }
  return source;
}

beforeEach(() => {
  sources = [];
  timers = new FakeTimers();
  lost = 0;
  feed = new Feed('/console/api/live', {
    open: (address) => {
      sources.push(new FakeSource(address));
      return current();
    },
    later: timers.later,
    lost: () => {
      lost += 1;
    },
  });
  feed.start();
});

describe('a feed', () => {
  it('takes a snapshot, then changes', () => {
    expect(feed.state.value).toBe('connecting');
    current().emit('snapshot', { set: { rooms: { count: 2 }, 'room/7/a': { users: 1 } }, remove: [] });
    expect(feed.state.value).toBe('on');
    current().emit('change', { set: { rooms: { count: 1 } }, remove: ['room/7/a'] });
    expect([...feed.items]).toEqual([['rooms', { count: 1 }]]);
  });

  it('is cut, asks why, and comes back with everything anew', () => {
    current().emit('snapshot', { set: { 'user/ann': {}, users: { count: 1 } }, remove: [] });
    const first = current();
    first.emit('error');
    expect(first.isClosed).toBe(true);
    expect(feed.state.value).toBe('cut');
    expect(lost).toBe(1);
    expect([...feed.items.keys()]).toEqual(['user/ann', 'users']);
    timers.run();
    expect(sources).toHaveLength(2);
    current().emit('snapshot', { set: { users: { count: 0 } }, remove: [] });
    expect(feed.state.value).toBe('on');
    expect([...feed.items]).toEqual([['users', { count: 0 }]]);
  });

  it('waits longer each time, and shortly again once it was on', () => {
    const waits: (number | undefined)[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      current().emit('error');
      waits.push(timers.run());
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000]);
    current().emit('snapshot', { set: {}, remove: [] });
    current().emit('error');
    expect(timers.run()).toBe(1000);
  });

  it('asks for the session when the server says that it is over', () => {
    current().emit('end', {});
    expect(lost).toBe(1);
    expect(feed.state.value).toBe('cut');
  });

  it('does nothing any more once it is stopped', () => {
    current().emit('error');
    feed.stop();
    expect(timers.waiting).toHaveLength(0);
    feed.start();
    feed.stop();
    expect(current().isClosed).toBe(true);
  });

  it('passes over what it does not understand', () => {
    current().emit('change', { something: 'else' });
    expect(feed.state.value).toBe('connecting');
  });
});

describe('live items', () => {
  it('are rooms, the fullest first', () => {
    const items = new Map<string, unknown>([
      ['node', {}],
      ['rooms', { count: 700 }],
      ['room/7/small', { appId: 7, roomId: 'small', users: 1, streams: 0 }],
      ['room/7/large', { appId: 7, roomId: 'large', users: 9, streams: 0 }],
    ]);
    expect(roomsOf(items).map(({ roomId }) => roomId)).toEqual(['large', 'small']);
    expect(roomCount(items)).toBe(700);
  });

  it('are users, streams by age, and the viewers of one stream', () => {
    const items = new Map<string, unknown>([
      ['user/a/b', { userId: 'a/b', userName: 'Ann' }],
      ['stream/new', { streamId: 'new', createdAtMs: 2 }],
      ['stream/old', { streamId: 'old', createdAtMs: 1 }],
      ['play/old/12', { streamId: 'old', userId: 'ann' }],
      ['play/older/13', { streamId: 'older', userId: 'bob' }],
    ]);
    expect(usersOf(items)).toEqual([{ userId: 'a/b', userName: 'Ann' }]);
    expect(streamsOf(items).map(({ streamId }) => streamId)).toEqual(['old', 'new']);
    expect(playsOf(items, 'old')).toEqual([{ number: 12, streamId: 'old', userId: 'ann' }]);
  });
});
