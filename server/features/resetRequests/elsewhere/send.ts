import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import { userById } from '../../../domain/people/store.ts';
import type { User } from '../../../domain/people/people.ts';
import { targetOf } from '../assessing/assess.ts';
import { standingOf } from '../assessing/standing.ts';
import { refusalOf } from '../rules/machine.ts';
import { lockRequest } from '../store.ts';
import type { RequestRow } from '../store.ts';
import { markSent } from './effectStore.ts';
import type { EffectRow } from './effectStore.ts';
import { heldBefore } from './heldStore.ts';

/**
 * Marks that something is about to be sent to a system, and answers the effect with its renewed lease; null where it may not be.
 * SECURITY (S-111): a veto, a pause, a freeze comes before or after, never between this and what is sent unseen: their locks are
 * taken, and the statement's WHERE asks again.
 */
export async function takeStep(
  tx: Tx,
  deps: Pick<Deps, 'db'>,
  effect: EffectRow,
  {
    step,
    factors,
    isEnabled,
    now,
  }: { step: EffectRow['step']; factors: string; isEnabled: boolean | null; now: number },
): Promise<EffectRow | null> {
  const frozen = await lockFreeze(tx, deps, 'resets');
  const whose = await lockWhose(tx, deps, effect);
  if (!whose) return null;
  const { target } = targetOf(whose.user, []);
  if (refusalOf('send', { ...standingOf(whose.request, now), target, frozen })) return null;
  // What an attempt before this one held, or another reset, isn't disabled by its administrator.
  const earlier = isEnabled === false ? await heldBefore(tx, effect) : undefined;
  const read = earlier ? earlier.enabled_before : isEnabled === null ? null : Number(isEnabled);
  const enabled_before = effect.enabled_before ?? read;
  const leased_until = await markSent(tx, effect, { step, factors, enabledBefore: enabled_before, now });
  if (leased_until === null) return null;
  return { ...effect, state: 'sent', step, factor_ids: factors, enabled_before, leased_until };
}

/** The request of an effect, locked, with its person. */
export async function lockWhose(
  tx: Tx,
  deps: Pick<Deps, 'db'>,
  { request_id }: EffectRow,
): Promise<{ request: RequestRow; user: User } | undefined> {
  const request = await lockRequest(tx, deps, request_id);
  const user = request && (await userById(tx, request.user_id));
  return request && user ? { request, user } : undefined;
}
