// The client program that conformance/README.md describes, on the web SDK: one page of a browser. Commands come on standard
// input, answers and callbacks go to standard output, one JSON object a line. The browser is its own, or the one of browser.mjs
// whose address is the argument.
import { createInterface } from 'node:readline';
import { connectBrowser, openBrowser, serveFiles } from 'freshet-web-test/browser.mjs';

const write = (line) => process.stdout.write(`${line}\n`);

const [, , shared] = process.argv;
const [browser, files] = await Promise.all([
  shared ? connectBrowser(shared) : openBrowser(),
  serveFiles(new URL('../../', import.meta.url)),
]);
const page = await browser.newPage();
await page.exposeBinding('write', (_, line) => write(line));
page.on('console', (message) => write(`console: ${message.text()}`));
page.on('pageerror', (error) => write(`page: ${String(error)}`));
await page.goto(`${files.address}test/conformance/page/index.html`);
await page.waitForFunction(() => 'perform' in globalThis);

for await (const line of createInterface(process.stdin)) {
  const { id, ...command } = JSON.parse(line);
  write(JSON.stringify({ id, ...(await page.evaluate((given) => globalThis.perform(given), command)) }));
}
// The end of the input is the end of the process, at once: nothing is said to anybody.
browser.removeAllListeners();
process.exit(0);
