import { percentile } from './Figures.mjs';

const FIRST_FRAME_TARGET_MS = 300;
const DELAY_TARGET_MS = 100;
const WARM_UP_PICTURES = 60;

/**
 * @typedef {object} Plan
 * @property {number} joins how often the stream is played anew
 * @property {number} pictures whose age is measured
 *
 * @typedef {import('playwright-core').Page} Page
 */

/**
 * How soon the first picture is there and how old pictures are: through the server, and straight from page to page.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address of the measuring page
 * @param {{ appID: number, appSign: string, server: string }} profile
 * @param {Plan} plan
 * @param {import('./Figures.mjs').Figures} figures
 * @param {(sentence: string) => void} say
 */
export async function measurePictures(browser, address, profile, plan, figures, say) {
  const context = await browser.newContext();
  try {
    const [host, viewer] = [await open(context, address), await open(context, address)];
    say('One page publishes a clock, another plays it with L3 ...');
    await host.evaluate((given) => window.bench.publish(given), profile);
    await viewer.evaluate((given) => window.bench.enter(given), profile);
    const served = await watch(viewer, () => window.bench.play(), plan);
    await Promise.all([host, viewer].map((page) => page.evaluate(() => window.bench.leave())));
    say('The same straight from page to page, without the server ...');
    await host.evaluate(() => window.bench.publishDirectly());
    const direct = await watch(viewer, () => window.bench.playDirectly(), plan);

    figures.put('first_frame_ms_p50', percentile(served.joins, 50), FIRST_FRAME_TARGET_MS);
    figures.put('first_frame_ms_p95', percentile(served.joins, 95));
    figures.put('first_frames', served.joins.length);
    figures.put('direct_first_frame_ms_p50', percentile(direct.joins, 50));
    putRatio(figures, 'first_frame_cost_ratio', 'first_frame_ms_p50', 'direct_first_frame_ms_p50');
    figures.put('glass_to_glass_ms_p50', percentile(served.delays, 50), DELAY_TARGET_MS);
    figures.put('glass_to_glass_ms_p95', percentile(served.delays, 95));
    figures.put('glass_to_glass_pictures', served.delays.length);
    figures.put('unreadable_pictures', served.unreadable + direct.unreadable);
    figures.put('direct_glass_to_glass_ms_p50', percentile(direct.delays, 50));
    figures.put('direct_glass_to_glass_ms_p95', percentile(direct.delays, 95));
    putRatio(figures, 'glass_to_glass_cost_ratio', 'glass_to_glass_ms_p50', 'direct_glass_to_glass_ms_p50');
  } finally {
    await context.close();
  }
}

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} address
 */
async function open(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

/**
 * Plays anew several times, and looks at the pictures of the last time.
 *
 * @param {Page} viewer
 * @param {() => Promise<number>} play
 * @param {Plan} plan
 */
async function watch(viewer, play, plan) {
  const joins = [];
  for (let join = 0; join < plan.joins; join++) {
    await viewer.evaluate(() => window.bench.stop());
    joins.push(await viewer.evaluate(play));
  }
  const { ms, unreadable } = await viewer.evaluate(({ skip, pictures }) => window.bench.delays(skip, pictures), {
    skip: WARM_UP_PICTURES,
    pictures: plan.pictures,
  });
  await viewer.evaluate(() => window.bench.stop());
  return { joins, delays: ms, unreadable };
}

/**
 * @param {import('./Figures.mjs').Figures} figures
 * @param {string} key
 * @param {string} figure
 * @param {string} floor
 */
function putRatio(figures, key, figure, floor) {
  figures.put(key, figures.value(figure) / figures.value(floor));
}
