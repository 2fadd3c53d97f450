import type { ZegoStream, ZegoUser } from 'freshet-web';
import { ZegoRoomStateChangedReason as Reason, ZegoUpdateType } from 'freshet-web';
import { type Ref, ref, shallowRef } from 'vue';
import type { Engine } from './Engine.ts';
import { type Problem, problemOf } from './problem.ts';

/** The user of this page and where it goes. */
export interface Identity {
  readonly roomId: string;
  readonly userId: string;
  readonly token: string;
}

export type RoomPhase = 'out' | 'connecting' | 'in' | 'reconnecting';

/** A room as this page sees it. */
export interface Room {
  readonly phase: Ref<RoomPhase>;

  /** Why the phase is what it is, if something is wrong. */
  readonly problem: Ref<Problem | undefined>;
  readonly users: Ref<readonly Required<ZegoUser>[]>;
  readonly userCount: Ref<number>;

  /** The others' streams, the oldest first. */
  readonly streams: Ref<readonly ZegoStream[]>;

  /** Seconds after which the token runs out; undefined as long as there is nothing to say. */
  readonly tokenLeftS: Ref<number | undefined>;

  enter(): Promise<void>;
  leave(): Promise<void>;
  renewToken(token: string): Promise<void>;
}

/** @param onOver the page is out of the room; called for every end but {@link Room.leave} */
export function useRoom(engine: Engine, identity: Identity, onOver: (problem: Problem | undefined) => void): Room {
  const phase = ref<RoomPhase>('out');
  const problem = shallowRef<Problem>();
  const users = shallowRef<readonly Required<ZegoUser>[]>([]);
  const userCount = ref(0);
  const streams = shallowRef<readonly ZegoStream[]>([]);
  const tokenLeftS = ref<number>();
  const { roomId, userId, token } = identity;

  engine.on('roomStateChanged', (_, why, code, extendedData) => {
    const said = problemOf(code, extendedData);
    switch (why) {
      case Reason.Logining:
        phase.value = 'connecting';
        problem.value = undefined;
        break;
      case Reason.Logined:
      case Reason.Reconnected:
        phase.value = 'in';
        problem.value = undefined;
        break;
      case Reason.Reconnecting:
        phase.value = 'reconnecting';
        problem.value = said;
        break;
      case Reason.LoginFailed:
      case Reason.ReconnectFailed:
      case Reason.KickOut:
        phase.value = 'out';
        problem.value = said;
        onOver(said);
        break;
      case Reason.Logout:
      case Reason.LogoutFailed:
        phase.value = 'out';
        break;
    }
  });
  engine.on('debugError', (code, funcName, sentence) => {
    if (funcName === 'connect' && phase.value === 'connecting') {
      problem.value = { code, sentence };
    }
  });
  engine.on('roomUserUpdate', (_, type, list) => {
    const changed = new Set(list.map(({ userID }) => userID));
    const others = users.value.filter(({ userID }) => !changed.has(userID));
    users.value = type === ZegoUpdateType.Add ? [...others, ...list] : others;
  });
  engine.on('roomOnlineUserCountUpdate', (_, count) => {
    userCount.value = count;
  });
  engine.on('roomStreamUpdate', (_, type, list) => {
    const changed = new Set(list.map(({ streamID }) => streamID));
    const others = streams.value.filter(({ streamID }) => !changed.has(streamID));
    streams.value = type === ZegoUpdateType.Add ? [...others, ...list] : others;
  });
  engine.on('roomTokenWillExpire', (_, seconds) => {
    tokenLeftS.value = seconds;
  });

  return {
    phase,
    problem,
    users,
    userCount,
    streams,
    tokenLeftS,
    enter: async () => {
      await engine.loginRoom(roomId, { userID: userId }, { token, isUserStatusNotify: true });
    },
    leave: async () => {
      await engine.logoutRoom(roomId);
    },
    renewToken: async (next) => {
      await engine.renewToken(roomId, next);
      tokenLeftS.value = undefined;
    },
  };
}
