import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Tx } from '../../../db/connection.ts';
import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import { userById } from '../../../domain/people/store.ts';
import type { User } from '../../../domain/people/people.ts';
import { systemsNamed } from '../../../domain/systems/store.ts';
import { targetOf } from '../assessing/assess.ts';
import { standingOf } from '../assessing/standing.ts';
import { refusalOf } from '../rules/machine.ts';
import { lockRequest } from '../store.ts';
import type { RequestRow } from '../store.ts';
import { markSent } from './effectStore.ts';
import type { EffectRow } from './effectStore.ts';
import { heldBefore, insertHeld } from './heldStore.ts';

/**
 * Marks that something is about to be sent to a system, and answers the effect with its renewed lease; null where it may not be.
 * SECURITY (S-111): a veto, a pause, a freeze comes before or after, never between this and what is sent unseen: their locks are
 * taken, and the statement's WHERE asks again.
 */
export async function takeStep(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'keys'>,
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
  const sent = await markSent(tx, deps.keys, effect, { step, factors, enabledBefore: enabled_before, now });
  // On record before it is sent: whatever becomes of this attempt, or of the request, somebody held that account.
  if (sent && step === 'hold') await noteHeld(tx, deps.keys, sent, { userId: whose.user.id, now });
  return sent;
}

async function noteHeld(
  tx: Tx,
  keys: Keyring,
  { id: effect_id, request_id, system_id, external_id, enabled_before }: EffectRow,
  { userId: user_id, now: held_at }: { userId: string; now: number },
): Promise<void> {
  const [system] = await systemsNamed(tx, [system_id]);
  const name = system?.name ?? system_id;
  const stays = enabled_before === 0 ? sentence('answers/systems', 'disabledBefore', { name }) : null;
  const account = { effect_id, request_id, system_id, external_id, user_id, held_at };
  await insertHeld(tx, keys, { ...account, sentence: stays && JSON.stringify(stays) });
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
