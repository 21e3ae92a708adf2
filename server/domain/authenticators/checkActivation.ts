import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { keyedHash } from '../../crypto/hash.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { noteFactor } from '../audit/origin.ts';
import { networkOf } from '../sessions/networks.ts';
import { countAttempt, delayOf, forget } from '../sessions/throttleStore.ts';
import type { Slowing } from '../sessions/throttleStore.ts';
import { matchActivationCode } from './activationStore.ts';
import { tellOfWrongActivation } from './tellOfWrongActivation.ts';

/** Ten tries from one place take more than half an hour: time for the owner to read the mail, and to use the code. */
const SLOWING: Slowing = { from: 3, seconds: 30, longest: 600 };

/** `retryAfter`: seconds before the next one is looked at; 0 where it is at once. */
export type ActivationVerdict = { wrong: false; id: string | null } | { wrong: true; retryAfter: number };

interface TypedActivation {
  userId: string;
  required: boolean;
  typed: string | undefined;
  /** The challenge or the session in which it is typed; null where the password is given with each. */
  within: string | null;
  address: string | null;
  now: number;
}

/**
 * Whether an enrolment may begin with this activation code. Refuses with `activation_required` where one is due and none
 * was given, and with `too_many_attempts` where a delay runs; a wrong one is counted and told of, so that the caller must
 * commit before it refuses.
 *
 * SECURITY: whoever only has the password could otherwise end the owner's code by ten wrong ones at once, without a trace
 * (docs/decisions/0058-activation-codes-under-attack.md). By network and not by user alone, or they would keep the owner out.
 */
export async function checkActivation(
  tx: Tx,
  deps: Pick<Deps, 'random' | 'keys' | 'db' | 'config'>,
  { userId, required, typed, within, address, now }: TypedActivation,
): Promise<ActivationVerdict> {
  if (!required) return { wrong: false, id: null };
  if (typed === undefined || typed.trim() === '') {
    throw refuse('activation_required', {
      detail: sentence('answers/signIn', 'enterActivationCode'),
    });
  }
  const here = `${userId}\n${networkOf(address ?? '')}`;
  const counters = [
    keyedHash(deps.keys, 'activation code at a network', here),
    ...(within === null ? [] : [keyedHash(deps.keys, 'activation code within', within)]),
  ];
  for (const key of counters)
    // The refusal takes back what was counted before it.
    if ((await countAttempt(tx, key, now, SLOWING)) === null)
      throw tooMany(await delayOf(tx, key, now, SLOWING));
  const match = await matchActivationCode(tx, deps.keys, { userId, typed, now });
  if (match.id !== null) {
    noteFactor('activation_code');
    await forget(tx, counters);
    return { wrong: false, id: match.id };
  }
  await tellOfWrongActivation(tx, deps, { userId, triesLeft: match.triesLeft, address, now });
  const delays = await Promise.all(counters.map((key) => delayOf(tx, key, now, SLOWING)));
  return { wrong: true, retryAfter: Math.max(...delays) };
}

/** What a wrong one is answered, after the commit. */
export function wrongActivationCode({ retryAfter }: { retryAfter: number }): Refusal {
  if (retryAfter > 0) return tooMany(retryAfter);
  const detail = sentence('answers/signIn', 'wrongActivationCode');
  return refuse('invalid_activation_code', { detail, fields: { activationCode: detail } });
}

function tooMany(retryAfter: number): Refusal {
  const detail = sentence('answers/signIn', 'tooManyActivationCodes', { seconds: retryAfter });
  return refuse('too_many_attempts', { retryAfter, detail, fields: { activationCode: detail } });
}
