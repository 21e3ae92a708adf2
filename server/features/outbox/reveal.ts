import { rankOf } from '../../../contract/permissions.ts';
import { unseal } from '../../crypto/seal.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { youngDeciders } from '../../domain/secondPerson/young.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { userById } from '../../domain/people/store.ts';
import { isRevealable } from './list.ts';
import { mailById } from '../../domain/mail/store.ts';
import { bodyContext } from '../../domain/mail/write.ts';
import { otherDeciders, peopleOfRequest } from './store.ts';

interface Revealed {
  subject: string;
  text: string;
}

/**
 * Shows a mail that can't be sent to somebody who hands it over; audited. Refuses the addressee, who outranks the actor,
 * and, while there are others, who verified or decided the request it belongs to (product: Mail).
 */
export async function revealMail(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  { actor, id, now, configured }: { actor: Actor; id: string; now: number; configured: boolean },
): Promise<Revealed> {
  const mail = await mailById(tx, id);
  if (!mail) throw refuse('not_found', { detail: 'There is no such mail.' });
  const user = mail.user_id === null ? undefined : await userById(tx, mail.user_id);
  if (user) await requireOther(tx, actor, user.id);
  if (mail.request_id !== null) await requireSecondPerson(tx, actor.userId, mail.request_id, now);
  if (!isRevealable(mail, configured) || mail.sealed_body === null) {
    throw refuse('not_revealable', {
      detail: 'This mail was sent or is about to be. Only a mail that cannot be sent is revealed.',
    });
  }
  const { text } = JSON.parse(unseal(deps.keys, bodyContext(mail), mail.sealed_body)) as { text: string };
  await appendAudit(tx, deps, {
    at: now,
    action: 'outbox.revealed',
    actor: { id: actor.userId, name: actor.name },
    target: user ? { id: user.id, name: user.name } : null,
    data: { mailId: id, kind: mail.kind, ...(mail.request_id ? { requestId: mail.request_id } : {}) },
  });
  return { subject: mail.subject, text };
}

async function requireOther(tx: Tx, actor: Actor, userId: string): Promise<void> {
  if (userId === actor.userId) {
    throw refuse('own_account', { detail: 'This mail is to you. Ask a colleague to reveal it.' });
  }
  if (rankOf(actor.roles) < rankOf(await rolesOf(tx, userId))) {
    throw refuse('rank_too_low', {
      detail:
        'This mail is to somebody who ranks higher than you. Ask a security officer or an administrator.',
    });
  }
}

async function requireSecondPerson(tx: Tx, actorId: string, requestId: string, now: number): Promise<void> {
  const involved = await peopleOfRequest(tx, requestId);
  const others = await otherDeciders(tx, [...involved, actorId]);
  if (others.length === 0) return;
  if (involved.includes(actorId))
    throw refuse('second_person_required', {
      detail: 'You verified or decided this request. Ask somebody else to reveal the mail and hand it over.',
    });
  // SECURITY: whoever decided it could have given the role for this (S-42).
  const young = await youngDeciders(tx, [actorId, ...others], now);
  if (young.includes(actorId) && young.length <= others.length)
    throw refuse('second_person_required', {
      detail:
        'Your role is younger than 7 days, so you do not count as a second person yet. Ask a colleague who has had theirs longer.',
    });
}
