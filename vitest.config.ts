import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['worker/test/**/*.test.ts'],
    globalSetup: ['worker/test/kit/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A test that needs another one to have run before it shows itself sooner or later.
    sequence: { shuffle: { files: true, tests: true } },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
