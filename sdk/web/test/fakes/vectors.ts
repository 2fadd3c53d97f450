import { readFileSync } from 'node:fs';

const VECTORS = new URL('../../../../protocol/src/test/resources/vectors/', import.meta.url);

/** Golden vectors that every implementation replays. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- says what the file holds
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, VECTORS), 'utf8')) as T;
}
