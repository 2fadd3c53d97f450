import type { Health, Node } from '../api/nodes.ts';
import type { Room, User } from '../api/rooms.ts';
import type { Played, Published } from '../api/streams.ts';

type Items = ReadonlyMap<string, unknown>;

/** A stream of a room with its last sample. */
export interface LiveStream {
  readonly streamId: string;
  readonly userId: string;
  readonly userName: string;
  readonly createdAtMs: number;
  readonly plays?: number;
  readonly codecs?: readonly string[];
  readonly published?: Published;
}

/** One viewer of a stream with its last sample. */
export interface LivePlay {
  readonly number: number;
  readonly streamId: string;
  readonly userId: string;
  readonly played?: Played;
}

function under<T>(items: Items, prefix: string): [string, T][] {
  return [...items].flatMap(([name, item]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), item as T] satisfies [string, T]] : [],
  );
}

function countOf(items: Items, name: string): number {
  return (items.get(name) as { count: number } | undefined)?.count ?? 0;
}

export function nodeOf(items: Items): Node | undefined {
  return items.get('node') as Node | undefined;
}

export function healthOf(items: Items): Health | undefined {
  return items.get('health') as Health | undefined;
}

/** How many rooms there are; not all of them are among the items. */
export function roomCount(items: Items): number {
  return countOf(items, 'rooms');
}

/** The rooms, the fullest first. */
export function roomsOf(items: Items): Room[] {
  return under<Room>(items, 'room/')
    .map(([, room]) => room)
    .sort((one, other) => other.users - one.users || one.roomId.localeCompare(other.roomId));
}

export function userCount(items: Items): number {
  return countOf(items, 'users');
}

export function usersOf(items: Items): User[] {
  return under<User>(items, 'user/').map(([, user]) => user);
}

export function streamsOf(items: Items): LiveStream[] {
  return under<LiveStream>(items, 'stream/')
    .map(([, stream]) => stream)
    .sort((one, other) => one.createdAtMs - other.createdAtMs);
}

/** The viewers of one stream. */
export function playsOf(items: Items, streamId: string): LivePlay[] {
  return under<Omit<LivePlay, 'number'>>(items, `play/${streamId}/`).map(([name, play]) => ({
    ...play,
    number: Number(name),
  }));
}
