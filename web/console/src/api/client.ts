/** What the server answers when it will not do something. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** The member of the request it is about; empty if it is about none. */
    readonly field = '',
  ) {
    super(message);
  }
}

/** The server does not answer, or what stands before it says that it is not there. */
export class ServerAway extends Error {}

/** Nobody is logged in, or no longer. */
export class SessionOver extends Error {}

/** What the session is told by requests. */
export interface SessionWatch {
  csrfToken(): string;
  /** Asks the server for the token of now; another page of the browser may have logged in again. */
  renewCsrfToken(): Promise<string>;
  over(): void;
  away(): void;
}

export type Method = 'POST' | 'PUT' | 'PATCH';

/** One way to the server for all resources. */
export interface Api {
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  send<T>(method: Method, path: string, body?: object): Promise<T>;
}

export const ROOT = '/console/api';

interface Said {
  message?: unknown;
  field?: unknown;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Reads an answer, or throws what is wrong. */
export async function read<T>(response: Response): Promise<T> {
  const answer = await json(response);
  if (response.ok && answer !== undefined) {
    return answer as T;
  }
  const said = (answer ?? {}) as Said;
  const sentence = text(said.message);
  if (sentence === '') {
    // A proxy speaks, or something that is no server of ours.
    throw new ServerAway(`status ${response.status}`);
  }
  throw new Refusal(response.status, sentence, text(said.field));
}

/** Sends a request; a connection that fails means that the server is away. */
export async function ask(fetcher: typeof fetch, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetcher(ROOT + path, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch (error) {
    if (init.signal?.aborted === true) {
      throw error;
    }
    throw new ServerAway(String(error));
  }
}

/** The console's API over `fetcher`, in the session that `watch` keeps. */
export function createApi(fetcher: typeof fetch, watch: SessionWatch): Api {
  async function judged<T>(request: () => Promise<Response>): Promise<T> {
    try {
      return await read<T>(await request());
    } catch (error) {
      if (error instanceof ServerAway) {
        watch.away();
      }
      // A wrong password is 401 as well, but about a field.
      if (error instanceof Refusal && error.status === 401 && error.field === '') {
        watch.over();
        throw new SessionOver(error.message);
      }
      throw error;
    }
  }

  function change(method: Method, path: string, body: object, csrfToken: string): Promise<Response> {
    return ask(fetcher, path, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken },
      body: JSON.stringify(body),
    });
  }

  return {
    get: (path, signal) => judged(() => ask(fetcher, path, signal === undefined ? {} : { signal })),
    send: (method, path, body = {}) =>
      judged(async () => {
        const token = watch.csrfToken();
        const response = await change(method, path, body, token);
        if (response.status !== 403) {
          return response;
        }
        const renewed = await watch.renewCsrfToken();
        return renewed === token ? response : change(method, path, body, renewed);
      }),
  };
}

/** A path of which each part is a name that may hold anything. */
export function path(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

/** A query of the values that there are. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const known = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return known.length === 0 ? '' : `?${new URLSearchParams(known).toString()}`;
}
