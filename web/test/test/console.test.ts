import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConsolePage } from './ConsolePage.ts';
import { LivePage } from './LivePage.ts';
import { Operator } from './Operator.ts';
import { stage } from './Stage.ts';

const on = stage('console', { configuration: ['usage: { interval: 1s }'] });
let operator: Operator;

beforeAll(async () => {
  operator = await Operator.login(on.server);
});

function open(fragment?: string): Promise<ConsolePage> {
  return ConsolePage.visit(on, operator, fragment);
}

async function publisher(user: string): Promise<LivePage> {
  const page = await LivePage.visit(on, { user, token: await operator.token(user) });
  await (await page.isIn()).publish();
  return page;
}

describe('the login', () => {
  it('wants the right password, and says so', async () => {
    on.expectComplaint(/401/);
    const page = await on.pages.newPage();
    await page.goto('/console/#/nodes');
    const password = page.getByLabel('Password');
    const logIn = page.getByRole('button', { name: 'Log in' });
    await logIn.click();
    await page.getByText('Type the console’s password.').waitFor();
    await password.fill('not the password');
    await logIn.click();
    await page.getByText('The password is wrong.').waitFor();
    await password.fill(on.server.password);
    await logIn.click();
    // Where the person wanted to go.
    await page.getByRole('heading', { level: 1, name: 'Nodes' }).waitFor();
    await page.getByRole('button', { name: 'Log out' }).click();
    await password.waitFor();
  });
});

describe('the check of tokens', () => {
  it.each([
    ['that is good', /is good for/, (): Promise<string> => operator.token('alice')],
    ['that was made with another secret', /not made with the ServerSecret/, foreignToken],
    ['that has run out', /has run out/, (): Promise<string> => operator.expiredToken('alice')],
    ['of another user', /made for another user/, (): Promise<string> => operator.token('bob')],
    ['that is none', /It is no token/, (): Promise<string> => Promise.resolve('04nonsense')],
  ])('judges one %s', async (_, sentence, token) => {
    const console = await open(`#/tokens/${on.server.appId}`);
    const check = console.page.getByRole('region', { name: 'Check a token' });
    await check.getByLabel('Token', { exact: true }).fill(await token());
    await check.getByLabel('User ID').fill('alice');
    await check.getByRole('button', { name: 'Check token' }).click();
    await check.getByRole('status').filter({ hasText: sentence }).waitFor();
  });

  it('knows what was made on the same page', async () => {
    const console = await open(`#/tokens/${on.server.appId}`);
    const make = console.page.getByRole('region', { name: 'Make a token' });
    await make.getByLabel('User ID').fill('carol');
    await make.getByRole('button', { name: 'Make token' }).click();
    const link = make.getByRole('link', { name: 'Open the live page with it' });
    expect(await link.getAttribute('href')).toContain(`app=${on.server.appId}`);
  });
});

/** Made with the secret of another project. */
async function foreignToken(): Promise<string> {
  const { appId } = await operator.call<{ appId: number }>('POST', 'projects', { name: 'another' });
  return operator.token('alice', { appId });
}

describe('projects', () => {
  it('are created, and get other secrets', async () => {
    const console = await open('#/projects');
    await console.click('Create project');
    const dialog = console.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create project' }).click();
    await dialog.getByText('Type a name.').waitFor();
    await dialog.getByLabel('Name').fill('Concerts');
    await dialog.getByRole('button', { name: 'Create project' }).click();
    await console.status('The project “Concerts” was created.').waitFor();
    await console.heading('Concerts').waitFor();

    await console.click('Show secrets');
    const secrets = console.page.getByRole('region', { name: 'Credentials' }).getByRole('code');
    await expect.poll(() => secrets.count()).toBe(3);
    const before = await secrets.allTextContents();
    await console.click('Rotate ServerSecret');
    await console.click('Rotate now');
    await console.status('There is a new ServerSecret.').waitFor();
    await expect.poll(async () => (await secrets.allTextContents())[1]).not.toBe(before[1]);
    expect((await secrets.allTextContents())[0]).toBe(before[0]);
  });

  it('tell their backend: a URL that is none is not taken', async () => {
    const console = await open(`#/projects/${on.server.appId}`);
    const callbacks = console.page.getByRole('region', { name: 'Callbacks' });
    await callbacks.getByRole('textbox', { name: 'URL' }).fill('example.org');
    await callbacks.getByRole('button', { name: 'Save' }).click();
    await callbacks.getByText('Type a URL that begins with http:// or https://.').waitFor();
  });
});

