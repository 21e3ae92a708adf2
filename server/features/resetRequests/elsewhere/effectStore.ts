import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../../db/connection.ts';
import { skipLocked } from '../../../db/dialects.ts';
import type { DialectName } from '../../../db/dialects.ts';
import type { ResetEffectsTable } from '../../../db/schema.ts';
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
 * Takes the effect that has waited longest, for this server alone until the lease is over; counts the attempt. Undefined where
 * nothing is due, or others have all of it.
 *
 * @param but ids that had their turn
 */
export async function leaseNext(
  tx: Tx,
  dialect: DialectName,
  { now, but }: { now: number; but: readonly string[] },
): Promise<EffectRow | undefined> {
  const query = due(tx, now)
    .selectAll()
    .$if(but.length > 0, (all) => all.where('id', 'not in', but))
    .orderBy('next_at')
    .limit(1);
  const effect = await skipLocked(dialect, query).executeTakeFirst();
  if (!effect) return undefined;
  const lease = { attempts: effect.attempts + 1, leased_until: now + LEASE_MS };
  await tx.updateTable('reset_effects').set(lease).where('id', '=', effect.id).execute();
  return { ...effect, ...lease };
}

/** Which row, as long as this server has its lease. */
type Leased = Pick<EffectRow, 'id' | 'leased_until'>;

const ofLease = (reader: Reader, { id, leased_until }: Leased) =>
  reader.updateTable('reset_effects').where('id', '=', id).where('leased_until', '=', leased_until);

/**
 * Marks what is about to be sent, and answers until when it is leased. Null, and nothing may be sent, where the request is
 * stopped, paused or frozen, or another server has it.
 */
export async function markSent(
  tx: Tx,
  effect: Leased,
  {
    step,
    factors,
    enabledBefore,
    now,
  }: { step: EffectRow['step']; factors: string; enabledBefore: number | null; now: number },
): Promise<number | null> {
  const leased_until = now + LEASE_MS;
  const { numUpdatedRows } = await ofLease(tx, effect)
    .set((eb) => ({
      state: 'sent' as const,
      step,
      factor_ids: factors,
      enabled_before: enabledBefore,
      sent_at: eb.fn.coalesce('sent_at', eb.val(now)),
      leased_until,
    }))
    .where(UNDER_WAY)
    .where(MAY_SEND)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? leased_until : null;
}

/** Ends the lease with what became of the attempt. False where another server took it over: that one writes its own. */
export async function settle(
  tx: Tx,
  effect: Leased,
  change: Partial<Omit<EffectRow, 'id' | 'request_id' | 'system_id' | 'external_id' | 'leased_until'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await ofLease(tx, effect)
    .set({ ...change, leased_until: 0 })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of a request that is carried out anew. */
export async function removeEffects(tx: Tx, requestId: string): Promise<void> {
  await tx.deleteFrom('reset_effects').where('request_id', '=', requestId).execute();
}

export async function insertEffects(tx: Tx, rows: readonly Insertable<ResetEffectsTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('reset_effects').values(rows).execute();
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
