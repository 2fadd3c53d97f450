import { describe, expect, it } from 'vitest';
import {
  type RoomEvent,
  type RoomExtraInfo,
  type RoomStream,
  type RoomUser,
  readServerMessage,
} from '../../../src/protocol/ServerMessage';
import type { RoomChange } from '../../../src/room/RoomChange';
import { RoomView } from '../../../src/room/RoomView';
import { Random } from '../../fakes/random';
import { readVectors } from '../../fakes/vectors';

interface ViewVector {
  name: string;
  steps: { message: unknown; view: { version: number; whole: boolean; users: RoomUser[]; streams: RoomStream[] } }[];
}

function apply(view: RoomView, message: unknown): RoomChange[] {
  const read = readServerMessage(JSON.stringify(message));
  switch (read?.type) {
    case 'roomEvents':
      return view.onEvents(read.version, read.events);
    case 'roomSnapshot':
      return view.onSnapshot(read.version, read.snapshot);
    case 'roomPage':
      return view.onPage(read.version, read.users, read.streams, read.more);
    case 'answer':
      if (read.result?.kind === 'loggedIn') {
        const { version, state } = read.result;
        return state.kind === 'snapshot' ? view.onSnapshot(version, state) : view.onEvents(version, state.events);
      }
      throw new Error('not about a room');
    default:
      throw new Error('not about a room');
  }
}

const byId = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('the view of a room', () => {
  const vectors = readVectors<ViewVector[]>('room-views.json');

  it('has vectors', () => expect(vectors.length).toBeGreaterThan(15));

  it.each(vectors.map((vector) => [vector.name, vector] as const))('is what the vectors say: %s', (_, vector) => {
    const view = new RoomView('nobody in the vectors', true);
    for (const step of vector.steps) {
      apply(view, step.message);
      expect([view.version, view.whole]).toEqual([step.view.version, step.view.whole]);
      expect(view.streams().sort(byId)).toEqual([...step.view.streams].sort(byId));
      if (view.whole) {
        expect(view.users().sort(byId)).toEqual([...step.view.users].sort(byId));
      }
    }
  });

  it('tells one list of users, then of streams, of those who are there', () => {
    const view = new RoomView('me', true);
    const anna = { userId: 'anna', userName: 'Anna' };
    const changes = view.onSnapshot(4, {
      users: [anna, { userId: 'me', userName: 'Me' }],
      streams: [streamOf('s1', anna), streamOf('mine', { userId: 'me', userName: 'Me' })],
      userCount: 2,
      roomExtraInfo: [],
      more: false,
    });
    expect(changes).toEqual([
      { kind: 'usersAdded', users: [anna] },
      { kind: 'streamsAdded', streams: [streamOf('s1', anna)] },
    ]);
  });

  it('tells nothing of users to who did not ask, and of streams all the same', () => {
    const view = new RoomView('me', false);
    const anna = { userId: 'anna', userName: 'Anna' };
    const changes = view.onEvents(2, [
      { kind: 'userJoined', version: 1, user: anna },
      { kind: 'streamAdded', version: 2, stream: streamOf('s1', anna) },
    ]);
    expect(changes).toEqual([{ kind: 'streamsAdded', streams: [streamOf('s1', anna)] }]);
  });

  // What the application was told, applied in order, is the server's room: whatever was missed, in whatever parts.
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('converges to the server’s room, seed %i', (seed) => {
    const random = new Random(seed);
    const room = new ServerRoom(random);
    const view = new RoomView('me', true);
    const app = new AppModel();
    let sent = 0;
    for (let step = 0; step < 120; step++) {
      for (let events = random.below(6); events > 0; events--) {
        room.happen();
      }
      if (sent === 0 || random.below(8) === 0) {
        app.apply(room.snapshot(view));
      } else {
        const missed = room.log.filter((event) => event.version > sent);
        const repeated = room.log.filter((event) => event.version > sent - 3);
        app.apply(view.onEvents(room.version, random.below(2) === 0 ? missed : repeated));
      }
      sent = room.version;
      expect(view.whole).toBe(true);
      expect(app.users(), `step ${step}`).toEqual(room.users());
      expect(app.streams(), `step ${step}`).toEqual(room.streams());
      expect(app.infos.get('topic') ?? '', `step ${step}`).toBe(room.foreignTopic());
    }
  });
});

function streamOf(streamId: string, user: RoomUser, extraInfo = ''): RoomStream {
  return { streamId, user, extraInfo, camera: 'open', microphone: 'open' };
}

/** A room as a server keeps it. */
class ServerRoom {
  version = 0;
  readonly log: RoomEvent[] = [];
  private readonly here = new Map<string, RoomUser>();
  private readonly published = new Map<string, RoomStream>();
  private topic: RoomExtraInfo | undefined;

  constructor(private readonly random: Random) {}

