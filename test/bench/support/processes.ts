import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** What Linux counts processor time in: sysconf(_SC_CLK_TCK). */
const TICKS_A_SECOND = 100;

export interface Program {
  address: string;
  pid: number;
  /** Milliseconds from its start until it said that it is ready. */
  readyAfter: number;
  stop(): Promise<void>;
}

/** Runs a program of Node's until it says `ready <address>`, or as Gatehouse does. */
export async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Program> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  void closed.then(() => process.off('exit', end));
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed += `${line}\n`;
      const ready = /ready (?:at )?(http\S+?)\.?$/.exec(line)?.[1];
      if (ready) resolve(ready);
    });
    void closed.then(() => reject(new Error(`${args.join(' ')} ended before it was ready:\n${printed}`)));
  });
  return {
    address,
    pid: child.pid ?? 0,
    readyAfter: performance.now() - startedAt,
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

/** Fields of /proc/<pid>/stat after the name, which may hold spaces: the first is the state. */
function statOf(pid: number | string): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Milliseconds of processor time of a process, and of its children that have ended. */
export function cpuOf(pid: number): number {
  const ticks = statOf(pid)
    .slice(11, 15)
    .reduce((sum, field) => sum + Number(field), 0);
  return (ticks * 1000) / TICKS_A_SECOND;
}

/** The same with the children that run: PostgreSQL has one for each connection. */
export function cpuOfAll(pid: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  let sum = cpuOf(pid);
  for (const child of children) {
    try {
      if (Number(statOf(child)[1]) === pid) sum += cpuOf(Number(child));
    } catch {
      // It has ended: its parent has its time.
    }
  }
  return sum;
}

/** Resident memory of a process, in MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
