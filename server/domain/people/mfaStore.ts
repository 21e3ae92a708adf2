import { sql } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { OFF_MACS } from './macs.ts';
import type { User } from './people.ts';
import { storeUserMacs } from './userMacStore.ts';

export type MfaState = User['mfa_state'];

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
    .$if(state === 'off' || from.includes('off'), (query) => query.set({ mfa_since: now, off_mac: null }))
    .where('id', '=', userId)
    .where('mfa_state', 'in', from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  // Whoever had nothing usable left was taken out of the count by that.
  if (state === 'off') await noteStopped(tx, { userId, stopped: false, now });
  if (from.includes('off')) await countAdoption(tx, 1, now);
  else if (state === 'off') await countAdoption(tx, -1, now);
  return true;
}

/** Notes whether all that a person set up is stopped; nothing is done where that was known. */
export async function noteStopped(
  tx: Tx,
  { userId, stopped, now }: { userId: string; stopped: boolean; now: number },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ mfa_stopped_at: stopped ? now : null, version: sql<number>`version + 1` })
    .where('id', '=', userId)
    .where('mfa_stopped_at', stopped ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await countAdoption(tx, stopped ? -1 : 1, now);
}

/** False where a setup beside the one that there is has nothing to stand beside: MFA is off, or about to be reset. */
export async function changeWhileOn(tx: Tx, userId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', userId)
    .where('mfa_state', '=', 'on')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
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

/** What codes of an authenticator left with its user; a new one, or none, begins without it. */
const NO_CODES = {
  wrong_codes: 0,
  wrong_codes_since_right: 0,
  next_code_at: 0,
  locked_at: null,
  clock_drift_seconds: null,
};

/** An authenticator was proven: whatever led into the setup is done. A move dates the setup anew. */
export async function endSetUp(
  tx: Tx,
  userId: string,
  { moved, now }: { moved: boolean; now: number },
): Promise<void> {
  await tx
    .updateTable('users')
    .set({
      ...NO_CODES,
      setup_due: 0,
      activation_waived_until: null,
      waiver_mac: null,
      grace_ends_at: null,
      ...(moved ? { mfa_since: now } : {}),
    })
    .where('id', '=', userId)
    .execute();
}

/** An authenticator was removed, now (UTC ms). */
export async function beginWithoutMfa(
  tx: Tx,
  keys: Keyring,
  userId: string,
  { setupDue, now }: { setupDue: boolean; now: number },
): Promise<void> {
  const without = { setup_due: setupDue ? 1 : 0, mfa_since: now };
  await tx
    .updateTable('users')
    .set({ ...NO_CODES, ...without, off_mac: OFF_MACS.of(keys, { id: userId, ...without }) })
    .where('id', '=', userId)
    .execute();
}

const AT_ONCE = 200;

/** Binds that somebody has no MFA, of before there were MACs, to the server's key. */
export async function bindWithoutMfa(tx: Tx, keys: Keyring): Promise<void> {
  for (;;) {
    const rows = await tx
      .selectFrom('users')
      .select(['id', 'setup_due', 'mfa_since'])
      .where('mfa_state', '=', 'off')
      .where('off_mac', 'is', null)
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) return;
    const macs = rows.map((row) => ({ id: row.id, mac: OFF_MACS.of(keys, row) }));
    await storeUserMacs(tx, 'off_mac', macs);
  }
}
