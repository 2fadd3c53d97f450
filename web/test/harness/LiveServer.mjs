import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../../freshet', import.meta.url));
const START_TIMEOUT_MS = 80_000;
const STOP_TIMEOUT_MS = 20_000;
const MAX_LOG_LINES = 5_000;

/** None of them outlives this process. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.once('exit', () => running.forEach((each) => each.kill('SIGKILL')));

/**
 * The real server in a process and a folder of its own, as the last build left it. It keeps its port and its data when it is
 * started again.
 */
export class LiveServer {
  appId = 0;
  appSign = '';
  serverSecret = '';
  /** Of the console's account. */
  password = '';
  /** What the processes said, the newest lines. @type {string[]} */
  log = [];
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;
  #folder;

  /**
   * @private
   * @param {string} folder
   * @param {number} port
   */
  constructor(folder, port) {
    this.#folder = folder;
    this.port = port;
    this.address = `http://127.0.0.1:${port}`;
  }

  /** @param {string[]} configuration more lines of its configuration file */
  static async start(...configuration) {
    const folder = await mkdtemp(join(tmpdir(), 'freshet-web-'));
    const server = new LiveServer(folder, await freePort());
    const lines = [
      `http: { bind: 127.0.0.1, port: ${server.port} }`,
      `media: { port: ${server.port}, advertise-loopback: true }`,
      ...configuration,
    ];
    try {
      await writeFile(join(folder, 'freshet.yaml'), lines.join('\n'));
      await server.startAgain();
    } catch (error) {
      await server.close();
      throw error;
    }
    return server;
  }

  /** For commands that are about this server. */
  get options() {
    return [`--config=${join(this.#folder, 'freshet.yaml')}`, `--data=${join(this.#folder, 'data')}`];
  }

  /** Until it listens. */
  async startAgain() {
    const started = spawn(LAUNCHER, ['up', ...this.options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A file that is edited meanwhile must not start a build.
      env: { ...process.env, FRESHET_BUILT: 'yes' },
    });
    this.#process = started;
    running.add(started);
    started.once('exit', () => running.delete(started));
    createInterface(started.stderr).on('line', (line) => this.#note(line));
    await new Promise((resolve, reject) => {
      /** @param {string} why */
      const fail = (why) => {
        clearTimeout(timer);
        reject(new Error(`the server ${why}:\n${this.log.slice(-100).join('\n')}`));
      };
      const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS);
      started.once('exit', () => fail('ended'));
      started.once('error', (error) => fail(`cannot be started: ${error.message}`));
      createInterface(started.stdout).on('line', (line) => {
        this.#note(line);
        this.#read(line);
        // The last line that it prints, at its first start and at others.
        if (/\/#app=|Make a link/.test(line)) {
          clearTimeout(timer);
          resolve(undefined);
        }
      });
    });
  }

  /** @param {string} line */
  #note(line) {
    this.log.push(line);
    this.log.splice(0, this.log.length - MAX_LOG_LINES);
  }

  /** What the first start shows. @param {string} line */
  #read(line) {
    const [, name, value = ''] = /^ {2}(.+?) {2,}.*?(\S+)$/.exec(line) ?? [];
    switch (name) {
      case 'AppID':
        this.appId = Number(value);
        break;
      case 'AppSign':
        this.appSign = value;
        break;
      case 'ServerSecret':
        this.serverSecret = value;
        break;
      case 'console account':
        this.password = value;
        break;
      default:
        break;
    }
  }

  /** As a crash does it. */
  kill() {
    return this.#end('SIGKILL');
  }

  /** As a person does it: at its end the server prepares the next start. */
  async close() {
    await this.#end('SIGTERM');
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** @param {NodeJS.Signals} signal */
  async #end(signal) {
    const victim = this.#process;
    this.#process = undefined;
    if (victim && victim.exitCode === null && victim.signalCode === null && victim.pid !== undefined) {
      const ended = new Promise((resolve) => victim.once('exit', resolve));
      victim.kill(signal);
      const timer = setTimeout(() => victim.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    }
  }
}

/**
 * A port that nobody listens at. Below those that systems hand out by themselves: while the server is down between two starts
 * nobody else shall get it.
 *
 * @returns {Promise<number>}
 */
async function freePort() {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const probe = createServer();
  /** @type {Promise<boolean>} */
  const listens = new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve(true));
  });
  const free = await listens;
  await new Promise((resolve) => probe.close(resolve));
  return free ? port : freePort();
}
