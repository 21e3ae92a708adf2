import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import type { DialectName } from '../../db/dialects.ts';
import { prepared } from '../../db/prepared.ts';
import type { Ready, Whose } from '../../db/prepared.ts';
import type { AuthenticatorsTable } from '../../db/schema.ts';
import { originNow } from '../audit/origin.ts';

type Authenticator = Selectable<AuthenticatorsTable>;

/** More than anybody carries, and few enough to look at each with every code. */
export const MOST_AUTHENTICATORS = 5;

export type ProvenAuthenticator = Pick<Authenticator, 'id' | 'sealed_secret' | 'last_step' | 'stopped_at'>;

/** The proven authenticators of a user, kept as they are until the commit: as a statement. */
export const provenForUpdate = (db: Reader, { userId }: { userId: Whose }, dialect: DialectName) =>
  forUpdate(
    dialect,
    db
      .selectFrom('authenticators')
      .select(['id', 'sealed_secret', 'last_step', 'stopped_at'])
      .where('user_id', '=', userId)
      // Literally, or PostgreSQL doesn't take it for the partial index.
      .where('status', '=', sql.lit('active'))
      // In one order, so that two who hold the same rows wait for each other once.
      .orderBy('id'),
  );

const proven = prepared(provenForUpdate);

/** The proven authenticators of a user, kept as they are until the commit; stopped ones are among them. */
export function holdProven(tx: Tx, userId: string): Promise<ProvenAuthenticator[]> {
  return proven.all(tx, { userId });
}

/** A time step of an authenticator that was accepted. */
export interface Spend {
  id: string;
  step: number;
}

const spent = prepared((db, { id, step, address, now }: Spend & { address: string | null; now: number }) =>
  db
    .updateTable('authenticators')
    .set({ last_step: step, last_used_at: now, last_used_address: address })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where('stopped_at', 'is', null)
    .where('last_step', '<', step),
);

/** A code counts once: nothing is changed where a step as late as this was accepted already (RFC 6238 §5.2; S-03). */
export const spendSteps = (tx: Tx, spends: readonly Spend[], now: number): Ready<unknown>[] => {
  const address = originNow()?.address ?? null;
  return spends.map((spend) => spent.with(tx, { ...spend, address, now }));
};

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
  | Pick<
      Authenticator,
      'sealed_secret' | 'wrong_tries' | 'purpose' | 'replaces_id' | 'activation_id' | 'name' | 'created_at'
    >
  | undefined
> {
  return tx
    .updateTable('authenticators')
    .set({ wrong_tries: sql<number>`wrong_tries + 1` })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('status', '=', 'pending')
    .where('expires_at', '>', now)
    .where('wrong_tries', '<', most)
    .returning([
      'sealed_secret',
      'wrong_tries',
      'purpose',
      'replaces_id',
      'activation_id',
      'name',
      'created_at',
    ])
    .executeTakeFirst();
}

/** Pending becomes active, with the step that proved it spent. False where it is not pending any more, or one too many. */
export async function activatePending(
  tx: Tx,
  {
    userId,
    id,
    name,
    step,
    now,
  }: { userId: string; id: string; name: string | null; step: number; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authenticators')
    .set({
      status: 'active',
      name,
      last_step: step,
      confirmed_at: now,
      last_used_at: now,
      last_used_address: originNow()?.address ?? null,
      expires_at: null,
      wrong_tries: 0,
    })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .where(
      (eb) =>
        eb
          .selectFrom('authenticators as others')
          .select(eb.fn.countAll<number>().as('count'))
          .where('others.user_id', '=', userId)
          .where('others.status', '=', sql.lit('active')),
      '<',
      MOST_AUTHENTICATORS,
    )
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

/** One that is to be replaced goes, and what it was called is answered. Undefined where it was reset, removed or stopped meanwhile. */
export function removeUsable(
  tx: Tx,
  { userId, id }: { userId: string; id: string },
): Promise<Pick<Authenticator, 'name'> | undefined> {
  return tx
    .deleteFrom('authenticators')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .where('stopped_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
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