  happen(): void {
    const version = ++this.version;
    const user = { userId: `u${this.random.below(6)}`, userName: `U${this.random.below(2)}` };
    const known = this.here.get(user.userId);
    const own = [...this.published.values()].filter((stream) => stream.user.userId === user.userId);
    const stream = this.random.oneOf(own);
    switch (known ? this.random.below(6) : 0) {
      case 0:
        if (known) {
          own.forEach((each) => this.remove(each));
          this.here.delete(user.userId);
          this.log.push({ kind: 'userLeft', version: ++this.version, user: known });
        } else {
          this.here.set(user.userId, user);
          this.log.push({ kind: 'userJoined', version, user });
        }
        break;
      case 1:
      case 2: {
        const streamId = `s${this.random.below(8)}`;
        if (known && !this.published.has(streamId)) {
          const added = streamOf(streamId, known);
          this.published.set(streamId, added);
          this.log.push({ kind: 'streamAdded', version, stream: added });
        }
        break;
      }
      case 3:
        if (stream) {
          this.remove(stream);
        }
        break;
      case 4:
        if (stream) {
          const changed = {
            ...stream,
            extraInfo: `e${version}`,
            camera: this.random.oneOf(['open', 'mute'] as const) ?? 'open',
          };
          this.published.set(stream.streamId, changed);
          this.log.push({ kind: 'streamExtraInfoChanged', version, stream: changed });
        }
        break;
      default: {
        const updateUser = known ?? user;
        this.topic = { key: 'topic', value: `t${version}`, updateUser, updateTimeMs: version };
        this.log.push({ kind: 'roomExtraInfoChanged', version, roomExtraInfo: this.topic });
      }
    }
  }

  /** Hands the room over in parts, with events between them. */
  snapshot(view: RoomView): RoomChange[] {
    const users = [...this.here.values()];
    const streams = [...this.published.values()];
    const cut = this.random.below(users.length + 1);
    const streamCut = this.random.below(streams.length + 1);
    const at = this.version;
    const changes = view.onSnapshot(at, {
      users: users.slice(0, cut),
      streams: streams.slice(0, streamCut),
      userCount: users.length,
      roomExtraInfo: this.topic ? [this.topic] : [],
      more: true,
    });
    this.happen();
    changes.push(
      ...view.onEvents(
        this.version,
        this.log.filter((event) => event.version > at),
      ),
    );
    const stillHere = users.slice(cut).flatMap(({ userId, userName }) => {
      const now = this.here.get(userId);
      return now?.userName === userName ? [now] : [];
    });
    const stillThere = streams.slice(streamCut).flatMap(({ streamId }) => this.published.get(streamId) ?? []);
    changes.push(...view.onPage(this.version, stillHere, stillThere, false));
    return changes;
  }

  users(): string[] {
    return [...this.here.values()].map((user) => `${user.userId} ${user.userName}`).sort();
  }

  streams(): string[] {
    return [...this.published.values()].map(line).sort();
  }

  foreignTopic(): string {
    return this.topic?.value ?? '';
  }

  private remove(stream: RoomStream): void {
    this.published.delete(stream.streamId);
    this.log.push({ kind: 'streamRemoved', version: ++this.version, stream, reason: 'stopped' });
  }
}

/** What an application knows that keeps lists by what it is told. */
class AppModel {
  readonly infos = new Map<string, string>();
  private readonly known = new Map<string, string>();
  private readonly playable = new Map<string, string>();

  apply(changes: readonly RoomChange[]): void {
    for (const change of changes) {
      switch (change.kind) {
        case 'usersAdded':
          change.users.forEach((user) => this.add(this.known, user.userId, `${user.userId} ${user.userName}`));
          break;
        case 'usersRemoved':
          change.users.forEach((user) => this.remove(this.known, user.userId));
          break;
        case 'streamsAdded':
          change.streams.forEach((stream) => this.add(this.playable, stream.streamId, line(stream)));
          break;
        case 'streamsRemoved':
          expect(change.reasons).toHaveLength(change.streams.length);
          change.streams.forEach((stream) => this.remove(this.playable, stream.streamId));
          break;
        case 'extraInfoChanged':
        case 'deviceStatesChanged':
          for (const stream of change.streams) {
            expect(this.playable.has(stream.streamId), `change of ${stream.streamId}`).toBe(true);
            this.playable.set(stream.streamId, line(stream));
          }
          break;
        case 'roomExtraInfoChanged':
          change.infos.forEach((info) => this.infos.set(info.key, info.value));
          break;
      }
    }
  }

  users(): string[] {
    return [...this.known.values()].sort();
  }

  streams(): string[] {
    return [...this.playable.values()].sort();
  }

  private add(map: Map<string, string>, key: string, value: string): void {
    expect(map.has(key), `${key} added twice`).toBe(false);
    map.set(key, value);
  }

  private remove(map: Map<string, string>, key: string): void {
    expect(map.delete(key), `${key} removed without being there`).toBe(true);
  }
}

function line({ streamId, user, extraInfo, camera }: RoomStream): string {
  return `${streamId} ${user.userId} ${user.userName} ${extraInfo} ${camera}`;
}
