import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const OUT = join(ROOT, 'out', 'api');

/** The server on a port of this machine, and where its document lies. */
export async function startServer(): Promise<{ test: TestApp; address: string; document: string }> {
  const test = await createTestApp({ keep: true });
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${address}/api/openapi.json`);
  mkdirSync(OUT, { recursive: true });
  const document = join(OUT, 'openapi.json');
  writeFileSync(document, await answer.text());
  return { test, address, document };
}

/** A folder to work in, with what lies in the test's own of that name. */
export function workshop(name: string, { keep = [] }: { keep?: string[] } = {}): string {
  const folder = join(OUT, name);
  if (keep.length === 0) rmSync(folder, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, name), folder, { recursive: true });
  return folder;
}

export interface Ran {
  ok: boolean;
  output: string;
}

/** Runs a command to its end; one that there isn't has failed. */
export async function run(
  [program = '', ...args]: string[],
  {
    cwd = OUT,
    env = {},
    limit = 600_000,
  }: { cwd?: string; env?: Record<string, string>; limit?: number } = {},
): Promise<Ran> {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, timeout: limit });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  try {
    await once(child, 'close');
  } catch (error) {
    return { ok: false, output: String(error) };
  }
  return { ok: child.exitCode === 0, output };
}

/** The Python of an environment that has the pinned packages, or why there is none. */
export async function python(): Promise<{ bin: string } | { reason: string }> {
  const folder = join(OUT, 'venv');
  const made = await run(['python3', '-m', 'venv', folder]);
  if (!made.ok) return { reason: `no Python here: ${lastLine(made.output)}` };
  const bin = join(folder, 'bin');
  const requirements = join(import.meta.dirname, 'python', 'requirements.txt');
  const installed = await run([join(bin, 'pip'), 'install', '--quiet', '--requirement', requirements]);
  return installed.ok ? { bin } : { reason: `PyPI’s packages can’t be had: ${lastLine(installed.output)}` };
}

export const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';
