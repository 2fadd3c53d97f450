import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { extname } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';

const PACKAGE = new URL('../../', import.meta.url);
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.map': 'application/json' };
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream=fps=30',
  '--use-fake-ui-for-media-stream',
  '--auto-select-desktop-capture-source=Entire screen',
];

/** Chromium of the system, with a fake camera and microphone, and the pages it shows. */
export class Pages {
  private constructor(
    private readonly browser: Browser,
    private readonly files: Server,
    private readonly address: string,
  ) {}

  /** @param options more of the browser's */
  static async open(...options: string[]): Promise<Pages> {
    const files = createServer((request, response) => {
      const path = request.url === '/' ? 'test/browser/page/index.html' : (request.url ?? '').slice(1);
      readFile(new URL(path, PACKAGE)).then(
        (content) => response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
    const address = files.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const executablePath = process.env['FRESHET_CHROMIUM'] ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, headless: true, args: [...ARGUMENTS, ...options] });
    return new Pages(browser, files, `http://127.0.0.1:${port}/`);
  }

  /** A page in a context of its own, as another person's browser has it. */
  async newPage(): Promise<Page> {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`page: ${String(error)}`));
    await page.goto(this.address);
    await page.waitForFunction(() => 'create' in window);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.files.close(resolve));
  }
}
