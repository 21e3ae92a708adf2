import { rankOf } from '../../../contract/permissions.ts';
import { unseal } from '../../crypto/seal.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { appendAudit } from '../audit/append.ts';
import { rolesOf, userById } from '../users/people.ts';
import { isRevealable } from './list.ts';
import { bodyContext } from './write.ts';

interface Revealed {
  subject: string;
  text: string;
}

/**
 * Shows a mail that can't be sent to somebody who hands it over; audited. Refuses the addressee, who outranks the actor,
 * and, while there are others, who verified or decided the request it belongs to (product: Mail).
 */
export function revealMail(
  deps: Pick<Deps, 'db' | 'keys' | 'random'>,
  { actor, id, now, configured }: { actor: Actor; id: string; now: number; configured: boolean },
): Promise<Revealed> {
  return deps.db.transaction(async (tx) => {
    const mail = await tx.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
    if (!mail) throw refuse('not_found', { detail: 'There is no such mail.' });
    const user = mail.user_id === null ? undefined : await userById(tx, mail.user_id);
    if (user) await requireOther(tx, actor, user.id);
    if (mail.request_id !== null) await requireSecondPerson(tx, actor.userId, mail.request_id);
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
  });
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

async function requireSecondPerson(tx: Tx, actorId: string, requestId: string): Promise<void> {
  const involved = await peopleOfRequest(tx, requestId);
  if (!involved.includes(actorId)) return;
  const other = await tx
    .selectFrom('users')
    .innerJoin('user_roles', 'user_roles.user_id', 'users.id')
    .select('users.id')
    .where('users.status', '=', 'active')
    .where('user_roles.role', 'in', ['administrator', 'security_officer'])
    .where('users.id', 'not in', involved)
    .limit(1)
    .executeTakeFirst();
  if (!other) return;
  throw refuse('second_person_required', {
    detail: 'You verified or decided this request. Ask somebody else to reveal the mail and hand it over.',
  });
}

/** Who it is about, and everybody who recorded a check, approved or decided. */
async function peopleOfRequest(tx: Tx, requestId: string): Promise<string[]> {
  const request = await tx
    .selectFrom('reset_requests')
    .select(['user_id', 'decided_by'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  const checks = await tx
    .selectFrom('reset_checks')
    .select('by_id')
    .where('request_id', '=', requestId)
    .execute();
  const approvals = await tx
    .selectFrom('reset_approvals')
    .select('by_id')
    .where('request_id', '=', requestId)
    .execute();
  const ids = [request?.user_id, request?.decided_by, ...[...checks, ...approvals].map(({ by_id }) => by_id)];
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
