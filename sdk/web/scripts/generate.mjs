// Writes the constants that the specification fixes: error codes and limits. `--check` only says whether they are fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SPEC = new URL('../../../protocol/spec/', import.meta.url);
const TARGET = new URL('../src/protocol/', import.meta.url);
const HEAD = '// Generated from protocol/spec by scripts/generate.mjs; do not edit.\n';

function literal(text) {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

function errorCodes() {
  const table = readFileSync(new URL('error-codes.md', SPEC), 'utf8');
  const rows = [...table.matchAll(/^\| (1\d{6}) \| ([A-Z0-9_]+) \| (.*) \|$/gm)];
  const lines = rows.map(([, code, name, sentence]) => {
    return `export const ${name}: ErrorCode = { code: ${code}, sentence: ${literal(sentence)} };`;
  });
  return `${HEAD}
/** What an application can be told: the number, and a sentence that says what was wrong and what to do. */
export interface ErrorCode {
  readonly code: number;
  readonly sentence: string;
}

${lines.join('\n')}
`;
}

function limits() {
  const table = readFileSync(new URL('signalling.md', SPEC), 'utf8');
  const rows = [...table.matchAll(/^\|[^|]*\| (\d+)[^|]*\| `([A-Z_]+)` \|$/gm)];
  const lines = rows.map(([, value, name]) => `export const ${name} = ${grouped(value)};`);
  return `${HEAD}\n${lines.join('\n')}\n`;
}

function grouped(number) {
  return number.length > 4 ? number.replace(/\B(?=(\d{3})+$)/g, '_') : number;
}

const files = { 'errorCodes.ts': errorCodes(), 'limits.ts': limits() };
let stale = false;
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, TARGET);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${fileURLToPath(file)} is stale: run npm run generate\n`);
    stale = true;
  }
}
process.exitCode = stale ? 1 : 0;
