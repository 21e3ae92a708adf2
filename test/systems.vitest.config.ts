import { defineConfig } from 'vitest/config';

/** `npm run test:systems`: one after the other, because each real system is half of a machine. */
export default defineConfig({
  test: {
    include: ['test/systems/*.test.ts'],
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 900_000,
    reporters: ['verbose'],
  },
});
