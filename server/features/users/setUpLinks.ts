import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { lockUser } from '../../domain/people/store.ts';
import { refuse } from '../../refusal.ts';
import { HOUR } from '../../time.ts';
import { setUpLinksSentAgain } from './store.ts';

/** So many set-up links one person sends again in an hour: no mailbox is flooded, and the mail server takes them. */
export const AGAIN_AN_HOUR = 20;

/**
 * Refuses with `too_many_attempts` where somebody sent so many; links of an import and of new people are none of them. Locks
 * whoever sends: of many at once no more go.
 */
export async function requireFewLinks(
  tx: Tx,
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  now: number,
): Promise<void> {
  await lockUser(tx, deps, actor.userId);
  const sent = await setUpLinksSentAgain(tx, actor.userId, { since: now - HOUR, now });
  const first = sent.at(-AGAIN_AN_HOUR);
  if (first === undefined) return;
  const retryAfter = Math.ceil((first + HOUR - now) / 1000);
  throw refuse('too_many_attempts', {
    detail: sentence('answers/users', 'tooManyLinks', {
      sent: AGAIN_AN_HOUR,
      minutes: Math.ceil(retryAfter / 60),
    }),
    retryAfter,
  });
}
