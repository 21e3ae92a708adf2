import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Db, Reader, Tx } from '../../../db/connection.ts';
import { forUpdate, skipLocked } from '../../../db/dialects.ts';
import type { DialectName } from '../../../db/dialects.ts';
import type { HeldAccountsTable } from '../../../db/schema.ts';
import { USES } from '../../../domain/authenticators/activationStore.ts';
import { HELD } from '../../../domain/systems/macs.ts';
import { HOUR, MINUTE } from '../../../time.ts';
import type { EffectRow } from './effectStore.ts';

/** An account in a connected system that a reset held. */
export type HeldRow = Selectable<HeldAccountsTable>;

/** Longer than all that is asked of a system for one row. */
const LEASE_MS = 5 * MINUTE;
/** How often it is looked whether somebody opened there by hand what is held. */
const LOOK_MS = HOUR;

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

export async function insertHeld(
  tx: Tx,
  keys: Keyring,
  row: Pick<
    HeldRow,
    'effect_id' | 'request_id' | 'user_id' | 'system_id' | 'external_id' | 'held_at' | 'sentence'
  >,
): Promise<void> {
  const held = {
    ...row,
    state: 'held' as const,
    open_until: null,
    attempts: 0,
    next_at: row.held_at + LOOK_MS,
    leased_until: 0,
  };
  await tx
    .insertInto('held_accounts')
    .values({ ...held, mac: HELD.of(keys, held) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Whoever gave the activation code of its request since it was held may set up there, too. SECURITY: nobody gave one that only stands
 * as used (S-112). Answers those that stay as they are, because one of the two isn't as a server wrote it.
 */
export async function openActivated(
  tx: Tx,
  db: Pick<Db, 'dialect'>,
  keys: Keyring,
  now: number,
): Promise<HeldRow[]> {
  const codes = await tx
    .selectFrom('held_accounts')
    .innerJoin('activation_codes as code', 'code.request_id', 'held_accounts.request_id')
    .select(['effect_id', 'code.id', 'code.user_id', 'code.request_id', 'used_at', 'used_mac'])
    .whereRef('code.used_at', '>=', 'held_accounts.held_at')
    .where(IS_OPENABLE)
    .execute();
  if (codes.length === 0) return [];
  const given = codes
    .filter((code) => USES.holds(keys, code, code.used_mac))
    .map(({ effect_id }) => effect_id);
  const ids = codes.map(({ effect_id }) => effect_id);
  const query = tx.selectFrom('held_accounts').selectAll().where('effect_id', 'in', ids).where(IS_OPENABLE);
  const rows = await forUpdate(db.dialect, query).execute();
  const mayOpen = (row: HeldRow) => given.includes(row.effect_id) && HELD.isAsWritten(keys, row);
  const change = { state: 'opening' as const, next_at: now, attempts: 0, sentence: null };
  for (const row of rows.filter(mayOpen)) await write(tx, keys, row, change);
  return rows.filter((row) => !mayOpen(row));
}

/** After *this wasn't me*: whatever it is, it is held again, with nothing that came since. */
export async function shutHeld(
  tx: Tx,
  { db, keys }: { db: Pick<Db, 'dialect'>; keys: Keyring },
  { requestId, now }: { requestId: string; now: number },
): Promise<void> {
  const query = tx.selectFrom('held_accounts').selectAll().where('request_id', '=', requestId);
  const change = { state: 'closing' as const, next_at: now, attempts: 0, open_until: null, sentence: null };
  for (const row of await forUpdate(db.dialect, query).execute()) await write(tx, keys, row, change);
}

/** SECURITY: one that isn't as a server wrote it isn't made so: whose account it names is believed no more. */
async function write(tx: Tx, keys: Keyring, row: HeldRow, change: Partial<HeldRow>): Promise<void> {
  const mac = HELD.isAsWritten(keys, row) ? HELD.of(keys, { ...row, ...change }) : row.mac;
  await tx
    .updateTable('held_accounts')
    .set({ ...change, mac })
    .where('effect_id', '=', row.effect_id)
    .execute();
}

/** Binds what was held before there were MACs to the server's key. */
export async function bindHeld(tx: Tx, keys: Keyring): Promise<void> {
  for (const row of await tx.selectFrom('held_accounts').selectAll().execute())
    await tx
      .updateTable('held_accounts')
      .set({ mac: HELD.of(keys, row) })
      .where('effect_id', '=', row.effect_id)
      .execute();
}

/** In which an account is held, or open until somebody has set up. */
export async function systemsWithHeld(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('held_accounts')
    .select('system_id')
    .distinct()
    .where('state', '<>', 'set_up')
    .execute();
  return rows.map(({ system_id }) => system_id);
}

/** Accounts there, by their ids, that a reset holds or has open. */
export async function heldIn(reader: Reader, systemId: string): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('held_accounts')
    .select('external_id')
    .where('system_id', '=', systemId)
    .where('state', '<>', 'set_up')
    .execute();
  return new Set(rows.map(({ external_id }) => external_id));
}

/** Takes one of a system whose time has come, for this server alone. */
export async function leaseHeld(
  tx: Tx,
  dialect: DialectName,
  { systemId, now, but }: { systemId: string; now: number; but: readonly string[] },
): Promise<HeldRow | undefined> {
  const query = tx
    .selectFrom('held_accounts')
    .selectAll()
    .where('system_id', '=', systemId)
    .where((eb) => eb.or([eb('state', 'in', ['opening', 'open', 'closing']), IS_OPENABLE]))
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
  keys: Keyring,
  row: HeldRow,
  change: Partial<Pick<HeldRow, 'state' | 'held_at' | 'open_until' | 'attempts' | 'next_at' | 'sentence'>>,
): Promise<boolean> {
  const { effect_id, leased_until, state } = row;
  const mac = HELD.isAsWritten(keys, row) ? HELD.of(keys, { ...row, ...change }) : row.mac;
  const leased = tx
    .updateTable('held_accounts')
    .where('effect_id', '=', effect_id)
    .where('leased_until', '=', leased_until);
  const { numUpdatedRows } = await leased
    .set({ ...change, leased_until: 0, mac })
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
