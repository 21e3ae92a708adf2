import { appendFile, open, readFile } from 'node:fs/promises';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';

export const SignedCheckpointSchema = Type.Object({
  number: Type.Optional(Type.Integer()),
  count: Type.Integer(),
  headHash: Type.String(),
  at: Type.Integer(),
  keyVersion: Type.Integer(),
  signature: Type.String(),
});

/** Checkpoints outside the database: a database that was put back to an earlier state still contradicts them (S-51). */
export interface CheckpointFile {
  path: string;
  append(checkpoints: readonly SignedCheckpoint[]): Promise<void>;
  /** All of them, null where there is no file; `unreadable` are the numbers of lines that aren't checkpoints. */
  read(): Promise<{ checkpoints: SignedCheckpoint[] | null; unreadable: number[] }>;
  /** The highest number in it, 0 where none has one; null where there is no file. */
  lastNumber(): Promise<number | null>;
}

/** A file of one checkpoint a line, which only ever grows. */
export function createCheckpointFile(path: string): CheckpointFile {
  async function read(): Promise<{ checkpoints: SignedCheckpoint[] | null; unreadable: number[] }> {
    const text = await readIfThere(path);
    if (text === null) return { checkpoints: null, unreadable: [] };
    const parsed = text
      .split('\n')
      .filter((line) => line !== '')
      .map(parseCheckpoint);
    return {
      checkpoints: parsed.filter((checkpoint) => checkpoint !== null),
      unreadable: parsed.flatMap((checkpoint, index) => (checkpoint === null ? [index + 1] : [])),
    };
  }

  return {
    path,
    async append(checkpoints) {
      const lines = checkpoints.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`);
      await appendFile(path, lines.join(''), { mode: 0o600 });
      const file = await open(path, 'r+');
      await file.sync().finally(() => file.close());
    },
    read,
    async lastNumber() {
      const { checkpoints } = await read();
      return checkpoints && Math.max(0, ...checkpoints.map(({ number = 0 }) => number));
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

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return null;
    throw error;
  }
}
