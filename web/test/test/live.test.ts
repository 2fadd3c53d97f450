import * as codes from 'freshet-web/error-codes';
import { openBrowser } from 'freshet-web-test/browser.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { SENTENCES } from '../../live/src/session/sentences.ts';
import { ConsolePage } from './ConsolePage.ts';
import { LivePage } from './LivePage.ts';
import { Operator } from './Operator.ts';
import { stage } from './Stage.ts';
import { WatchedPages } from './WatchedPages.ts';

const on = stage('live');
let operator: Operator;

beforeAll(async () => {
  operator = await Operator.login(on.server);
});

async function visit(user: string): Promise<LivePage> {
  const page = await LivePage.visit(on, { user, token: await operator.token(user) });
  return page.isIn();
}

describe('two people with a link each', () => {
  it('see and hear each other, and talk', async () => {
    const [alice, bob] = [await visit('alice'), await visit('bob')];
    await Promise.all([alice.publish(), bob.publish('Test picture with clock')]);
    await Promise.all([alice.sees('bob-stream'), bob.sees('alice-stream')]);
    await Promise.all([alice.hears('bob-stream'), bob.hears('alice-stream')]);
    await expect.poll(() => alice.figure('bob-stream', 'Delay').textContent()).toMatch(/^\d+ ms$/);
    await expect.poll(() => alice.figure('bob-stream', 'First frame').textContent()).toMatch(/^\d+ ms$/);

    await alice.say('good morning');
    await bob.readsMessage('alice', 'good morning');
    await bob.say('666', 'Barrage');
    await alice.readsMessage('bob', '666');
    await alice.page.getByRole('listitem').filter({ hasText: 'bob' }).waitFor();
  });

  it('see each other again by themselves after the server was killed', async () => {
    on.expectComplaint(/WebSocket|ERR_CONNECTION_REFUSED/);
    const [alice, bob] = [await visit('alice'), await visit('bob')];
    await alice.publish();
    await bob.sees('alice-stream');
    await on.server.kill();
    await Promise.all([alice.status('Reconnecting').waitFor(), bob.status('Reconnecting').waitFor()]);
    await on.server.startAgain();
    await operator.login();
    await Promise.all([alice.isIn(), bob.isIn()]);
    await bob.sees('alice-stream');
    await bob.hears('alice-stream');
  });
});

describe('a person without a good token', () => {
  it.each([
    ['of another user', codes.ROOM_TOKEN_USERID_ERROR, () => operator.token('mallory')],
    ['that was cut off', codes.ROOM_TOKEN_FORMAT_ERROR, async () => (await operator.token('alice')).slice(0, 50)],
    ['that has run out', codes.ROOM_TOKEN_EXPIRE_ERROR, () => operator.expiredToken('alice')],
    ['of another project', codes.ROOM_ERROR_AUTHENTICATION_FAILED, () => foreignToken('alice')],
  ])('is told so: a token %s', async (_, code, token) => {
    const alice = await LivePage.visit(on, { user: 'alice', token: await token() });
    await alice.alert(sentence(code)).waitFor();
    // With what was typed still there.
    expect(await alice.page.getByLabel('User', { exact: true }).inputValue()).toBe('alice');
  });

  it('is warned before the token runs out, and told when the project puts out whose token has', async () => {
    await operator.project({ tokenExpiry: 'kick' });
    const alice = await LivePage.visit(on, {
      user: 'alice',
      token: await operator.token('alice', { validSeconds: 5 }),
    });
    await alice.alert('The token runs out in').waitFor();
    await alice.alert(sentence(codes.ROOM_TOKEN_EXPIRED_KICKED_OUT)).waitFor();
    await operator.project({ tokenExpiry: 'keep' });
  });

  it('stays with a new one', async () => {
    await operator.project({ tokenExpiry: 'kick' });
    const alice = await LivePage.visit(on, {
      user: 'alice',
      token: await operator.token('alice', { validSeconds: 15 }),
    });
    await alice.page.getByLabel('New token').fill(await operator.token('alice'));
    await alice.page.getByRole('button', { name: 'Renew' }).click();
    await alice.alert('The token runs out in').waitFor({ state: 'detached' });
    await alice.isIn();
    await operator.project({ tokenExpiry: 'keep' });
  });
});

/** What the page says of a code: its own sentence for visitors, or that of the server; and the code. */
function sentence({ code }: codes.ErrorCode): RegExp {
  const own = SENTENCES.get(code)?.ownEn ?? '';
  return new RegExp(`${own.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') || '\\w+'}.* \\(${code}\\)`);
}

/** Made with the secret of another project. */
async function foreignToken(user: string): Promise<string> {
  const { appId } = await operator.call<{ appId: number }>('POST', 'projects', { name: 'another' });
  return operator.token(user, { appId });
}

