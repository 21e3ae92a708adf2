import type { Insertable, Selectable } from 'kysely';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import type { PendingChangesTable } from '../../db/schema.ts';
import { macOf } from './mac.ts';
import { CLOCKS_APART } from '../../time.ts';

export type ChangeRow = Selectable<PendingChangesTable>;

export async function insertChange(tx: Tx, keys: Keyring, row: Omit<ChangeRow, 'mac'>): Promise<void> {
  const values: Insertable<PendingChangesTable> = { ...row, mac: macOf(keys, row) };
  await tx.insertInto('pending_changes').values(values).execute();
}

/** The same as `changeById`; nobody else changes it until the end of the transaction. */
export function lockChange(
  tx: Tx,
  { dialect }: Pick<Db, 'dialect'>,
  id: string,
): Promise<ChangeRow | undefined> {
  const query = tx.selectFrom('pending_changes').selectAll().where('id', '=', id);
  return forUpdate(dialect, query).executeTakeFirst();
}

/** What the log says is over of what was asked for since (UTC ms), by the change's id. */
export async function endedInLog(reader: Reader, since: number): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('audit_events')
    .select('data')
    .where('action', 'in', ENDS)
    .where('at', '>=', since)
    .execute();
  return new Set(rows.map(({ data }) => (JSON.parse(data) as { changeId: string }).changeId));
}

/** What of a change is in the log once it is over. */
const ENDS = ['withdrawn', 'took_effect', 'expired', 'failed', 'tampered'].map(
  (act) => `pending_change.${act}`,
);

/** Of changes that this person asked for: those that wait, of this kind and thing or any, and those of the last day. */
export async function countAskedFor(
  reader: Reader,
  makerId: string,
  { since, now }: { since: number; now: number },
): Promise<{ waiting: { kind: string; about: string | null }[]; lately: number[] }> {
  const rows = await reader
    .selectFrom('pending_changes')
    .select(['kind', 'about', 'state', 'made_at', 'ends_at'])
    .where('made_by', '=', makerId)
    .where((eb) => eb.or([eb('state', '=', 'waiting'), eb('made_at', '>', since)]))
    .execute();
  return {
    waiting: rows.filter(({ state, ends_at }) => state === 'waiting' && ends_at > now),
    lately: rows.map(({ made_at }) => made_at).filter((at) => at > since && at <= now + CLOCKS_APART),
  };
}

export function allChanges(reader: Reader): Promise<ChangeRow[]> {
  return reader.selectFrom('pending_changes').selectAll().execute();
}

export async function setMac(tx: Tx, id: string, mac: string): Promise<void> {
  await tx.updateTable('pending_changes').set({ mac }).where('id', '=', id).execute();
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
  /** Its row is not as a server left it: its dates say nothing. */
  tampered?: true;
  now: number;
}

/**
 * Ends a change that waits: of two that end it at once, one gets true (S-114). An agreement and a date come before its end
 * only; it expires after it. One that was tampered with ends whenever that is found.
 *
 * @param change as it is under its lock
 */
export async function endChange(
  tx: Tx,
  keys: Keyring,
  change: ChangeRow,
  { state, by, note, problem, onItsDate, tampered, now }: End,
): Promise<boolean> {
  const end = { state, decided_by: by, decided_at: now, note: note ?? null, problem: problem ?? null };
  const { numUpdatedRows } = await tx
    .updateTable('pending_changes')
    .set({ ...end, mac: macOf(keys, { ...change, ...end }) })
    .where('id', '=', change.id)
    .where('state', '=', 'waiting')
    .$if(tampered !== true, (query) => query.where('ends_at', state === 'expired' ? '<=' : '>', now))
    .$if(onItsDate === true, (query) => query.where('takes_effect_at', '<=', now))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes the date from a change whose date has come, because somebody can agree to it now. */
export async function takeDate(tx: Tx, keys: Keyring, change: ChangeRow, now: number): Promise<boolean> {
  const without = { takes_effect_at: null };
  const { numUpdatedRows } = await tx
    .updateTable('pending_changes')
    .set({ ...without, mac: macOf(keys, { ...change, ...without }) })
    .where('id', '=', change.id)
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
