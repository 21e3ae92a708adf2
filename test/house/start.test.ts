import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '../support/gatehouse.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SCRIPT = `
import { runInForeground, nodePath } from './scripts/lib/shell.mjs';
process.exitCode = await runInForeground(nodePath(), ['${PROGRAM}', 'serve', '--port', '0', '--data', process.env.FOLDER]);`;
/** In the server's place: takes a moment to end, in which the signal comes again; a second one is too much for it. */
const SLOW = `
import { runInForeground, nodePath } from './scripts/lib/shell.mjs';
process.exitCode = await runInForeground(nodePath(), ['-e', \`
  process.once('SIGTERM', () => {
    process.kill(process.ppid, 'SIGINT');
    setTimeout(() => process.exit(0), 300);
  });
  setInterval(() => undefined, 1000);
  console.log('ready at once');
\`]);`;

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

describe('npm start', () => {
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

  it('Ctrl+C, which comes to the script by way of npm too, tells the program below once', async () => {
    const { child, closed } = await start(process.execPath, ['--input-type=module', '-e', SLOW]);
    child.kill('SIGINT');
    await closed;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  });
});
