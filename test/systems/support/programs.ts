import { execFile, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findProgram } from '../../../scripts/lib/shell.mjs';

const run = promisify(execFile);

/** What was fetched stays there for the next time; git ignores it. */
export function keptFolder(name: string): string {
  const folder = join(import.meta.dirname, '..', '..', '..', 'out', 'systems', name);
  mkdirSync(join(folder, '..'), { recursive: true });
  return folder;
}

/** The system can't be had on this machine, and why. */
export class NotHere extends Error {}

/** Throws `NotHere` where one of them is not installed. */
export function needPrograms(...names: string[]): void {
  const missing = names.filter((name) => findProgram(name) === undefined);
  if (missing.length > 0) throw new NotHere(`no ${missing.join(', no ')} on this machine`);
}

/** Runs a program to its end; answers what it printed. */
export async function output(
  program: string,
  args: readonly string[],
  { env = {}, why }: { env?: Record<string, string>; why?: string } = {},
): Promise<string> {
  try {
    const { stdout } = await run(program, [...args], {
      env: { ...process.env, ...env },
      maxBuffer: 10_000_000,
    });
    return stdout;
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    if (why !== undefined) throw new NotHere(`${why}: ${said}`);
    throw error;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Program {
  stop(): Promise<void>;
}

/** Starts a server and resolves when it answers at that address; throws with what it said where it ends before. */
export async function startProgram(
  [program = '', ...args]: readonly string[],
  {
    address,
    env = {},
    withinMs = 240_000,
  }: { address: string; env?: Record<string, string>; withinMs?: number },
): Promise<Program> {
  const child = spawn(program, args, { detached: true, env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said = (said + String(chunk)).slice(-4000)));
  const state = { ended: false };
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve();
    });
    child.once('close', () => resolve());
  }).then(() => void (state.ended = true));
  const until = Date.now() + withinMs;
  while (!(await answers(address))) {
    if (state.ended || Date.now() > until) throw new Error(`${program} does not answer: ${said}`);
    await pause(200);
  }
  return {
    async stop() {
      if (state.ended || child.pid === undefined) return;
      // The group: a script may stand before the program itself.
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
