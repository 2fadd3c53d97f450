/** A token for trying things out, made by the console for whoever is logged in to it in this browser. */
export type DemoToken =
  | { readonly kind: 'made'; readonly appId: string; readonly token: string }
  | { readonly kind: 'notLoggedIn' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly sentence: string };

export interface TokenWish {
  /** Empty for the server's first project. */
  readonly appId: string;
  readonly userId: string;

  /** Empty for every room. */
  readonly roomId: string;
  readonly validSeconds: number;
}

type Fetch = (url: string, options?: RequestInit) => Promise<Response>;

const API = 'console/api';

/** Asks for the operator's session first: no token is made without it, and nothing here knows a secret. */
export async function makeDemoToken(wish: TokenWish, page: string, fetch: Fetch): Promise<DemoToken> {
  const ask = (path: string, options?: RequestInit): Promise<Response> =>
    fetch(new URL(`${API}/${path}`, page).href, options);
  try {
    const session = await ask('session');
    if (session.status === 401) {
      return { kind: 'notLoggedIn' };
    }
    const csrfToken = text(await member(session, 'csrfToken'));
    const appId = wish.appId || (await firstProject(await ask('projects')));
    const { userId, roomId, validSeconds } = wish;
    const answer = await ask(`projects/${encodeURIComponent(appId)}/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken },
      body: JSON.stringify({ userId, ...(roomId !== '' && { roomId }), mayPublish: true, validSeconds }),
    });
    return answer.ok
      ? { kind: 'made', appId, token: text(await member(answer, 'token')) }
      : { kind: 'refused', sentence: text(await member(answer, 'message')) };
  } catch {
    return { kind: 'unreachable' };
  }
}

async function firstProject(answer: Response): Promise<string> {
  const projects = await member(answer, 'projects');
  const first: unknown = Array.isArray(projects) ? projects[0] : undefined;
  const appId = typeof first === 'object' && first !== null && 'appId' in first ? first.appId : 0;
  return typeof appId === 'number' ? String(appId) : '0';
}

async function member(answer: Response, name: string): Promise<unknown> {
  const body: unknown = await answer.json();
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
