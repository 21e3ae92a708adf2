import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const SCRIPT = `
import { runInForeground, nodePath } from './scripts/lib/shell.mjs';
process.exitCode = await runInForeground(nodePath(), ['server/cli.ts', 'serve', '--port', '0', '--data', process.env.FOLDER]);`;

let folder: string;
const groups: number[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-start-'));
});
afterEach(() => {
  for (const group of groups.splice(0)) endGroup(group);
  rmSync(folder, { recursive: true, force: true });
});

/** Whatever a failed test left running. */
function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // all of it has ended, as it should
  }
}

/** What `npm start` ends in, up to the line that says where the server is. */
async function start(command: string, args: string[]) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, FOLDER: folder, SCRIPT },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  if (child.pid !== undefined) groups.push(child.pid);
  // Only when everybody who writes there has ended: the server, too.
  const closed = once(child, 'close');
  const address = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /ready at (\S+)/.exec(line)?.[1];
      if (ready) resolve(ready);
    });
  });
  return { child, closed, address };
}

const signals = ['SIGTERM', 'SIGINT'] as const;

describe('npm start', { timeout: 30_000 }, () => {
  it.each(signals)('%s to the script ends the server below it, cleanly', async (signal) => {
    const { child, closed, address } = await start(process.execPath, ['--input-type=module', '-e', SCRIPT]);
    child.kill(signal);
    await closed;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
    expect(existsSync(join(folder, 'gatehouse.db-wal'))).toBe(false);
  });

  it.each(signals)('%s to npm, which hands it to its shell, does the same', async (signal) => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    const line = scripts.start.replace('node scripts/start.mjs', '"$0" --input-type=module -e "$SCRIPT"');
    const { child, closed, address } = await start('sh', ['-c', line, process.execPath]);
    child.kill(signal);
    await closed;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('Ctrl+C, which reaches all of them and the script again by way of npm, lets the server finish', async () => {
    const { child, closed } = await start(process.execPath, ['--input-type=module', '-e', SCRIPT]);
    if (child.pid === undefined) throw new Error('It did not start.');
    process.kill(-child.pid, 'SIGINT');
    const again = setInterval(() => child.kill('SIGINT'), 1);
    await closed;
    clearInterval(again);
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    expect(existsSync(join(folder, 'gatehouse.db-wal'))).toBe(false);
  });
});
