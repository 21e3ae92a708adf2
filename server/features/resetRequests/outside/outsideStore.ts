import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../../db/connection.ts';
import { after, countUpTo } from '../../../db/page.ts';
import type { OutsideActsTable } from '../../../db/schema.ts';
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
  select 1 from reset_requests as r where r.id = held_accounts.request_id and r.veto_token_hash is null
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
  systemId: string,
  { from, to }: { from: number; to: number },
): Promise<Removal[]> {
  const rows = await reader
    .selectFrom('reset_effects')
    .select(['external_id', 'factor_ids', 'sent_at', 'done_at'])
    .where('system_id', '=', systemId)
    .where('sent_at', '<=', to + CLOCKS)
    .where((eb) => eb.or([eb('done_at', 'is', null), eb('done_at', '>=', from - CLOCKS)]))
    .execute();
  return rows.flatMap(({ external_id, factor_ids, sent_at, done_at }) =>
    sent_at === null
      ? []
      : [
          {
            accountId: external_id,
            factorIds: (JSON.parse(factor_ids) as GoingFactor[]).map(({ id }) => id),
            sentAt: sent_at,
            doneAt: done_at,
          },
        ],
  );
}

/** Accounts of a system that a reset held before then, and that were emptied after *this wasn't me*. */
export async function emptiedBefore(reader: Reader, systemId: string, at: number): Promise<Emptied[]> {
  const rows = await reader
    .selectFrom('held_accounts')
    .select(['external_id', 'held_at'])
    .where('system_id', '=', systemId)
    .where(WAS_VETOED)
    .where('held_at', '<=', at + CLOCKS)
    .execute();
  return rows.map(({ external_id, held_at }) => ({ accountId: external_id, heldAt: held_at }));
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

/** What was found last comes first; `keys` are those of the last row of the page before. */
export function pageOfOutside(
  reader: Reader,
  { keys, limit }: { keys: readonly (string | number)[] | null; limit: number },
): Promise<OutsideRow[]> {
  return reader
    .selectFrom('outside_acts')
    .selectAll()
    .$if(keys !== null, (query) =>
      query.where(after([sql.ref('found_at'), sql.ref('id')], keys ?? [], 'desc')),
    )
    .orderBy('found_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export const countOutside = (reader: Reader) => countUpTo(reader, reader.selectFrom('outside_acts'));

/** How many there are of each system. */
export async function outsideCounts(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('outside_acts')
    .select(({ fn }) => ['system_id', fn.countAll<number>().as('found')])
    .groupBy('system_id')
    .execute();
  return new Map(rows.map(({ system_id, found }) => [system_id, found]));
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
