import { defineConfig } from 'vitest/config';

/** One after the other: each has the machine's servers to itself. */
export default defineConfig({
  test: {
    include: ['test/operators/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
});
