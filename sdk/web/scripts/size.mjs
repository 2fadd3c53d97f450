// Says how large the SDK is on the wire, and fails when it has grown too large.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const MAX_BYTES = 45 * 1024;

for (const name of ['freshet.js', 'freshet.global.js']) {
  const bytes = gzipSync(readFileSync(new URL(`../dist/${name}`, import.meta.url)), { level: 9 }).length;
  process.stdout.write(`${name}: ${(bytes / 1024).toFixed(1)} kB gzipped, at most ${MAX_BYTES / 1024} kB\n`);
  if (bytes > MAX_BYTES) {
    process.exitCode = 1;
  }
}
