import type { Reader } from '../../db/connection.ts';

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

/** By which a mail of that moment came about. */
const SENDING = [
  'password.link_sent',
  'password.asked_anew',
  'activation_code.issued',
  'user.created',
  'mfa.reset',
] as const;

/** Who had a mail to somebody sent, at `sentAt`, and who made that account after `since` (UTC ms): by the log. */
export function actsBehindMail(
  reader: Reader,
  { userId, sentAt, since }: { userId: string; sentAt: number; since: number },
): Promise<{ by_id: string | null; at: number }[]> {
  return reader
    .selectFrom('audit_events')
    .select(['actor_id as by_id', 'at'])
    .where('target_id', '=', userId)
    .where((eb) =>
      eb.or([
        eb.and([eb('action', 'in', SENDING), eb('at', '=', sentAt)]),
        eb.and([eb('action', '=', 'user.created'), eb('at', '>', since)]),
      ]),
    )
    .execute();
}
