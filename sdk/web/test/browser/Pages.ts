import type { Browser, Page } from 'playwright-core';
import { openBrowser, serveFiles } from 'freshet-web-test/browser.mjs';

const PACKAGE = new URL('../../', import.meta.url);

type Files = Awaited<ReturnType<typeof serveFiles>>;

/** A browser and the pages of the tests. */
export class Pages {
  private constructor(
    private readonly browser: Browser,
    private readonly files: Files,
  ) {}

  static async open(): Promise<Pages> {
    const [browser, files] = await Promise.all([openBrowser(), serveFiles(PACKAGE)]);
    return new Pages(browser, files);
  }

  /** A page in a context of its own, as another person's browser has it. */
  async newPage(): Promise<Page> {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`page: ${String(error)}`));
    await page.goto(`${this.files.address}test/browser/page/index.html`);
    await page.waitForFunction(() => 'create' in window);
    return page;
  }

  /**
   * A page that plays a stream by itself, as soon as it is loaded. What a test does in a page counts as a touch of its user:
   * until the browser has kept the sound back nothing is done in this one.
   */
  async watching(wish: object): Promise<Page> {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    const silenced = page.waitForEvent('console', {
      predicate: (message) => message.text().includes('startPlayingStream: 1006003'),
    });
    const hash = encodeURIComponent(JSON.stringify(wish));
    await page.goto(`${this.files.address}test/browser/page/index.html#${hash}`);
    await silenced;
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.files.close();
  }
}