describe('live rooms', () => {
  it('appear, fill and empty before one’s eyes', async () => {
    const console = await open('#/rooms');
    await console.page.getByText('Nobody is in a room now.').waitFor();
    const alice = await publisher('alice');
    await console.row('room1').waitFor();
    await console.page.getByRole('link', { name: 'room1' }).click();
    await console
      .row('alice-stream')
      .filter({ hasText: /\d+ × \d+/ })
      .waitFor();
    await console.page.getByRole('link', { name: 'Quality of alice-stream' }).click();
    await console.heading('Stream alice-stream').waitFor();
    await alice.page.getByRole('button', { name: 'Leave' }).click();
    await console.go('Live rooms');
    await console.page.getByText('Nobody is in a room now.').waitFor();
  });

  it('are rid of a user who is forbidden, until the rule is lifted', async () => {
    const mallory = await publisher('mallory');
    const console = await open(`#/rooms/${on.server.appId}/room1`);
    await console.click('Forbid mallory…');
    const dialog = console.page.getByRole('dialog');
    await dialog.getByLabel('Logging in').check();
    await dialog.getByRole('button', { name: 'Forbid' }).click();
    await mallory.page.getByRole('button', { name: 'Join' }).waitFor();
    await mallory.page.getByRole('button', { name: 'Join' }).click();
    await mallory.alert('(1002066)').waitFor();

    await console.go('Forbids');
    await console.row('mallory').getByRole('button', { name: 'Lift' }).click();
    await console.click('Lift the rule');
    await console.status('The rule is lifted.').waitFor();
    await mallory.page.getByRole('button', { name: 'Join' }).click();
    await mallory.isIn();
  });
});

describe('usage', () => {
  it('counts what was published, and is downloaded as a table', async () => {
    const alice = await publisher('alice');
    await alice.page.getByRole('button', { name: 'Leave' }).click();
    const console = await open(`#/usage/${on.server.appId}`);
    await expect
      .poll(
        async () => {
          await console.click('Show');
          return console.row('published').count();
        },
        { interval: 500 },
      )
      .toBeGreaterThan(0);
    const [download] = await Promise.all([
      console.page.waitForEvent('download'),
      console.page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    const [head, line] = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(head).toMatch(/day/);
    expect(line).toMatch(new RegExp(`^${on.server.appId},\\d{4}-\\d\\d-\\d\\d,publish,`));
  });
});

describe('the record of changes', () => {
  it('tells who changed what', async () => {
    await operator.project({ name: 'Renamed' });
    const console = await open('#/audit');
    const newest = console.page.getByRole('row').nth(1);
    await newest.getByText('admin').waitFor();
    expect(await newest.textContent()).toContain(String(on.server.appId));
    expect(await newest.textContent()).toContain('Renamed');
  });
});

describe('the account', () => {
  it('says what is wrong with a new password', async () => {
    const console = await open('#/account');
    await console.page.getByLabel('Current password').fill(on.server.password);
    await console.page.getByLabel('New password', { exact: true }).fill('short');
    await console.page.getByLabel('New password again').fill('other');
    await console.click('Change password');
    await console.page.getByText('A password has 12 to 128 characters').waitFor();
    await console.page.getByText('The two are not the same.').waitFor();
  });
});
