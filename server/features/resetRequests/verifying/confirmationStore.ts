import type { Selectable } from 'kysely';
import { uuidv7 } from '../../../crypto/random.ts';
import type { RandomSource } from '../../../crypto/random.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import type { ManagerConfirmationsTable } from '../../../db/schema.ts';

export type ConfirmationRow = Selectable<ManagerConfirmationsTable>;

/** False where the manager is asked already. */
export async function insertQuestion(
  tx: Tx,
  { random }: { random: RandomSource },
  {
    requestId,
    managerId,
    deputyId,
    deputyFrom,
    askedBy,
    at,
  }: {
    requestId: string;
    managerId: string;
    deputyId: string | null;
    deputyFrom: number | null;
    askedBy: string;
    at: number;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('manager_confirmations')
    .values({
      id: uuidv7(at, random),
      request_id: requestId,
      manager_id: managerId,
      deputy_id: deputyId,
      deputy_from: deputyFrom,
      asked_by: askedBy,
      asked_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where somebody has answered it. */
export async function saveAnswer(
  tx: Tx,
  { id, by, at, outcome }: { id: string; by: string; at: number; outcome: 'pass' | 'fail' },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('manager_confirmations')
    .set({ answered_by: by, answered_at: at, outcome })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function lastConfirmation(reader: Reader, requestId: string): Promise<ConfirmationRow | undefined> {
  return reader
    .selectFrom('manager_confirmations')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A question, where it waits for this person: as the manager, or as the deputy once the manager had their time. */
export function questionTo(
  reader: Reader,
  { id, userId, now }: { id: string; userId: string; now: number },
): Promise<ConfirmationRow | undefined> {
  return waitingFor(reader, userId, now).selectAll('c').where('c.id', '=', id).executeTakeFirst();
}

/** All questions that wait for this person, with whom they are about and who asked. */
export function questionsTo(reader: Reader, { userId, now }: { userId: string; now: number }) {
  return waitingFor(reader, userId, now)
    .innerJoin('users as target', 'target.id', 'r.user_id')
    .innerJoin('users as asker', 'asker.id', 'c.asked_by')
    .select([
      'c.id',
      'c.asked_at',
      'c.manager_id',
      'r.reason',
      'r.opened_at',
      'target.id as target_id',
      'target.username as target_username',
      'target.name as target_name',
      'target.department',
      'asker.id as asker_id',
      'asker.username as asker_username',
      'asker.name as asker_name',
    ])
    .orderBy('c.asked_at')
    .limit(100)
    .execute();
}

function waitingFor(reader: Reader, userId: string, now: number) {
  return reader
    .selectFrom('manager_confirmations as c')
    .innerJoin('reset_requests as r', 'r.id', 'c.request_id')
    .where('c.answered_at', 'is', null)
    .where('r.state', 'in', ['open', 'verified'])
    .where((eb) =>
      eb.or([
        eb('c.manager_id', '=', userId),
        eb.and([eb('c.deputy_id', '=', userId), eb('c.deputy_from', '<=', now)]),
      ]),
    );
}

export interface DueDeputy {
  id: string;
  requestId: string;
  deputyId: string | null;
  openedAt: number;
  /** Whose request it is, by name. */
  person: string;
}

/** Questions whose deputy's time has come and who was not told. */
export async function deputiesToTell(reader: Reader, now: number): Promise<DueDeputy[]> {
  const due = await reader
    .selectFrom('manager_confirmations')
    .innerJoin('reset_requests', 'reset_requests.id', 'manager_confirmations.request_id')
    .innerJoin('users', 'users.id', 'reset_requests.user_id')
    .select(['manager_confirmations.id', 'request_id', 'deputy_id', 'opened_at', 'users.name'])
    .where('answered_at', 'is', null)
    .where('deputy_mailed_at', 'is', null)
    .where('deputy_from', '<=', now)
    .where('reset_requests.state', 'in', ['open', 'verified'])
    .limit(100)
    .execute();
  return due.map((row) => ({
    id: row.id,
    requestId: row.request_id,
    deputyId: row.deputy_id,
    openedAt: row.opened_at,
    person: row.name,
  }));
}

/** False where another server told them. */
export async function markTold(tx: Tx, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('manager_confirmations')
    .set({ deputy_mailed_at: now })
    .where('id', '=', id)
    .where('deputy_mailed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
