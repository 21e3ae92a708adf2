import type { Selectable } from 'kysely';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { AuditCheckpointsTable } from '../../db/schema.ts';
import { matching } from '../../domain/audit/store.ts';
import type { EventFilter, EventRow } from '../../domain/audit/store.ts';

/** Events oldest first, after one sequence and up to another; those that a filter finds, where one is given. */
export function eventsBetween(
  reader: Reader,
  { after, last, limit, filter }: { after: number; last: number; limit: number; filter?: EventFilter },
): Promise<EventRow[]> {
  return reader
    .selectFrom('audit_events')
    .selectAll()
    .where('sequence', '>', after)
    .where('sequence', '<=', last)
    .$if(filter !== undefined, (query) => query.where(matching(filter ?? {})))
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

/** The text of a statement that reads events after one sequence and up to another, oldest first. */
export const eventsOfRun = (reader: Reader): string =>
  reader
    .selectFrom('audit_events')
    .selectAll()
    .where('sequence', '>', 0)
    .where('sequence', '<=', 0)
    .orderBy('sequence')
    .compile().sql;

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

/** Numbered checkpoints after a number whose ends lie at or before an event, oldest first. */
export async function checkpointsUpTo(
  reader: Reader,
  { after, sequence, limit }: { after: number; sequence: number; limit: number },
): Promise<SignedCheckpoint[]> {
  const rows = await reader
    .selectFrom('audit_checkpoints')
    .selectAll()
    .where('number', '>', after)
    .where('sequence', '<=', sequence)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(signedOf);
}

/** The newest checkpoint of the log as it is up to an event: of another log the hash there is another one. */
export async function lastTrueCheckpoint(
  reader: Reader,
  sequence: number,
): Promise<{ sequence: number; hash: string; checkpoint: number } | undefined> {
  const row = await reader
    .selectFrom('audit_checkpoints as signed')
    .innerJoin('audit_events as event', (join) =>
      join.onRef('event.sequence', '=', 'signed.sequence').onRef('event.hash', '=', 'signed.hash'),
    )
    .select(['signed.sequence', 'signed.hash', 'signed.number'])
    .where('signed.sequence', '<=', sequence)
    .where('signed.number', 'is not', null)
    .orderBy('signed.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { sequence: row.sequence, hash: row.hash, checkpoint: row.number ?? 0 };
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
