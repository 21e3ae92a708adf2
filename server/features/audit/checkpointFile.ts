import { appendFile, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';

export const SignedCheckpointSchema = Type.Object({
  count: Type.Integer(),
  headHash: Type.String(),
  at: Type.Integer(),
  keyVersion: Type.Integer(),
  signature: Type.String(),
});

/** Checkpoints outside the database: a database that was put back to an earlier state still contradicts them (S-51). */
export interface CheckpointFile {
  append(checkpoint: SignedCheckpoint): Promise<void>;
  /** All of them; `unreadable` are the numbers of lines that aren't checkpoints. */
  read(): Promise<{ checkpoints: SignedCheckpoint[]; unreadable: number[] }>;
}

/** `audit-checkpoints.jsonl` in the data folder, which only ever grows. */
export function createCheckpointFile(dataDir: string): CheckpointFile {
  const path = join(dataDir, 'audit-checkpoints.jsonl');
  return {
    async append(checkpoint) {
      await appendFile(path, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 });
      const file = await open(path, 'r+');
      await file.sync().finally(() => file.close());
    },
    async read() {
      const lines = (await readIfThere(path)).split('\n').filter((line) => line !== '');
      const parsed = lines.map(parseCheckpoint);
      return {
        checkpoints: parsed.filter((checkpoint) => checkpoint !== null),
        unreadable: parsed.flatMap((checkpoint, index) => (checkpoint === null ? [index + 1] : [])),
      };
    },
  };
}

/** A checkpoint as it was written; null where the text isn't one. */
function parseCheckpoint(line: string): SignedCheckpoint | null {
  try {
    const value: unknown = JSON.parse(line);
    return Value.Check(SignedCheckpointSchema, value) ? value : null;
  } catch {
    return null;
  }
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return '';
    throw error;
  }
}
