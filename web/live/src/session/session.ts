import { type Ref, type ShallowRef, ref, shallowRef } from 'vue';
import { type Chat, useChat } from '../chat/chat.ts';
import { type Playing, usePlaying } from '../grid/playing.ts';
import type { LinkFields } from '../join/link.ts';
import { type NewPicture, type Publishing, usePublishing } from '../publish/publishing.ts';
import { type Sharing, useSharing } from '../publish/sharing.ts';
import type { Engines } from './Engine.ts';
import { type Problem, problemOfError } from './problem.ts';
import { type Room, useRoom } from './room.ts';

/** Everything of one stay in a room. */
export interface Live {
  readonly fields: LinkFields;
  readonly room: Room;
  readonly playing: Playing;
  readonly publishing: Publishing;
  readonly sharing: Sharing;
  readonly chat: Chat;
}

export interface Surroundings {
  readonly engines: Engines;
  readonly newPicture: NewPicture;

  /** A steady clock, and the time of day. */
  readonly nowMs: () => number;
  readonly wallMs: () => number;
}

/** From joining to leaving. */
export interface Session {
  /** There from the first try to join until the room is left. */
  readonly live: ShallowRef<Live | undefined>;

  /** Why the last stay or try ended, as long as there is no newer. */
  readonly problem: Ref<Problem | undefined>;
  readonly busy: Ref<boolean>;

  join(fields: LinkFields): Promise<void>;
  leave(): Promise<void>;
}

export function useSession({ engines, newPicture, nowMs, wallMs }: Surroundings): Session {
  const live = shallowRef<Live>();
  const problem = shallowRef<Problem>();
  const busy = ref(false);

  async function end(why: Problem | undefined): Promise<void> {
    problem.value = why;
    live.value?.publishing.end();
    live.value = undefined;
    await engines.destroy();
    busy.value = false;
  }

  return {
    live,
    problem,
    busy,
    join: async (fields) => {
      if (busy.value) {
        return;
      }
      busy.value = true;
      problem.value = undefined;
      try {
        const engine = await engines.create(Number(fields.app));
        const { room: roomId, user: userId, token } = fields;
        const room = useRoom(engine, { roomId, userId, token }, (why) => void end(why));
        live.value = {
          fields,
          room,
          playing: usePlaying(engine, nowMs),
          publishing: usePublishing(engine, newPicture),
          sharing: useSharing(engine),
          chat: useChat(engine, roomId, userId, wallMs),
        };
        await room.enter();
      } catch (error) {
        await end(problemOfError(error));
      }
    },
    leave: () => end(undefined),
  };
}
