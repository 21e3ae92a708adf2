import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../db/connection.ts';
import { skipLocked } from '../../../db/dialects.ts';
import type { DialectName } from '../../../db/dialects.ts';
import type { HeldAccountsTable } from '../../../db/schema.ts';
import { HOUR, MINUTE } from '../../../time.ts';
import type { EffectRow } from './effectStore.ts';

/** An account in a connected system that a reset held. */
export type HeldRow = Selectable<HeldAccountsTable>;

/** Longer than all that is asked of a system for one row. */
const LEASE_MS = 5 * MINUTE;

// A freeze of resets or of setups lets nobody in anywhere; closing goes on in it.
const MAY_OPEN = sql<boolean>`(state <> 'opening' or exists (
  select 1 from organisation as o where o.id = 1 and o.frozen_at is null and o.setups_frozen_at is null
))`;
/**
 * It is held, its administrator had not disabled it before, and nobody said *this wasn't me* after the reset: an activation code
 * of its request opens it.
 */
const IS_OPENABLE = sql<boolean>`held_accounts.state = 'held' and exists (
  select 1 from reset_requests as r
  where r.id = held_accounts.request_id and r.state = 'completed' and r.veto_token_hash is not null
) and not exists (
  select 1 from reset_effects as e where e.id = held_accounts.effect_id and e.enabled_before = 0
)`;
/** The activation code of its request was used since it was held. */
const IS_ACTIVATED = sql<boolean>`exists (
  select 1 from activation_codes as c
  where c.request_id = held_accounts.request_id and c.used_at >= held_accounts.held_at
)`;

export async function insertHeld(
  tx: Tx,
  row: Pick<
    HeldRow,
    'effect_id' | 'request_id' | 'user_id' | 'system_id' | 'external_id' | 'held_at' | 'sentence'
  >,
): Promise<void> {
  await tx
    .insertInto('held_accounts')
    .values({
      ...row,
      state: 'held',
      open_until: null,
      attempts: 0,
      next_at: row.held_at,
      leased_until: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whoever gave the activation code may set up there, too. */
export async function openActivated(reader: Reader, now: number): Promise<void> {
  await reader
    .updateTable('held_accounts')
    .set({ state: 'opening', next_at: now, attempts: 0, sentence: null })
    .where(IS_OPENABLE)
    .where(IS_ACTIVATED)
    .execute();
}

/** After *this wasn't me*: whatever it is, it is held again, with nothing that came since. */
export async function shutHeld(tx: Tx, requestId: string, now: number): Promise<void> {
  await tx
    .updateTable('held_accounts')
    .set({ state: 'closing', next_at: now, attempts: 0, open_until: null, sentence: null })
    .where('request_id', '=', requestId)
    .execute();
}

/** Takes one whose time has come, for this server alone. */
export async function leaseHeld(
  tx: Tx,
  dialect: DialectName,
  { now, but }: { now: number; but: readonly string[] },
): Promise<HeldRow | undefined> {
  const query = tx
    .selectFrom('held_accounts')
    .selectAll()
    .where('state', 'in', ['opening', 'open', 'closing'])
    .where((eb) => eb.or([eb('next_at', '<=', now), eb('next_at', '>', now + HOUR)]))
    .where((eb) => eb.or([eb('leased_until', '<=', now), eb('leased_until', '>', now + LEASE_MS)]))
    .where(MAY_OPEN)
    .$if(but.length > 0, (all) => all.where('effect_id', 'not in', but))
    .orderBy('next_at')
    .limit(1);
  const row = await skipLocked(dialect, query).executeTakeFirst();
  if (!row) return undefined;
  const lease = { attempts: row.attempts + 1, leased_until: now + LEASE_MS };
  await tx.updateTable('held_accounts').set(lease).where('effect_id', '=', row.effect_id).execute();
  return { ...row, ...lease };
}

/**
 * Ends the lease with what became of it. False where it is to be something else by now, as after *this wasn't me*: that is done
 * next, and nothing of this is kept.
 */
export async function settleHeld(
  tx: Tx,
  { effect_id, leased_until, state }: HeldRow,
  change: Partial<Pick<HeldRow, 'state' | 'held_at' | 'open_until' | 'attempts' | 'next_at' | 'sentence'>>,
): Promise<boolean> {
  const leased = tx
    .updateTable('held_accounts')
    .where('effect_id', '=', effect_id)
    .where('leased_until', '=', leased_until);
  const { numUpdatedRows } = await leased
    .set({ ...change, leased_until: 0 })
    .where('state', '=', state)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return true;
  await leased.set({ leased_until: 0 }).execute();
  return false;
}

export function heldOf(reader: Reader, requestId: string): Promise<HeldRow[]> {
  return reader.selectFrom('held_accounts').selectAll().where('request_id', '=', requestId).execute();
}

/** A person's accounts that an activation code opens, each with the reset that holds it. */
export function openableOf(reader: Reader, userId: string): Promise<{ requestId: string; system: string }[]> {
  return reader
    .selectFrom('held_accounts')
    .innerJoin('systems', 'systems.id', 'held_accounts.system_id')
    .select(['held_accounts.request_id as requestId', 'systems.name as system'])
    .where('held_accounts.user_id', '=', userId)
    .where('systems.removed_at', 'is', null)
    .where(IS_OPENABLE)
    .orderBy('systems.name_key')
    .execute();
}

/** What the last reset read that holds this account still; undefined where none does. */
export function heldBefore(
  reader: Reader,
  { id, system_id, external_id }: Pick<EffectRow, 'id' | 'system_id' | 'external_id'>,
): Promise<Pick<EffectRow, 'enabled_before'> | undefined> {
  return reader
    .selectFrom('held_accounts as held')
    .innerJoin('reset_effects as effect', 'effect.id', 'held.effect_id')
    .select('effect.enabled_before')
    .where('held.system_id', '=', system_id)
    .where('held.external_id', '=', external_id)
    .where('held.effect_id', '<>', id)
    .where('held.state', '<>', 'set_up')
    .orderBy('held.held_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
