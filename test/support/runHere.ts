import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { run } from '../../server/cli/run.ts';
import { withoutProgress } from './gatehouse.ts';
import type { Finished } from './gatehouse.ts';

interface Here {
  input?: string;
  env?: Record<string, string>;
  /** Asked of a server when it is ready; then it is stopped. */
  whenReady?: (address: string) => Promise<void>;
}

/** As if the signal came, but to the server alone. */
function stop(): void {
  const listener = process.listeners('SIGTERM').at(-1);
  if (!listener) throw new Error('Nothing waits for a signal.');
  process.off('SIGTERM', listener);
  listener('SIGTERM');
}

/** The same as `gatehouse`, in this process, for many commands; a server is stopped as soon as it is ready. */
export async function runHere(
  args: readonly string[],
  { input = '', env = {}, whenReady = () => Promise.resolve() }: Here = {},
): Promise<Finished> {
  const [stdout, stderr]: string[][] = [[], []];
  const take = (into: string[] | undefined) => (text: unknown) => {
    into?.push(String(text));
    return true;
  };
  const line = (into: string[] | undefined) => (text: unknown) => {
    into?.push(`${String(text)}\n`);
    const [, address] = /^Gatehouse is ready at (\S+)/.exec(String(text)) ?? [];
    if (address !== undefined) void whenReady(new URL(address).origin).finally(stop);
  };
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
    return { exitCode, stdout: stdout?.join('') ?? '', stderr: withoutProgress(stderr?.join('') ?? '') };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    if (stdin) Object.defineProperty(process, 'stdin', stdin);
  }
}
