import { sentence } from '../../../contract/words/sentence.ts';
import { rankOf } from '../../../contract/permissions.ts';
import type { Deps } from '../../context.ts';
import { hasAnotherAdministrator, lockStaff } from '../../domain/people/administratorStore.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { lockUser, userById } from '../../domain/people/store.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { endSessions } from '../../domain/sessions/store.ts';
import { refuse } from '../../refusal.ts';
import { lastAdministrator } from './lastAdministrator.ts';
import { suspend } from './suspend.ts';
import type { ResetParts } from './suspend.ts';

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
      if (held.includes('administrator') && !(await hasAnotherAdministrator(tx, deps.keys, userId)))
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
