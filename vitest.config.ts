import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@readout/source'] },
  ssr: { resolve: { conditions: ['@readout/source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
