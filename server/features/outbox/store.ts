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

const DECIDERS = ['administrator', 'security_officer'] as const;

/** Officers and administrators who are none of these; of the suspended, and of those who lost that role, who did after `since` (UTC ms). */
export async function otherDeciders(
  reader: Reader,
  { but, since }: { but: readonly string[]; since: number },
): Promise<string[]> {
  const others = await reader
    .selectFrom('users')
    .select('users.id')
    .where('users.id', 'not in', [...but])
    .where((eb) => {
      const holds = eb.exists(
        eb
          .selectFrom('user_roles')
          .select('role')
          .whereRef('user_id', '=', 'users.id')
          .where('role', 'in', DECIDERS),
      );
      const lately = (action: 'user.suspended' | 'role.revoked') =>
        eb
          .selectFrom('audit_events')
          .select('audit_events.id')
          .whereRef('target_id', '=', 'users.id')
          .where('action', '=', action)
          .where('at', '>', since);
      const lost = lately('role.revoked').where((event) =>
        event.or(DECIDERS.map((role) => event('data', 'like', `%"${role}"%`))),
      );
      return eb.or([
        eb.and([holds, eb.or([eb('users.status', '=', 'active'), eb.exists(lately('user.suspended'))])]),
        eb.exists(lost),
      ]);
    })
    .execute();
  return others.map(({ id }) => id);
}

/** By which a mail of that moment came about. */
const SENDING = ['password.link_sent', 'activation_code.issued', 'user.created', 'mfa.reset'] as const;

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
