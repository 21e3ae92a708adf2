import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { searchKey } from '../../db/dialects.ts';
import type { SsoProvidersTable } from '../../db/schema.ts';

/** A provider as stored, its secret sealed. */
export type StoredProvider = Selectable<SsoProvidersTable>;
type Fields = Omit<Insertable<SsoProvidersTable>, 'id' | 'name_key' | 'created_at' | 'version'>;

export function providerById(reader: Reader, id: string): Promise<StoredProvider | undefined> {
  return reader.selectFrom('sso_providers').selectAll().where('id', '=', id).executeTakeFirst();
}

/** All, by name. */
export function allProviders(reader: Reader): Promise<StoredProvider[]> {
  return reader.selectFrom('sso_providers').selectAll().orderBy('name_key').execute();
}

/** Throws a unique violation where the name is taken. */
export async function insertProvider(tx: Tx, id: string, fields: Fields, now: number): Promise<void> {
  await tx
    .insertInto('sso_providers')
    .values({ id, ...fields, name_key: searchKey(fields.name), created_at: now, version: 1 })
    .execute();
}

/** Whether there is one by that name, however it is written. */
export async function isNameTaken(reader: Reader, name: string): Promise<boolean> {
  const row = await reader
    .selectFrom('sso_providers')
    .select('id')
    .where('name_key', '=', searchKey(name))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * A version more: flows that are under way end. False where somebody else changed it since `version`. Throws a unique violation
 * where the name is taken.
 */
export async function updateProvider(
  tx: Tx,
  { id, version }: Pick<StoredProvider, 'id' | 'version'>,
  fields: Fields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sso_providers')
    .set({ ...fields, name_key: searchKey(fields.name), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function removeProvider(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('sso_providers').where('id', '=', id).execute();
}
