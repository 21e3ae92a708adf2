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

/**
 * Marks that something is about to be sent to a system, and answers the effect with its renewed lease; null where it may not be.
 * SECURITY (S-111): a veto, a pause, a freeze comes before or after, never between this and what is sent unseen: their locks are
 * taken, and the statement's WHERE asks again.
 */
export async function takeStep(
  tx: Tx,
  deps: Pick<Deps, 'db'>,
  effect: EffectRow,
  { step, factors, now }: { step: EffectRow['step']; factors: string; now: number },
): Promise<EffectRow | null> {
  const frozen = await lockFreeze(tx, deps, 'resets');
  const whose = await lockWhose(tx, deps, effect);
  if (!whose) return null;
  const { target } = targetOf(whose.user, []);
  if (refusalOf('send', { ...standingOf(whose.request, now), target, frozen })) return null;
  const leased_until = await markSent(tx, effect, { step, factors, now });
  return leased_until === null ? null : { ...effect, state: 'sent', step, factor_ids: factors, leased_until };
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
