import type { Actor } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { DAY } from '../../time.ts';
import { staffSuspendedBy } from './store.ts';

/** So many of the staff one person stops in a day without a code: an account that is misused has to be stopped at once. */
const ALONE_A_DAY = 2;

/**
 * Refuses with `second_person_required` where somebody suspends more staff than that. SECURITY: whoever stops all others one
 * by one has nobody left who sees what they do. Under the lock of the staff.
 */
export async function requireFewSuspensions(tx: Tx, actor: Actor, now: number): Promise<void> {
  if ((await staffSuspendedBy(tx, actor.userId, now - DAY)) < ALONE_A_DAY) return;
  throw refuse('second_person_required', {
    detail:
      'You suspended two members of staff in the last 24 hours. Ask another administrator to suspend the next.',
  });
}
