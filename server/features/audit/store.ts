import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import type { Reader } from '../../db/connection.ts';
import type { EventRow } from '../../domain/audit/store.ts';

/** Where the chain ends: how many events, and the hash of the last one. */
export function readHead(reader: Reader): Promise<{ sequence: number; hash: string }> {
  return reader
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

/** Events oldest first, after one sequence and up to another. */
export function eventsBetween(
  reader: Reader,
  { after, last, limit }: { after: number; last: number; limit: number },
): Promise<EventRow[]> {
  return reader
    .selectFrom('audit_events')
    .selectAll()
    .where('sequence', '>', after)
    .where('sequence', '<=', last)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

/** The newest checkpoint: up to which event, and when it was signed (UTC ms). */
export function lastCheckpoint(reader: Reader): Promise<{ sequence: number; at: number } | undefined> {
  return reader
    .selectFrom('audit_checkpoints')
    .select(['sequence', 'at'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** All checkpoints, oldest first. */
export async function storedCheckpoints(reader: Reader): Promise<SignedCheckpoint[]> {
  const rows = await reader.selectFrom('audit_checkpoints').selectAll().orderBy('sequence').execute();
  return rows.map(({ sequence, hash, at, key_version, signature }) => ({
    count: sequence,
    headHash: hash,
    at,
    keyVersion: key_version,
    signature,
  }));
}

/** False where another server signed this end of the log already. */
export async function insertCheckpoint(reader: Reader, checkpoint: SignedCheckpoint): Promise<boolean> {
  const { count: sequence, headHash: hash, at, keyVersion: key_version, signature } = checkpoint;
  const { numInsertedOrUpdatedRows } = await reader
    .insertInto('audit_checkpoints')
    .values({ sequence, hash, at, key_version, signature })
    .onConflict((conflict) => conflict.column('sequence').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}
