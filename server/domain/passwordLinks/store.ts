import { sha256Hex } from '../../crypto/hash.ts';
import { token256, uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { insertMany } from '../../db/insertMany.ts';
import type { PasswordLinksTable } from '../../db/schema.ts';
import { noteFactor } from '../audit/origin.ts';

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
  noteFactor('mailed_link');
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

/** Ends every link by which a user could still set a password. */
export async function endLinks(tx: Tx, userId: string, now: number): Promise<void> {
  await tx
    .updateTable('password_links')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
}

/** Adds a set-up link for each of many users who have none yet. */
export function insertSetUpLinks(
  tx: Tx,
  random: RandomSource,
  links: readonly { userId: string; token: string }[],
  { now, expiresAt }: { now: number; expiresAt: number },
): Promise<void> {
  return insertMany(
    tx,
    'password_links',
    links.map(({ userId, token }) => ({
      id: uuidv7(now, random),
      user_id: userId,
      token_hash: sha256Hex(token),
      purpose: 'set_up' as const,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
    })),
  );
}

/** When the newest set-up link of a user was made (UTC ms); null where there was none. */
export async function newestSetUpLink(reader: Reader, userId: string): Promise<number | null> {
  const link = await reader
    .selectFrom('password_links')
    .select((eb) => eb.fn.max('created_at').as('at'))
    .where('user_id', '=', userId)
    .where('purpose', '=', 'set_up')
    .executeTakeFirst();
  return link?.at ?? null;
}

/** Removes links that ended before a time (UTC ms). */
export async function removeEndedLinks(reader: Reader, before: number): Promise<void> {
  await reader.deleteFrom('password_links').where('expires_at', '<', before).execute();
}
