// The browsers of the system with cameras and microphones that are made up, and a server for files of ours that they show.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium, firefox } from 'playwright-core';

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.map': 'application/json' };
const START_TIMEOUT_MS = 60_000;
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

/**
 * Serves the files of a folder on 127.0.0.1, which browsers take for secure.
 *
 * @param {URL} folder with a slash at its end
 */
export async function serveFiles(folder) {
  const files = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    readFile(new URL(pathname.slice(1), folder)).then(
      (content) => response.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => files.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = files.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => files.close(() => resolve(undefined))),
  };
}

/**
 * Chromium.
 *
 * @param {string[]} options more of the browser's
 */
export function openBrowser(...options) {
  return chromium.launch(chromiumOptions(options));
}

/** Chromium for other processes, each with pages of its own, which end with the process. */
export function serveBrowser() {
  return chromium.launchServer({ ...chromiumOptions([]), host: '127.0.0.1' });
}

/** @param {string} address of a browser that is served */
export function connectBrowser(address) {
  return chromium.connect(address, { timeout: START_TIMEOUT_MS });
}

/** @param {string[]} options */
function chromiumOptions(options) {
  return {
    executablePath: process.env['FRESHET_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: [...ARGUMENTS, ...options],
    timeout: START_TIMEOUT_MS,
  };
}

/** Firefox as it is released, by WebDriver BiDi. */
export function openFirefox() {
  return firefox.launch({
    // The name that makes playwright speak BiDi; the protocol of its own needs a Firefox of its own.
    channel: 'moz-firefox',
    executablePath: process.env['FRESHET_FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    timeout: START_TIMEOUT_MS,
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
    },
  });
}
