import type { Tx } from '../../db/connection.ts';
import { voidActivationCodes } from '../authenticators/activationStore.ts';
import { removePending } from '../authenticators/store.ts';
import { endLinks } from '../passwordLinks/store.ts';
import { forgetPassword } from '../people/passwordStore.ts';
import { endChallenges } from './challengeStore.ts';
import { endSessions } from './store.ts';

/** Nobody comes in by what they have: somebody else may have it, too. What is proven to be the owner's stays. Answers how many sessions ended. */
export async function shutOut(tx: Tx, { userId, now }: { userId: string; now: number }): Promise<number> {
  await voidActivationCodes(tx, userId, now);
  await removePending(tx, userId);
  await forgetPassword(tx, userId);
  await endLinks(tx, userId, now);
  const ended = await endSessions(tx, userId);
  await endChallenges(tx, userId);
  return ended;
}
