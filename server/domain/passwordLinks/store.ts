import type { Selectable } from 'kysely';
import { sha256Hex } from '../../crypto/hash.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { token256, uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import { rowMac } from '../../crypto/rowMac.ts';
import type { Bound } from '../../crypto/rowMac.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { insertMany } from '../../db/insertMany.ts';
import type { PasswordLinksTable } from '../../db/schema.ts';
import { noteFactor } from '../audit/origin.ts';
import { CLOCKS_APART } from '../../time.ts';

export type LinkPurpose = PasswordLinksTable['purpose'];

export interface Link {
  id: string;
  userId: string;
  purpose: LinkPurpose;
  username: string;
  name: string;
  /** The account had a password once; *this wasn't me* makes it forget. */
  hadPassword: boolean;
}

const COLUMNS = {
  id: true,
  user_id: true,
  token_hash: true,
  purpose: true,
  created_at: true,
  expires_at: true,
  used_at: false,
} as const satisfies Record<keyof Omit<Selectable<PasswordLinksTable>, 'mac'>, boolean>;

type BoundLink = Bound<Selectable<PasswordLinksTable>, typeof COLUMNS>;

/** SECURITY: whoever writes to the database makes no link that sets a password: it doesn't open (S-120). */
export const PASSWORD_LINKS = rowMac<BoundLink>('password_links', COLUMNS);

/** What those who make and read links need. */
export interface LinkKeys {
  keys: Keyring;
  random: RandomSource;
}

/** Binds the links of before there were MACs to the server's key. */
export async function bindPasswordLinks(tx: Tx, keys: Keyring): Promise<void> {
  for (const link of await tx.selectFrom('password_links').selectAll().where('used_at', 'is', null).execute())
    await tx
      .updateTable('password_links')
      .set({ mac: PASSWORD_LINKS.of(keys, link) })
      .where('id', '=', link.id)
      .execute();
}

/** The row of a new link. */
function newLink(
  { keys, random }: LinkKeys,
  {
    userId,
    purpose,
    now,
    expiresAt,
  }: { userId: string; purpose: LinkPurpose; now: number; expiresAt: number },
  token: string,
) {
  const row = {
    id: uuidv7(now, random),
    user_id: userId,
    token_hash: sha256Hex(token),
    purpose,
    created_at: now,
    expires_at: expiresAt,
  };
  return { ...row, used_at: null, mac: PASSWORD_LINKS.of(keys, row) };
}

/** Stores a new link and ends earlier ones of that purpose. Answers the token, which goes into exactly one mail. */
export async function insertLink(
  tx: Tx,
  deps: LinkKeys,
  link: { userId: string; purpose: LinkPurpose; now: number; expiresAt: number },
): Promise<string> {
  await tx
    .updateTable('password_links')
    .set({ used_at: link.now })
    .where('user_id', '=', link.userId)
    .where('purpose', '=', link.purpose)
    .where('used_at', 'is', null)
    .execute();
  const token = token256(deps.random);
  await tx
    .insertInto('password_links')
    .values(newLink(deps, link, token))
    .execute();
  return token;
}

/** How many links of that purpose were made for a user after `since` (UTC ms). */
export async function countLinksSince(
  reader: Reader,
  { userId, purpose, since, now }: { userId: string; purpose: LinkPurpose; since: number; now: number },
): Promise<number> {
  const { count } = await reader
    .selectFrom('password_links')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .where('created_at', '<=', now + CLOCKS_APART)
    .executeTakeFirstOrThrow();
  return count;
}

/** The living link behind a token, whose user may still sign in by password. */
export async function findLink(
  reader: Reader,
  keys: Keyring,
  { token, now }: { token: string; now: number },
): Promise<Link | undefined> {
  const row = await reader
    .selectFrom('password_links')
    .innerJoin('users', 'users.id', 'password_links.user_id')
    .selectAll('password_links')
    .select(['username', 'name', 'password_changed_at'])
    .where('token_hash', '=', sha256Hex(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('users.status', '=', 'active')
    .where('users.external', '=', 0)
    .executeTakeFirst();
  if (!row || !PASSWORD_LINKS.holds(keys, row, row.mac)) return undefined;
  noteFactor('mailed_link');
  const { id, user_id: userId, purpose, username, name, password_changed_at: changedAt } = row;
  return { id, userId, purpose, username, name, hadPassword: changedAt !== null };
}

/** Spends the link: of two at once, one gets true. Every other link of that user ends with it. */
export async function spendLink(tx: Tx, link: Link, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('password_links')
    .set({ used_at: now })
    .where('id', '=', link.id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await endLinks(tx, link.userId, now);
  return true;
}

/** Ends every link by which a user could still set a password. */
export async function endLinks(tx: Tx, userId: string, now: number): Promise<void> {
  await tx
    .updateTable('password_links')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
}

/** Ends the set-up links of some. At most 500 ids. */
export async function endSetUpLinks(tx: Tx, userIds: readonly string[], now: number): Promise<void> {
  if (userIds.length === 0) return;
  await tx
    .updateTable('password_links')
    .set({ used_at: now })
    .where('user_id', 'in', [...userIds])
    .where('purpose', '=', 'set_up')
    .where('used_at', 'is', null)
    .execute();
}

/** Adds a set-up link for each of many users who have no living one. */
export function insertSetUpLinks(
  tx: Tx,
  deps: LinkKeys,
  links: readonly { userId: string; token: string }[],
  { now, expiresAt }: { now: number; expiresAt: number },
): Promise<void> {
  return insertMany(
    tx,
    'password_links',
    links.map(({ userId, token }) => newLink(deps, { userId, purpose: 'set_up', now, expiresAt }, token)),
  );
}

/** When the newest set-up link of a user was made, and until when it is good where it wasn't used or ended (UTC ms). */
export function newestSetUpLink(
  reader: Reader,
  userId: string,
): Promise<{ created_at: number; expires_at: number; used_at: number | null } | undefined> {
  return reader
    .selectFrom('password_links')
    .select(['created_at', 'expires_at', 'used_at'])
    .where('user_id', '=', userId)
    .where('purpose', '=', 'set_up')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Removes links that ended before a time (UTC ms). */
export async function removeEndedLinks(reader: Reader, before: number): Promise<void> {
  await reader.deleteFrom('password_links').where('expires_at', '<', before).execute();
}
