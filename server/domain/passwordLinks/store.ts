import { sha256Hex } from '../../crypto/hash.ts';
import { token256, uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { PasswordLinksTable } from '../../db/schema.ts';
import { endLinks } from './endLinks.ts';

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

/** Stores a new link and ends earlier ones of that purpose. Answers the token, which goes into exactly one mail. */
export async function insertLink(
  tx: Tx,
  random: RandomSource,
  link: { userId: string; purpose: LinkPurpose; now: number; expiresAt: number },
): Promise<string> {
  await tx
    .updateTable('password_links')
    .set({ used_at: link.now })
    .where('user_id', '=', link.userId)
    .where('purpose', '=', link.purpose)
    .where('used_at', 'is', null)
    .execute();
  const token = token256(random);
  await tx
    .insertInto('password_links')
    .values({
      id: uuidv7(link.now, random),
      user_id: link.userId,
      token_hash: sha256Hex(token),
      purpose: link.purpose,
      created_at: link.now,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
  return token;
}

/** How many links of that purpose were made for a user after `since` (UTC ms). */
export async function countLinksSince(
  reader: Reader,
  { userId, purpose, since }: { userId: string; purpose: LinkPurpose; since: number },
): Promise<number> {
  const { count } = await reader
    .selectFrom('password_links')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

/** The living link behind a token, whose user may still sign in by password. */
export async function findLink(reader: Reader, token: string, now: number): Promise<Link | undefined> {
  const row = await reader
    .selectFrom('password_links')
    .innerJoin('users', 'users.id', 'password_links.user_id')
    .select(['password_links.id', 'users.id as userId', 'purpose', 'username', 'name', 'password_changed_at'])
    .where('token_hash', '=', sha256Hex(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('users.status', '=', 'active')
    .where('users.external', '=', 0)
    .executeTakeFirst();
  if (!row) return undefined;
  const { password_changed_at, ...link } = row;
  return { ...link, hadPassword: password_changed_at !== null };
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

/** Sets the password of a user who may sign in. False where they were suspended in the meantime. */
export async function setPassword(
  tx: Tx,
  userId: string,
  change: {
    password_hash: string;
    password_changed_at: number;
    password_mailed_at?: number;
    activation_waived_until: number | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', userId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
