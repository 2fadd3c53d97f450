import { describe, expect, it } from 'vitest';
import { changeProject } from '../../src/api/projects.ts';
import { type Api, createApi, path, query, Refusal, ServerAway, SessionOver } from '../../src/api/client.ts';
import { FakeServer } from './fakes.ts';

function started(): { server: FakeServer; api: Api; seen: string[]; tokens: string[] } {
  const server = new FakeServer();
  const seen: string[] = [];
  const tokens = ['first'];
  const api = createApi(server.fetch, {
    csrfToken: () => tokens.at(-1) ?? '',
    renewCsrfToken: () => {
      seen.push('renew');
      return Promise.resolve(tokens.at(-1) ?? '');
    },
    over: () => seen.push('over'),
    away: () => seen.push('away'),
  });
  return { server, api, seen, tokens };
}

describe('the API client', () => {
  it('shows the session’s token with a change, and none with a look', async () => {
    const { server, api } = started();
    server.reply({ status: 200, body: { appId: 7 } });
    await api.get('/projects/7');
    await changeProject(api, 7, { l3: false });
    expect(server.asked[0]?.headers).toEqual({});
    expect(server.asked[1]).toEqual({
      path: '/console/api/projects/7',
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': 'first' },
      body: { l3: false },
    });
  });

  it('throws the server’s sentence and the field it is about', async () => {
    const { server, api, seen } = started();
    server.reply({ status: 400, body: { code: 1000017, message: '"name" must not be blank.', field: 'name' } });
    const refusal: unknown = await api.send('POST', '/projects', { name: '' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ status: 400, message: '"name" must not be blank.', field: 'name' });
    expect(seen).toEqual([]);
  });

  it('knows that the session is over from a 401, but not from a wrong password', async () => {
    const { server, api, seen } = started();
    server.reply({ status: 401, body: { code: 1, message: 'The password is wrong.', field: 'current' } });
    await expect(api.send('POST', '/password')).rejects.toBeInstanceOf(Refusal);
    expect(seen).toEqual([]);
    server.reply({ status: 401, body: { code: 1, message: 'Log in first.' } });
    await expect(api.get('/projects')).rejects.toBeInstanceOf(SessionOver);
    expect(seen).toEqual(['over']);
  });

  it.each([
    ['a connection that fails', 'away' as const],
    ['a proxy without a server behind it', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['an answer that is not ours', { status: 200, body: '<html>Welcome</html>' }],
  ])('takes %s for a server that is away', async (_name, reply) => {
    const { server, api, seen } = started();
    server.reply(reply);
    await expect(api.get('/projects')).rejects.toBeInstanceOf(ServerAway);
    expect(seen).toEqual(['away']);
  });

  it('tries a change once more when another page of the browser has logged in again', async () => {
    const { server, api, tokens } = started();
    server.reply(
      { status: 403, body: { code: 1, message: 'The header X-CSRF-Token must be that of this session.' } },
      { status: 200, body: {} },
    );
    const sent = api.send('POST', '/logout');
    tokens.push('second');
    await sent;
    expect(server.asked.map(({ headers }) => headers['X-CSRF-Token'])).toEqual(['first', 'second']);
  });

  it('does not repeat a change that is refused for good', async () => {
    const { server, api, seen } = started();
    server.reply({ status: 403, body: { code: 1, message: 'Changes are accepted from the console’s own page.' } });
    await expect(api.send('POST', '/logout')).rejects.toMatchObject({ status: 403 });
    expect(server.asked).toHaveLength(1);
    expect(seen).toEqual(['renew']);
  });

  it('does not take a request that was given up for a server that is away', async () => {
    const { server, api, seen } = started();
    server.reply('away');
    const giving = new AbortController();
    giving.abort();
    await expect(api.get('/projects', giving.signal)).rejects.not.toBeInstanceOf(ServerAway);
    expect(seen).toEqual([]);
  });

  it('puts names into paths and queries as they are', () => {
    expect(path('projects', 7, 'rooms', 'a/b?c#d%e')).toBe('/projects/7/rooms/a%2Fb%3Fc%23d%25e');
    expect(query({ appId: 7, roomId: 'a&b', marker: undefined })).toBe('?appId=7&roomId=a%26b');
    expect(query({ appId: undefined })).toBe('');
  });
});
