import type { Selectable } from 'kysely';
import type { ReadingEvery } from '../../../contract/systems.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import type { DialectName } from '../../db/dialects.ts';
import type { PeopleReadingsTable } from '../../db/schema.ts';
import { READINGS } from './macs.ts';

export type StoredReading = Selectable<PeopleReadingsTable>;

/** From which systems people are read, by system. */
export async function peopleReadings(reader: Reader): Promise<Map<string, StoredReading>> {
  const rows = await reader.selectFrom('people_readings').selectAll().execute();
  return new Map(rows.map((row) => [row.system_id, row]));
}

/** Those that are due (UTC ms), and those that a clock that was wrong had put off. */
export function readingsDue(reader: Reader, { now, latest }: { now: number; latest: number }) {
  return reader
    .selectFrom('people_readings')
    .selectAll()
    .where((eb) => eb.or([eb('next_at', '<=', now), eb('next_at', '>', latest)]))
    .execute();
}

/** Switches it on, or to another pace; the first reading is due at once. */
export async function savePeopleReading(
  tx: Tx,
  keys: Keyring,
  {
    systemId,
    every,
    graceDays,
    byId,
    now,
  }: { systemId: string; every: ReadingEvery; graceDays: number; byId: string; now: number },
): Promise<void> {
  const begins = {
    system_id: systemId,
    every,
    grace_days: graceDays,
    since: now,
    by_id: byId,
    next_at: now,
    began_at: null,
    read_at: null,
    outcome: null,
    sentence: null,
    told_at: null,
  };
  const row = { ...begins, mac: READINGS.of(keys, begins) };
  await tx
    .insertInto('people_readings')
    .values(row)
    .onConflict((conflict) => conflict.column('system_id').doUpdateSet(row))
    .execute();
}

/** Switches it off, and forgets whose account there was whose. False where it wasn't on. */
export async function removePeopleReading(tx: Tx, systemId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('people_readings')
    .where('system_id', '=', systemId)
    .executeTakeFirst();
  await tx.deleteFrom('system_people').where('system_id', '=', systemId).execute();
  return numDeletedRows === 1n;
}

/** Begins a reading: every other one that is under way does nothing more. False where it was switched off or to another pace since. */
export async function beginReading(
  reader: Reader,
  { system_id, since }: StoredReading,
  { beganAt, nextAt }: { beganAt: number; nextAt: number },
): Promise<boolean> {
  const { numUpdatedRows } = await reader
    .updateTable('people_readings')
    .set({ began_at: beganAt, next_at: nextAt })
    .where('system_id', '=', system_id)
    .where('since', '=', since)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Keeps how the reading went that began then. False where it was switched off, or another one began. */
export async function endReading(
  reader: Reader,
  { system_id, since, began_at }: Pick<StoredReading, 'system_id' | 'since' | 'began_at'>,
  to: Partial<Pick<StoredReading, 'next_at' | 'read_at' | 'outcome' | 'sentence' | 'told_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await reader
    .updateTable('people_readings')
    .set({ ...to, began_at: null })
    .where('system_id', '=', system_id)
    .where('since', '=', since)
    .where('began_at', '=', began_at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether this reading may go on, until the commit: whoever switches it off waits, or is waited for. */
export async function holdReading(
  tx: Tx,
  dialect: DialectName,
  { system_id, since, began_at, mac }: StoredReading,
): Promise<boolean> {
  const query = tx
    .selectFrom('people_readings')
    .select('system_id')
    .where('system_id', '=', system_id)
    .where('since', '=', since)
    .where('began_at', '=', began_at)
    .where('mac', '=', mac);
  return (await forUpdate(dialect, query).executeTakeFirst()) !== undefined;
}

/** Has it read as soon as a server comes to it. False where it isn't on. */
export async function readSoon(
  tx: Tx,
  { systemId, now }: { systemId: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people_readings')
    .set({ next_at: now })
    .where('system_id', '=', systemId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
