import type { Role } from '../../../contract/permissions.ts';
import { ROLE_PERMISSIONS } from '../../../contract/permissions.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Deps } from '../../context.ts';
import { DAY } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { networkHash } from '../signIn/networks.ts';
import type { User } from '../users/people.ts';
import type { NumberFacts } from './rules/checks.ts';
import type { TierFacts } from './rules/tier.ts';
import type { RequestRow } from './store.ts';

/** Longest window that any reason looks back. */
const LOOK_BACK = 30 * DAY;
/** Younger than that, a role makes no second person (S-42). */
export const YOUNG = 7 * DAY;

export interface RoleGrant {
  role: Role;
  grantedAt: number;
  grantedBy: string | null;
}

export async function grantsOf(
  reader: Reader,
  userIds: readonly string[],
): Promise<Map<string, RoleGrant[]>> {
  const grants = new Map<string, RoleGrant[]>(userIds.map((id) => [id, []]));
  if (userIds.length === 0) return grants;
  const rows = await reader.selectFrom('user_roles').selectAll().where('user_id', 'in', userIds).execute();
  for (const row of rows) {
    grants.get(row.user_id)?.push({ role: row.role, grantedAt: row.granted_at, grantedBy: row.granted_by });
  }
  return grants;
}

/**
 * Whether none of the roles that carry a permission has been held for seven days. The roles that the organisation began
 * with are never young: whoever made it has the server's machine, and there was nobody before them.
 */
export function isYoung(
  grants: readonly RoleGrant[],
  permission: Permission,
  { now, founded, helpDeskDecides }: { now: number; founded: number; helpDeskDecides: boolean },
): boolean {
  const carriers = grants.filter(
    ({ role }) =>
      ROLE_PERMISSIONS[role].includes(permission) ||
      (permission === 'resets.decide' && helpDeskDecides && role === 'help_desk'),
  );
  return carriers.every(({ grantedAt }) => grantedAt > founded && grantedAt > now - YOUNG);
}

/** What the tier of a request is decided from. */
export async function readTierFacts(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  {
    request,
    user,
    grants,
    now,
  }: { request: RequestRow; user: User; grants: readonly RoleGrant[]; now: number },
): Promise<TierFacts> {
  const since = now - LOOK_BACK;
  const changes = await reader
    .selectFrom('contact_changes')
    .select(['field', 'at'])
    .where('user_id', '=', user.id)
    .where('first', '=', 0)
    .where('at', '>', since)
    .execute();
  const others = await reader
    .selectFrom('reset_requests')
    .select(['opened_at', 'state'])
    .where('user_id', '=', user.id)
    .where('id', '!=', request.id)
    .where('opened_at', '>', since)
    .execute();
  const wrongCodes = await reader
    .selectFrom('audit_events')
    .select('at')
    .where('target_id', '=', user.id)
    .where('action', '=', 'mfa.wrong_code')
    .where('at', '>', now - DAY)
    .execute();
  const revoked = await reader
    .selectFrom('audit_events')
    .select('at')
    .where('target_id', '=', user.id)
    .where('action', '=', 'role.revoked')
    .where('at', '>', since)
    .execute();
  const failedChecks = await reader
    .selectFrom('reset_checks')
    .innerJoin('reset_requests', 'reset_requests.id', 'reset_checks.request_id')
    .select('reset_checks.at')
    .where('reset_requests.user_id', '=', user.id)
    .where('reset_checks.outcome', '=', 'fail')
    .where('reset_checks.void_at', 'is', null)
    .where('reset_checks.at', '>', since)
    .execute();
  return {
    staffRoles: grants.map(({ role, grantedAt }) => ({ role, grantedAt })),
    revokedRoles: revoked.map(({ at }) => at),
    contactChanges: changes,
    passwordMailedAt: user.password_mailed_at,
    otherRequests: others.map(({ opened_at, state }) => ({ openedAt: opened_at, state })),
    wrongCodes: wrongCodes.map(({ at }) => at),
    failedChecks,
    unknownNetworkAt: (await isUnknownNetwork(reader, deps, request)) ? request.opened_at : null,
    signIns: user.sign_ins,
    secondBrowserAt: request.second_browser_at,
    openedByStaffAt: request.source === 'staff' ? request.opened_at : null,
    directAt: request.source === 'direct' ? request.opened_at : null,
  };
}

async function isUnknownNetwork(
  reader: Reader,
  { keys }: Pick<Deps, 'keys'>,
  request: RequestRow,
): Promise<boolean> {
  const { address, source } = request;
  if (address === null || (source !== 'sign_in' && source !== 'disable')) return false;
  // A network seen before the key was rotated is still a known one.
  const hashes = [...keys.keys.keys()].map((current) => networkHash({ keys: { ...keys, current } }, address));
  const seen = await reader
    .selectFrom('seen_networks')
    .select('user_id')
    .where('user_id', '=', request.user_id)
    .where('network_hash', 'in', hashes)
    .executeTakeFirst();
  return seen === undefined;
}

/** The numbers on record, each with the moment since which it is what it is. */
export async function readNumbers(reader: Reader, user: User): Promise<NumberFacts[]> {
  const changes = await reader
    .selectFrom('contact_changes')
    .select(['field', 'at', 'first'])
    .where('user_id', '=', user.id)
    .where('field', 'in', ['phone', 'mobile'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return (['phone', 'mobile'] as const).flatMap((kind) => {
    const value = user[kind];
    const last = changes.findLast(({ field }) => field === kind);
    return value === null ? [] : [{ kind, value, since: last?.at ?? null, first: last?.first === 1 }];
  });
}

/** The last denial or veto of a user's requests, UTC ms. */
export async function lastRefusalOf(reader: Reader, userId: string): Promise<number | null> {
  const row = await reader
    .selectFrom('reset_requests')
    .select((eb) => eb.fn.max('ended_at').as('at'))
    .where('user_id', '=', userId)
    .where('state', 'in', ['denied', 'vetoed'])
    .executeTakeFirst();
  return row?.at ?? null;
}
