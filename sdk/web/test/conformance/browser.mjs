// A browser that several client programs share, until its input ends. Prints the address at which they find it.
import { serveBrowser } from 'freshet-web-test/browser.mjs';

const browser = await serveBrowser();
process.stdout.write(`${browser.wsEndpoint()}\n`);
await new Promise((ended) => process.stdin.resume().once('end', ended));
await browser.kill();
