import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Reader } from '../../db/connection.ts';
import { isYoung, YOUNG } from './grants.ts';
import type { RoleGrant } from './grants.ts';

interface Moment {
  now: number;
  founded: number;
}

/** What puts an account that nobody set up into other hands. */
const HANDING_OVER = ['password.link_sent', 'outbox.revealed'] as const;

/**
 * Of people who never set up MFA before these seven days: who could have done it for them, because they changed the e-mail
 * address, or sent or revealed a link, in the seven days before (S-42). By the first setup: a reset or a move makes nobody's
 * account new.
 */
export async function takersOf(
  reader: Reader,
  userIds: readonly string[],
  { now, founded }: Moment,
): Promise<Map<string, string[]>> {
  const since = Math.max(founded, now - YOUNG);
  const setUps = await firstSetUps(reader, userIds);
  const fresh = userIds.filter((id) => (setUps.get(id) ?? now) > since);
  if (fresh.length === 0) return new Map();
  const acts = await actsOn(reader, fresh, since - YOUNG);
  return new Map(
    fresh.map((id) => {
      const setUp = setUps.get(id) ?? now;
      const takers = acts.filter(
        ({ on, by, at }) => on === id && by !== id && at <= setUp && at > setUp - YOUNG,
      );
      return [id, [...new Set(takers.map(({ by }) => by))]];
    }),
  );
}

/**
 * Of these people, those who are no *second person* in what `permission` lets them do: their role is young, or the account
 * has been theirs for less than seven days, as far as anybody can tell (S-42).
 */
export async function youngAmong(
  reader: Reader,
  grants: ReadonlyMap<string, readonly RoleGrant[]>,
  permission: Permission,
  { policy: { helpDeskDecides }, ...moment }: Moment & { policy: Pick<PolicyDocument, 'helpDeskDecides'> },
): Promise<Set<string>> {
  const takers = await takersOf(reader, [...grants.keys()], moment);
  const young = [...grants].filter(
    ([id, held]) =>
      isYoung(held, permission, { ...moment, helpDeskDecides }) || (takers.get(id) ?? []).length > 0,
  );
  return new Set(young.map(([id]) => id));
}

async function firstSetUps(reader: Reader, userIds: readonly string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('audit_events')
    .select((eb) => ['target_id', eb.fn.min('at').as('at')])
    .where('target_id', 'in', userIds)
    .where('action', '=', 'mfa.set_up')
    .groupBy('target_id')
    .execute();
  return new Map(rows.flatMap(({ target_id, at }) => (target_id === null ? [] : [[target_id, at]])));
}

interface Act {
  on: string;
  by: string;
  at: number;
}

async function actsOn(reader: Reader, userIds: readonly string[], since: number): Promise<Act[]> {
  const events = await reader
    .selectFrom('audit_events')
    .select(['target_id as on', 'actor_id as by', 'at'])
    .where('target_id', 'in', userIds)
    .where('action', 'in', HANDING_OVER)
    .where('at', '>', since)
    .execute();
  const changes = await reader
    .selectFrom('contact_changes')
    .select(['user_id as on', 'by_id as by', 'at'])
    .where('user_id', 'in', userIds)
    .where('field', '=', 'email')
    .where('at', '>', since)
    .execute();
  return [...events, ...changes].flatMap(({ on, by, at }) =>
    on === null || by === null ? [] : [{ on, by, at }],
  );
}
