// Chromium of the system, with a fake camera and microphone, and a server for the pages it shows.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';

const PACKAGE = new URL('../../', import.meta.url);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.map': 'application/json' };
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

/** Serves the files of this package on 127.0.0.1, which browsers take for secure. */
export async function serveFiles() {
  const files = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    readFile(new URL(path, PACKAGE)).then(
      (content) => response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(content),
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

/** @param {string[]} options more of the browser's */
export function openBrowser(...options) {
  const executablePath = process.env['FRESHET_CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, headless: true, args: [...ARGUMENTS, ...options] });
}
