import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { unlockAccount } from '../../../domain/people/wrongCodeStore.ts';
import { userById } from '../../../domain/people/store.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import { grantsOf } from '../../../domain/secondPerson/store.ts';
import { readActingPerson, targetOf } from '../assessing/assess.ts';
import { readMoment } from '../../../domain/secondPerson/moment.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { refusal } from '../assessing/refuse.ts';
import { refusalOf } from '../rules/machine.ts';

/** Unlocks an account that too many wrong codes locked; its setup stays. Refuses with `not_locked` and the machine's codes. */
export async function unlock(
  tx: Tx,
  deps: Deps,
  { userId, actor, now }: { userId: string; actor: ActorRef; now: number },
): Promise<void> {
  const frozen = await lockFreeze(tx, deps);
  const user = await userById(tx, userId);
  if (!user) throw refuse('not_found', { detail: 'There is no person by that id.' });
  const grants = (await grantsOf(tx, [userId])).get(userId) ?? [];
  const sensitive = await sensitivePeople(tx, [user], now);
  const refused = refusalOf('unlock', {
    actor: await readActingPerson(tx, actor, await readMoment(tx, now)),
    target: targetOf(user, grants).target,
    // There is no request whose tier could be asked.
    tier: grants.length + sensitive.size > 0 ? 'privileged' : 'standard',
    frozen,
  });
  if (refused) throw refusal(refused);
  if (!(await unlockAccount(tx, userId)))
    throw refuse('not_locked', { detail: `${user.name}’s account is not locked. Look at it again.` });
  await appendAudit(tx, deps, {
    at: now,
    action: 'mfa.unlocked',
    actor: { id: actor.userId, name: actor.name },
    target: { id: userId, name: user.name },
  });
  await mailUser(tx, deps, { userId, kind: 'unlocked', at: now });
}
