import type {
  RemovalReason,
  RoomEvent,
  RoomExtraInfo,
  RoomStream,
  RoomUser,
  Snapshot,
} from '../protocol/ServerMessage';
import { Changes } from './Changes';
import type { RoomChange } from './RoomChange';

/**
 * What one client knows of a room, by the rules of `protocol/spec/signalling.md` section 5. Snapshots, pages and events
 * go in, what has changed for the application comes out: applied in order to what the application was told before, it
 * always yields the server's state, no entry is added twice and none removed that was not there.
 *
 * While pages of a snapshot are missing, streams are told as they come, so that they can be played at once; users who
 * are new are told in one list when the view is whole. Whoever leaves is told at once.
 *
 * Its size is the room's, which the server bounds. No time, no input or output.
 */
export class RoomView {
  /** The users the application was told of; while the view is not whole, some of them may be gone. */
  private readonly toldUsers = new Map<string, RoomUser>();

  /** While the view is not whole: the users who are certainly there, told or not. */
  private readonly confirmedUsers = new Map<string, RoomUser>();

  private readonly knownStreams = new Map<string, RoomStream>();

  /** Streams that the parts of the snapshot have not brought yet. */
  private readonly doubtfulStreams = new Set<string>();

  private readonly extraInfos = new Map<string, RoomExtraInfo>();
  private seenVersion = 0;
  private begun = false;
  private isWhole = true; // an empty room of version 0

  /** @param userNotices whether the application wants to hear of users; streams it hears of always */
  constructor(
    private readonly ownUserId: string,
    private readonly userNotices: boolean,
  ) {}

  /** The room's version last seen, 0 before the first snapshot. */
  get version(): number {
    return this.seenVersion;
  }

  /** The version to resume with: 0, which asks for a snapshot, while pages are missing. */
  get resumeVersion(): number {
    return this.isWhole ? this.seenVersion : 0;
  }

  /** Whether no page of the last snapshot is missing. */
  get whole(): boolean {
    return this.isWhole;
  }

  /** The streams of others, oldest first. */
  streams(): RoomStream[] {
    return [...this.knownStreams.values()];
  }

  stream(streamId: string): RoomStream | undefined {
    return this.knownStreams.get(streamId);
  }

  /** The other users that the application was told of, in that order. */
  users(): RoomUser[] {
    return [...this.toldUsers.values()];
  }

  /**
   * Begins anew with a snapshot or, if it has `more`, with the first part of one. Removals come before additions; in a
   * whole snapshot users come before streams where they are added and after them where they are removed, so that a
   * stream is never there without its user.
   */
  onSnapshot(version: number, snapshot: Snapshot): RoomChange[] {
    const changes = new Changes();
    this.seenVersion = version;
    this.isWhole = false;
    this.confirmedUsers.clear();
    this.doubtfulStreams.clear();
    for (const streamId of this.knownStreams.keys()) {
      this.doubtfulStreams.add(streamId);
    }
    this.addPart(snapshot.users, snapshot.streams, snapshot.more, changes);
    this.replaceExtraInfos(snapshot.roomExtraInfo, changes);
    this.begun = true;
    return changes.list;
  }

  /** Adds the next part of a snapshot; none is due for a view that is whole. */
  onPage(version: number, users: readonly RoomUser[], streams: readonly RoomStream[], more: boolean): RoomChange[] {
    const changes = new Changes();
    if (!this.isWhole) {
      this.seenVersion = version;
      this.addPart(users, streams, more, changes);
    }
    return changes.list;
  }

  /**
   * Moves on by events, missed ones as well as new ones; those at or below {@link version} are known already and skipped.
   *
   * @param version the room's version after them, which may be larger than the last event's
   */
  onEvents(version: number, events: readonly RoomEvent[]): RoomChange[] {
    const changes = new Changes();
    for (const event of events) {
      if (event.version > this.seenVersion) {
        this.seenVersion = event.version;
        this.apply(event, changes);
      }
    }
    this.seenVersion = Math.max(this.seenVersion, version);
    return changes.list;
  }

  private addPart(users: readonly RoomUser[], streams: readonly RoomStream[], more: boolean, changes: Changes): void {
    for (const user of users) {
      if (this.isTold(user)) {
        this.confirmedUsers.set(user.userId, user);
      }
    }
    for (const stream of streams) {
      this.doubtfulStreams.delete(stream.streamId);
      this.removeFormer(stream, changes);
    }
    if (!more) {
      this.becomeWhole(changes);
    }
    for (const stream of streams) {
      if (!this.isOwn(stream.user)) {
        this.addStream(stream, changes);
      }
    }
  }

  private becomeWhole(changes: Changes): void {
    this.isWhole = true;
    for (const stream of this.streams()) {
      if (this.doubtfulStreams.has(stream.streamId)) {
        this.removeStream(stream, 'disconnected', changes);
      }
    }
    this.doubtfulStreams.clear();
    for (const user of this.users()) {
      if (!sameUser(user, this.confirmedUsers.get(user.userId))) {
        this.toldUsers.delete(user.userId);
        changes.users('usersRemoved', user);
      }
    }
    for (const user of this.confirmedUsers.values()) {
      this.addUser(user, changes);
    }
    this.confirmedUsers.clear();
  }

