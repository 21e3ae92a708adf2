import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { matchActivationCode } from './activationStore.ts';

export type ActivationVerdict = { wrong: false; id: string | null } | { wrong: true };

/**
 * Whether an enrolment may begin with this activation code. Refuses with `activation_required` where one is due and none
 * was given; a wrong one is counted, so that the caller must commit before it refuses.
 */
export async function checkActivation(
  tx: Tx,
  input: { userId: string; required: boolean; typed: string | undefined; now: number },
): Promise<ActivationVerdict> {
  const { userId, required, typed, now } = input;
  if (!required) return { wrong: false, id: null };
  if (typed === undefined || typed.trim() === '') {
    throw refuse('activation_required', {
      detail:
        'Enter the activation code from the mail that you were sent. No mail? Ask your help desk for a new code.',
    });
  }
  const id = await matchActivationCode(tx, { userId, typed, now });
  return id === null ? { wrong: true } : { wrong: false, id };
}

export function wrongActivationCode(): Refusal {
  const sentence =
    'That activation code is not right, or it has ended. Enter the newest one, or ask your help desk for a new code.';
  return refuse('invalid_activation_code', { detail: sentence, fields: { activationCode: sentence } });
}
