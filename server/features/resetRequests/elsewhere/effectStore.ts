import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { skipLocked } from '../../../db/dialects.ts';
import type { DialectName } from '../../../db/dialects.ts';
import type { ResetEffectsTable } from '../../../db/schema.ts';
import { effectMac } from '../../../domain/systems/macs.ts';
import { HOUR, MINUTE } from '../../../time.ts';

/** What a request does in one connected system. */
export type EffectRow = Selectable<ResetEffectsTable>;

/** Longer than any one thing that a system is asked for; after a crash another server goes on when it is over. */
const LEASE_MS = 2 * MINUTE;
/** No pause is longer; a time beyond is of a clock that was wrong. */
const LONGEST_PAUSE_MS = HOUR;

// Literals, so that both databases know them as the condition of the partial index.
const UNDER_WAY = sql<boolean>`state in ('planned', 'sent')`;
/** The WHERE that settles a race with pause, freeze, veto (S-111): what it doesn't find is not sent. */
const MAY_SEND = sql<boolean>`exists (
  select 1 from reset_requests as r
  where r.id = reset_effects.request_id and r.state = 'executing' and r.paused_at is null
) and exists (select 1 from organisation as o where o.id = 1 and o.frozen_at is null)`;
/** Something was sent for a request that was stopped since: what it did is only read. */
const IS_STOPPED = sql<boolean>`state = 'sent' and exists (
  select 1 from reset_requests as r
  where r.id = reset_effects.request_id and r.state in ('vetoed', 'cancelled')
)`;

function due(reader: Reader, now: number) {
  return reader
    .selectFrom('reset_effects')
    .where(UNDER_WAY)
    .where((eb) => eb.or([eb('next_at', '<=', now), eb('next_at', '>', now + LONGEST_PAUSE_MS)]))
    .where((eb) => eb.or([eb('leased_until', '<=', now), eb('leased_until', '>', now + LEASE_MS)]))
    .where((eb) => eb.or([MAY_SEND, IS_STOPPED]));
}

/**
 * Takes the effect that has waited longest in that system, for this server alone until the lease is over; counts the attempt. Undefined where
 * nothing is due, or others have all of it.
 *
 * @param but ids that had their turn
 */
export async function leaseNext(
  tx: Tx,
  dialect: DialectName,
  { systemId, now, but }: { systemId: string; now: number; but: readonly string[] },
): Promise<EffectRow | undefined> {
  const query = due(tx, now)
    .selectAll()
    .where('system_id', '=', systemId)
    .$if(but.length > 0, (all) => all.where('id', 'not in', but))
    .orderBy('next_at')
    .limit(1);
  const effect = await skipLocked(dialect, query).executeTakeFirst();
  if (!effect) return undefined;
  const lease = { attempts: effect.attempts + 1, leased_until: now + LEASE_MS };
  await tx.updateTable('reset_effects').set(lease).where('id', '=', effect.id).execute();
  return { ...effect, ...lease };
}

/** In which something is under way; each is asked for its own. */
export async function systemsWithEffects(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('reset_effects')
    .select('system_id')
    .distinct()
    .where(UNDER_WAY)
    .execute();
  return rows.map(({ system_id }) => system_id);
}

/** Which row, as long as this server has its lease. */
type Leased = Pick<EffectRow, 'id' | 'leased_until'>;

const ofLease = (reader: Reader, { id, leased_until }: Leased) =>
  reader.updateTable('reset_effects').where('id', '=', id).where('leased_until', '=', leased_until);

/**
 * Marks what is about to be sent, and answers it with its renewed lease. Null, and nothing may be sent, where the request is
 * stopped, paused or frozen, or another server has it.
 */
export async function markSent(
  tx: Tx,
  keys: Keyring,
  effect: EffectRow,
  {
    step,
    factors,
    enabledBefore,
    now,
  }: { step: EffectRow['step']; factors: string; enabledBefore: number | null; now: number },
): Promise<EffectRow | null> {
  const change = {
    state: 'sent' as const,
    step,
    factor_ids: factors,
    enabled_before: enabledBefore,
    sent_at: effect.sent_at ?? now,
    leased_until: now + LEASE_MS,
  };
  const mac = effectMac(keys, { ...effect, ...change });
  const { numUpdatedRows } = await ofLease(tx, effect)
    .set({ ...change, mac })
    .where(UNDER_WAY)
    .where(MAY_SEND)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { ...effect, ...change, mac } : null;
}

