import type { Insertable, Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { searchKey } from '../../db/dialects.ts';
import type { SystemsTable } from '../../db/schema.ts';
import { SYSTEMS } from './macs.ts';

/** A system as stored, its secret sealed. */
export type StoredSystem = Selectable<SystemsTable>;
export type SystemFields = Omit<
  Insertable<SystemsTable>,
  'id' | 'kind' | 'name_key' | 'created_at' | 'changed_at' | 'removed_at' | 'version' | 'mac'
>;

const inForce = (reader: Reader) => reader.selectFrom('systems').selectAll().where('removed_at', 'is', null);

/** Those in force, by name. */
export function allSystems(reader: Reader): Promise<StoredSystem[]> {
  return inForce(reader).orderBy('name_key').execute();
}

/** Undefined where it was removed, too. */
export function systemById(reader: Reader, id: string): Promise<StoredSystem | undefined> {
  return inForce(reader).where('id', '=', id).executeTakeFirst();
}

/** Also those that were removed, for what the past says of them. */
export function systemsNamed(reader: Reader, ids: readonly string[]): Promise<StoredSystem[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : reader.selectFrom('systems').selectAll().where('id', 'in', ids).execute();
}

/** Whether one in force is called so, however it is written. */
export async function isSystemNameTaken(
  reader: Reader,
  name: string,
  { but }: { but?: string } = {},
): Promise<boolean> {
  const row = await reader
    .selectFrom('systems')
    .select('id')
    .where('name_key', '=', searchKey(name))
    .where('removed_at', 'is', null)
    .$if(but !== undefined, (query) => query.where('id', '<>', but ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}

/** Throws a unique violation where the name is taken. */
export async function insertSystem(
  tx: Tx,
  keys: Keyring,
  { id, kind, now, ...fields }: SystemFields & Pick<StoredSystem, 'id' | 'kind'> & { now: number },
): Promise<void> {
  const row = { id, kind, ...fields, created_at: now, changed_at: now };
  const rest = { name_key: searchKey(fields.name), removed_at: null, version: 1 };
  await tx
    .insertInto('systems')
    .values({ ...row, ...rest, mac: SYSTEMS.of(keys, boundOf(row)) })
    .execute();
}

const boundOf = <T extends Pick<SystemFields, 'realm' | 'client_id'>>(fields: T) => ({
  ...fields,
  realm: fields.realm ?? null,
  client_id: fields.client_id ?? null,
});

/** Binds the systems of before there were MACs to the server's key. */
export async function bindSystems(tx: Tx, keys: Keyring): Promise<void> {
  for (const system of await allSystems(tx))
    await tx
      .updateTable('systems')
      .set({ mac: SYSTEMS.of(keys, system) })
      .where('id', '=', system.id)
      .execute();
}

/** False where somebody else changed or removed it since `version`. Throws a unique violation where the name is taken. */
export async function updateSystem(
  tx: Tx,
  keys: Keyring,
  { id, version, kind, created_at }: Pick<StoredSystem, 'id' | 'version' | 'kind' | 'created_at'>,
  { now, ...fields }: SystemFields & { now: number },
): Promise<boolean> {
  const mac = SYSTEMS.of(keys, boundOf({ id, kind, ...fields, created_at, changed_at: now }));
  const { numUpdatedRows } = await tx
    .updateTable('systems')
    .set({ ...fields, name_key: searchKey(fields.name), changed_at: now, version: version + 1, mac })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Its row stays for the past, its secret doesn't. False where it is as it was in no `version` any more. */
export async function removeSystem(
  tx: Tx,
  { id, version }: Pick<StoredSystem, 'id' | 'version'>,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('systems')
    .set({ removed_at: now, changed_at: now, sealed_secret: null, version: version + 1, mac: null })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
