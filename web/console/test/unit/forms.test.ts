import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from 'freshet-web-shared/language.ts';
import { Refusal, ServerAway, SessionOver } from '../../src/api/client.ts';
import { type ForbidDraft, forbidOf, problemsOf, targetOf } from '../../src/forbids/forbid.ts';
import { messageProblem, roomIdProblem, streamIdProblem, userIdProblem } from '../../src/parts/check.ts';
import { useForm } from '../../src/parts/form.ts';
import { nameProblem, urlProblem } from '../../src/projects/check.ts';
import { matchingRooms, matchingUsers } from '../../src/rooms/search.ts';
import { daysProblems, lastDays } from '../../src/usage/days.ts';

afterEach(() => chooseLanguage('en'));

describe('a form', () => {
  it('does nothing while a field has a problem', async () => {
    const form = useForm(['name']);
    let done = 0;
    await form.submit({ name: 'Type a name.' }, () => {
      done += 1;
      return Promise.resolve();
    });
    expect([form.errors.name, done]).toEqual(['Type a name.', 0]);
    await form.submit({ name: '' }, () => {
      done += 1;
      return Promise.resolve();
    });
    expect([form.errors.name, done]).toEqual(['', 1]);
  });

  it('shows a refusal at the field it is about, in the form’s own words', async () => {
    const form = useForm(['name', 'url'], (refusal) => `told: ${refusal.message}`);
    await form.submit({ name: '', url: '' }, () => Promise.reject(new Refusal(400, 'No.', 'url')));
    expect(form.errors).toEqual({ name: '', url: 'told: No.' });
    expect(form.failure.value).toBe('');
  });

  it('shows other refusals below, and what came of a server that is away', async () => {
    const form = useForm(['name']);
    await form.submit({ name: '' }, () => Promise.reject(new Refusal(409, 'There are too many.', 'other')));
    expect(form.failure.value).toBe('There are too many.');
    await form.submit({ name: '' }, () => Promise.reject(new ServerAway('gone')));
    expect(form.failure.value).toContain('does not answer');
    await form.submit({ name: '' }, () => Promise.reject(new SessionOver('over')));
    expect(form.failure.value).toBe('');
    expect(form.isBusy.value).toBe(false);
  });

  it('is not submitted twice at once', async () => {
    const form = useForm(['name']);
    let done = 0;
    const action = (): Promise<void> => {
      done += 1;
      return Promise.resolve();
    };
    await Promise.all([form.submit({ name: '' }, action), form.submit({ name: '' }, action)]);
    expect(done).toBe(1);
  });
});

describe('what is typed', () => {
  it.each([
    ['a name', () => nameProblem('shop'), ''],
    ['no name', () => nameProblem('  '), 'Type a name.'],
    ['a long name', () => nameProblem('n'.repeat(65)), 'At most 64 characters.'],
    ['a URL', () => urlProblem('https://b.example/x?key=1'), ''],
    ['no URL', () => urlProblem(''), 'Type a URL.'],
    ['another scheme', () => urlProblem('ftp://b.example'), 'Type a URL that begins with http:// or https://.'],
    ['a long URL', () => urlProblem(`http://b/${'x'.repeat(1016)}`), 'At most 1024 characters.'],
    ['a userID', () => userIdProblem('a@b'), ''],
    ['no userID', () => userIdProblem(''), 'Type an ID.'],
    ['a userID with a space', () => userIdProblem('a b'), 'Letters, digits'],
    ['a long userID', () => userIdProblem('u'.repeat(64)), 'At most 63 bytes.'],
    ['a long roomID', () => roomIdProblem('r'.repeat(128)), 'At most 127 bytes.'],
    ['a streamID with a dot', () => streamIdProblem('a.b'), 'Letters, digits, - and _.'],
    ['no message', () => messageProblem(''), 'Type what is to be said.'],
    ['a message of 1026 bytes', () => messageProblem('道'.repeat(342)), 'At most 1024 bytes.'],
  ])('%s is judged', (_name, judge, text) => {
    if (text === '') {
      expect(judge()).toBe('');
    } else {
      expect(judge()).toContain(text);
    }
  });

  it('is judged in Chinese as well', () => {
    chooseLanguage('zh');
    expect(userIdProblem('u'.repeat(64))).toBe('最多 63 字节。');
  });
});

describe('a rule', () => {
  const draft: ForbidDraft = {
    kind: 'user_in_room',
    userId: 'mallory',
    roomId: 'demo',
    address: '',
    login: true,
    publish: false,
    seconds: 3600,
  };

  it('names what its kind needs, and nothing else', () => {
    expect(forbidOf(draft)).toEqual({ userId: 'mallory', roomId: 'demo', login: true, publish: false, seconds: 3600 });
    expect(targetOf({ ...draft, kind: 'user' })).toEqual({ userId: 'mallory' });
    expect(targetOf({ ...draft, kind: 'room' })).toEqual({ roomId: 'demo' });
    expect(targetOf({ ...draft, kind: 'address', address: '203.0.113.7' })).toEqual({ address: '203.0.113.7' });
  });

  it('has problems only where its kind has fields', () => {
    expect(problemsOf({ ...draft, kind: 'user', roomId: '' })).toEqual({
      userId: '',
      roomId: '',
      address: '',
      login: '',
    });
    expect(problemsOf({ ...draft, userId: '', login: false })).toMatchObject({
      userId: 'Type an ID.',
      login: 'Choose what is forbidden.',
    });
    expect(problemsOf({ ...draft, kind: 'address', address: 'nowhere' }).address).toContain('203.0.113.7');
    expect(problemsOf({ ...draft, kind: 'address', address: '2001:db8::7' }).address).toBe('');
  });
});

describe('a span of days', () => {
  it('is the last thirty at first', () => {
    expect(lastDays(Date.UTC(2026, 10, 21, 23, 59))).toEqual({ from: '2026-10-23', to: '2026-11-21' });
  });

  it('goes forwards, and not too far', () => {
    expect(daysProblems({ from: '2026-11-01', to: '2026-11-01' })).toEqual({ from: '', to: '' });
    expect(daysProblems({ from: '2026-11-02', to: '2026-11-01' }).to).toContain('not before');
    expect(daysProblems({ from: '2010-01-01', to: '2026-11-01' }).to).toContain('3660');
    expect(daysProblems({ from: '', to: '' })).toEqual({ from: 'Choose a day.', to: 'Choose a day.' });
  });
});

describe('a search', () => {
  it('finds rooms by ID, project and AppID', () => {
    const room = { appId: 4220, roomId: 'Lobby', users: 1, streams: 0 };
    const names = new Map([[4220, 'Shop']]);
    for (const text of ['lob', 'SHOP', '422', '', ' lobby ']) {
      expect(matchingRooms([room], names, text)).toEqual([room]);
    }
    expect(matchingRooms([room], names, 'other')).toEqual([]);
  });

  it('finds users by ID and name', () => {
    const user = { userId: 'u1', userName: 'Ann' };
    expect(matchingUsers([user], 'ann')).toEqual([user]);
    expect(matchingUsers([user], 'U1')).toEqual([user]);
    expect(matchingUsers([user], 'bob')).toEqual([]);
  });
});
