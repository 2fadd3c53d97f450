import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import uni from '@dcloudio/vite-plugin-uni';

// The tool chain asks its makers for a newer version of itself, and tells them of this machine, unless it runs in CI.
process.env.CI ??= 'true';

export default defineConfig({
  plugins: [uni()],
  resolve: {
    alias: { 'freshet-web': fileURLToPath(new URL('../../sdk/web/dist/freshet.js', import.meta.url)) },
  },
  // `npm run dev`: the page is its own server, as far as the SDK can see.
  server: { proxy: { '/signal': { target: process.env.FRESHET_SERVER ?? 'http://localhost:8080', ws: true } } },
});
