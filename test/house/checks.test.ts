import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closingLine, ofPlaywright, ofVitest } from '../../scripts/lib/counts.mjs';
import { root } from './cruise.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the count at the end of npm test', () => {
  const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

  it('reads what vitest reports', () => {
    const file = report({ ...vitest, testResults: [{ status: 'passed', assertionResults: [{}] }] });
    expect(ofVitest(true, file)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  it('counts a test file that does not load as a failure', () => {
    const file = report({ ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(ofVitest(false, file).failed).toBe(1);
  });

  it('counts a runner that failed without saying why', () => {
    expect(ofVitest(false, report({ ...vitest, testResults: [] })).failed).toBe(1);
    expect(ofVitest(true, join(folder, 'never-written.json')).failed).toBe(1);
  });

  it('counts a flaky browser test as failed', () => {
    const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(ofPlaywright(false, file)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('reads as tools expect it', () => {
    expect(closingLine({ passed: 120, failed: 0, skipped: 0 })).toBe('120 passed, 0 failed');
    expect(closingLine({ passed: 120, failed: 1, skipped: 7 })).toBe('120 passed, 1 failed, 7 skipped');
  });
});

describe('oxlint', () => {
  /** @returns the names of the rules that a text breaks, in a file of one of the rooms */
  function lint(text: string): string[] {
    const file = join(folder, 'planted.ts');
    writeFileSync(file, text);
    const args = ['--config', join(root, '.oxlintrc.json'), '--format', 'json', file];
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), ...args], {
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
    return diagnostics.map((diagnostic) => diagnostic.code);
  }

  it.each([
    ['any', 'export const loose: any = 1;', 'typescript(no-explicit-any)'],
    ['axios', "export { default } from 'axios';", 'eslint(no-restricted-imports)'],
    ['ipcMain', "export { ipcMain } from 'electron';", 'eslint(no-restricted-imports)'],
    ['the console', "console.log('secret');", 'eslint(no-console)'],
  ])('refuses %s', (_name, text, rule) => {
    expect(lint(text)).toContain(rule);
  });
});

describe('knip', () => {
  it('starts from what is really run, and overlooks no rule', () => {
    const read = (file: string) =>
      JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>;
    const knip = read('knip.json');
    expect(knip['entry']).toContain('electron/main/index.ts');
    // The server's entry it takes from the npm script that runs it.
    expect(read('package.json')['scripts']).toMatchObject({ gatehouse: 'node scripts/gatehouse.mjs' });
    expect(knip).not.toHaveProperty('rules');
    expect(knip).not.toHaveProperty('exclude');
  });
});

it('no helper of tests has a hook of its own: a file is loaded once for all tests, and a hook counts for the first', () => {
  const helpers = globSync('test/{contract,desktop,house,renderer,server,store-suite,support}/**/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts'],
  });
  expect(helpers.length).toBeGreaterThan(50);
  const hook = /^(?:before|after)(?:Each|All)\(/m;
  expect(helpers.filter((path) => hook.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

it('a run whose test failed ends with 1, also where it started PostgreSQL', () => {
  const place = join(root, 'out', 'test', 'exit');
  mkdirSync(place, { recursive: true });
  const test = `import { expect, inject, it } from 'vitest';
    it('fails', async () => { await fetch(inject('postgresBroker')); expect(1).toBe(2); });`;
  const setup = join(root, 'test/support/embeddedPostgres.ts');
  const config = `export default { test: { globalSetup: [${JSON.stringify(setup)}], include: ['*.test.ts'] } };`;
  writeFileSync(join(place, 'failing.test.ts'), test);
  writeFileSync(join(place, 'vitest.config.ts'), config);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', '--root', place], {
    encoding: 'utf8',
  });
  rmSync(place, { recursive: true });
  expect(stdout).toMatch(/1 failed/);
  expect(status).toBe(1);
});