  /** An info that a snapshot lacks is gone, which is told as an empty value. */
  private replaceExtraInfos(infos: readonly RoomExtraInfo[], changes: Changes): void {
    const former = new Map(this.extraInfos);
    this.extraInfos.clear();
    for (const info of infos) {
      const known = former.get(info.key);
      former.delete(info.key);
      this.extraInfos.set(info.key, info);
      // To an application that has just come even its own words of another time are news.
      if (!this.begun || (!sameInfo(info, known) && !this.isOwn(info.updateUser))) {
        changes.extraInfoWritten(info);
      }
    }
    for (const gone of former.values()) {
      if (gone.value) {
        changes.extraInfoWritten({ ...gone, value: '' });
      }
    }
  }

  private apply(event: RoomEvent, changes: Changes): void {
    switch (event.kind) {
      case 'userJoined':
        this.onJoined(event.user, changes);
        break;
      case 'userLeft':
        this.onLeft(event.user.userId, changes);
        break;
      case 'streamAdded':
        this.doubtfulStreams.delete(event.stream.streamId);
        if (this.isOwn(event.stream.user)) {
          this.removeFormer(event.stream, changes);
        } else {
          this.addStream(event.stream, changes);
        }
        break;
      case 'streamRemoved': {
        const known = this.knownStreams.get(event.stream.streamId);
        if (known) {
          this.removeStream(known, event.reason, changes);
        }
        break;
      }
      case 'streamExtraInfoChanged':
      case 'streamDeviceStatesChanged':
        this.change(event.stream, changes);
        break;
      case 'roomExtraInfoChanged':
        this.extraInfos.set(event.roomExtraInfo.key, event.roomExtraInfo);
        if (!this.isOwn(event.roomExtraInfo.updateUser)) {
          changes.extraInfoWritten(event.roomExtraInfo);
        }
        break;
    }
  }

  private onJoined(user: RoomUser, changes: Changes): void {
    if (!this.isTold(user)) {
      return;
    }
    if (this.isWhole) {
      this.addUser(user, changes);
    } else {
      this.confirmedUsers.set(user.userId, user);
    }
  }

  private onLeft(userId: string, changes: Changes): void {
    this.confirmedUsers.delete(userId);
    const known = this.toldUsers.get(userId);
    if (known) {
      this.toldUsers.delete(userId);
      changes.users('usersRemoved', known);
    }
  }

  /** A stream that was in doubt is not any more: the event says that it is there. */
  private change(stream: RoomStream, changes: Changes): void {
    if (this.knownStreams.has(stream.streamId)) {
      this.doubtfulStreams.delete(stream.streamId);
      this.addStream(stream, changes);
    }
  }

  /** Tells of the user unless the application knows it under this very name. */
  private addUser(user: RoomUser, changes: Changes): void {
    const known = this.toldUsers.get(user.userId);
    this.toldUsers.set(user.userId, user);
    if (known && !sameUser(known, user)) {
      changes.users('usersRemoved', known);
    }
    if (!sameUser(user, known)) {
      changes.users('usersAdded', user);
    }
  }

  /** A stream of the same ID by somebody else, or by somebody of another name, is another stream. */
  private removeFormer(stream: RoomStream, changes: Changes): void {
    const known = this.knownStreams.get(stream.streamId);
    if (known && !sameUser(known.user, stream.user)) {
      this.removeStream(known, 'disconnected', changes);
    }
  }

  /** Of a known stream at most the extra info and the devices are new. */
  private addStream(stream: RoomStream, changes: Changes): void {
    this.removeFormer(stream, changes);
    const known = this.knownStreams.get(stream.streamId);
    this.knownStreams.set(stream.streamId, stream);
    if (!known) {
      changes.streams('streamsAdded', stream);
      return;
    }
    if (known.extraInfo !== stream.extraInfo) {
      changes.streams('extraInfoChanged', stream);
    }
    if (known.camera !== stream.camera || known.microphone !== stream.microphone) {
      changes.streams('deviceStatesChanged', stream);
    }
  }

  private removeStream(stream: RoomStream, reason: RemovalReason, changes: Changes): void {
    this.knownStreams.delete(stream.streamId);
    changes.removed(stream, reason);
  }

  private isTold(user: RoomUser): boolean {
    return this.userNotices && !this.isOwn(user);
  }

  private isOwn(user: RoomUser): boolean {
    return user.userId === this.ownUserId;
  }
}

function sameUser(a: RoomUser, b: RoomUser | undefined): boolean {
  return a.userId === b?.userId && a.userName === b.userName;
}

function sameInfo(a: RoomExtraInfo, b: RoomExtraInfo | undefined): boolean {
  return (
    b !== undefined &&
    a.key === b.key &&
    a.value === b.value &&
    a.updateTimeMs === b.updateTimeMs &&
    sameUser(a.updateUser, b.updateUser)
  );
}
