import { defineConfig } from 'vitest/config';

/** The tables of the reset rules alone: branches are counted in them, and each mutant has to fail one of them. */
export default defineConfig({
  test: {
    include: ['test/server/resetRequests/rules/*.test.ts'],
    // It sees everything at once and takes its time: each rule has a row of its own in a table.
    exclude: ['**/exhaustive.test.ts'],
    coverage: {
      provider: 'v8',
      include: ['server/features/resetRequests/rules/*.ts'],
      reporter: ['text'],
      reportsDirectory: 'out/coverage',
      thresholds: { 100: true },
    },
  },
});
