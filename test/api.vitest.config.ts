import { defineConfig } from 'vitest/config';

/** `npm run test:api`: the API as others see it, by its document; packages come from npm, PyPI and Go's proxy. */
export default defineConfig({
  test: {
    include: ['test/api/*.api.ts'],
    maxWorkers: 1,
    testTimeout: 7_200_000,
    hookTimeout: 600_000,
    env: { TZ: 'Europe/London' },
  },
});
