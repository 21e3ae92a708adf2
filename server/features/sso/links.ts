import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import { rankOf } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { lockUser } from '../../domain/people/store.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { actorPerson } from '../../domain/people/people.ts';
import type { User } from '../../domain/people/people.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import { endLinkSessions } from '../../domain/sessions/ssoSessionStore.ts';
import { isGuarded } from './guarded.ts';
import { requireSubject } from './linkKind.ts';
import type { NewLinkByStaff } from './linkKind.ts';
import { changePasswordUse } from './passwordUse.ts';
import { emailKey } from '../../domain/people/rules/keys.ts';
import { requireRow } from './providerChanges.ts';
import { isLinkTaken, linksOfUser, removeLink } from './store.ts';

/** A user's page, as it is after a change. */
export type ReadUserDetail = (id: string, reading: Reading) => Promise<UserDetail>;

export interface Acting extends Reading {
  actor: Actor;
}

/** A user's links, made and removed by administrators up to their own rank, with a step-up. */
export function createSsoLinks(
  deps: Deps,
  { userDetail, linkKind }: { userDetail: ReadUserDetail; linkKind: ChangeKind<NewLinkByStaff> },
) {
  const { db } = deps;

  /** The user, locked, and their roles: whoever ranks higher is nobody's to link. */
  async function requireTarget(tx: Tx, id: string, actor: Actor): Promise<{ user: User; roles: Role[] }> {
    const user = await lockUser(tx, deps, id);
    if (!user) throw noSuchUser();
    const roles = await rolesOf(tx, deps.keys, id);
    if (rankOf(roles) > rankOf(actor.roles)) {
      throw refuse('rank_too_low', { detail: sentence('answers/sso', 'ranksHigher') });
    }
    return { user, roles };
  }

  async function answer(id: string, { now, voice }: Reading): Promise<UserDetail> {
    deps.events.publish({ kind: 'users', id });
    deps.events.publish({ kind: 'me', id });
    return userDetail(id, { now, voice });
  }

  return {
    async link(
      input: InputOf<'users.linkSso'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'users.linkSso'>> {
      const { id, providerId } = input;
      const subject = input.subject?.trim();
      const email = input.email === undefined ? undefined : emailKey(input.email);
      if ((subject === undefined) === (email === undefined)) {
        const detail = sentence('answers/sso', 'subjectOrEmail');
        throw refuse('invalid_input', { detail, fields: { subject: detail } });
      }
      const proposal = await takenRefused(() =>
        db.transaction(async (tx) => {
          const { user } = await requireTarget(tx, id, actor);
          const { issuer } = await requireRow(tx, deps.keys, providerId);
          const link = { userId: id, providerId, issuer, subject: subject ?? null, email: email ?? null };
          const guarded = await isGuarded(tx, deps.keys, user, now);
          requireSubject(user, { guarded, subject });
          if (await isLinkTaken(tx, link)) throw linkTaken();
          // SECURITY: alone, whoever links somebody to an account of their own is signed in as them (S-114).
          if (guarded || user.mfa_state !== 'off' || user.setup_due === 1 || hasComeIn(user))
            return propose(tx, deps, linkKind, { input: link, actor, now });
          const how = { by: actorPerson(actor), agreedBy: null, now };
          return { kept: null, events: await linkKind.apply(tx, link, how) };
        }),
      );
      deps.events.publish({ kind: 'pending_changes' });
      if (proposal.kept) return keptAs(voice, proposal.kept);
      return answer(id, { now, voice });
    },

    async unlink(input: InputOf<'users.unlinkSso'>, { actor, now, voice }: Acting): Promise<UserDetail> {
      const { id, linkId } = input;
      await db.transaction(async (tx) => {
        const { user } = await requireTarget(tx, id, actor);
        const links = await linksOfUser(tx, id);
        const link = links.find((entry) => entry.id === linkId);
        if (!link) throw refuse('not_found', { detail: sentence('answers/sso', 'linkGone') });
        if (user.external === 1 && links.length === 1) {
          throw refuse('sso_link_needed', {
            detail: sentence('answers/sso', 'lastLink', { name: user.name }),
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
      return answer(id, { now, voice });
    },

    async setPasswordUse(
      input: InputOf<'users.setPasswordUse'>,
      { actor, now, voice }: Acting,
    ): Promise<UserDetail> {
      await db.transaction(async (tx) => {
        const target = await requireTarget(tx, input.id, actor);
        await changePasswordUse(tx, deps, { ...target, forbidden: input.use === 'forbidden', actor, now });
      });
      return answer(input.id, { now, voice });
    },
  };
}

/** Whether the account is somebody's already, with or without MFA: they have a password, or have signed in. */
const hasComeIn = ({ password_hash, last_sign_in_at }: User) =>
  password_hash !== null || last_sign_in_at !== null;

async function takenRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error) ? linkTaken() : error;
  }
}

function linkTaken(): Refusal {
  return refuse('sso_already_linked', {
    detail: sentence('answers/sso', 'linkTaken'),
  });
}
