// ./freshet bench web; docs/bench-web.md says what is measured and how.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { LiveServer } from 'freshet-web-test/LiveServer.mjs';
import { openBrowser, serveFiles } from 'freshet-web-test/browser.mjs';
import { gzippedBytes } from '../../../sdk/web/scripts/gzipped.mjs';
import { Figures } from './Figures.mjs';
import { describeMachine } from './machine.mjs';
import { measurePageLoad } from './pageLoad.mjs';
import { measurePictures } from './pictures.mjs';

const HELP = `Usage: freshet bench web [-h] [--quick] [--json=FILE]
Measure the SDK and the live page in Chromium: how large the SDK is, how soon the
page can be used, how soon the first picture is there, and how old pictures are.
      --quick       Measure for about half a minute.
      --json=FILE   Also write the figures to this file.
  -h, --help        Show this help message and exit.
`;
const SDK = 'freshet.js';
const SDK_TARGET_KB = 45;
const QUICK = { loads: 5, joins: 7, pictures: 300 };
const FULL = { loads: 15, joins: 21, pictures: 1200 };
const LONGEST_MS = 300_000;
const FAILED = 1;
const WRONG_USAGE = 2;

/** Chromium's, for a measurement on one machine: sound without a touch, and addresses of the loopback between pages. */
const BROWSER_OPTIONS = [
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** @param {string} sentence */
function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/**
 * @param {number} code
 * @param {string} sentence
 */
function end(code, sentence) {
  process.stderr.write(`freshet: ${sentence}\n`);
  // Also ends the server and the browser.
  process.exit(code);
}

function readOptions() {
  try {
    const options = {
      quick: { type: /** @type {const} */ ('boolean'), default: false },
      json: { type: /** @type {const} */ ('string') },
      help: { type: /** @type {const} */ ('boolean'), short: 'h', default: false },
    };
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n${HELP}`);
    process.exit(WRONG_USAGE);
  }
}

/** @param {unknown} error */
function sentenceOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  // What playwright adds for those who look into playwright.
  return message.replace(/\n(Browser logs|Call log):[^]*/, '').trim();
}

async function startBrowser() {
  try {
    return await openBrowser(...BROWSER_OPTIONS);
  } catch (error) {
    throw new Error(`Chromium does not start (FRESHET_CHROMIUM names another one): ${sentenceOf(error)}`, {
      cause: error,
    });
  }
}

/** @param {typeof FULL} plan */
async function measure(plan) {
  const figures = new Figures();
  figures.put('sdk_gzip_kb', gzippedBytes(SDK) / 1024, SDK_TARGET_KB);
  const server = await LiveServer.start();
  const files = await serveFiles(new URL('../dist/', import.meta.url));
  const browser = await startBrowser();
  try {
    say(`The live page is loaded ${plan.loads} times ...`);
    await measurePageLoad(browser, server.address, plan.loads, figures);
    const profile = { appID: server.appId, appSign: server.appSign, server: server.address };
    await measurePictures(browser, `${files.address}index.html`, profile, plan, figures, say);
    return { figures, machine: describeMachine(browser.version()) };
  } finally {
    await browser.close();
    await files.close();
    await server.close();
  }
}

const { quick, json, help } = readOptions();
if (help) {
  process.stdout.write(HELP);
} else {
  const minutes = LONGEST_MS / 60_000;
  setTimeout(() => end(FAILED, `the measurement was not over after ${minutes} minutes`), LONGEST_MS).unref();
  ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => end(FAILED, 'stopped')));
  try {
    const { figures, machine } = await measure(quick ? QUICK : FULL);
    say('');
    figures.summary().forEach(say);
    if (json !== undefined) {
      await writeFile(json, `${figures.json(machine)}\n`);
    }
  } catch (error) {
    end(FAILED, sentenceOf(error));
  }
}
