import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { AuthenticatorsTable } from '../../db/schema.ts';

type Authenticator = Selectable<AuthenticatorsTable>;

/** An authenticator as its owner knows it. */
export type Held = Pick<
  Authenticator,
  'id' | 'name' | 'created_at' | 'confirmed_at' | 'last_used_at' | 'last_used_address' | 'stopped_at'
>;

const proven = (reader: Reader, userId: string) =>
  reader
    .selectFrom('authenticators')
    .select(['id', 'name', 'created_at', 'confirmed_at', 'last_used_at', 'last_used_address', 'stopped_at'])
    .where('user_id', '=', userId)
    .where('status', '=', 'active');

/** The proven authenticators of a user, the oldest first; stopped ones are among them. */
export function provenOf(reader: Reader, userId: string): Promise<Held[]> {
  return proven(reader, userId).orderBy('confirmed_at').orderBy('id').execute();
}

/** False where they have none by that id. */
export async function renameProven(
  tx: Tx,
  { userId, id, name }: { userId: string; id: string; name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authenticators')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes these of a user's proven ones; answers what they were called. */
export function removeProven(
  tx: Tx,
  { userId, ids }: { userId: string; ids: readonly string[] },
): Promise<Pick<Authenticator, 'id' | 'name'>[]> {
  return tx
    .deleteFrom('authenticators')
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .where('id', 'in', ids)
    .returning(['id', 'name'])
    .execute();
}

/** Stops those of a user's proven ones that count, or these of them: of two at once one is answered each. */
export function stopProven(
  tx: Tx,
  { userId, ids, now }: { userId: string; ids: readonly string[] | null; now: number },
): Promise<Pick<Authenticator, 'id' | 'name'>[]> {
  return tx
    .updateTable('authenticators')
    .set({ stopped_at: now, stop_link_hash: null })
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .where('stopped_at', 'is', null)
    .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
    .returning(['id', 'name'])
    .execute();
}

/** Keeps what turns it on again. */
export async function keepStopLink(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.updateTable('authenticators').set({ stop_link_hash: hash }).where('id', '=', id).execute();
}

/** Those that were stopped at that moment (UTC ms) or after it count again. */
export function resumeSince(
  tx: Tx,
  { userId, since }: { userId: string; since: number },
): Promise<Pick<Authenticator, 'id' | 'name'>[]> {
  return tx
    .updateTable('authenticators')
    .set({ stopped_at: null, stop_link_hash: null })
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .where('stopped_at', '>=', since)
    .returning(['id', 'name'])
    .execute();
}

/** A stopped authenticator by what its link holds. */
export function stoppedByLink(
  reader: Reader,
  hash: string,
): Promise<{ id: string; user_id: string; name: string | null; stopped_at: number | null } | undefined> {
  return reader
    .selectFrom('authenticators')
    .select(['id', 'user_id', 'name', 'stopped_at'])
    .where('stop_link_hash', '=', hash)
    .executeTakeFirst();
}

/** The same counts again; undefined where it was faster pressed, reset or removed: a link acts once. */
export function resumeByLink(
  tx: Tx,
  hash: string,
): Promise<Pick<Authenticator, 'user_id' | 'name'> | undefined> {
  return tx
    .updateTable('authenticators')
    .set({ stopped_at: null, stop_link_hash: null })
    .where('stop_link_hash', '=', hash)
    .returning(['user_id', 'name'])
    .executeTakeFirst();
}