describe('an operator at the console', () => {
  it('puts a person out, who is told', async () => {
    const alice = await visit('alice');
    const console = await ConsolePage.visit(on, operator);
    await console.go('Live rooms');
    await console.page.getByRole('link', { name: 'room1' }).click();
    await console.row('alice').getByRole('button', { name: 'Kick' }).click();
    await console.click('Kick alice');
    await alice.alert(sentence(codes.ROOM_MANUAL_KICKED_OUT)).waitFor();
    await alice.page.getByRole('button', { name: 'Join' }).waitFor();
  });

  it('switches L3 off, and on again', async () => {
    const [alice, bob] = [await visit('alice'), await visit('bob')];
    await alice.publish();
    await bob.sees('alice-stream');
    const console = await ConsolePage.visit(on, operator, `#/projects/${on.server.appId}`);
    const l3 = console.page.getByRole('switch', { name: 'L3' });
    await l3.uncheck();
    await console.status(/L3.*off/).waitFor();
    await bob.playBy('alice-stream', 'L3');
    await bob.tile('alice-stream').getByText(sentence(codes.PLAYER_NOT_CONFIG_L3)).waitFor();

    await l3.check();
    await console.status(/L3.*on/).waitFor();
    await bob.tile('alice-stream').getByRole('button', { name: 'Try again' }).click();
    await bob.sees('alice-stream');
    await bob.tile('alice-stream').getByText('Playing', { exact: true }).waitFor();
  });
});

describe('a person whose browser gives no camera', () => {
  const MADE_UP = '--use-fake-device-for-media-stream';

  it.each([
    ['since the person refused', '--use-fake-ui-for-media-stream=deny', codes.DEVICE_ERROR_TYPE_NO_AUTHORIZATION],
    ['since there is none', `${MADE_UP}=device-count=0`, codes.DEVICE_ERROR_TYPE_INVALID_ID],
  ])('is told so, %s, and can publish the test picture', async (_, option, code) => {
    const pages = await WatchedPages.open('live-devices', on.server.address, openBrowser(option));
    try {
      const there = { server: on.server, pages };
      const alice = await LivePage.visit(there, { user: 'alice', token: await operator.token('alice') });
      await alice.isIn();
      await alice.page.getByRole('button', { name: 'Start preview' }).click();
      await alice.alert(sentence(code)).waitFor();
      await alice.page.getByLabel('Microphone').selectOption({ label: 'No sound' });
      await alice.publish('Test picture with clock');
      expect(pages.unexpected()).toEqual([]);
    } finally {
      await pages.close();
    }
  });
});

describe('the form', () => {
  const wrong = [
    ['AppID', '', 'Fill in the AppID of a project'],
    ['AppID', '4294967296', codes.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE.sentence],
    ['Room', '', 'Fill in the room to enter.'],
    ['Room', 'r'.repeat(128), codes.ROOM_ROOMID_TOO_LONG.sentence],
    ['Room', 'room/1', codes.ROOM_ROOMID_INVALID_CHARACTER.sentence],
    ['User', '', 'Fill in who you are'],
    ['User', 'u'.repeat(64), codes.ROOM_USER_ID_TOO_LONG.sentence],
    ['User', 'a b', codes.ROOM_USER_ID_INVALID_CHARACTER.sentence],
    ['Stream', '', 'Fill in how your stream is called.'],
    ['Stream', 's'.repeat(256), codes.COMMON_STREAM_ID_TOO_LONG.sentence],
    ['Stream', 'x y', codes.COMMON_STREAM_ID_INVALID_CHARACTER.sentence],
    ['Token', '', 'Fill in a token'],
    ['Token', 't'.repeat(16385), codes.ROOM_TOKEN_FORMAT_ERROR.sentence],
  ] as const;

  it('says what is wrong with what is typed, beside it', async () => {
    const page = await on.pages.newPage();
    await page.goto('/');
    for (const [label, value, sentence] of wrong) {
      const field = page.getByLabel(label, { exact: true });
      await field.fill(value);
      await page.getByRole('button', { name: 'Join' }).click();
      await expect.poll(() => field.evaluate(describedBy), { message: label }).toContain(sentence);
      expect(await field.getAttribute('aria-invalid'), label).toBe('true');
    }
  });

  it('is enough to join', async () => {
    const page = await on.pages.newPage();
    await page.goto('/');
    const typed = { AppID: String(on.server.appId), Room: 'room1', User: 'alice', Stream: 's1' };
    for (const [label, value] of Object.entries({ ...typed, Token: await operator.token('alice') })) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
    await page.getByLabel('Token', { exact: true }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'Connected' }).waitFor();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('button', { name: 'Join' }).waitFor();
  });
});

function describedBy(field: Element): string {
  const id = field.getAttribute('aria-describedby');
  return (id && document.getElementById(id)?.textContent) ?? '';
}
