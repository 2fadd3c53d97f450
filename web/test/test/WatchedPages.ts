import { openBrowser } from 'freshet-web-test/browser.mjs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { artefact, keep } from './artefacts.ts';

const PATIENCE_MS = 20_000;
const MAX_LINES = 5_000;

/**
 * A browser whose pages are watched: what they say on their console, whether they break the content security policy, and
 * where their requests go. A test has to know of every complaint.
 */
export class WatchedPages {
  private readonly contexts: BrowserContext[] = [];
  private readonly said: string[] = [];
  private complaints: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly name: string,
    private readonly origin: string,
  ) {}

  /**
   * @param name of the artefacts
   * @param origin where all requests go
   */
  static async open(name: string, origin: string, browser: Promise<Browser> = openBrowser()): Promise<WatchedPages> {
    return new WatchedPages(await browser, name, origin);
  }

  /** A page in a context of its own, as another person's browser has it. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.origin, locale: 'en-GB', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    this.contexts.push(context);
    const page = await context.newPage();
    const person = `page ${this.contexts.length}`;
    page.on('console', (message) => {
      this.note(`${person}: ${message.type()}: ${message.text()}`);
      if (message.type() === 'error' || /content security policy/i.test(message.text())) {
        this.complain(`${person} says: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => this.complain(`${person} fails: ${error.stack ?? error.message}`));
    page.on('crash', () => this.complain(`${person} crashed`));
    page.on('request', (request) => this.look(person, request.url()));
    page.on('websocket', (socket) => this.look(person, socket.url().replace(/^ws/, 'http')));
    return page;
  }

  /** What pages complained of since the last call, but for what was to be expected. */
  unexpected(...expected: RegExp[]): string[] {
    const complaints = this.complaints.filter((complaint) => !expected.some((each) => each.test(complaint)));
    this.complaints = [];
    return complaints;
  }

  /** Pictures of all pages, for people who look into a failure. */
  async photograph(test: string): Promise<void> {
    const name = test.replace(/\W+/g, '-').slice(0, 80);
    const pages = this.contexts.flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) {
      this.note(`page ${i + 1} is at ${page.url()} when "${test}" fails`);
      const path = await artefact('failures', `${this.name}-${name}-${i + 1}.png`);
      await page.screenshot({ path, fullPage: true }).catch((error: unknown) => this.note(String(error)));
    }
  }

  /** The pages of a test are over. */
  async closePages(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await keep([`${this.name}-console.txt`], this.said);
    await this.browser.close();
  }

  private look(person: string, url: string): void {
    const { protocol, origin } = new URL(url);
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== this.origin) {
      this.complain(`${person} asks for ${url}`);
    }
  }

  private complain(what: string): void {
    this.complaints.push(what);
    this.note(what);
  }

  private note(line: string): void {
    this.said.push(line);
    this.said.splice(0, this.said.length - MAX_LINES);
  }
}
