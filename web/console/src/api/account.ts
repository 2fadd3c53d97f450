import { type Api, ask, read } from './client.ts';

export interface Session {
  readonly user: string;
  readonly csrfToken: string;
}

/** These two come before there is a session, or ask whether there is one. */
export async function logIn(fetcher: typeof fetch, password: string): Promise<Session> {
  return read(
    await ask(fetcher, '/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ password }),
    }),
  );
}

export async function showSession(fetcher: typeof fetch): Promise<Session> {
  return read(await ask(fetcher, '/session', {}));
}

export function logOut(api: Api): Promise<void> {
  return api.send('POST', '/logout');
}

export function changePassword(api: Api, current: string, password: string): Promise<void> {
  return api.send('POST', '/password', { current, password });
}
