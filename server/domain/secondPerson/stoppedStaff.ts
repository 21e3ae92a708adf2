import type { Actor } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { DAY } from '../../time.ts';
import { staffStopped } from './deciderStore.ts';
import { readMoment } from './moment.ts';
import { mayBeOne } from './puppets.ts';

/** So many of the staff one person stops in a day by themselves: an account that is misused has to be stopped at once. */
const ALONE_A_DAY = 2;

/**
 * Whether stopping somebody of staff, by suspending them, by taking what lets them decide or by ending their password, is one more
 * than one person does in a day. SECURITY: whoever stops all others one by one has nobody left who sees what they do; what a puppet
 * of theirs stops, or who made them, is theirs. Under the lock of the staff.
 */
export async function isOneTooMany(
  tx: Tx,
  { actor, userId, now }: { actor: Pick<Actor, 'userId'>; userId: string; now: number },
): Promise<boolean> {
  const moment = await readMoment(tx, now);
  const theirs = new Set<string>();
  for (const [id, acts] of Map.groupBy(await staffStopped(tx, now - DAY), ({ by }) => by))
    if (await mayBeOne(tx, [id, actor.userId], moment)) for (const { on } of acts) theirs.add(on);
  theirs.delete(userId);
  return theirs.size >= ALONE_A_DAY;
}
