import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import type { DialectName } from '../../db/dialects.ts';
import { prepared } from '../../db/prepared.ts';
import type { Ready, Whose } from '../../db/prepared.ts';
import type { AuthenticatorsTable } from '../../db/schema.ts';

type Authenticator = Selectable<AuthenticatorsTable>;

export type ActiveAuthenticator = Pick<Authenticator, 'id' | 'sealed_secret' | 'last_step'>;

/** The proven authenticator of a user, kept as it is until the commit: as a statement. */
export const provenForUpdate = (db: Reader, { userId }: { userId: Whose }, dialect: DialectName) =>
  forUpdate(
    dialect,
    db
      .selectFrom('authenticators')
      .select(['id', 'sealed_secret', 'last_step'])
      .where('user_id', '=', userId)
      // Literally, or PostgreSQL doesn't take it for the partial index.
      .where('status', '=', sql.lit('active')),
  );

const proven = prepared(provenForUpdate);

/** The proven authenticator of a user, kept as it is until the commit. */
export function holdActive(tx: Tx, userId: string): Promise<ActiveAuthenticator | undefined> {
  return proven.first(tx, { userId });
}

const spent = prepared((db, { id, step }: { id: string; step: number }) =>
  db
    .updateTable('authenticators')
    .set({ last_step: step })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where('last_step', '<', step),
);

/** A code counts once: nothing is changed where a step as late as this was accepted already (RFC 6238 §5.2; S-03). */
export const spendStep = (tx: Tx, id: string, step: number): Ready<unknown> => spent.with(tx, { id, step });

/** Adds a pending authenticator, in place of an earlier one: of two at once the later is the user's. */
export async function replacePending(
  tx: Tx,
  userId: string,
  pending: Omit<Insertable<AuthenticatorsTable>, 'user_id' | 'status'>,
): Promise<void> {
  await tx
    .insertInto('authenticators')
    .values({ ...pending, user_id: userId, status: 'pending' })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        // Literally, or PostgreSQL doesn't take it for the partial index.
        .where('status', '=', sql.lit('pending'))
        .doUpdateSet(pending),
    )
    .execute();
}

/**
 * Counts a try at a pending authenticator before its code is looked at, and locks it. Undefined where there is none of that
 * user any more: expired, replaced, proven, or tried `most` times.
 */
export function countTry(
  tx: Tx,
  { userId, id, most, now }: { userId: string; id: string; most: number; now: number },
): Promise<
  Pick<Authenticator, 'sealed_secret' | 'wrong_tries' | 'moves' | 'activation_id' | 'created_at'> | undefined
> {
  return tx
    .updateTable('authenticators')
    .set({ wrong_tries: sql<number>`wrong_tries + 1` })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('status', '=', 'pending')
    .where('expires_at', '>', now)
    .where('wrong_tries', '<', most)
    .returning(['sealed_secret', 'wrong_tries', 'moves', 'activation_id', 'created_at'])
    .executeTakeFirst();
}

/** Pending becomes active, with the step that proved it spent. False where it is not pending any more. */
export async function activatePending(
  tx: Tx,
  id: string,
  { step, now }: { step: number; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authenticators')
    .set({ status: 'active', last_step: step, confirmed_at: now, expires_at: null, wrong_tries: 0 })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Another end (UTC ms) for a pending authenticator that has not ended. */
export async function extendPending(
  tx: Tx,
  userId: string,
  { expiresAt, now }: { expiresAt: number; now: number },
): Promise<void> {
  await tx
    .updateTable('authenticators')
    .set({ expires_at: expiresAt })
    .where('user_id', '=', userId)
    .where('status', '=', 'pending')
    .where('expires_at', '>', now)
    .execute();
}

/** Nobody's setup that is under way can be ended any more; a proven authenticator stays. */
export async function removePending(tx: Tx, userId: string): Promise<void> {
  await tx
    .deleteFrom('authenticators')
    .where('user_id', '=', userId)
    .where('status', '=', 'pending')
    .execute();
}

/** False where there is no proven one: it was reset meanwhile. */
export async function removeActive(tx: Tx, userId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('authenticators')
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function removeOne(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('authenticators').where('id', '=', id).execute();
}

/** Proven or pending. */
export async function removeAll(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('authenticators').where('user_id', '=', userId).execute();
}

/** Removes pending ones that ended before a time (UTC ms). */
export async function removeEndedPending(reader: Reader, before: number): Promise<void> {
  await reader
    .deleteFrom('authenticators')
    .where('status', '=', 'pending')
    .where('expires_at', '<', before)
    .execute();
}
