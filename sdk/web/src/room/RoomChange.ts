import type { RemovalReason, RoomExtraInfo, RoomStream, RoomUser } from '../protocol/ServerMessage';

/** One thing to tell the application: never empty, never about its own user or streams. */
export type RoomChange =
  | { readonly kind: 'usersAdded' | 'usersRemoved'; readonly users: readonly RoomUser[] }
  | { readonly kind: 'streamsAdded'; readonly streams: readonly RoomStream[] }
  | {
      readonly kind: 'streamsRemoved';
      readonly streams: readonly RoomStream[];
      /** One for each stream, in the same order. */
      readonly reasons: readonly RemovalReason[];
    }
  | { readonly kind: 'extraInfoChanged' | 'deviceStatesChanged'; readonly streams: readonly RoomStream[] }
  | { readonly kind: 'roomExtraInfoChanged'; readonly infos: readonly RoomExtraInfo[] };
