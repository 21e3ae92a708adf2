/** `npm test`: every check and every test, from a fresh checkout, with one line of counts at the end. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { add, closingLine, ofCheck, ofPlaywright, ofVitest } from './lib/counts.mjs';
import { desktopTests } from './lib/electron.mjs';
import { installDebianPackages, installPackages } from './lib/install.mjs';
import { root, runBuffered, say } from './lib/shell.mjs';

/** @typedef {import('./lib/counts.mjs').Counts} Counts */

const reports = join(root, 'out', 'test');
let total = { passed: 0, failed: 0, skipped: 0 };

/**
 * Starts a step at once and prints it when it has ended, whole.
 * @param {string} name
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, count?: (ok: boolean) => Counts }} [options]
 */
async function step(name, [program = '', ...args], { env = {}, count = ofCheck } = {}) {
  const startedAt = Date.now();
  const { ok, output } = await runBuffered(program, args, env);
  const counts = count(ok);
  total = add(total, counts);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`\n== ${name}: ${closingLine(counts)} (${seconds} s)`);
  if (!ok) console.log(output.trimEnd());
}

/** Both shells in one run: neither leaves a core idle at its end. @param {string[]} projects @param {string[]} prefix */
function e2e(projects, prefix = []) {
  const file = join(reports, 'e2e.json');
  return step(
    `end to end, ${projects.join(' and ')}`,
    [...prefix, 'playwright', 'test', ...projects.map((name) => `--project=${name}`), '--reporter=list,json'],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file }, count: (ok) => ofPlaywright(ok, file) },
  );
}

/** The desktop tests are counted as skipped, not forgotten, where nothing can run them. @param {string} reason */
async function skipDesktop(reason) {
  const file = join(reports, 'desktop.json');
  const list = ['test', '--project=desktop', '--list', '--reporter=json', '--pass-with-no-tests'];
  const { ok } = await runBuffered('playwright', list, { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const { passed, failed, skipped } = ofPlaywright(ok, file);
  total = add(total, { passed: 0, failed, skipped: passed + skipped });
  say(`desktop tests skipped: ${reason}`);
}

async function run() {
  if (!installPackages()) {
    total = add(total, ofCheck(false));
    return;
  }
  installDebianPackages();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  // First: the journeys run the bundles, and so do tests of the command line.
  await step('build (vite)', ['node', 'scripts/build.mjs']);
  // A journey waits for the next code, or for a mail, half of its time: whatever else there is to do fills it.
  await Promise.all([journeys(), checks().then(units)]);
}

async function checks() {
  await step('format (prettier)', ['prettier', '--check', '--log-level=warn', '.']);
  await step('lint (oxlint, type-aware)', ['oxlint', '--type-aware', '--deny-warnings']);
  await step('dead files, exports, packages (knip)', ['knip']);
  // Several checkers each work out the contract's types for themselves: one is twice as fast.
  await step('types (tsc)', ['tsc', '-b', '--checkers', '1']);
  await step('import rules (dependency-cruiser)', ['depcruise', ...rooms]);
  await step('every branch of the reset rules (coverage)', ['vitest', 'run', ...coverage]);
}

async function units() {
  const file = join(reports, 'vitest.json');
  await step(
    'unit and integration (vitest)',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { count: (ok) => ofVitest(ok, file) },
  );
}

async function journeys() {
  const desktop = desktopTests();
  if ('reason' in desktop) {
    await e2e(['web']);
    await skipDesktop(desktop.reason);
  } else await e2e(['web', 'desktop'], desktop.prefix);
}

const coverage = ['--config', 'test/rules.vitest.config.ts', '--coverage'];
const rooms = ['contract', 'electron', 'renderer', 'server', '--output-type', 'err-long'];

await run();
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
