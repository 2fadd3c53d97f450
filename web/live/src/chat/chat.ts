import { type Ref, shallowRef } from 'vue';
import type { Engine } from '../session/Engine.ts';
import { type Problem, problemOf } from '../session/problem.ts';

export type MessageKind = 'broadcast' | 'barrage';

export interface ChatMessage {
  /** Unique among those that are kept. */
  readonly key: string;
  readonly kind: MessageKind;
  readonly from: string;
  readonly text: string;
  readonly atMs: number;
  readonly own: boolean;
}

/** Older ones are forgotten. */
export const KEPT_MESSAGES = 200;

export interface Chat {
  readonly messages: Ref<readonly ChatMessage[]>;

  /** @return what was wrong, if it was not sent */
  send(kind: MessageKind, text: string): Promise<Problem | undefined>;
}

export function useChat(engine: Engine, roomId: string, userId: string, wallMs: () => number): Chat {
  const messages = shallowRef<readonly ChatMessage[]>([]);
  let count = 0;

  function add(kind: MessageKind, from: string, text: string, atMs: number, own: boolean): void {
    const message = { key: `${kind}-${String(count++)}`, kind, from, text, atMs, own };
    messages.value = [...messages.value.slice(1 - KEPT_MESSAGES), message];
  }

  engine.on('IMRecvBroadcastMessage', (_, list) => {
    list.forEach(({ fromUser, message, sendTime }) => add('broadcast', fromUser.userName, message, sendTime, false));
  });
  engine.on('IMRecvBarrageMessage', (_, list) => {
    list.forEach(({ fromUser, message, sendTime }) => add('barrage', fromUser.userName, message, sendTime, false));
  });

  return {
    messages,
    send: async (kind, text) => {
      const { errorCode } =
        kind === 'broadcast'
          ? await engine.sendBroadcastMessage(roomId, text)
          : await engine.sendBarrageMessage(roomId, text);
      if (errorCode === 0) {
        add(kind, userId, text, wallMs(), true);
      }
      return problemOf(errorCode);
    },
  };
}
