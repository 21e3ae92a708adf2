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

/** A version more: flows that are under way end. Throws a unique violation where the name is taken. */
export async function updateProvider(tx: Tx, id: string, fields: Fields): Promise<void> {
  await tx
    .updateTable('sso_providers')
    .set((eb) => ({ ...fields, name_key: searchKey(fields.name), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function removeProvider(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('sso_providers').where('id', '=', id).execute();
}
