import { percentile } from './Figures.mjs';

const READY = 'freshet-interactive';
const TARGET_MS = 1000;

/**
 * From the navigation to the moment in which the live page can be used, each time with a browser's cache that is empty; and the
 * same of a page of one word from the same server.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {number} loads
 * @param {import('./Figures.mjs').Figures} figures
 */
export async function measurePageLoad(browser, address, loads, figures) {
  const live = [];
  const bare = [];
  for (let load = 0; load < loads; load++) {
    live.push(await inFreshPage(browser, `${address}/`, untilReady));
    bare.push(await inFreshPage(browser, `${address}/livez`, untilInteractive));
  }
  figures.put('live_page_interactive_ms', percentile(live, 50), TARGET_MS);
  figures.put('live_page_interactive_ms_p95', percentile(live, 95));
  figures.put('live_page_loads', live.length);
  figures.put('bare_page_interactive_ms', percentile(bare, 50));
  figures.put(
    'live_page_cost_ratio',
    figures.value('live_page_interactive_ms') / figures.value('bare_page_interactive_ms'),
  );
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {(page: import('playwright-core').Page) => Promise<number>} measure
 */
async function inFreshPage(browser, address, measure) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await measure(page);
  } finally {
    await context.close();
  }
}

/** @param {import('playwright-core').Page} page */
async function untilReady(page) {
  const ready = page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, READY);
  await ready.catch((/** @type {unknown} */ error) => {
    throw new Error('the live page loads, but never says that it can be used', { cause: error });
  });
  return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN, READY);
}

/** @param {import('playwright-core').Page} page */
function untilInteractive(page) {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return navigation instanceof PerformanceNavigationTiming ? navigation.domInteractive : NaN;
  });
}
