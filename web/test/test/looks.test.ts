import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { artefact } from './artefacts.ts';
import { ConsolePage } from './ConsolePage.ts';
import { LivePage } from './LivePage.ts';
import { Operator } from './Operator.ts';
import { stage } from './Stage.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const SCHEMES = ['light', 'dark'] as const;

/** What axe finds is told by rule and element. */
interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const on = stage('looks');
let operator: Operator;

beforeAll(async () => {
  operator = await Operator.login(on.server);
  await operator.call('POST', `projects/${on.server.appId}/forbids`, {
    userId: 'mallory',
    login: true,
    publish: false,
    seconds: 3600,
  });
});

/** In both sizes and colour schemes: nothing that axe finds, nothing wider than the window; and a picture of each. */
async function looksGood(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `${name}-${size.width}x${size.height}-${colorScheme}`;
      // What sticks to the window's edge belongs at the picture's.
      await page.evaluate(() => window.scrollTo(0, 0));
      const path = await artefact('screenshots', `${where}.png`);
      await page.screenshot({ path, fullPage: true });
      const findings = await page.evaluate(runAxe, STANDARDS);
      found.push(...findings.map((finding) => `${where}: ${describeFinding(finding)}`));
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overhang > 0) {
        found.push(`${where}: the page is ${overhang} pixels wider than the window`);
      }
    }
  }
  expect(found).toEqual([]);
}

async function runAxe(standards: readonly string[]): Promise<readonly Finding[]> {
  const { axe: there } = window as unknown as { axe: typeof axe };
  const { violations } = await there.run(document, { runOnly: { type: 'tag', values: [...standards] } });
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary = '' }) => ({ html: html.slice(0, 200), failureSummary })),
  }));
}

function describeFinding({ id, nodes }: Finding): string {
  return `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('; ')}`;
}

/**
 * Words that stayed English, and places in sentences that nothing was put into. What people named themselves is not the
 * page's to translate.
 */
async function speaksChinese(page: Page): Promise<void> {
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: 'English' }).waitFor();
  const texts = await page.evaluate(visibleTexts);
  const isSuspicious = /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}|\{\w+\}|undefined|NaN/;
  expect(texts.filter((text) => isSuspicious.test(text))).toEqual([]);
}

/** But for what is marked as English, code, and what devices call themselves. */
function visibleTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement?.checkVisibility() && !parentElement.closest('option, code, pre, .code, [lang=en]')) {
      texts.push(textContent?.trim() ?? '');
    }
  }
  return texts;
}

describe('the live page', () => {
  async function visit(user: string): Promise<LivePage> {
    const page = await LivePage.visit(on, { user, token: await operator.token(user) });
    return page.isIn();
  }

  it('before joining', async () => {
    const page = await on.pages.newPage();
    await page.goto('/');
    await page.getByRole('button', { name: 'Join' }).waitFor();
    await looksGood(page, 'live-join');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    await looksGood(page, 'live-join-wrong');
    await speaksChinese(page);
  });

  it('with nobody else there, and with somebody', async () => {
    // The invitation asks the console for a token, where nobody is logged in.
    on.expectComplaint(/401/);
    const alice = await visit('alice');
    await looksGood(alice.page, 'live-alone');
    const bob = await visit('bob');
    await bob.publish('Test picture with clock');
    await alice.publish();
    await alice.sees('bob-stream');
    await bob.say('hello');
    await alice.readsMessage('bob', 'hello');
    await alice.page.getByRole('button', { name: 'Invite a phone' }).click();
    await alice.page.getByRole('img', { name: 'QR code of the link' }).waitFor();
    await looksGood(alice.page, 'live-together');
    await speaksChinese(alice.page);
  });

  it('when it was refused', async () => {
    const page = await LivePage.visit(on, { user: 'alice', token: await operator.token('mallory') });
    await page.alert('1002077').waitFor();
    await looksGood(page.page, 'live-refused');
    await speaksChinese(page.page);
  });
});

describe('the console', () => {
  it('before the login', async () => {
    on.expectComplaint(/401/);
    const page = await on.pages.newPage();
    await page.goto('/console/');
    await page.getByLabel('Password').waitFor();
    await speaksChinese(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('The password is wrong.').waitFor();
    await looksGood(page, 'console-login');
  });

  it.each([
    ['overview', () => ''],
    ['projects', () => 'projects'],
    ['project', () => `projects/${on.server.appId}`],
    ['tokens', () => `tokens/${on.server.appId}`],
    ['forbids', () => `forbids/${on.server.appId}`],
    ['usage', () => `usage/${on.server.appId}`],
    ['rooms', () => 'rooms'],
    ['nodes', () => 'nodes'],
    ['audit', () => 'audit'],
    ['account', () => 'account'],
    ['nowhere', () => 'no/such/page'],
  ])('%s', async (name, fragment) => {
    const { page } = await ConsolePage.visit(on, operator, `#/${fragment()}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.getByText('Loading…').count()).toBe(0);
    await looksGood(page, `console-${name}`);
    await speaksChinese(page);
  });

  it('a room, a stream in it, and a dialog', async () => {
    const bob = await LivePage.visit(on, { user: 'bob', token: await operator.token('bob') });
    await (await bob.isIn()).publish('Test picture with clock');
    const console = await ConsolePage.visit(on, operator, `#/rooms/${on.server.appId}/room1`);
    await console.row('bob-stream').waitFor();
    await looksGood(console.page, 'console-room');
    await console.click('Forbid bob…');
    await console.page.getByRole('dialog').waitFor();
    await looksGood(console.page, 'console-forbid');
    await console.page.keyboard.press('Escape');
    await console.page.getByRole('link', { name: 'Quality of bob-stream' }).click();
    await console.heading('Stream bob-stream').waitFor();
    // With its plots, which begin with the first look at the stream.
    await console.page.getByText('The values as a table').waitFor();
    await looksGood(console.page, 'console-stream');
    await speaksChinese(console.page);
  });
});
