import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@readout/source'] },
  ssr: { resolve: { conditions: ['@readout/source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
