import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/embeddedPostgres.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Real parts of Debian, for minutes: `npm run test:operators`.
    exclude: [...configDefaults.exclude, 'test/operators/**'],
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
