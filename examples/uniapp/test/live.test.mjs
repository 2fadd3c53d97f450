import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from 'freshet-web-test/browser.mjs';
import { LiveServer } from 'freshet-web-test/LiveServer.mjs';
import { ServedExample } from './ServedExample.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en' };

let server;
let example;
let browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([LiveServer.start(), openBrowser()]);
  example = await ServedExample.start(server.options);
});

afterAll(async () => {
  await browser?.close();
  await example?.close();
  await server?.close();
});

/** Somebody's phone. What it asks other machines for is kept in `strangers`. */
async function open(link, strangers = []) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`page: ${String(error)}`));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(link).host) {
      strangers.push(request.url());
    }
  });
  await page.goto(link);
  await page.waitForSelector('#enter');
  return page;
}

/** Until the picture has been another one some times. */
async function moves(page, selector) {
  await page.waitForSelector(selector);
  await page.evaluate(async (selector) => {
    const video = document.querySelector(selector);
    const context = new OffscreenCanvas(64, 36).getContext('2d', { willReadFrequently: true });
    const seen = new Set();
    while (seen.size < 5) {
      await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
      context.drawImage(video, 0, 0, 64, 36);
      seen.add(context.getImageData(0, 0, 64, 36).data.join());
    }
  }, selector);
}

describe('two phones with the links that were printed', () => {
  const strangers = [];
  let anna;
  let ben;

  beforeAll(async () => {
    [anna, ben] = await Promise.all(example.links.map((link) => open(link, strangers)));
  });

  it('meet in the room', async () => {
    await Promise.all([anna.click('#enter'), ben.click('#enter')]);
    await anna.waitForSelector('#others:has-text("1 other here")');
    await ben.waitForSelector('#others:has-text("1 other here")');
  });

  it('one publishes, the other sees it move', async () => {
    await anna.click('#publish');
    await moves(anna, '#local_video video');
    await moves(ben, '#remote_video_demo-anna video');
    expect(await ben.locator('#problem').count()).toBe(0);
  });

  it('sees it move without L3, too', async () => {
    await ben.click('#l3');
    await moves(ben, '#remote_video_demo-anna video');
    await ben.waitForSelector('#remote_video_demo-anna ~ .caption:not(:has-text("connecting"))');
  });

  it('hear each other’s messages', async () => {
    await anna.fill('#message input', 'hello');
    await anna.click('#send');
    await ben.waitForSelector('.line:has-text("hello"):has-text("anna")');
  });

  it('the picture goes with its publisher', async () => {
    await anna.click('#publish');
    await ben.waitForSelector('#remote_video_demo-anna', { state: 'detached' });
  });

  it('leave', async () => {
    await anna.click('#leave');
    await anna.waitForSelector('#enter');
    await ben.waitForSelector('#others:has-text("0 others here")');
  });

  it('asked nobody but the server for anything', async () => {
    // Animations load pictures, too, some of them only when they begin.
    await anna.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    expect(strangers).toEqual([]);
  });
});

it('says why a login was refused', async () => {
  const page = await open(example.links[0].replace('user=anna', 'user=carl'));
  await page.click('#enter');
  await page.waitForSelector('#problem:has-text("1002077")');
  await page.waitForSelector('#enter');
});
