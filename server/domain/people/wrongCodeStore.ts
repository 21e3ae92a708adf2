import { sql } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { later, prepared } from '../../db/prepared.ts';
import type { Ready, Whose } from '../../db/prepared.ts';
import { CLOCKS_APART } from '../../time.ts';
import { USER_COLUMNS } from './columns.ts';
import type { User } from './people.ts';
import { FURTHEST_DELAY_MS, MOST_SINCE_RIGHT } from './rules/wrongCodes.ts';

/**
 * Counts a code before it is looked at, and locks the row: two at once are counted one after the other. Undefined where no
 * code is evaluated now: MFA is off, the account is locked, or a delay runs.
 */
export function countCode(tx: Tx, userId: string, now: number): Promise<User | undefined> {
  return counted.first(tx, { userId, now });
}

/** The same as a statement. */
export const countingCode = (db: Reader, { userId, now }: { userId: Whose; now: number }) =>
  db
    .updateTable('users')
    .set({
      wrong_codes: sql<number>`wrong_codes + 1`,
      wrong_codes_since_right: sql<number>`wrong_codes_since_right + 1`,
    })
    .where('id', '=', userId)
    .where('mfa_state', 'in', ['on', 'reset_pending'])
    .where('locked_at', 'is', null)
    .where((eb) =>
      eb.or([eb('next_code_at', '<=', now), eb('next_code_at', '>', later(now, FURTHEST_DELAY_MS))]),
    )
    .returning(USER_COLUMNS);

const counted = prepared(countingCode);

/** What a right code leaves of wrong ones. */
export const NO_WRONG_CODES = {
  wrong_codes: 0,
  wrong_codes_since_right: 0,
  next_code_at: 0,
  clock_drift_seconds: null,
};

const forgotten = prepared((db, { userId }: { userId: string }) =>
  db.updateTable('users').set(NO_WRONG_CODES).where('id', '=', userId),
);

/** A right code ends the row of wrong ones, with their delay and the drift that they showed. */
export const forgetWrongCodes = (tx: Tx, userId: string): Ready<unknown> => forgotten.with(tx, { userId });

/** What a wrong code leaves behind: a delay, the drift that it showed, a lock, the date of its mail. */
export async function recordWrongCode(
  tx: Tx,
  userId: string,
  left: Pick<User, 'next_code_at' | 'clock_drift_seconds'> &
    Partial<Pick<User, 'locked_at' | 'wrong_code_mailed_at'>>,
): Promise<void> {
  await tx.updateTable('users').set(left).where('id', '=', userId).execute();
}

/** Notes a mail of a wrong activation code; false where there was one after `notSince` (UTC ms), unless it lies ahead (S-92). */
export async function noteActivationMail(
  tx: Tx,
  userId: string,
  { now, notSince }: { now: number; notSince: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ wrong_activation_mailed_at: now })
    .where('id', '=', userId)
    .where((eb) =>
      eb.or([
        eb('wrong_activation_mailed_at', 'is', null),
        eb('wrong_activation_mailed_at', '<=', notSince),
        eb('wrong_activation_mailed_at', '>', now + CLOCKS_APART),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const UNLOCKED = { locked_at: null, wrong_codes: 0, next_code_at: 0 };

/**
 * Lifts the lock that wrong codes made; the setup stays. False where the account is not locked, or locked for good: a hundred
 * wrong codes since the last right one (S-102).
 */
export async function unlockAccount(tx: Tx, userId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set((eb) => ({ ...UNLOCKED, version: eb('version', '+', 1) }))
    .where('id', '=', userId)
    .where('locked_at', 'is not', null)
    .where('wrong_codes_since_right', '<', MOST_SINCE_RIGHT)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

interface LockTimes {
  userId: string;
  before: number;
  ahead: number;
}

const unlocked = prepared((db, { userId, before, ahead }: LockTimes) => {
  const others = db
    .selectFrom('user_roles as roles')
    .innerJoin('users as others', 'others.id', 'roles.user_id')
    .select('others.id')
    .where('roles.role', '=', 'administrator')
    .where('others.status', '=', 'active')
    .where('others.id', '!=', userId);
  const own = db.selectFrom('user_roles').select('user_id').where('role', '=', 'administrator');
  return db
    .updateTable('users')
    .set(UNLOCKED)
    .where('id', '=', userId)
    .where((eb) => eb.or([eb('locked_at', '<=', before), eb('locked_at', '>', ahead)]))
    .where('wrong_codes_since_right', '<', MOST_SINCE_RIGHT)
    .where('id', 'in', own)
    .where(({ not, exists }) => not(exists(others)));
});

/**
 * Lifts a lock that is over at `now` where it is the last active administrator's: nobody else could. One that a clock far ahead made
 * is over, too (S-92). One for good stays: `gatehouse recover` on the server is the way then. False where nothing was lifted.
 *
 * @param lasts how long a lock lasts, ms
 */
export async function unlockLastAdministrator(
  tx: Tx,
  userId: string,
  { lasts, now }: { lasts: number; now: number },
): Promise<boolean> {
  const times = { userId, before: now - lasts, ahead: now + CLOCKS_APART };
  return (await unlocked.changed(tx, times)) === 1;
}
