import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import { forShare, forUpdate } from '../../db/dialects.ts';
import { insertMany } from '../../db/insertMany.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { bindEmail } from './macs.ts';
import { prepared } from '../../db/prepared.ts';
import type { Ready } from '../../db/prepared.ts';
import type { UsersTable } from '../../db/schema.ts';
import { USER_COLUMNS } from './columns.ts';
import { emailKey, usernameKey } from './rules/keys.ts';
import type { User } from './people.ts';
import { NO_WRONG_CODES } from './wrongCodeStore.ts';

const byId = prepared((db, { id }: { id: string }) =>
  db.selectFrom('users').select(USER_COLUMNS).where('id', '=', id),
);

export function userById(reader: Reader, id: string): Promise<User | undefined> {
  return byId.first(reader, { id });
}

/**
 * Keeps a user's row as it is until the commit, for what must not pass a suspension or a change of their contacts by. Before
 * the lock on a request, as suspending does; and before anything that is read of them.
 */
export async function holdUser(tx: Tx, { db }: { db: Db }, id: string): Promise<void> {
  const query = tx.selectFrom('users').select('id').where('id', '=', id);
  await forShare(db.dialect, query).execute();
}

/** Those who are there, in no order. */
export async function peopleById(
  reader: Reader,
  ids: readonly string[],
): Promise<Pick<User, 'id' | 'username' | 'name' | 'status' | 'external'>[]> {
  if (ids.length === 0) return [];
  return reader
    .selectFrom('users')
    .select(['id', 'username', 'name', 'status', 'external'])
    .where('id', 'in', [...ids])
    .execute();
}

const byUsername = prepared((db, { username }: { username: string }) =>
  db.selectFrom('users').select(USER_COLUMNS).where('username', '=', username),
);

/** `username` as typed. */
export function userByUsername(reader: Reader, username: string): Promise<User | undefined> {
  return byUsername.first(reader, { username: usernameKey(username) });
}

const byEmail = prepared((db, { email }: { email: string }) =>
  db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where(sql<string>`lower(email)`, '=', email)
    .limit(2),
);

/**
 * Who signs in with what was typed: whoever has that username, else the one person who has that e-mail address. An address
 * that two have is nobody's: a password must not choose between people.
 *
 * SECURITY: whether the address is looked for depends on what was typed, never on who is there (S-11).
 */
export async function userBySignInName(reader: Reader, typed: string): Promise<User | undefined> {
  if (!typed.includes('@')) return userByUsername(reader, typed);
  const named = await userByUsername(reader, typed);
  const [only, another] = await byEmail.all(reader, { email: emailKey(typed) });
  return named ?? (another ? undefined : only);
}

/** A user's row, locked until the commit. */
export function lockUser(tx: Tx, { db }: { db: Db }, id: string): Promise<User | undefined> {
  const query = tx.selectFrom('users').selectAll().where('id', '=', id);
  return forUpdate(db.dialect, query).executeTakeFirst();
}

/** Rows of some users, locked until the commit in the order of ids. At most 500. */
export function lockUsers(tx: Tx, { db }: { db: Db }, ids: readonly string[]): Promise<User[]> {
  const query = tx
    .selectFrom('users')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id');
  return forUpdate(db.dialect, query).execute();
}

/** The same, for looking only. */
export function usersById(reader: Reader, ids: readonly string[]): Promise<User[]> {
  return reader
    .selectFrom('users')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

/** Ids by username, of those that are taken. At most 1,000 usernames, as `usernameKey` has them. */
export async function idsByUsername(
  reader: Reader,
  usernames: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('users')
    .select(['id', 'username'])
    .where('username', 'in', usernames)
    .execute();
  return new Map(rows.map(({ id, username }) => [username, id]));
}

/** False where the username is taken: the unique index decides, and nothing was changed. */
export async function insertUser(tx: Tx, row: Insertable<UsersTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('users')
    .values(row)
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The same for many at once. Throws a unique violation where a username is taken. */
export function insertUsers(tx: Tx, rows: readonly Insertable<UsersTable>[]): Promise<void> {
  return insertMany(tx, 'users', rows);
}

type Profile = Pick<
  User,
  'name' | 'name_key' | 'search_text' | 'email' | 'department' | 'phone' | 'mobile' | 'manager_id'
>;

/** With `searchColumns` of what results: lists are ordered and searched by them. */
export async function changeProfile(
  tx: Tx,
  keys: Keyring,
  id: string,
  profile: Partial<Profile>,
): Promise<void> {
  const address = profile.email === undefined ? {} : bindEmail(keys, id, profile.email);
  await tx
    .updateTable('users')
    .set((eb) => ({ ...profile, ...address, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Theirs alone: nobody who edits the same person has to look again. */
export async function chooseLanguage(tx: Tx, id: string, language: User['language']): Promise<void> {
  await tx.updateTable('users').set({ language }).where('id', '=', id).execute();
}

/** Suspends or reinstates. */
export async function setStatus(tx: Tx, id: string, status: User['status']): Promise<void> {
  await tx
    .updateTable('users')
    .set((eb) => ({ status, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

const signedIn = prepared((db, { id, now }: { id: string; now: number }) =>
  db
    .updateTable('users')
    .set({ sign_ins: sql<number>`sign_ins + 1`, last_sign_in_at: now })
    .where('id', '=', id),
);

/** A sign-in more, now (UTC ms). */
export const countSignIn = (tx: Tx, id: string, now: number): Ready<unknown> =>
  signedIn.with(tx, { id, now });

const signedInByCode = prepared((db, { id, now }: { id: string; now: number }) =>
  db
    .updateTable('users')
    .set({ sign_ins: sql<number>`sign_ins + 1`, last_sign_in_at: now, ...NO_WRONG_CODES })
    .where('id', '=', id),
);

/** The same of a sign-in whose code was right: the row of wrong ones ends with one write, because each is one of a dozen indexes. */
export const countSignInByCode = (tx: Tx, id: string, now: number): Ready<unknown> =>
  signedInByCode.with(tx, { id, now });
