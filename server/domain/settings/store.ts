import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { OrganisationTable } from '../../db/schema.ts';
import { SETTING_MACS } from './macs.ts';
import type { StoredSetting } from './macs.ts';

export type Organisation = Selectable<OrganisationTable>;

/** The organisation, with what its freeze says; undefined on a server that has none yet. */
export function readOrganisation(reader: Reader): Promise<Organisation | undefined> {
  return reader.selectFrom('organisation').selectAll().where('id', '=', 1).executeTakeFirst();
}

/** False where this server has its organisation: of two at once the primary key lets one through. */
export async function insertOrganisation(
  tx: Tx,
  { name, kind, now }: { name: string; kind: Organisation['kind']; now: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('organisation')
    .values({
      id: 1,
      name,
      kind,
      created_at: now,
      frozen_at: null,
      frozen_by: null,
      freeze_reason: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function renameOrganisation(tx: Tx, name: string): Promise<void> {
  await tx.updateTable('organisation').set({ name }).where('id', '=', 1).execute();
}

/** Every setting that was stored, its value as JSON text. */
export function storedSettings(reader: Reader): Promise<StoredSetting[]> {
  return reader.selectFrom('settings').select(['name', 'value', 'mac']).execute();
}

/** Stores a setting, in place of what it was. */
export async function storeSetting(
  tx: Tx,
  keys: Keyring,
  { name, value: said, now }: { name: string; value: unknown; now: number },
): Promise<void> {
  const value = JSON.stringify(said);
  const row = { value, updated_at: now, mac: SETTING_MACS.of(keys, { name, value }) };
  await tx
    .insertInto('settings')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

/** Binds the settings of before there were MACs to the server's key. */
export async function bindSettings(tx: Tx, keys: Keyring): Promise<void> {
  for (const row of await storedSettings(tx))
    await tx
      .updateTable('settings')
      .set({ mac: SETTING_MACS.of(keys, row) })
      .where('name', '=', row.name)
      .execute();
}
