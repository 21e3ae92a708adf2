import { sentence } from '../../../contract/words/sentence.ts';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Deps } from '../../context.ts';
import { fingerprintOf } from '../../crypto/fingerprint.ts';
import { sealKeys } from '../../crypto/keysByPassphrase.ts';
import { sealStream, streamKey } from '../../crypto/sealedStream.ts';
import type { Row, Snapshot } from '../../db/snapshot.ts';
import { Failure } from '../../failure.ts';
import { version } from '../../version.ts';
import { MAGIC } from './format.ts';
import type { Head, Manifest, Progress } from './format.ts';
import { writeNewFile } from './newFile.ts';

export interface WriteDeps extends Pick<Deps, 'keys' | 'random'> {
  db: Pick<Deps['db'], 'dialect' | 'snapshot'>;
}

export interface Backup {
  manifest: Manifest;
  bytes: number;
  /** Of the file. */
  sha256: string;
}

export interface WriteOptions {
  /** Seals the key in, too. */
  passphrase: string | null;
  /** UTC ms. */
  now: number;
  progress?: Progress;
}

/**
 * Copies the database, as it is at one moment, into one file that only its key opens, in constant memory and while others write.
 * All or nothing; the file must not be there.
 */
export async function writeBackup(
  { db, keys, random }: WriteDeps,
  file: string,
  { passphrase, now, progress }: WriteOptions,
): Promise<Backup> {
  const salt = random.bytes(32);
  const head: Head = {
    keyVersion: keys.current,
    fingerprint: fingerprintOf(keys, keys.current),
    salt: Buffer.from(salt).toString('base64url'),
    ...(passphrase === null ? {} : { keys: await sealKeys(keys, passphrase, random) }),
  };
  const top = Buffer.from(`${MAGIC}${JSON.stringify(head)}\n`);
  return db.snapshot(async (snapshot) => {
    const manifest = await manifestOf(snapshot, db.dialect, now);
    const digest = createHash('sha256');
    let bytes = 0;
    const zipped = zippedOf(linesOf(snapshot, manifest, progress));
    const sealed = sealStream(zipped, streamKey(keys, keys.current, salt), top);
    await writeNewFile(
      file,
      (async function* counted() {
        for await (const chunk of withTop(top, sealed)) {
          digest.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      })(),
    );
    return { manifest, bytes, sha256: digest.digest('hex') };
  });
}

/** Begins when it is asked for, and ends what it reads from where nobody asks on. */
async function* zippedOf(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  const lines = Readable.from(text, { objectMode: false });
  const zipped = createGzip({ level: 3 });
  lines.on('error', (error) => zipped.destroy(error)).pipe(zipped);
  try {
    for await (const chunk of zipped) yield chunk as Buffer;
  } finally {
    lines.destroy();
  }
}

async function* withTop(top: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield top;
  yield* rest;
}

async function manifestOf(snapshot: Snapshot, dialect: Manifest['dialect'], now: number): Promise<Manifest> {
  const counts: Record<string, number> = {};
  for (const table of snapshot.tables) counts[table] = await snapshot.count(table);
  const [organisation] = await firstRows(snapshot, 'organisation');
  const [end] = await firstRows(snapshot, 'audit_head');
  if (!organisation || !end) throw new Failure(sentence('cli', 'emptyDatabase'));
  return {
    format: 1,
    version,
    madeAt: now,
    organisation: String(organisation['name']),
    dialect,
    schema: [...snapshot.schema],
    counts,
    head: {
      sequence: Number(end['sequence']),
      hash: String(end['hash']),
      checkpoints: Number(end['checkpoints'] ?? 0),
    },
  };
}

/** Of a table with few rows. */
async function firstRows(snapshot: Snapshot, table: string): Promise<Row[]> {
  if (!snapshot.tables.includes(table)) return [];
  const all: Row[] = [];
  for await (const rows of snapshot.rows(table)) all.push(...rows);
  return all;
}

async function* linesOf(
  snapshot: Snapshot,
  manifest: Manifest,
  progress: Progress | undefined,
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const said = (text: string) => {
    digest.update(text);
    return text;
  };
  const of = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  let done = 0;
  yield said(`${JSON.stringify(manifest)}\n`);
  for (const table of snapshot.tables) {
    let columns: string[] | undefined;
    for await (const rows of snapshot.rows(table)) {
      let text = '';
      if (!columns) {
        columns = Object.keys(rows[0] ?? {});
        text = `${JSON.stringify({ table, columns })}\n`;
      }
      for (const row of rows) text += `${JSON.stringify(Object.values(row))}\n`;
      done += rows.length;
      progress?.({ rows: done, of });
      yield said(text);
    }
  }
  yield `${JSON.stringify({ rows: done, sha256: digest.digest('hex') })}\n`;
}
