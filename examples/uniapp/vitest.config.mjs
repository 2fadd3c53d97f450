import { defineConfig } from 'vitest/config';

// Vitest and playwright-core are those of the repository's root.
export default defineConfig({
  test: { include: ['test/*.test.mjs'], testTimeout: 120_000, hookTimeout: 240_000 },
});
