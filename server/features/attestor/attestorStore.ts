import type { Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { AttestorsTable } from '../../db/schema.ts';
import { ATTESTORS } from '../../domain/systems/attestor.ts';

export type StoredAttestor = Selectable<AttestorsTable>;

/** There is one at most. */
export const ATTESTOR_ID = 'okta';

export function storedAttestor(reader: Reader): Promise<StoredAttestor | undefined> {
  return reader.selectFrom('attestors').selectAll().where('id', '=', ATTESTOR_ID).executeTakeFirst();
}

type Fields = Omit<StoredAttestor, 'id' | 'version' | 'mac'>;

/** Makes or replaces it. False where somebody else did since `version`; 0 where there was none. */
export async function saveAttestor(tx: Tx, keys: Keyring, version: number, fields: Fields): Promise<boolean> {
  const row = { id: ATTESTOR_ID, ...fields, version: version + 1 };
  const values = { ...row, mac: ATTESTORS.of(keys, row) };
  if (version > 0) {
    const { numUpdatedRows } = await tx
      .updateTable('attestors')
      .set(values)
      .where('id', '=', ATTESTOR_ID)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('attestors')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** With all that is under way. False where it isn't there as it was at `version`. */
export async function removeAttestor(tx: Tx, version: number): Promise<boolean> {
  await tx.deleteFrom('attestor_flows').execute();
  const { numDeletedRows } = await tx
    .deleteFrom('attestors')
    .where('id', '=', ATTESTOR_ID)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
