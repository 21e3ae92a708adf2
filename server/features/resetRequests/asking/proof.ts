import type { Actor } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { STEP_UP_MS } from '../../../domain/sessions/store.ts';
import type { Situation } from '../rules/situation.ts';
import { sessionSince } from './sessionStore.ts';

/** The session in which somebody says something of their own request. */
export type OwnSession = Pick<Actor, 'userId' | 'sessionId' | 'steppedUpUntil'>;

/**
 * What a session proved at that moment (UTC ms) or after it. One by password gave a code as it was made; a provider asks for
 * no code of ours.
 */
export async function proofSince(
  reader: Reader,
  { sessionId, steppedUpUntil }: OwnSession,
  since: number,
): Promise<Pick<Situation, 'provedDevice' | 'signedInSince'>> {
  const made = await sessionSince(reader, sessionId, since);
  const steppedUp = steppedUpUntil !== null && steppedUpUntil >= since + STEP_UP_MS;
  const provedDevice = steppedUp || made?.via === 'password';
  return { provedDevice, signedInSince: made !== undefined && provedDevice };
}
