import { sql } from 'kysely';
import type { RawBuilder, Selectable } from 'kysely';
import { sha256Hex } from '../../../crypto/hash.ts';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Db, Reader, Tx } from '../../../db/connection.ts';
import { forUpdate } from '../../../db/dialects.ts';
import type { AttestationsTable } from '../../../db/schema.ts';
import { ATTESTATIONS } from '../../../domain/systems/attestor.ts';
import { DAY } from '../../../time.ts';

/** So long questions are counted in the settings; the log has all. */
export const TOLD = 30 * DAY;

/** A question of another system whether somebody is who they say. */
export type AttestationRow = Selectable<AttestationsTable>;

/** False where the browser, or the request that was pushed for it, has one already. */
export async function insertAttestation(
  tx: Tx,
  keys: Keyring,
  row: Omit<AttestationRow, 'mac'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('attestations')
    .values({ ...row, mac: ATTESTATIONS.of(keys, row) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The question that a browser waits for, by what only that browser knows. */
export function attestationByFlow(reader: Reader, flow: string): Promise<AttestationRow | undefined> {
  return byFlow(reader, flow).executeTakeFirst();
}

export function lockAttestation(tx: Tx, { dialect }: Pick<Db, 'dialect'>, flow: string) {
  return forUpdate(dialect, byFlow(tx, flow)).executeTakeFirst();
}

const byFlow = (reader: Reader, flow: string) =>
  reader.selectFrom('attestations').selectAll().where('flow_hash', '=', sha256Hex(flow));

export function attestationById(reader: Reader, id: string): Promise<AttestationRow | undefined> {
  return reader.selectFrom('attestations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The questions that wait for how a request ends. */
export function waitingOn(reader: Reader, requestId: string, now: number): Promise<AttestationRow[]> {
  return reader
    .selectFrom('attestations')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('answer', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('opened_at')
    .execute();
}

/** Those that a request answered well. */
export function verifiedBy(reader: Reader, requestId: string): Promise<AttestationRow[]> {
  return reader
    .selectFrom('attestations')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('answer', '=', 'verified')
    .execute();
}

/** How often it was asked about a person since then (UTC ms). */
export async function countAskedAbout(reader: Reader, userId: string, since: number): Promise<number> {
  const { asked } = await reader
    .selectFrom('attestations')
    .select(({ fn }) => fn.countAll<number>().as('asked'))
    .where('user_id', '=', userId)
    .where('opened_at', '>', since)
    .executeTakeFirstOrThrow();
  return asked;
}

type Change = Partial<Pick<AttestationRow, 'answer' | 'answered_at'>>;

/** False where it was answered meanwhile; `from` is the answer that it has to have. */
export async function changeAttestation(
  tx: Tx,
  keys: Keyring,
  { row, from = null }: { row: AttestationRow; from?: AttestationRow['answer'] },
  change: Change,
): Promise<boolean> {
  const { mac: _before, ...changed } = { ...row, ...change };
  const { numUpdatedRows } = await tx
    .updateTable('attestations')
    .set({ ...change, mac: ATTESTATIONS.of(keys, changed) })
    .where('id', '=', row.id)
    .where('answer', from === null ? 'is' : '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How the questions that are kept ended; what isn't answered by its end, or by that of its request, has failed. */
export async function tallyOf(reader: Reader, now: number) {
  const waits = sql`a.answer is null and a.ends_at > ${now} and (a.request_id is null or r.pending = 1)`;
  const countIf = (condition: RawBuilder<unknown>) =>
    sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;
  const { asked, ...told } = await reader
    .selectFrom('attestations as a')
    .leftJoin('reset_requests as r', 'r.id', 'a.request_id')
    .where('a.opened_at', '>', now - TOLD)
    .select(({ fn }) => [
      fn.countAll<number>().as('asked'),
      fn.max('a.opened_at').as('lastAt'),
      countIf(sql`a.answer = 'verified'`).as('verified'),
      countIf(waits).as('waiting'),
    ])
    .executeTakeFirstOrThrow();
  return { ...told, failed: asked - told.verified - told.waiting };
}

/** Forgets what was over at `before` (UTC ms): the log has what was answered. */
export async function removeOldAttestations(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('attestations').where('ends_at', '<=', before).execute();
}
