import { spawn } from 'node:child_process';
import { sentence } from '../../contract/words/sentence.ts';
import { Failure } from '../failure.ts';

const MOST_MS = 10_000;
/** Keys have some lines. */
const MOST_BYTES = 65_536;

/**
 * What a command prints: the key, from a vault or a KMS. It runs in a shell, with our environment, for ten seconds at most. Throws
 * `Failure` with a sentence that shows nothing of what it printed.
 */
export async function runKeyCommand(command: string): Promise<string> {
  // A group of its own: what the shell started ends with it.
  const child = spawn(command, { shell: true, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const end = (why: string | null) => {
    resolve(why);
    if (why !== null) endGroup(child.pid);
  };
  const timer = setTimeout(() => end(`${MOST_MS / 1000} s`), MOST_MS);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.length > MOST_BYTES) end(`${MOST_BYTES} bytes`);
  });
  child.once('error', ({ message }) => end(message));
  child.once('close', (code, signal) => end(code === 0 ? null : (signal ?? `exit code ${code}`)));
  const why = await promise;
  clearTimeout(timer);
  if (why === null) return text;
  child.stdout.destroy();
  throw new Failure(sentence('opening', 'keyCommandFailed', { why }));
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
