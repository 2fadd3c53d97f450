import { describe, expect, it } from 'vitest';
import { createSession, type Session } from '../../src/session/session.ts';
import { FakeServer, FakeTimers, type Reply, settled } from './fakes.ts';

const IN: Reply = { status: 200, body: { user: 'admin', csrfToken: 't1' } };
const OUT: Reply = { status: 401, body: { code: 1, message: 'Log in first.' } };

function started(): { server: FakeServer; timers: FakeTimers; session: Session } {
  const server = new FakeServer();
  const timers = new FakeTimers();
  return { server, timers, session: createSession(server.fetch, timers.later) };
}

describe('the session', () => {
  it('is found at the start, or not', async () => {
    const { server, session } = started();
    expect(session.standing.value).toBe('unknown');
    server.reply(OUT);
    await session.find();
    expect(session.standing.value).toBe('out');
    expect(session.hasExpired.value).toBe(false);
    server.reply(IN);
    await session.find();
    expect(session.standing.value).toBe('in');
  });

  it('uses the token of the login for changes', async () => {
    const { server, session } = started();
    server.reply(IN);
    await session.logIn('a password of some length');
    await session.api.send('POST', '/projects', { name: 'shop' });
    expect(server.asked[0]?.body).toEqual({ password: 'a password of some length' });
    expect(server.asked[1]?.headers['X-CSRF-Token']).toBe('t1');
  });

  it('says that it has expired when the server ends it, not when one leaves', async () => {
    const { server, session } = started();
    server.reply(IN);
    await session.find();
    server.reply(OUT);
    await expect(session.api.get('/projects')).rejects.toThrow();
    expect([session.standing.value, session.hasExpired.value]).toEqual(['out', true]);
    server.reply(IN);
    await session.logIn('again');
    session.leave();
    expect([session.standing.value, session.hasExpired.value]).toEqual(['out', false]);
  });

  it('looks for a server that is away until it is back, less and less often', async () => {
    const { server, timers, session } = started();
    server.reply(IN);
    await session.find();
    server.reply('away');
    await expect(session.api.get('/projects')).rejects.toThrow();
    await expect(session.api.get('/rooms')).rejects.toThrow();
    expect(session.isAway.value).toBe(true);
    expect(timers.waiting).toHaveLength(1);
    const waits: (number | undefined)[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      waits.push(timers.run());
      await settled();
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 8000]);
    expect(session.standing.value).toBe('in');
    server.reply(IN);
    timers.run();
    await settled();
    expect(session.isAway.value).toBe(false);
    expect(session.returns.value).toBe(1);
    expect(timers.waiting).toHaveLength(0);
  });

  it('leads to the login when the server has forgotten it meanwhile', async () => {
    const { server, timers, session } = started();
    server.reply(IN);
    await session.find();
    server.reply('away');
    await session.find();
    server.reply(OUT);
    timers.run();
    await settled();
    expect([session.standing.value, session.isAway.value, session.hasExpired.value]).toEqual(['out', false, true]);
  });
});
