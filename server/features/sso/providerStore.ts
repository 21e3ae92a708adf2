import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { searchKey } from '../../db/dialects.ts';
import type { SsoProvidersTable } from '../../db/schema.ts';
import { PROVIDER_MACS } from '../../domain/sessions/ssoMacs.ts';

/** A provider as stored, its secret sealed. */
export type StoredProvider = Selectable<SsoProvidersTable>;
type Fields = Omit<Insertable<SsoProvidersTable>, 'id' | 'name_key' | 'created_at' | 'version' | 'mac'>;

export function providerById(reader: Reader, id: string): Promise<StoredProvider | undefined> {
  return reader.selectFrom('sso_providers').selectAll().where('id', '=', id).executeTakeFirst();
}

/** All, by name. */
export function allProviders(reader: Reader): Promise<StoredProvider[]> {
  return reader.selectFrom('sso_providers').selectAll().orderBy('name_key').execute();
}

/** Throws a unique violation where the name is taken. */
export async function insertProvider(
  tx: Tx,
  keys: Keyring,
  { id, fields, now }: { id: string; fields: Fields; now: number },
): Promise<void> {
  const row = { id, ...fields, created_at: now };
  await tx
    .insertInto('sso_providers')
    .values({ ...row, name_key: searchKey(fields.name), version: 1, mac: PROVIDER_MACS.of(keys, row) })
    .execute();
}

/** Binds the providers of before there were MACs to the server's key. */
export async function bindProviders(tx: Tx, keys: Keyring): Promise<void> {
  for (const provider of await allProviders(tx))
    await tx
      .updateTable('sso_providers')
      .set({ mac: PROVIDER_MACS.of(keys, provider) })
      .where('id', '=', provider.id)
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
  keys: Keyring,
  { id, version, created_at }: Pick<StoredProvider, 'id' | 'version' | 'created_at'>,
  fields: Fields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sso_providers')
    .set({
      ...fields,
      name_key: searchKey(fields.name),
      version: version + 1,
      mac: PROVIDER_MACS.of(keys, { id, ...fields, created_at }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function removeProvider(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('sso_providers').where('id', '=', id).execute();
}
