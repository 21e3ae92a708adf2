import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { root } from './cruise.ts';

/** What `npm run dev` does once packages are there. */
const SCRIPT = `
import { untilTold } from './scripts/lib/shell.mjs';
import { runWeb } from './scripts/dev/web.mjs';
process.exit(await runWeb(untilTold()));`;
const SOURCE = join(root, 'server', 'version.ts');

let folder: string;
let group: number | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-dev-test-'));
});
afterEach(() => {
  // Whatever a failed test left running.
  try {
    if (group !== undefined) process.kill(-group, 'SIGKILL');
  } catch {
    // all of it has ended, as it should
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Starts it, and hands back what waits for a line of its output. */
function start() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, GATEHOUSE_DEV_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  group = child.pid;
  const lines = createInterface({ input: child.stdout });
  const printed = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      lines.on('line', (line) => {
        const match = pattern.exec(line);
        if (match) resolve(match[1] ?? '');
      });
    });
  child.stderr.pipe(process.stderr);
  // Only when everybody who writes there has ended: the server, too.
  return { child, printed, closed: once(child, 'close') };
}

/** As an editor that saves. Once it was seen the file is as old as before, so that nothing here is built anew for it. */
function save(file: string): void {
  const { atime, mtime } = statSync(file);
  utimesSync(file, new Date(), new Date());
  onTestFinished(() => utimesSync(file, atime, mtime));
}

describe('npm run dev', { timeout: 120_000 }, () => {
  it('serves page and API at one address, runs a changed server anew, and at Ctrl+C ends all of it', async () => {
    const { child, printed, closed } = start();
    const address = await printed(/ready at (\S+)/);
    const page = await fetch(`${address}/users`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('/main.web.tsx');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';style-src 'self' 'nonce-[^']+';/);
    expect(policy).not.toContain('unsafe');

    const options = () => fetch(`${address}/api/v1/sign-in/options`).then(({ status }) => status);
    expect(await options()).toBe(200);
    const anew = printed(/the server runs its new code/);
    save(SOURCE);
    await anew;
    expect(await options()).toBe(200);

    child.kill('SIGINT');
    await closed;
    expect(child.exitCode).toBe(0);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
    expect(readdirSync(folder).filter((name) => name.startsWith('gatehouse-dev'))).toEqual([]);
  });
});
