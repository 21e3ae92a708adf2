import type { Insertable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { ContactChangesTable } from '../../db/schema.ts';
import type { ContactField } from './people.ts';

export interface ContactSince {
  at: number;
  /** A first value is no change; neither is what the account began with. */
  changed: boolean;
}

/** Since when each contact of a user has its value (UTC ms), where it was set or changed after the account was made. */
export async function contactsSince(
  reader: Reader,
  userId: string,
): Promise<Partial<Record<ContactField, ContactSince>>> {
  const rows = await reader
    .selectFrom('contact_changes')
    .select(['field', 'at', 'first'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return Object.fromEntries(rows.map(({ field, at, first }) => [field, { at, changed: first === 0 }]));
}

/** Keeps changes of contacts on record, each with its date and who made it. */
export async function insertContactChanges(
  tx: Tx,
  changes: readonly Insertable<ContactChangesTable>[],
): Promise<void> {
  await tx.insertInto('contact_changes').values(changes).execute();
}
