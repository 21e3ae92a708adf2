import type { Selectable } from 'kysely';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { AuditCheckpointsTable } from '../../db/schema.ts';
import type { EventRow } from '../../domain/audit/store.ts';

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
  return rows.map(signedOf);
}

/** Those that the place which `--checkpoint-to` names has not taken yet, oldest first. */
export async function unsentCheckpoints(reader: Reader, limit: number): Promise<SignedCheckpoint[]> {
  const rows = await reader
    .selectFrom('audit_checkpoints')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('number', 'is not', null)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(signedOf);
}

export async function markSent(reader: Reader, number: number, now: number): Promise<void> {
  await reader.updateTable('audit_checkpoints').set({ sent_at: now }).where('number', '=', number).execute();
}

/** The checkpoint of that end of the log. */
export async function storedCheckpoint(reader: Reader, sequence: number): Promise<SignedCheckpoint | null> {
  const row = await reader
    .selectFrom('audit_checkpoints')
    .selectAll()
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  return row ? signedOf(row) : null;
}

export async function insertCheckpoint(tx: Tx, checkpoint: SignedCheckpoint): Promise<void> {
  const { number = null, count: sequence, headHash: hash, at, keyVersion, signature } = checkpoint;
  await tx
    .insertInto('audit_checkpoints')
    .values({ sequence, number, hash, at, key_version: keyVersion, signature, sent_at: null })
    .execute();
}

/** The first event after that one. */
export function firstEventAfter(
  reader: Reader,
  sequence: number,
): Promise<Pick<EventRow, 'sequence' | 'at'> | undefined> {
  return reader
    .selectFrom('audit_events')
    .select(['sequence', 'at'])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
}

export function signedOf(row: Selectable<AuditCheckpointsTable>): SignedCheckpoint {
  const { sequence, number, hash, at, key_version, signature } = row;
  const signed = { count: sequence, headHash: hash, at, keyVersion: key_version, signature };
  return number === null ? signed : { number, ...signed };
}
