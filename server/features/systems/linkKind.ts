import { rankOf } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { refuse } from '../../refusal.ts';
import { auditPerson } from '../../domain/people/auditPerson.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { lockUser } from '../../domain/people/store.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { makeLink } from './makeLink.ts';
import { requireSystem } from './requireSystem.ts';

/** A link that staff make. */
export interface NewSystemLink {
  userId: string;
  systemId: string;
  /** Of the system when it was asked for: elsewhere the same id is somebody else's. */
  url: string;
  realm: string | null;
  externalId: string;
  externalName: string;
}

/**
 * The kind of change that says whose account is whose. SECURITY: always of two people. Alone, whoever links somebody's account
 * there to an account of their own here has its factors removed by a reset of their own.
 */
export function createSystemLinkKind(
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
): ChangeKind<NewSystemLink> {
  return {
    name: 'systems.linked',
    permission: 'users.manage',
    about: ({ userId, systemId }) => `${userId} ${systemId}`,
    async describe(reader, { userId, systemId, externalName: account }) {
      const { name } = await auditPerson(reader, userId);
      const { name: system } = await requireSystem(reader, systemId);
      const summary = sentence('changes', 'linkSystem', { name, account, system });
      return { summary, touches: [userId], concerns: { userId } };
    },
    async apply(tx, { userId, systemId, url, realm, externalId, externalName }, { by, agreedBy, now }) {
      const user = await lockUser(tx, deps, userId);
      if (!user) throw noSuchUser();
      if (rankOf(await rolesOf(tx, deps.keys, userId)) > rankOf(await rolesOf(tx, deps.keys, by.id)))
        throw refuse('rank_too_low', {
          detail: sentence('answers/sso', 'ranksHigherNow', { name: user.name, by: by.name }),
        });
      const system = await requireSystem(tx, systemId);
      if (system.url !== url || system.realm !== realm)
        throw refuse('stale_version', {
          detail: sentence('answers/systems', 'movedMeanwhile', { name: system.name }),
        });
      await makeLink(tx, deps, {
        user,
        system,
        externalId,
        externalName,
        how: 'administrator',
        by,
        ...(agreedBy && { data: { agreedBy: agreedBy.name } }),
        now,
      });
      return [
        { kind: 'users', id: userId },
        { kind: 'me', id: userId },
      ];
    },
  };
}
