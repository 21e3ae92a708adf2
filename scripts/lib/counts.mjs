/** Adds up what the checks and the two test runners report. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** @param {boolean} ok @returns {Counts} a check is one thing that passes or fails */
export const ofCheck = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/**
 * A report that does not explain a bad exit code counts as one failure.
 * @param {boolean} ok
 * @param {Counts} counts
 * @returns {Counts}
 */
const withExitCode = (ok, counts) => (ok || counts.failed > 0 ? counts : { ...counts, failed: 1 });

/** @param {string} file @returns {Record<string, any> | undefined} */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * @param {boolean} ok the runner exited with 0
 * @param {string} file vitest's JSON report
 * @returns {Counts}
 */
export function ofVitest(ok, file) {
  const report = read(file);
  if (report === undefined) return ofCheck(false);
  return withExitCode(ok, {
    passed: report['numPassedTests'],
    // A file that does not even load has no tests to fail: it counts as one.
    failed: report['numFailedTests'] + filesThatDidNotLoad(report['testResults']),
    skipped: report['numPendingTests'] + report['numTodoTests'],
  });
}

/** @param {{ status: string, assertionResults: unknown[] }[]} files */
const filesThatDidNotLoad = (files) =>
  files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;

/**
 * @param {boolean} ok the runner exited with 0
 * @param {string} file Playwright's JSON report
 * @returns {Counts}
 */
export function ofPlaywright(ok, file) {
  const report = read(file);
  if (report === undefined) return ofCheck(false);
  const { expected, unexpected, flaky, skipped } = report['stats'];
  return withExitCode(ok, { passed: expected, failed: unexpected + flaky, skipped });
}

/** @param {Counts} counts */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
