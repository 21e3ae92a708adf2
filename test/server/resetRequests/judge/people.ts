import type { Db } from '../../../../server/db/connection.ts';
import { DAY } from '../../../../server/time.ts';

const RANK: Record<string, number> = { auditor: 1, help_desk: 2, security_officer: 3, administrator: 3 };
const DECIDING = ['security_officer', 'administrator'];

/** Who may do what, and who is behind whom, by the rows and the log alone. */
export interface People {
  /** By the default policy: the help desk decides nothing. */
  decides(id: string): boolean;
  holds(id: string, role: string): boolean;
  rank(id: string): number;
  /** Every role of theirs is less than seven days old, or they have none. */
  isYoung(id: string, at: number): boolean;
  /** An act's author and whoever had given them a young role then, by however many young roles in between. */
  handsOf(id: string, at: number): Set<string>;
  /** Others who decide by a role of old. */
  otherDeciders(but: ReadonlySet<string>, at: number): string[];
}

export async function readPeople({ kysely }: Pick<Db, 'kysely'>): Promise<People> {
  const rows = await kysely.selectFrom('user_roles').selectAll().execute();
  const held = Map.groupBy(rows, ({ user_id }) => user_id);
  const grants = await kysely
    .selectFrom('audit_events')
    .select(['actor_id', 'target_id', 'at'])
    .where('action', '=', 'role.granted')
    .execute();
  const rolesOf = (id: string) => held.get(id) ?? [];
  const decides = (id: string) => rolesOf(id).some(({ role }) => DECIDING.includes(role));
  const isYoung = (id: string, at: number) =>
    rolesOf(id).every(({ granted_at }) => granted_at > at - 7 * DAY);

  function handsOf(first: string, at: number): Set<string> {
    const found = new Set([first]);
    // A set that grows while it is walked is walked to its end.
    for (const id of found) {
      for (const grant of grants)
        if (grant.target_id === id && grant.at <= at && grant.at > at - 7 * DAY && grant.actor_id !== null)
          found.add(grant.actor_id);
      for (const { granted_by, granted_at } of isYoung(id, at) ? rolesOf(id) : [])
        if (granted_by !== null && granted_at <= at) found.add(granted_by);
    }
    return found;
  }

  return {
    decides,
    holds: (id, role) => rolesOf(id).some((one) => one.role === role),
    rank: (id) => Math.max(0, ...rolesOf(id).map(({ role }) => RANK[role] ?? 0)),
    isYoung,
    handsOf,
    otherDeciders: (but, at) =>
      [...held.keys()].filter((id) => !but.has(id) && decides(id) && !isYoung(id, at)),
  };
}
