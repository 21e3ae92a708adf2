import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { searchKey } from '../../db/dialects.ts';
import type { SystemsTable } from '../../db/schema.ts';

/** A system as stored, its secret sealed. */
export type StoredSystem = Selectable<SystemsTable>;
export type SystemFields = Omit<
  Insertable<SystemsTable>,
  'id' | 'kind' | 'name_key' | 'created_at' | 'changed_at' | 'removed_at' | 'version'
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
  { id, kind }: Pick<StoredSystem, 'id' | 'kind'>,
  fields: SystemFields,
  now: number,
): Promise<void> {
  await tx
    .insertInto('systems')
    .values({
      id,
      kind,
      ...fields,
      name_key: searchKey(fields.name),
      created_at: now,
      changed_at: now,
      removed_at: null,
      version: 1,
    })
    .execute();
}

/** False where somebody else changed or removed it since `version`. Throws a unique violation where the name is taken. */
export async function updateSystem(
  tx: Tx,
  { id, version }: Pick<StoredSystem, 'id' | 'version'>,
  fields: SystemFields,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('systems')
    .set({ ...fields, name_key: searchKey(fields.name), changed_at: now, version: version + 1 })
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
    .set({ removed_at: now, changed_at: now, sealed_secret: null, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
