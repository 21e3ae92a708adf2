import { sentence } from '../../../contract/words/sentence.ts';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../failure.ts';

/**
 * Writes a file that wasn't there, for its owner alone, all or nothing: under a name beside it first, which it takes when all of
 * it is on disk. Throws where there is such a file, and leaves that as it is.
 */
export async function writeNewFile(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const path = resolve(file);
  if (existsSync(path)) throw thereAlready(file);
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      for await (const chunk of bytes) await handle.writeFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await takeName(beside, path, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error instanceof Failure ? error : notWritten(file, error);
  }
}

/** By a link, which never takes a name from another file; by a new name where the disk knows no links. */
async function takeName(beside: string, path: string, file: string): Promise<void> {
  try {
    await link(beside, path);
    await rm(beside);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(path)) throw thereAlready(file);
    await rename(beside, path);
  }
  // Windows opens no folders.
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

const thereAlready = (file: string) => new Failure(sentence('backup', 'fileThere', { file }));

/** What the disk said; what the database said is not the file's fault. */
function notWritten(file: string, error: unknown): unknown {
  const code = codeOf(error);
  const isOfDisk = error instanceof Error && Reflect.get(error, 'syscall') !== undefined;
  if (code === undefined || !isOfDisk) return error;
  return new Failure(sentence('backup', 'notWritten', { file, code }), { cause: error });
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}
