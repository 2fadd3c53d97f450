import { defineConfig } from 'vite';

const root = (path: string): string => new URL(path, import.meta.url).pathname;

const MODULE = { entry: 'src/index.ts', file: 'freshet.js', format: 'es' } as const;

/** What `vite build --mode …` makes besides the module; each is whole in itself. */
const OTHERS: Record<string, { entry: string; file: string; format: 'es' | 'iife' }> = {
  script: { entry: 'src/script.ts', file: 'freshet.global.js', format: 'iife' },
  checks: { entry: 'src/protocol/identifiers.ts', file: 'checks.js', format: 'es' },
  codes: { entry: 'src/protocol/errorCodes.ts', file: 'error-codes.js', format: 'es' },
};

export default defineConfig(({ mode }) => {
  const { entry, file, format } = OTHERS[mode] ?? MODULE;
  return {
    logLevel: 'warn',
    build: {
      target: 'es2022',
      sourcemap: true,
      emptyOutDir: mode === 'module',
      lib: { entry: root(entry), name: 'Freshet', formats: [format], fileName: () => file },
    },
  };
});