/** Ends the lease with what became of the attempt. False where another server took it over: that one writes its own. */
export async function settle(
  tx: Tx,
  keys: Keyring,
  effect: EffectRow,
  change: Partial<
    Omit<EffectRow, 'id' | 'request_id' | 'system_id' | 'external_id' | 'leased_until' | 'mac'>
  >,
): Promise<boolean> {
  const mac = effectMac(keys, { ...effect, ...change });
  const { numUpdatedRows } = await ofLease(tx, effect)
    .set({ ...change, leased_until: 0, mac })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of one that isn't as a server wrote it: nothing of it is done, and nothing makes it look as if one had written it. */
export async function giveUpAltered(tx: Tx, effect: Leased, sentence: string): Promise<void> {
  await ofLease(tx, effect).set({ state: 'failed', sentence, leased_until: 0 }).execute();
}

/** Of a request that is carried out anew. */
export async function removeEffects(tx: Tx, requestId: string): Promise<void> {
  await tx.deleteFrom('reset_effects').where('request_id', '=', requestId).execute();
}

export async function insertEffects(
  tx: Tx,
  keys: Keyring,
  rows: readonly Omit<EffectRow, 'mac'>[],
): Promise<void> {
  const bound = rows.map((row) => ({ ...row, mac: effectMac(keys, row) }));
  if (bound.length > 0) await tx.insertInto('reset_effects').values(bound).execute();
}

/** Binds what was under way before there were MACs to the server's key. */
export async function bindEffects(tx: Tx, keys: Keyring): Promise<void> {
  const all = await tx.selectFrom('reset_effects').selectAll().execute();
  for (const effect of all) {
    const together = all.filter(({ request_id }) => request_id === effect.request_id).length;
    const bound = { together, mac: effectMac(keys, { ...effect, together }) };
    await tx.updateTable('reset_effects').set(bound).where('id', '=', effect.id).execute();
  }
}

/** Of a request, in the order in which they were planned. */
export function effectsOf(reader: Reader, requestId: string): Promise<EffectRow[]> {
  return reader
    .selectFrom('reset_effects')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute();
}

/** What failed for good, and what waits for another try, is due now. Answers how many. */
export async function makeDue(tx: Tx, requestId: string, now: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('reset_effects')
    .set((eb) => ({
      state: eb
        .case()
        .when('sent_at', 'is', null)
        .then(sql.lit<'planned'>('planned'))
        .else(sql.lit<'sent'>('sent'))
        .end(),
      next_at: now,
      attempts: 0,
    }))
    .where('request_id', '=', requestId)
    .where('state', '<>', 'done')
    .where((eb) => eb.or([eb('state', '=', 'failed'), eb('next_at', '>', now)]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Of a request that was stopped: what was not sent won't be, and what was is read back soon. */
export async function stopEffects(tx: Tx, requestId: string, now: number): Promise<void> {
  const stopped = tx.updateTable('reset_effects').where('request_id', '=', requestId);
  await stopped.set({ state: 'failed', sentence: null }).where('sent_at', 'is', null).execute();
  await stopped
    .set({ state: 'sent', next_at: now })
    .where('sent_at', 'is not', null)
    .where('state', '<>', 'done')
    .execute();
}

/** Requests that nothing is left of in any system, and that may be completed. */
export async function readBackRequests(reader: Reader): Promise<{ id: string; userId: string }[]> {
  const rows = await reader
    .selectFrom('reset_requests as r')
    .select(['r.id', 'r.user_id'])
    .where('r.state', '=', 'executing')
    .where('r.paused_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reset_effects as e')
            .select('e.id')
            .whereRef('e.request_id', '=', 'r.id')
            .where('e.state', '<>', 'done'),
        ),
      ),
    )
    .orderBy('r.opened_at')
    .limit(200)
    .execute();
  return rows.map(({ id, user_id }) => ({ id, userId: user_id }));
}
