import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../../../freshet', import.meta.url));
const START_TIMEOUT_MS = 50_000;

/** The real server in a process and a folder of its own. It keeps its port and its data when it is started again. */
export class LiveServer {
  appId = 0;
  appSign = '';
  private process: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(): Promise<LiveServer> {
    const folder = await mkdtemp(join(tmpdir(), 'freshet-web-'));
    const server = new LiveServer(folder, await freePort());
    const configuration = [
      `http: { bind: 127.0.0.1, port: ${server.port} }`,
      `media: { port: ${server.port}, advertise-loopback: true }`,
    ];
    await writeFile(join(folder, 'freshet.yaml'), configuration.join('\n'));
    await server.startAgain();
    return server;
  }

  /** Until it listens. */
  async startAgain(): Promise<void> {
    const options = ['up', '--config', join(this.folder, 'freshet.yaml'), '--data', join(this.folder, 'data')];
    const started = spawn(LAUNCHER, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = started;
    const said: string[] = [];
    started.stderr.on('data', (chunk) => said.push(String(chunk)));
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`the server ${why}:\n${said.join('\n')}`));
      const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS);
      started.once('exit', () => fail('ended'));
      createInterface(started.stdout).on('line', (line) => {
        said.push(line);
        const word = line.trim().split(/\s+/).at(-1) ?? '';
        if (/AppID\b/.test(line)) {
          this.appId = Number(word);
        } else if (/AppSign\b/.test(line)) {
          this.appSign = word;
        } else if (/listening on/.test(line)) {
          clearTimeout(timer);
          resolve();
        }
      });
    });
  }

  /** As a crash does it. */
  async kill(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (running && running.exitCode === null) {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGKILL');
      await ended;
    }
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * A port that nobody listens at. Below those that systems hand out by themselves: while the server is down between two starts
 * nobody else shall get it.
 */
async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve(true));
  });
  await new Promise((resolve) => probe.close(resolve));
  return free ? port : freePort();
}
