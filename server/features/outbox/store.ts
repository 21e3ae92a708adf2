import type { Reader } from '../../db/connection.ts';
import { handOf } from '../../domain/secondPerson/store.ts';

/** Who a reset request is about, and everybody who recorded a check, approved or decided. */
export async function peopleOfRequest(reader: Reader, requestId: string): Promise<string[]> {
  const request = await reader
    .selectFrom('reset_requests')
    .select(['user_id', 'decided_by'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  const checks = await reader
    .selectFrom('reset_checks')
    .select('by_id')
    .where('request_id', '=', requestId)
    .execute();
  const approvals = await reader
    .selectFrom('reset_approvals')
    .select('by_id')
    .where('request_id', '=', requestId)
    .execute();
  const ids = [request?.user_id, request?.decided_by, ...[...checks, ...approvals].map(({ by_id }) => by_id)];
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

const ASKED = 'outbox.reveal_asked';

/** By which a mail of that moment came about. */
const SENDING = [
  'password.link_sent',
  'password.asked_anew',
  'activation_code.issued',
  'user.created',
  'mfa.reset',
] as const;

/** What somebody did by which a mail is there, may be read, or leads into an account that they made. */
export interface ActBehind {
  by_id: string | null;
  at: number;
  /** By it the mail was made, or asked to be revealed; else it is only theirs to have made the account. */
  isFirst: boolean;
  /** They asked that it be revealed. */
  isAsk: boolean;
}

/**
 * Who had a mail to somebody sent, or asked that it be revealed, and who made that account after `since` (UTC ms): by the log. An
 * invitation that waited until mail could work is of whoever made the account, whenever that was.
 */
export async function actsBehindMail(
  reader: Reader,
  { id, userId, sentAt, since }: { id: string; userId: string; sentAt: number; since: number },
): Promise<ActBehind[]> {
  const events = await reader
    .selectFrom('audit_events')
    .select(['actor_id', 'action', 'at', 'data'])
    .where('target_id', '=', userId)
    .where((eb) =>
      eb.or([
        eb.and([eb('action', 'in', SENDING), eb('at', '=', sentAt)]),
        eb.and([eb('action', '=', ASKED), eb('at', '>=', sentAt)]),
        eb('action', '=', 'user.created'),
      ]),
    )
    .execute();
  const said = events.map((event) => ({
    ...event,
    data: JSON.parse(event.data) as { mailId?: string; asked?: true },
    by_id: handOf(event),
  }));
  const isInvitation = said.some(
    ({ action, data }) => action === 'password.link_sent' && data.asked === true,
  );
  return said.flatMap(({ action, at, data, by_id }): ActBehind[] => {
    if (action === ASKED) return data.mailId === id ? [{ by_id, at, isFirst: true, isAsk: true }] : [];
    const isFirst = at === sentAt || isInvitation;
    return isFirst || at > since ? [{ by_id, at, isFirst, isAsk: false }] : [];
  });
}
