import type { Selectable } from 'kysely';
import type { Person } from '../../../contract/schemas.ts';
import type { Actor } from '../../context.ts';
import type { ContactChangesTable, UsersTable } from '../../db/schema.ts';

/** A user as stored. */
export type User = Selectable<UsersTable>;
export type ContactField = ContactChangesTable['field'];

/** A person as others name them. */
export function personOf(user: Pick<User, 'id' | 'username' | 'name'>): Person {
  return { id: user.id, username: user.username, name: user.name };
}

/** The same of whoever acts. */
export function actorPerson({ userId, username, name }: Pick<Actor, 'userId' | 'username' | 'name'>): Person {
  return { id: userId, username, name };
}
