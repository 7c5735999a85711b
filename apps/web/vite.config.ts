import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [svelte()],
  build: {
    outDir: fileURLToPath(new URL('../../packages/readout/dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // `light-dark()` and nesting are kept as written: browsers of 2024 and later have them.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Nothing may become a `data:` address: the page allows only its own origin.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4321' } },
});
