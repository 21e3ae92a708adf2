import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isBuilt } from '../../scripts/lib/build.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
/** The bundle as `npm start` runs it, where it is as new as its sources; while one works on them, the sources. */
export const PROGRAM = isBuilt() ? 'out/server/gatehouse.js' : 'server/cli.ts';

/** `gatehouse …` as a person runs it; the program under test, in a process of its own. */
export function start(
  args: readonly string[],
  env: Record<string, string> = {},
  under: readonly string[] = [],
): ChildProcess {
  const [program = '', ...rest] = [...under, process.execPath, join(ROOT, PROGRAM), ...args];
  return spawn(program, rest, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export interface Finished {
  exitCode: number | null;
  stdout: string;
  /** Without how far it is. */
  stderr: string;
}

/** Runs a command to its end. */
export async function gatehouse(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  const child = start(args, env);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin?.end(input);
  await once(child, 'close');
  return { exitCode: child.exitCode, stdout, stderr: withoutProgress(stderr) };
}

/** What is said every two seconds of what takes longer, as everything does on a busy machine. */
export const withoutProgress = (stderr: string) =>
  stderr.replace(/^(?:[\d,]+ of [\d,]+ rows|[\d,]+ values? sealed anew …)\n/gm, '');

export interface Serving {
  address: string;
  pid: number;
  /** What it printed so far. */
  printed(): string;
  /** SIGKILL: the power went. */
  kill(): Promise<void>;
  /** SIGTERM: resolves with the exit code. */
  stop(): Promise<number | null>;
}

/**
 * `gatehouse serve`, or `sample`, until it says that it is ready.
 *
 * @param under a program that becomes it, with its arguments: `prlimit --nofile=100`
 */
export async function serve(
  args: readonly string[],
  env: Record<string, string> = {},
  command: 'serve' | 'sample' = 'serve',
  under: readonly string[] = [],
): Promise<Serving> {
  const child = start([command, '--port', '0', ...args], env, under);
  const closed = once(child, 'close');
  // A test that times out is not asked to stop what it started.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  void closed.then(() => process.off('exit', end));
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    if (!child.stdout) throw new Error('The program has no output.');
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed += `${line}\n`;
      const ready = /Gatehouse is ready at (\S+?)\.?$/.exec(line)?.[1];
      // Of an empty server it is the link that sets it up.
      if (ready) resolve(new URL(ready).origin);
    });
    void closed.then(() => reject(new Error(`The server ended before it was ready:\n${printed}`)));
  });
  return {
    address,
    pid: child.pid ?? 0,
    printed: () => printed,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    async stop() {
      child.kill('SIGTERM');
      await closed;
      return child.exitCode;
    },
  };
}
