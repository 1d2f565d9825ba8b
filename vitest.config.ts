import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['worker/test/**/*.test.ts'],
    globalSetup: ['worker/test/kit/global-setup.ts'],
    pool: 'forks',
    // Stories wait for processes and browsers more than they reckon: two cores serve three of them.
    maxWorkers: 3,
    // Files that run one after the other share a process and the modules in it: loading them anew
    // for each was a quarter of the whole run, and no module keeps anything that a test could see.
    isolate: false,
    // A test that needs another one to have run before it shows itself sooner or later.
    sequence: { shuffle: { files: true, tests: true } },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A second, as vitest has it, is short on a machine that does three things at once.
    expect: { poll: { timeout: 15_000 } },
  },
});
