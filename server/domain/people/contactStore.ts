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

/** From which connected system contacts of a user were read that nobody changed since, by its name. */
export async function contactSources(
  reader: Reader,
  userId: string,
): Promise<Partial<Record<ContactField, string>>> {
  const rows = await reader
    .selectFrom('contact_changes')
    .leftJoin('systems', 'systems.id', 'contact_changes.system_id')
    .select(['field', 'systems.name'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('contact_changes.id')
    .execute();
  const last = new Map(rows.map(({ field, name }) => [field, name]));
  return Object.fromEntries([...last].filter(([, name]) => name !== null));
}

/** The same of the addresses of several people, by their id. */
export async function addressesSince(
  reader: Reader,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('contact_changes')
    .select(['user_id', 'at'])
    .where('user_id', 'in', userIds)
    .where('field', '=', 'email')
    .orderBy('at')
    .execute();
  return new Map(rows.map(({ user_id, at }) => [user_id, at]));
}

/** Keeps changes of contacts on record, each with its date and who made it. */
export async function insertContactChanges(
  tx: Tx,
  changes: readonly Insertable<ContactChangesTable>[],
): Promise<void> {
  await tx.insertInto('contact_changes').values(changes).execute();
}
