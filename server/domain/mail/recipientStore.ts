import type { Reader } from '../../db/connection.ts';
import type { User } from '../people/people.ts';

/** Whom a mail goes to, and what it calls them. */
export interface Recipient {
  id: string;
  name: string;
  username: string;
  email: string;
  /** Of the address; none of one that was theirs before. */
  email_mac?: string | null | undefined;
  /** '' where they chose none. */
  language: User['language'];
}

const RECIPIENT = ['id', 'name', 'username', 'email', 'email_mac', 'language'] as const;

/** Undefined where there is no such user. */
export function recipientById(reader: Reader, userId: string): Promise<Recipient | undefined> {
  return reader.selectFrom('users').select(RECIPIENT).where('id', '=', userId).executeTakeFirst();
}

/** A user under the addresses that were changed after `since` (UTC ms), without the one of now. */
export async function atOldAddresses(reader: Reader, user: Recipient, since: number): Promise<Recipient[]> {
  const changes = await reader
    .selectFrom('contact_changes')
    .select('old_value')
    .distinct()
    .where('user_id', '=', user.id)
    .where('field', '=', 'email')
    .where('first', '=', 0)
    .where('at', '>', since)
    .where('old_value', 'is not', null)
    .where('old_value', '<>', user.email)
    .execute();
  return changes.flatMap(({ old_value: email }) =>
    email === null ? [] : [{ ...user, email, email_mac: undefined }],
  );
}

/** A group of staff. */
export type Staff = 'administrators' | 'officers' | 'administrators_and_officers' | 'all_staff';

const ROLES = {
  administrators: ['administrator'],
  officers: ['security_officer'],
  administrators_and_officers: ['administrator', 'security_officer'],
} as const;

/** Those of a group, or of some ids, who are active. */
export async function activeRecipients(reader: Reader, to: Staff | readonly string[]): Promise<Recipient[]> {
  const active = reader.selectFrom('users').select(RECIPIENT).where('status', '=', 'active');
  if (typeof to !== 'string') {
    return to.length === 0 ? [] : active.where('id', 'in', [...new Set(to)]).execute();
  }
  if (to === 'all_staff') return active.where('is_staff', '=', 1).execute();
  return active
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('user_roles')
          .select('role')
          .whereRef('user_id', '=', 'users.id')
          .where('role', 'in', [...ROLES[to]]),
      ),
    )
    .execute();
}
