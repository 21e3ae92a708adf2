import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { run } from '../../server/cli/run.ts';
import type { Finished } from './gatehouse.ts';

/** The same as `gatehouse`, in this process: for commands that end by themselves, many at once. */
export async function runHere(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  const [stdout, stderr]: string[][] = [[], []];
  const take = (into: string[] | undefined) => (text: unknown) => {
    into?.push(String(text));
    return true;
  };
  const line = (into: string[] | undefined) => (text: unknown) => void into?.push(`${String(text)}\n`);
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin');
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take(stdout)),
    vi.spyOn(process.stderr, 'write').mockImplementation(take(stderr)),
    vi.spyOn(console, 'log').mockImplementation(line(stdout)),
    vi.spyOn(console, 'error').mockImplementation(line(stderr)),
  ];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  try {
    const exitCode = await run(args);
    return { exitCode, stdout: stdout?.join('') ?? '', stderr: stderr?.join('') ?? '' };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    if (stdin) Object.defineProperty(process, 'stdin', stdin);
  }
}
