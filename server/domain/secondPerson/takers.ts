import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Reader } from '../../db/connection.ts';
import { isYoung, YOUNG } from './grants.ts';
import { actsOn, firstSetUps } from './store.ts';
import type { RoleGrant } from './store.ts';

interface Moment {
  now: number;
  founded: number;
}

/**
 * The *takers* of an account could have set it up in its person's place: in the seven days before its first setup they changed
 * its e-mail address, or sent or revealed a link (S-42). Answers them for people who never set up MFA before these seven days;
 * by the first setup, for a reset or a move makes nobody's account new.
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
