import { describe, expect, it } from 'vitest';
import { makeDemoToken } from '../../../src/join/demoToken.ts';

const PAGE = 'https://live.example.org/#app=1';
const WISH = { appId: '7', userId: 'me', roomId: '', validSeconds: 60 };
const API = 'https://live.example.org/console/api/';

type Answers = Readonly<Record<string, readonly [status: number, body: unknown]>>;

/** A console that gives these answers; what it was asked is noted. */
function consoleWith(answers: Answers) {
  const asked: [url: string, options: RequestInit | undefined][] = [];
  const fetch = (url: string, options?: RequestInit): Promise<Response> => {
    asked.push([url, options]);
    const [status, body] = answers[url.replace(API, '')] ?? [404, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  return { asked, fetch };
}

const SESSION = [200, { user: 'admin', csrfToken: 'csrf' }] as const;

describe('a token to try things with', () => {
  it('is made by the console for whoever is logged in to it', async () => {
    const made = [200, { appId: 7, token: '04abc' }] as const;
    const { asked, fetch } = consoleWith({ session: SESSION, 'projects/7/tokens': made });
    expect(await makeDemoToken(WISH, PAGE, fetch)).toEqual({ kind: 'made', appId: '7', token: '04abc' });
    expect(asked[1]).toEqual([
      `${API}projects/7/tokens`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': 'csrf' },
        body: '{"userId":"me","mayPublish":true,"validSeconds":60}',
      },
    ]);
  });

  it('may be for one room, and for the first project', async () => {
    const { asked, fetch } = consoleWith({
      session: SESSION,
      projects: [200, { projects: [{ appId: 9 }, { appId: 10 }] }],
      'projects/9/tokens': [200, { token: '04abc' }],
    });
    const made = await makeDemoToken({ ...WISH, appId: '', roomId: 'r' }, PAGE, fetch);
    expect(made).toEqual({ kind: 'made', appId: '9', token: '04abc' });
    expect(JSON.parse(asked[2]?.[1]?.body as string)).toMatchObject({ roomId: 'r' });
  });

  it('is not asked for when nobody is logged in', async () => {
    const { asked, fetch } = consoleWith({ session: [401, {}] });
    expect(await makeDemoToken(WISH, PAGE, fetch)).toEqual({ kind: 'notLoggedIn' });
    expect(asked).toHaveLength(1);
  });

  it('may be refused, with the console’s sentence', async () => {
    const refused = [404, { code: 1, message: 'There is no project 7.' }] as const;
    const { fetch } = consoleWith({ session: SESSION, 'projects/7/tokens': refused });
    expect(await makeDemoToken(WISH, PAGE, fetch)).toEqual({ kind: 'refused', sentence: 'There is no project 7.' });
  });

  it('cannot be made when the server is away', async () => {
    const away = (): Promise<Response> => Promise.reject(new TypeError('failed to fetch'));
    expect(await makeDemoToken(WISH, PAGE, away)).toEqual({ kind: 'unreachable' });
  });
});
