import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/embeddedPostgres.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Real servers, for minutes: `npm run test:operators`, `npm run test:systems`.
    exclude: [...configDefaults.exclude, 'test/operators/**', 'test/systems/**'],
    pool: 'forks',
    maxWorkers: 2,
    // Nothing here keeps state in a module, and no test replaces one: loading all of them for each file took a third of the time.
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    // Processes that tests start find the program as code: a quarter less work each.
    env: { TZ: 'Europe/London', NODE_COMPILE_CACHE: join(import.meta.dirname, 'out', 'compiled') },
  },
});
