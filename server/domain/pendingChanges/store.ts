import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import type { PendingChangesTable } from '../../db/schema.ts';

export type ChangeRow = Selectable<PendingChangesTable>;

export async function insertChange(tx: Tx, row: Insertable<PendingChangesTable>): Promise<void> {
  await tx.insertInto('pending_changes').values(row).execute();
}

export function changeById(reader: Reader, id: string): Promise<ChangeRow | undefined> {
  return reader.selectFrom('pending_changes').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The change that waits and whose mails have that link. */
export function waitingByLink(reader: Reader, token: string, now: number): Promise<ChangeRow | undefined> {
  return reader
    .selectFrom('pending_changes')
    .selectAll()
    .where('link_hash', '=', sha256Hex(token))
    .where('state', '=', 'waiting')
    .where('ends_at', '>', now)
    .executeTakeFirst();
}

/** The oldest first. */
export function waitingChanges(reader: Reader, now: number): Promise<ChangeRow[]> {
  return reader
    .selectFrom('pending_changes')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('ends_at', '>', now)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** Those that were over after `since` (UTC ms), the newest first. */
export function endedChanges(reader: Reader, since: number, limit: number): Promise<ChangeRow[]> {
  return reader
    .selectFrom('pending_changes')
    .selectAll()
    .where('state', '<>', 'waiting')
    .where('decided_at', '>', since)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Those whose date has come, and those that are over without anybody. */
export function dueChanges(reader: Reader, now: number): Promise<ChangeRow[]> {
  return reader
    .selectFrom('pending_changes')
    .selectAll()
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('takes_effect_at', '<=', now), eb('ends_at', '<=', now)]))
    .orderBy('made_at')
    .execute();
}

interface End {
  state: Exclude<ChangeRow['state'], 'waiting'>;
  by: string | null;
  note?: string | null;
  problem?: string | null;
  /** By its date, which has come. */
  onItsDate?: true;
  now: number;
}

/**
 * Ends a change that waits: of two that end it at once, one gets true (S-114). An agreement and a date come before its end
 * only; it expires after it.
 */
export async function endChange(
  tx: Tx,
  id: string,
  { state, by, note, problem, onItsDate, now }: End,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pending_changes')
    .set({ state, decided_by: by, decided_at: now, note: note ?? null, problem: problem ?? null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('ends_at', state === 'expired' ? '<=' : '>', now)
    .$if(onItsDate === true, (query) => query.where('takes_effect_at', '<=', now))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes the date from a change whose date has come, because somebody can agree to it now. */
export async function takeDate(tx: Tx, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pending_changes')
    .set({ takes_effect_at: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('takes_effect_at', '<=', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes what was over before a time (UTC ms), with what it would have done. */
export async function removeEndedChanges(reader: Reader, before: number): Promise<void> {
  await reader
    .deleteFrom('pending_changes')
    .where('state', '<>', 'waiting')
    .where('decided_at', '<', before)
    .execute();
}

/** Whether anybody but this person has ever set a password or MFA, or signed in. */
export async function hasAnybodyElseComeIn(reader: Reader, userId: string): Promise<boolean> {
  const other = await reader
    .selectFrom('users')
    .select('id')
    .where('id', '<>', userId)
    .where((eb) =>
      eb.or([
        eb('password_hash', 'is not', null),
        eb('mfa_state', '<>', 'off'),
        eb('last_sign_in_at', 'is not', null),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Of these people, those who have or had a link with an identity provider: one administrator alone can take it. */
export async function everLinkedAmong(reader: Reader, userIds: readonly string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const links = await reader
    .selectFrom('sso_links')
    .select('user_id as id')
    .distinct()
    .where('user_id', 'in', userIds)
    .execute();
  const events = await reader
    .selectFrom('audit_events')
    .select('target_id as id')
    .distinct()
    .where('target_id', 'in', userIds)
    .where('action', '=', 'sso.linked')
    .execute();
  return new Set([...links, ...events].flatMap(({ id }) => id ?? []));
}
