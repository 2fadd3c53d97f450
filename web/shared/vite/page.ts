import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import vue from '@vitejs/plugin-vue';
import type { Plugin, UserConfig } from 'vite';

/** The server reads the list of a page's files from here; a folder inside an archive cannot be listed well. */
const LIST = 'files.txt';

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

function fileList(root: string): Plugin {
  const dist = join(root, 'dist');
  return {
    name: 'freshet-file-list',
    apply: 'build',
    closeBundle() {
      const files = filesIn(dist)
        .map((path) => relative(dist, path))
        .filter((path) => path !== LIST)
        .sort();
      writeFileSync(join(dist, LIST), files.map((path) => `${path}\n`).join(''));
    },
  };
}

/**
 * How each of the pages is built. Nothing is put inline: the server's content security policy allows no inline script, style
 * or font. Names hold a hash of the content, so that browsers may keep the files for ever.
 */
export function page(root: string): UserConfig & { test: object } {
  return {
    root,
    base: './',
    logLevel: 'warn',
    plugins: [vue(), fileList(root)],
    build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, emptyOutDir: true },
    test: { include: ['test/unit/**/*.test.ts'], environment: 'happy-dom' },
  };
}
