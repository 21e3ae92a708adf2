import { sentence } from '../../../contract/words/sentence.ts';
import { rankOf } from '../../../contract/permissions.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { hasAnotherAdministrator, lockStaff } from '../../domain/people/administratorStore.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { lockUser, userById } from '../../domain/people/store.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { readMoment } from '../../domain/secondPerson/moment.ts';
import { mayBeOne } from '../../domain/secondPerson/puppets.ts';
import { endSessions } from '../../domain/sessions/store.ts';
import { refuse } from '../../refusal.ts';
import { DAY } from '../../time.ts';
import { lastAdministrator } from './lastAdministrator.ts';
import { staffStopped } from './store.ts';
import { suspend } from './suspend.ts';
import type { ResetParts } from './suspend.ts';

/** So many of the staff one person stops in a day by themselves: an account that is misused has to be stopped at once. */
const ALONE_A_DAY = 2;

/**
 * Whether stopping somebody of staff, by suspending them or by taking what lets them decide, is one more than one person does in
 * a day. SECURITY: whoever stops all others one by one has nobody left who sees what they do; what a puppet of theirs stops, or
 * who made them, is theirs. Under the lock of the staff.
 */
export async function isOneTooMany(
  tx: Tx,
  { actor, userId, now }: { actor: Actor; userId: string; now: number },
): Promise<boolean> {
  const moment = await readMoment(tx, now);
  const theirs = new Set<string>();
  for (const [id, acts] of Map.groupBy(await staffStopped(tx, now - DAY), ({ by }) => by))
    if (await mayBeOne(tx, [id, actor.userId], moment)) for (const { on } of acts) theirs.add(on);
  theirs.delete(userId);
  return theirs.size >= ALONE_A_DAY;
}

export interface Suspension {
  userId: string;
}

/** A suspension of staff that waits for a second person. Whoever it would stop is not told: they could use the time. */
export function createSuspension(deps: Deps, resets: ResetParts): ChangeKind<Suspension> {
  return {
    name: 'users.suspended',
    permission: 'users.manage',
    about: ({ userId }) => userId,
    async describe(reader, { userId }) {
      const user = await userById(reader, userId);
      if (!user) throw noSuchUser();
      const roles = (await rolesOf(reader, deps.keys, userId)).filter((role) => role !== 'user');
      const { name, username } = user;
      const each = roles.map((role) => sentence('changes', 'role', { role }));
      const summary = sentence('changes', 'suspend', { name, username, roles: { each, by: 'and' } });
      return { summary, touches: [], concerns: { userId } };
    },
    async apply(tx, { userId }, { by, now }) {
      await lockStaff(tx, deps.db.dialect);
      const user = await lockUser(tx, deps, userId);
      if (!user) throw noSuchUser();
      if (user.status === 'suspended')
        throw refuse('forbidden', {
          detail: sentence('answers/users', 'suspendedMeanwhile', { name: user.name }),
        });
      const held = await rolesOf(tx, deps.keys, userId);
      if (rankOf(held) > rankOf(await rolesOf(tx, deps.keys, by.id)))
        throw refuse('rank_too_low', {
          detail: sentence('answers/users', 'ranksHigherNow', { name: user.name, by: by.name }),
        });
      if (held.includes('administrator') && !(await hasAnotherAdministrator(tx, userId)))
        throw lastAdministrator(user);
      await suspend(tx, deps, resets, { user, by, now });
      await endSessions(tx, userId);
      return [
        { kind: 'users', id: userId },
        { kind: 'me', id: userId },
      ];
    },
  };
}
