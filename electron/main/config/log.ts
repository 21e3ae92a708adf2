import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** From this size on the log is begun anew, and the one before is kept once. Bytes. */
const FULL = 5 * 1024 * 1024;

/** Writes lines to a file; a disk that is full must not take the app down, so nothing is thrown. */
export function createLog(path: string, now: () => Date): (line: string) => void {
  return (line) => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      if (existsSync(path) && statSync(path).size > FULL) renameSync(path, `${path}.old`);
      appendFileSync(path, `${now().toISOString()} ${line.trimEnd()}\n`, { mode: 0o600 });
    } catch {
      // There is nowhere left to say it.
    }
  };
}
