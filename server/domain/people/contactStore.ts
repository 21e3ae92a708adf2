import type { Insertable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { ContactChangesTable } from '../../db/schema.ts';
import type { ContactField } from './people.ts';

/** Since when each contact of a user has its value (UTC ms), where it was set or changed after the account was made. */
export async function contactsSince(
  reader: Reader,
  userId: string,
): Promise<Partial<Record<ContactField, number>>> {
  const rows = await reader
    .selectFrom('contact_changes')
    .select(['field', 'at'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return Object.fromEntries(rows.map(({ field, at }) => [field, at]));
}

/** Keeps changes of contacts on record, each with its date and who made it. */
export async function insertContactChanges(
  tx: Tx,
  changes: readonly Insertable<ContactChangesTable>[],
): Promise<void> {
  await tx.insertInto('contact_changes').values(changes).execute();
}
