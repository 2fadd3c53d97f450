// Serves the built page next to a running server and prints links to it: `./freshet example uniapp`.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const LAUNCHER = fileURLToPath(new URL('../../freshet', import.meta.url));
const HELP = `Usage: freshet example uniapp [--port=N] [--host=ADDRESS] [options of freshet token]
Build the uni-app example for H5 and serve it next to the running server.
      --port=N         Port of the page (default: 8081).
      --host=ADDRESS   Where it listens, 0.0.0.0 for the whole network (default: localhost).
      --user=ID        One link, for this user (default: two links, for anna and ben).
      --room=ID        The room of the links.
      --data=DIR, --config=FILE, --app=APPID   as in freshet token --help.`;

const given = process.argv.slice(2);
if (given.some((option) => ['-h', '--help'].includes(option))) {
  console.log(HELP);
  process.exit(0);
}

/** Takes an option of this command out of those given. */
function take(name, otherwise) {
  const at = given.findIndex((option) => option.startsWith(`--${name}=`));
  return at < 0 ? otherwise : given.splice(at, 1)[0].slice(name.length + 3);
}

function fail(sentence) {
  console.error(`freshet: ${sentence}`);
  process.exit(1);
}

/** The link that the server makes to its own page. */
function serverLink(user) {
  try {
    const options = ['token', '--link', `--user=${user}`, ...given];
    return new URL(execFileSync(LAUNCHER, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim());
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}

const port = Number(take('port', '8081'));
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail('--port must be a number from 0 to 65535');
}
const host = take('host', 'localhost');
const user = take('user', '');
const links = (user ? [user] : ['anna', 'ben']).map(serverLink);
const { origin } = links[0];
await fetch(`${origin}/livez`).catch(() => fail(`no server answers at ${origin}; start it with ./freshet up`));

const page = await preview({
  configFile: false,
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: { outDir: 'dist/build/h5' },
  logLevel: 'error',
  preview: {
    port,
    host,
    strictPort: true,
    // So the page finds its server where it comes from itself, from every machine that reaches this one.
    proxy: { '/signal': { target: origin, ws: true, changeOrigin: true } },
  },
}).catch((error) => fail(error.message));

const [address] = [...page.resolvedUrls.network, ...page.resolvedUrls.local];
console.log(user ? 'Open:' : 'Open the one here and the other elsewhere, or both in two windows:');
links.forEach(({ hash }) => console.log(`  ${address}#/?${hash.slice(1)}`));
console.log('Ctrl-C ends it.');
