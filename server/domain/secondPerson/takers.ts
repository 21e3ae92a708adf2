import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Reader } from '../../db/connection.ts';
import { isYoung, YOUNG } from './grants.ts';
import { entriesTo, firstSetUps } from './store.ts';
import type { RoleGrant } from './store.ts';

interface Moment {
  now: number;
  founded: number;
}

/**
 * The *takers* of an account could have set it up in its person's place: in the seven days before its first setup they made
 * or imported it, changed a contact, sent or revealed a link, or gave out a code (S-42). Answers them for people who never set
 * up MFA before these seven days; by the first setup, for a reset or a move makes nobody's account new.
 */
async function takersOf(
  reader: Reader,
  userIds: readonly string[],
  moment: Moment,
): Promise<Map<string, string[]>> {
  return byAccount(await takings(reader, userIds, moment));
}

/**
 * Whoever made an account or could enter it, the one definition wherever it is asked (docs/decisions/0059): its takers, and
 * who did any of these, or decided a reset of it, in the last seven days.
 */
export async function entrantsOf(
  reader: Reader,
  userIds: readonly string[],
  moment: Moment,
): Promise<Map<string, string[]>> {
  const lately = await entriesTo(reader, userIds, Math.max(moment.founded, moment.now - YOUNG));
  return byAccount([
    ...(await takings(reader, userIds, moment)),
    ...lately.filter(({ at }) => at <= moment.now),
  ]);
}

async function takings(reader: Reader, userIds: readonly string[], { now, founded }: Moment) {
  const since = Math.max(founded, now - YOUNG);
  const setUps = await firstSetUps(reader, userIds);
  const fresh = userIds.filter((id) => (setUps.get(id) ?? now) > since);
  const entries = await entriesTo(reader, fresh, since - YOUNG);
  return entries.filter(({ on, at }) => {
    const setUp = setUps.get(on) ?? now;
    return at <= setUp && at > setUp - YOUNG;
  });
}

function byAccount(entries: readonly { on: string; by: string }[]): Map<string, string[]> {
  const accounts = Map.groupBy(entries, ({ on }) => on);
  return new Map([...accounts].map(([on, acts]) => [on, [...new Set(acts.map(({ by }) => by))]]));
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
