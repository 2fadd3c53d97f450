import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where people look when a test fails, and at the pages' pictures. */
const FOLDER = fileURLToPath(new URL('../../../target/web-test/', import.meta.url));

/** The path of an artefact, whose folder is there afterwards. */
export async function artefact(...path: string[]): Promise<string> {
  const file = join(FOLDER, ...path);
  await mkdir(dirname(file), { recursive: true });
  return file;
}

export async function keep(path: string[], lines: readonly string[]): Promise<void> {
  await writeFile(await artefact(...path), lines.map((line) => `${line}\n`).join(''));
}
