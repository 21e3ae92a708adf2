import { sql } from 'kysely';
import type { Tx } from '../../db/connection.ts';

export type MfaState = 'off' | 'on' | 'reset_pending';

const day = (now: number) => new Date(now).toISOString().slice(0, 10);

/** Moves a user's MFA state where it is one of `from`; false where it is not. Keeps adoption by day with it. */
export async function setMfaState(
  tx: Tx,
  { userId, from, state, now }: { userId: string; from: readonly MfaState[]; state: MfaState; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ mfa_state: state, version: sql<number>`version + 1` })
    // The date is that of the setup: a request made or cancelled does not change it.
    .$if(state === 'off' || from.includes('off'), (query) => query.set({ mfa_since: now }))
    .where('id', '=', userId)
    .where('mfa_state', 'in', from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  if (from.includes('off')) await countAdoption(tx, 1, now);
  else if (state === 'off') await countAdoption(tx, -1, now);
  return true;
}

/**
 * People with MFA at the end of each day: today's row begins from the last one. A reset that is pending changes nothing,
 * for the authenticator stays valid.
 */
async function countAdoption(tx: Tx, by: 1 | -1, now: number): Promise<void> {
  await sql`
    insert into adoption_days (day, on_count)
    values (${day(now)}, coalesce((select on_count from adoption_days order by day desc limit 1), 0) + ${by})
    on conflict (day) do update set on_count = adoption_days.on_count + ${by}
  `.execute(tx);
}

/**
 * Removes a user's authenticator, proven or pending, so that they can enrol again: the end of every reset. False where
 * there is none. It never signs anyone in and never touches a password.
 *
 * @param setupDue after a reset by staff: every password sign-in leads into setup, whatever policy says
 */
export async function removeAuthenticator(
  tx: Tx,
  { userId, now, setupDue }: { userId: string; now: number; setupDue: boolean },
): Promise<boolean> {
  const off = await setMfaState(tx, { userId, from: ['on', 'reset_pending'], state: 'off', now });
  if (!off) return false;
  await tx.deleteFrom('authenticators').where('user_id', '=', userId).execute();
  await tx
    .updateTable('users')
    .set({
      setup_due: setupDue ? 1 : 0,
      wrong_codes: 0,
      next_code_at: 0,
      locked_at: null,
      clock_drift_seconds: null,
    })
    .where('id', '=', userId)
    .execute();
  return true;
}
