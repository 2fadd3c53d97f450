// Says how large the SDK is on the wire, and fails when it has grown too large.
import { gzippedBytes } from './gzipped.mjs';

const MAX_BYTES = 45 * 1024;

for (const name of ['freshet.js', 'freshet.global.js']) {
  const bytes = gzippedBytes(name);
  process.stdout.write(`${name}: ${(bytes / 1024).toFixed(1)} kB gzipped, at most ${MAX_BYTES / 1024} kB\n`);
  if (bytes > MAX_BYTES) {
    process.exitCode = 1;
  }
}
