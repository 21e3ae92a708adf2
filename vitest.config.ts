import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongFirst } from './scripts/lib/longFirst.mjs';
import { scratch } from './scripts/lib/scratch.mjs';

export default defineConfig({
  test: {
    globalSetup: ['test/support/embeddedPostgres.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Real servers, for minutes: `npm run test:operators`, `npm run test:systems`.
    exclude: [...configDefaults.exclude, 'test/operators/**', 'test/systems/**'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Nothing here keeps state in a module, and no test replaces one: loading all of them for each file took a third of the time.
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
    // As for journeys: only what hangs runs into them, however busy the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    // Processes that tests start find the program as code: a quarter less work each.
    env: {
      TZ: 'Europe/London',
      TMPDIR: scratch(),
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'out', 'compiled'),
    },
  },
});
