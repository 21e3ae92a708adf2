import { rankOf } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailStaff, mailUser } from '../../domain/mail/enqueue.ts';
import { auditPerson } from '../../domain/people/auditPerson.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import type { User } from '../../domain/people/people.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { lockUser } from '../../domain/people/store.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { isGuarded } from './guarded.ts';
import { forgetLinkCodes } from './linkCodeStore.ts';
import { requireRow } from './providerChanges.ts';
import { forgetRefused } from './refusedStore.ts';
import { insertLink } from './store.ts';

/** A link that staff make: to a subject, or to an address that waits for its first sign-in. */
export interface NewLinkByStaff {
  userId: string;
  providerId: string;
  /** Of the provider when it was asked for: another issuer's subjects are other people. */
  issuer: string;
  subject: string | null;
  email: string | null;
}

/** The kind of change that links an account. */
export function createLinkKind(
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
): ChangeKind<NewLinkByStaff> {
  return {
    name: 'sso.linked',
    permission: 'users.manage',
    about: ({ userId, providerId }) => `${userId} ${providerId}`,
    async describe(reader, { userId, providerId, subject, email }) {
      const { name } = await auditPerson(reader, userId);
      const provider = await requireRow(reader, deps.keys, providerId);
      const names = { name, provider: provider.name };
      const summary =
        subject === null
          ? sentence('changes', 'linkEmail', { ...names, email: email ?? '' })
          : sentence('changes', 'linkSubject', { ...names, subject });
      return { summary, touches: [userId], concerns: { userId } };
    },
    async apply(tx, { userId, providerId, issuer, subject, email }, { by, agreedBy, now }) {
      const user = await lockUser(tx, deps, userId);
      if (!user) throw noSuchUser();
      if (rankOf(await rolesOf(tx, deps.keys, userId)) > rankOf(await rolesOf(tx, deps.keys, by.id)))
        throw refuse('rank_too_low', {
          detail: sentence('answers/sso', 'ranksHigherNow', { name: user.name, by: by.name }),
        });
      const provider = await requireRow(tx, deps.keys, providerId);
      if (provider.issuer !== issuer)
        throw refuse('stale_version', {
          detail: sentence('answers/sso', 'issuerChanged', { name: provider.name }),
        });
      requireSubject(user, { guarded: await isGuarded(tx, deps.keys, user, now), subject });
      await insertLink(tx, deps.keys, {
        id: uuidv7(now, deps.random),
        userId,
        providerId,
        subject,
        email,
        by: by.id,
        now,
      });
      await forgetLinkCodes(tx, { userId, providerId });
      if (subject !== null) await forgetRefused(tx, providerId, subject);
      await appendAudit(tx, deps, {
        at: now,
        action: 'sso.linked',
        actor: { id: by.id, name: by.name },
        target: { id: userId, name: user.name },
        data: {
          provider: provider.name,
          by: 'administrator',
          ...(subject === null ? { email } : { subject }),
          ...(agreedBy ? { agreedBy: agreedBy.name } : {}),
        },
      });
      await mailUser(tx, deps, { userId, kind: 'sso_linked', at: now, params: { provider: provider.name } });
      // Whoever may sign in as a colleague of rank, or past somebody's MFA, is everybody's business, as a role is.
      if (user.is_staff === 1 || user.mfa_state !== 'off' || user.setup_due === 1) {
        await mailStaff(tx, deps, {
          to: 'administrators_and_officers',
          kind: 'sso_staff_linked',
          at: now,
          params: { person: user.name, by: by.name, provider: provider.name },
        });
      }
      return [
        { kind: 'users', id: userId },
        { kind: 'me', id: userId },
      ];
    },
  };
}

/** Refuses with `sso_subject_needed` to link staff and sensitive people by an address. */
export function requireSubject(
  { name }: Pick<User, 'name'>,
  { guarded, subject }: { guarded: boolean; subject: string | null | undefined },
): void {
  if (!guarded || typeof subject === 'string') return;
  throw refuse('sso_subject_needed', {
    detail: sentence('answers/sso', 'subjectNeeded', { name }),
  });
}
