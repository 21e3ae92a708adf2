/** Breaks the reset rules in every small way and asks that a test fails each time (`npm run test:mutation`). */
export default {
  mutate: ['server/features/resetRequests/rules/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/rules.vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 30_000,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 98, low: 98, break: 98 },
  tempDirName: 'out/mutation',
  ignorePatterns: ['out', 'dist', 'docs/screenshots', 'test/e2e'],
  // It would be rewritten with an API that TypeScript 7 has no more. A name of no file leaves it as it is.
  tsconfigFile: 'none',
};
