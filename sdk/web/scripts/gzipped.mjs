import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * What a file of the build takes on the wire.
 *
 * @param {string} name
 */
export function gzippedBytes(name) {
  const content = readFileSync(new URL(`../dist/${name}`, import.meta.url));
  return gzipSync(Uint8Array.from(content), { level: 9 }).length;
}
