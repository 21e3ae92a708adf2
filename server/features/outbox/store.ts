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

/** Active officers and administrators who are none of these. */
export async function otherDeciders(reader: Reader, but: readonly string[]): Promise<string[]> {
  const others = await reader
    .selectFrom('users')
    .select('users.id')
    .where('users.status', '=', 'active')
    .where('users.id', 'not in', [...but])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('user_roles')
          .select('role')
          .whereRef('user_id', '=', 'users.id')
          .where('role', 'in', ['administrator', 'security_officer']),
      ),
    )
    .execute();
  return others.map(({ id }) => id);
}
