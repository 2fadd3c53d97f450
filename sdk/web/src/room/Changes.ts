import type { RemovalReason, RoomExtraInfo, RoomStream, RoomUser } from '../protocol/ServerMessage';
import type { RoomChange } from './RoomChange';

type UserKind = 'usersAdded' | 'usersRemoved';
type StreamKind = 'streamsAdded' | 'extraInfoChanged' | 'deviceStatesChanged';

/** Collects changes in order; neighbours of one kind become one. */
export class Changes {
  readonly list: RoomChange[] = [];
  private kind: RoomChange['kind'] | undefined;
  private lastUsers: RoomUser[] = [];
  private lastStreams: RoomStream[] = [];
  private lastReasons: RemovalReason[] = [];
  private lastInfos: RoomExtraInfo[] = [];

  users(kind: UserKind, user: RoomUser): void {
    if (this.begins(kind)) {
      this.list.push({ kind, users: (this.lastUsers = []) });
    }
    this.lastUsers.push(user);
  }

  streams(kind: StreamKind, stream: RoomStream): void {
    if (this.begins(kind)) {
      this.list.push({ kind, streams: (this.lastStreams = []) });
    }
    this.lastStreams.push(stream);
  }

  removed(stream: RoomStream, reason: RemovalReason): void {
    if (this.begins('streamsRemoved')) {
      this.list.push({ kind: 'streamsRemoved', streams: (this.lastStreams = []), reasons: (this.lastReasons = []) });
    }
    this.lastStreams.push(stream);
    this.lastReasons.push(reason);
  }

  extraInfoWritten(info: RoomExtraInfo): void {
    if (this.begins('roomExtraInfoChanged')) {
      this.list.push({ kind: 'roomExtraInfoChanged', infos: (this.lastInfos = []) });
    }
    this.lastInfos.push(info);
  }

  private begins(kind: RoomChange['kind']): boolean {
    const other = kind !== this.kind;
    this.kind = kind;
    return other;
  }
}
