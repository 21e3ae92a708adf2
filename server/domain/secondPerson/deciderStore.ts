import type { Role } from '../../../contract/permissions.ts';
import type { Reader } from '../../db/connection.ts';
import { DAY } from '../../time.ts';

/** A suspension or a lost role that is younger may have been for what asks for another person. */
export const SUSPENDED_FOR_IT = 7 * DAY;

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

/** Of these people, those who were suspended, or lost a role to decide, after `since` (UTC ms), wherever they stand now. */
export async function putAsideSince(
  reader: Reader,
  ids: readonly string[],
  since: number,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .selectFrom('audit_events')
    .select('target_id')
    .distinct()
    .where('target_id', 'in', ids)
    .where('at', '>', since)
    .where((eb) =>
      eb.or([
        eb('action', '=', 'user.suspended'),
        eb.and([
          eb('action', '=', 'role.revoked'),
          eb.or(DECIDERS.map((role) => eb('data', 'like', `%"${role}"%`))),
        ]),
      ]),
    )
    .execute();
  return new Set(rows.flatMap(({ target_id }) => target_id ?? []));
}

/** Who suspended staff, asked them for a new password or took a role to decide from them, after `since` (UTC ms), and whom. */
export async function staffStopped(reader: Reader, since: number): Promise<{ by: string; on: string }[]> {
  const acts = await reader
    .selectFrom('audit_events')
    .select(['actor_id as by', 'target_id as on'])
    .distinct()
    .where('at', '>', since)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('action', 'in', ['user.suspended', 'password.asked_anew']),
          eb('data', 'like', '%"staff":true%'),
        ]),
        eb.and([
          eb('action', '=', 'role.revoked'),
          eb.or(DECIDERS.map((role) => eb('data', 'like', `%"${role}"%`))),
        ]),
      ]),
    )
    .execute();
  return acts.flatMap(({ by, on }) => (by === null || on === null ? [] : [{ by, on }]));
}

/** Active people who hold one of these roles, by name. */
export async function activeHolders(
  reader: Reader,
  roles: readonly Role[],
): Promise<{ id: string; username: string; name: string }[]> {
  return reader
    .selectFrom('users')
    .select(['users.id', 'users.username', 'users.name'])
    .where('users.status', '=', 'active')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('user_roles')
          .select('role')
          .whereRef('user_id', '=', 'users.id')
          .where('role', 'in', roles),
      ),
    )
    .orderBy('users.name')
    .orderBy('users.id')
    .execute();
}
