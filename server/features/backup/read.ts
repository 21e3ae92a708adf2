import { sentence } from '../../../contract/words/sentence.ts';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Value } from 'typebox/value';
import { fingerprintOf, fingerprintsOf } from '../../crypto/fingerprint.ts';
import { openKeys } from '../../crypto/keysByPassphrase.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { SealBroken } from '../../crypto/seal.ts';
import { openStream, streamKey } from '../../crypto/sealedStream.ts';
import type { Row } from '../../db/snapshot.ts';
import { Failure } from '../../failure.ts';
import { BackupBroken, EndLine, Head, MAGIC, Manifest, RowLine, TableLine } from './format.ts';

/** The key of a backup, once in the open and once in there. */
const LONGEST_HEAD = 65_536;

/** What stands in the open: by which key a file is sealed. Throws where it is no backup. */
export async function readHead(file: string): Promise<{ head: Head; top: Buffer }> {
  const bytes = Buffer.alloc(LONGEST_HEAD);
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new Failure(sentence('cli', 'unreadableFile', { file }), { cause: error });
  });
  try {
    const { bytesRead } = await handle.read(bytes, 0, LONGEST_HEAD, 0).catch((error: unknown) => {
      throw new Failure(sentence('cli', 'unreadableFile', { file }), { cause: error });
    });
    const end = bytes.indexOf('\n', MAGIC.length);
    const isOne = bytes.toString('utf8', 0, MAGIC.length) === MAGIC && end > 0 && end < bytesRead;
    const head = isOne ? parsed(bytes.toString('utf8', MAGIC.length, end)) : undefined;
    if (!Value.Check(Head, head)) throw new Failure(sentence('backup', 'noBackup', { file }));
    return { head, top: bytes.subarray(0, end + 1) };
  } finally {
    await handle.close();
  }
}

/** Whether these keys open a backup. */
export function isOpenedBy(head: Head, keys: Keyring): boolean {
  return keys.keys.has(head.keyVersion) && fingerprintOf(keys, head.keyVersion) === head.fingerprint;
}

/** Throws with both fingerprints where these keys don't open it. */
export function refuseOtherKey(head: Head, keys: Keyring): void {
  if (isOpenedBy(head, keys)) return;
  const { fingerprint } = head;
  throw new Failure(sentence('backup', 'otherKey', { fingerprint, given: fingerprintsOf(keys) }));
}

/** The keys that are sealed into a backup. Throws where there are none, or the passphrase isn't theirs. */
export async function keysInside(head: Head, passphrase: string): Promise<Keyring> {
  if (!head.keys) throw new Failure(sentence('backup', 'noKeyInside', { fingerprint: head.fingerprint }));
  try {
    const keys = await openKeys(head.keys, passphrase);
    refuseOtherKey(head, keys);
    return keys;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new Failure(sentence('backup', 'wrongPassphrase'), { cause: error });
  }
}

export interface Reading {
  manifest(manifest: Manifest): Promise<void> | void;
  rows(table: string, rows: Row[]): Promise<void> | void;
}

const ROWS_AT_ONCE = 500;

/**
 * Reads a backup from its beginning to its end in constant memory, and hands on what is in it. Throws `BackupBroken` where it isn't
 * as it was written: all that was handed on by then is to be thrown away.
 */
export async function readBackup(file: string, keys: Keyring, to: Reading): Promise<Manifest> {
  const { head, top } = await readHead(file);
  refuseOtherKey(head, keys);
  const key = streamKey(keys, head.keyVersion, Buffer.from(head.salt, 'base64url'));
  const unzipped = createGunzip();
  const sealed = createReadStream(file, { start: top.length });
  const opened = Readable.from(openStream(sealed, key, top), { objectMode: false });
  opened.on('error', (error) => unzipped.destroy(error)).pipe(unzipped);
  try {
    return await readLines(unzipped, to);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (isBroken(error)) throw new BackupBroken(file, error);
    throw error;
  } finally {
    opened.destroy();
    sealed.destroy();
  }
}

class NotAsWritten extends Error {}

/** By what is in the file, and not by who takes it. */
const isBroken = (error: unknown): boolean =>
  error instanceof SealBroken ||
  error instanceof NotAsWritten ||
  (error instanceof Error && String(Reflect.get(error, 'code')).startsWith('Z_'));

async function readLines(text: AsyncIterable<Buffer>, to: Reading): Promise<Manifest> {
  const digest = createHash('sha256');
  const counts = new Map<string, number>();
  let manifest: Manifest | undefined;
  let table: { name: string; columns: string[] } | undefined;
  let rows: Row[] = [];
  let end: { rows: number; sha256: string } | undefined;

  async function handOn(): Promise<void> {
    const taken = rows;
    rows = [];
    if (table && taken.length > 0) await to.rows(table.name, taken);
  }

  for await (const line of linesOf(text)) {
    const value = parsed(line);
    if (end) throw new NotAsWritten();
    if (!manifest) {
      if (!Value.Check(Manifest, value)) throw new NotAsWritten();
      manifest = value;
      await to.manifest(manifest);
    } else if (table && Array.isArray(value)) {
      if (!Value.Check(RowLine, value) || value.length !== table.columns.length) throw new NotAsWritten();
      rows.push(Object.fromEntries(table.columns.map((column, index) => [column, value[index] ?? null])));
      counts.set(table.name, (counts.get(table.name) ?? 0) + 1);
      if (rows.length >= ROWS_AT_ONCE) await handOn();
    } else if (Value.Check(TableLine, value)) {
      await handOn();
      table = { name: value.table, columns: value.columns };
    } else if (Value.Check(EndLine, value)) {
      await handOn();
      end = value;
      continue;
    } else throw new NotAsWritten();
    digest.update(`${line}\n`);
  }
  if (!manifest || end?.sha256 !== digest.digest('hex')) throw new NotAsWritten();
  for (const [name, count] of Object.entries(manifest.counts))
    if ((counts.get(name) ?? 0) !== count) throw new NotAsWritten();
  return manifest;
}

/** Lines as they were written: Node's own reader parts them at characters that a name may have. */
async function* linesOf(text: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of text) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([waiting, chunk.subarray(from, at)]).toString('utf8');
      waiting = Buffer.alloc(0);
      from = at + 1;
    }
    waiting = Buffer.concat([waiting, chunk.subarray(from)]);
  }
  if (waiting.length > 0) throw new NotAsWritten();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
