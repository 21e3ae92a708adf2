import type { InputOf } from '../../../contract/operations.ts';
import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import { rankOf } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import type { Actor, Deps } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { lockUser } from '../../domain/people/store.ts';
import { mailStaff, mailUser } from '../../domain/mail/enqueue.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import type { User } from '../../domain/people/people.ts';
import { endLinkSessions } from '../../domain/sessions/ssoSessionStore.ts';
import { forgetRefused } from './refusedStore.ts';
import { changePasswordUse } from './passwordUse.ts';
import { emailKey } from './rules/identity.ts';
import { providerById } from './providerStore.ts';
import { insertLink, linksOfUser, removeLink } from './store.ts';

/** A user's page, as it is after a change. */
export type ReadUserDetail = (id: string, now: number) => Promise<UserDetail>;

export interface Acting {
  actor: Actor;
  now: number;
}

/** A user's links, made and removed by administrators up to their own rank, with a step-up. */
export function createSsoLinks(deps: Deps, userDetail: ReadUserDetail) {
  const { db } = deps;

  /** The user, locked, and their roles: whoever ranks higher is nobody's to link. */
  async function requireTarget(tx: Tx, id: string, actor: Actor): Promise<{ user: User; roles: Role[] }> {
    const user = await lockUser(tx, deps, id);
    if (!user) throw noSuchUser();
    const roles = await rolesOf(tx, id);
    if (rankOf(roles) > rankOf(actor.roles)) {
      throw refuse('rank_too_low', {
        detail: 'This person ranks higher than you. Ask someone who ranks as high.',
      });
    }
    return { user, roles };
  }

  async function providerName(tx: Tx, id: string): Promise<string> {
    const row = await providerById(tx, id);
    if (!row) throw refuse('not_found', { detail: 'There is no such identity provider.' });
    return row.name;
  }

  async function answer(id: string, now: number): Promise<UserDetail> {
    deps.events.publish({ kind: 'users', id });
    deps.events.publish({ kind: 'me', id });
    return userDetail(id, now);
  }

  return {
    async link(input: InputOf<'users.linkSso'>, { actor, now }: Acting): Promise<UserDetail> {
      const { id, providerId, subject } = input;
      const email = input.email === undefined ? undefined : emailKey(input.email);
      if ((subject === undefined) === (email === undefined)) {
        const sentence = 'Enter the subject or the e-mail address, one of the two.';
        throw refuse('invalid_input', { detail: sentence, fields: { subject: sentence } });
      }
      try {
        await db.transaction(async (tx) => {
          const { user } = await requireTarget(tx, id, actor);
          const provider = await providerName(tx, providerId);
          await insertLink(tx, {
            id: uuidv7(now, deps.random),
            userId: id,
            providerId,
            subject: subject?.trim() ?? null,
            email: email ?? null,
            by: actor.userId,
            now,
          });
          if (subject !== undefined) await forgetRefused(tx, providerId, subject.trim());
          await appendAudit(tx, deps, {
            at: now,
            action: 'sso.linked',
            actor: { id: actor.userId, name: actor.name },
            target: { id, name: user.name },
            data: { provider, by: 'administrator', ...(subject === undefined ? { email } : { subject }) },
          });
          await mailUser(tx, deps, { userId: id, kind: 'sso_linked', at: now, params: { provider } });
          // Whoever may sign in as a colleague of rank, or past somebody's MFA, is everybody's business, as a role is.
          if (user.is_staff === 1 || user.mfa_state !== 'off') {
            await mailStaff(tx, deps, {
              to: 'administrators_and_officers',
              kind: 'sso_staff_linked',
              at: now,
              params: { person: user.name, by: actor.name, provider },
            });
          }
        });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        throw refuse('sso_already_linked', {
          detail:
            'This person has a link with that provider, or somebody else has that subject or address. Remove the other link first.',
        });
      }
      return answer(id, now);
    },

    async unlink(input: InputOf<'users.unlinkSso'>, { actor, now }: Acting): Promise<UserDetail> {
      const { id, linkId } = input;
      await db.transaction(async (tx) => {
        const { user } = await requireTarget(tx, id, actor);
        const links = await linksOfUser(tx, id);
        const link = links.find((entry) => entry.id === linkId);
        if (!link) throw refuse('not_found', { detail: 'That link is no longer there.' });
        if (user.external === 1 && links.length === 1) {
          throw refuse('sso_link_needed', {
            detail: `${user.name} can only sign in by SSO. Allow them their password first.`,
          });
        }
        await endLinkSessions(tx, [linkId]);
        await removeLink(tx, linkId);
        await appendAudit(tx, deps, {
          at: now,
          action: 'sso.unlinked',
          actor: { id: actor.userId, name: actor.name },
          target: { id, name: user.name },
          data: { provider: link.provider },
        });
        await mailUser(tx, deps, {
          userId: id,
          kind: 'sso_unlinked',
          at: now,
          params: { provider: link.provider },
        });
      });
      return answer(id, now);
    },

    async setPasswordUse(
      input: InputOf<'users.setPasswordUse'>,
      { actor, now }: Acting,
    ): Promise<UserDetail> {
      await db.transaction(async (tx) => {
        const target = await requireTarget(tx, input.id, actor);
        await changePasswordUse(tx, deps, { ...target, forbidden: input.use === 'forbidden', actor, now });
      });
      return answer(input.id, now);
    },
  };
}
