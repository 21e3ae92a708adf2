import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../db/connection.ts';
import type { SystemSnapshotsTable, SystemWatchesTable } from '../../../db/schema.ts';
import type { SystemLink } from '../../../domain/systems/linkStore.ts';
import type { Listed } from '../rules/outside.ts';

export type WatchRow = Selectable<SystemWatchesTable>;
export type Snapshot = Selectable<SystemSnapshotsTable>;

/** Those of systems in force. */
export function allWatches(
  reader: Reader,
): Promise<(WatchRow & { name: string; secret_expires_on: number | null })[]> {
  return reader
    .selectFrom('system_watches')
    .innerJoin('systems', 'systems.id', 'system_watches.system_id')
    .selectAll('system_watches')
    .select(['systems.name', 'systems.secret_expires_on'])
    .where('systems.removed_at', 'is', null)
    .orderBy('systems.name_key')
    .execute();
}

/** The watch of a system; one begins now where there is none. */
export async function watchOf(reader: Reader, systemId: string, now: number): Promise<WatchRow> {
  const begins = { system_id: systemId, since: now, read_to: now, behind: 0, read_at: null, sentence: null };
  await reader
    .insertInto('system_watches')
    .values(begins)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return reader
    .selectFrom('system_watches')
    .selectAll()
    .where('system_id', '=', systemId)
    .executeTakeFirstOrThrow();
}

export async function saveWatch(
  reader: Reader,
  systemId: string,
  change: Partial<Omit<WatchRow, 'system_id' | 'since'>>,
): Promise<void> {
  await reader.updateTable('system_watches').set(change).where('system_id', '=', systemId).execute();
}

/** Linked accounts whose last look is longest ago, those that were never looked at first. */
export async function accountsToCompare(
  reader: Reader,
  systemId: string,
  limit: number,
): Promise<{ link: SystemLink; before: Snapshot | null }[]> {
  const rows = await reader
    .selectFrom('system_links as link')
    .leftJoin('system_snapshots as shot', 'shot.link_id', 'link.id')
    .selectAll('link')
    .select(['shot.link_id', 'shot.factors', 'shot.read_at'])
    .where('link.system_id', '=', systemId)
    .orderBy((eb) => eb.fn.coalesce('shot.read_at', eb.lit(0)))
    .orderBy('link.id')
    .limit(limit)
    .execute();
  return rows.map(({ link_id, factors, read_at, ...link }) => ({
    link,
    before: link_id === null || factors === null || read_at === null ? null : { link_id, factors, read_at },
  }));
}

/** False where another server was there since; then that one told of the difference. */
export async function saveSnapshot(
  tx: Tx,
  {
    linkId,
    before,
    factors,
    now,
  }: { linkId: string; before: Snapshot | null; factors: readonly Listed[]; now: number },
): Promise<boolean> {
  const seen = { factors: JSON.stringify(factors), read_at: now };
  if (!before) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('system_snapshots')
      .values({ link_id: linkId, ...seen })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('system_snapshots')
    .set(seen)
    .where('link_id', '=', linkId)
    .where('read_at', '=', before.read_at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of links that there are no more. */
export async function forgetSnapshots(reader: Reader): Promise<void> {
  await reader
    .deleteFrom('system_snapshots')
    .where('link_id', 'not in', reader.selectFrom('system_links').select('id'))
    .execute();
}
