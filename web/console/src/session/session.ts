import { type InjectionKey, type Ref, shallowRef } from 'vue';
import { logIn, type Session as Account, showSession } from '../api/account.ts';
import { type Api, createApi, Refusal, ServerAway } from '../api/client.ts';

/** `unknown` until the server has said. */
export type Standing = 'unknown' | 'out' | 'in';

/** Who is logged in, whether the server is there, and the API in this session. */
export interface Session {
  readonly api: Api;
  readonly standing: Readonly<Ref<Standing>>;
  /** Whether it was the server that ended it. */
  readonly hasExpired: Readonly<Ref<boolean>>;
  readonly isAway: Readonly<Ref<boolean>>;
  /** How often the server has come back: who shows something loads it again. */
  readonly returns: Readonly<Ref<number>>;
  /** Asks the server whether one is logged in; again and again while it is away. */
  find(): Promise<void>;
  logIn(password: string): Promise<void>;
  /** After the server was told. */
  leave(): void;
}

export const SESSION: InjectionKey<Session> = Symbol('session');

export type Later = (ms: number, what: () => void) => () => void;

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 8000;

export function createSession(fetcher: typeof fetch, later: Later): Session {
  const standing = shallowRef<Standing>('unknown');
  const hasExpired = shallowRef(false);
  const isAway = shallowRef(false);
  const returns = shallowRef(0);
  let csrfToken = '';
  let waitMs = FIRST_WAIT_MS;
  let isWaiting = false;

  function enter(account: Account): void {
    csrfToken = account.csrfToken;
    standing.value = 'in';
    hasExpired.value = false;
  }

  function expire(): void {
    hasExpired.value = standing.value === 'in';
    standing.value = 'out';
    csrfToken = '';
  }

  function waitForServer(): void {
    isAway.value = true;
    if (!isWaiting) {
      isWaiting = true;
      later(waitMs, () => {
        isWaiting = false;
        void find();
      });
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
    }
  }

  function seen(): void {
    waitMs = FIRST_WAIT_MS;
    if (isAway.value) {
      isAway.value = false;
      returns.value += 1;
    }
  }

  async function find(): Promise<void> {
    try {
      enter(await showSession(fetcher));
      seen();
    } catch (error) {
      if (error instanceof Refusal) {
        expire();
        seen();
      } else {
        waitForServer();
      }
    }
  }

  const api = createApi(fetcher, {
    csrfToken: () => csrfToken,
    renewCsrfToken: async () => {
      await find();
      return csrfToken;
    },
    over: expire,
    away: waitForServer,
  });

  return {
    api,
    standing,
    hasExpired,
    isAway,
    returns,
    find,
    logIn: async (password) => {
      try {
        enter(await logIn(fetcher, password));
        seen();
      } catch (error) {
        if (error instanceof ServerAway) {
          waitForServer();
        }
        throw error;
      }
    },
    leave: () => {
      standing.value = 'out';
      hasExpired.value = false;
      csrfToken = '';
    },
  };
}
