import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../../freshet', import.meta.url));

/** `./freshet example uniapp` in a process of its own, as the last build left it, with the links that it printed. */
export class ServedExample {
  #process;

  constructor(process, links) {
    this.#process = process;
    this.links = links;
  }

  /** @param {string[]} options which server it is for */
  static async start(options) {
    const started = spawn(LAUNCHER, ['example', 'uniapp', '--port=0', ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FRESHET_BUILT: 'yes' },
    });
    const said = [];
    const links = [];
    started.stderr.on('data', (chunk) => said.push(String(chunk)));
    await new Promise((resolve, reject) => {
      started.once('exit', () => reject(new Error(`the example was not served:\n${said.join('')}`)));
      createInterface(started.stdout).on('line', (line) => {
        said.push(`${line}\n`);
        const link = line.match(/https?:\S+/);
        if (link) {
          links.push(link[0]);
        } else if (line.startsWith('Ctrl-C')) {
          resolve();
        }
      });
    });
    return new ServedExample(started, links);
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
  }
}
