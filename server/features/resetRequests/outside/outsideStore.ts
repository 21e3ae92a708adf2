import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { after, countUpTo } from '../../../db/page.ts';
import type { OutsideActsTable } from '../../../db/schema.ts';
import { isEffectAsWritten, HELD } from '../../../domain/systems/macs.ts';
import type { GoingFactor } from '../rules/effects.ts';
import type { Emptied, Removal } from '../rules/outside.ts';
import { CLOCKS } from '../rules/outside.ts';

export type OutsideRow = Selectable<OutsideActsTable>;

/** What an officer said of one. */
export interface OutsideNote {
  kind: 'explained' | 'reported';
  by: string;
  /** UTC ms. */
  at: number;
  note: string;
  breakGlass: boolean;
}

// As elsewhere/heldStore.ts sees it.
const WAS_VETOED = sql<boolean>`exists (
  select 1 from reset_requests as r where r.id = held_accounts.request_id and r.state = 'completed' and r.veto_token_hash is null
)`;

export const notesIn = ({ notes }: Pick<OutsideRow, 'notes'>) => JSON.parse(notes) as OutsideNote[];

/** False where it was found before. */
export async function insertOutside(tx: Tx, row: Insertable<OutsideActsTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('outside_acts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['system_id', 'event_key']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Which of these were found before. */
export async function knownKeys(
  reader: Reader,
  systemId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await reader
    .selectFrom('outside_acts')
    .select('event_key')
    .where('system_id', '=', systemId)
    .where('event_key', 'in', keys)
    .execute();
  return new Set(rows.map(({ event_key }) => event_key));
}

/** What requests removed in a system around that time (UTC ms). */
export async function removalsAround(
  reader: Reader,
  keys: Keyring,
  { systemId, from, to }: { systemId: string; from: number; to: number },
): Promise<Removal[]> {
  const rows = await reader
    .selectFrom('reset_effects')
    .selectAll()
    .where('system_id', '=', systemId)
    .where('sent_at', '<=', to + CLOCKS)
    .where((eb) => eb.or([eb('done_at', 'is', null), eb('done_at', '>=', from - CLOCKS)]))
    .execute();
  return rows.flatMap((effect) => {
    const { external_id, factor_ids, sent_at, done_at } = effect;
    // SECURITY: what somebody without the key wrote explains nothing.
    return sent_at === null || !isEffectAsWritten(keys, effect)
      ? []
      : [
          {
            accountId: external_id,
            factorIds: (JSON.parse(factor_ids) as GoingFactor[]).map(({ id }) => id),
            sentAt: sent_at,
            doneAt: done_at,
          },
        ];
  });
}

/** Accounts of a system that a reset held before then, and that were emptied after *this wasn't me*. */
export async function emptiedBefore(
  reader: Reader,
  keys: Keyring,
  { systemId, at }: { systemId: string; at: number },
): Promise<Emptied[]> {
  const rows = await reader
    .selectFrom('held_accounts')
    .selectAll()
    .where('system_id', '=', systemId)
    .where(WAS_VETOED)
    .where('held_at', '<=', at + CLOCKS)
    .execute();
  return rows
    .filter((row) => HELD.isAsWritten(keys, row))
    .map(({ external_id, held_at }) => ({ accountId: external_id, heldAt: held_at }));
}

/** Who here has which account of a system. */
export async function linkedIn(reader: Reader, systemId: string, externalIds: readonly string[]) {
  if (externalIds.length === 0) return [];
  return reader
    .selectFrom('system_links as link')
    .innerJoin('users', 'users.id', 'link.user_id')
    .select(['link.user_id', 'external_id', 'external_name', 'users.name'])
    .where('link.system_id', '=', systemId)
    .where((eb) => eb.or([eb('external_id', 'in', externalIds), eb('external_name', 'in', externalIds)]))
    .execute();
}

/** Those of one system, or of all: what a number counts and what the list behind it holds. */
const outsideIn = (reader: Reader, systemId: string | undefined) =>
  reader
    .selectFrom('outside_acts')
    .$if(systemId !== undefined, (query) => query.where('system_id', '=', systemId ?? ''));

/** What was found last comes first; `keys` are those of the last row of the page before. */
export function pageOfOutside(
  reader: Reader,
  {
    systemId,
    keys,
    limit,
  }: { systemId?: string | undefined; keys: readonly (string | number)[] | null; limit: number },
): Promise<OutsideRow[]> {
  return outsideIn(reader, systemId)
    .selectAll()
    .$if(keys !== null, (query) =>
      query.where(after([sql.ref('found_at'), sql.ref('id')], keys ?? [], 'desc')),
    )
    .orderBy('found_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export const countOutside = (reader: Reader, systemId: string | undefined) =>
  countUpTo(reader, outsideIn(reader, systemId));

/** Whether some mail waits because the mail server didn't take it. */
export async function mailWaits(reader: Reader): Promise<boolean> {
  const row = await reader
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', 'waiting')
    .where('attempts', '>', 0)
    .where('last_error', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export function outsideById(reader: Reader, id: string): Promise<OutsideRow | undefined> {
  return reader.selectFrom('outside_acts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** False where somebody else said something of it since it was read. */
export async function noteOutside(
  tx: Tx,
  { id, notes }: OutsideRow,
  change: Pick<OutsideRow, 'state' | 'notes'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outside_acts')
    .set(change)
    .where('id', '=', id)
    .where('notes', '=', notes)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Somebody's accounts in all systems. */
export function linksOf(reader: Reader, userId: string) {
  return reader
    .selectFrom('system_links')
    .select(['system_id', 'external_id', 'external_name'])
    .where('user_id', '=', userId)
    .execute();
}
