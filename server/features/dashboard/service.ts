import type { OutputOf } from '../../../contract/operations.ts';
import type { Tier } from '../../../contract/operations/resetRequests.ts';
import { ROLES } from '../../../contract/permissions.ts';
import { PEOPLE_COUNTS, PEOPLE_NEEDING, PEOPLE_PARTS } from '../../../contract/userStates.ts';
import type { Deps } from '../../context.ts';
import { DAY, rfc3339, rfc3339OrNull } from '../../time.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { heldWaves } from '../../domain/policy/waves.ts';
import { dayOne, putDayOneAway } from './dayOne.ts';
import { median } from '../../median.ts';
import { dayOf, everyDay } from './rules/days.ts';
import {
  adoptionSince,
  countAdministrators,
  countDepartments,
  countPeople,
  countRoles,
  decisionsSince,
  graceEnds,
  lastDecision,
  eventsSince,
} from './store.ts';

type Dashboard = OutputOf<'dashboard.get'>;

const ADOPTION_DAYS = 90;
/** What tells of an attack, over how many days, today among them (UTC). */
const SIGNS = [
  { action: 'mfa.wrong_code', days: 1 },
  { action: 'mfa.wrong_activation_code', days: 7 },
  { action: 'reset_request.vetoed', days: 7 },
] as const;

/** A reset request that waits for somebody. */
interface WaitingRequest {
  /** UTC ms. */
  openedAt: number;
  tier: Tier;
}

export interface DashboardService {
  get(now: number): Promise<Dashboard>;
  dayOne(now: number): Promise<OutputOf<'dashboard.dayOne'>>;
  putDayOneAway(now: number): Promise<void>;
}

/** Exact counts from counters and indexes: the cost grows with the open requests, not with the number of people. */
export function createDashboardService(
  deps: Pick<Deps, 'db' | 'keys' | 'config'>,
  { waitingRequests }: { waitingRequests: (now: number) => Promise<WaitingRequest[]> },
): DashboardService {
  const reader = deps.db.kysely;

  async function roles(users: Dashboard['users']): Promise<Dashboard['roles']> {
    const counted = await countRoles(reader);
    return ROLES.map((name) => {
      if (name === 'user') return { name, total: users.total, withMfa: users.withMfa };
      return counted.find((role) => role.name === name) ?? { name, total: 0, withMfa: 0 };
    });
  }

  async function queue(now: number): Promise<Dashboard['queue']> {
    const waiting = await waitingRequests(now);
    const decisions = await decisionsSince(reader, now - 30 * DAY);
    const count = (tier: string) => waiting.filter((request) => request.tier === tier).length;
    const byTier = {
      standard: count('standard'),
      elevated: count('elevated'),
      privileged: count('privileged'),
    };
    const oldest = waiting.reduce((first, { openedAt }) => Math.min(first, openedAt), Infinity);
    const middle = median(decisions.map(({ took }) => took));
    return {
      open: waiting.length,
      oldestAt: rfc3339OrNull(waiting.length > 0 ? oldest : null),
      byTier,
      medianSecondsToDecide: middle === null ? null : Math.max(0, Math.round(middle / 1000)),
      lastDecidedAt: rfc3339OrNull(await lastDecision(reader)),
    };
  }

  async function graceDue(
    policy: Parameters<typeof graceEnds>[1],
    now: number,
  ): Promise<Dashboard['graceDue']> {
    const days = new Map<string, number>();
    for (const { at, count } of await graceEnds(reader, policy, now)) {
      if (at !== null) days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + count);
    }
    return [...days].map(([day, count]) => ({ day, count }));
  }

  /** Each with the moment from which it is counted: the list behind it begins there. */
  async function signs(now: number): Promise<Dashboard['signs']> {
    const today = Date.parse(dayOf(now));
    return Promise.all(
      SIGNS.map(async ({ action, days }) => {
        const since = today - (days - 1) * DAY;
        return { action, since: rfc3339(since), count: await eventsSince(reader, action, since) };
      }),
    );
  }

  return {
    dayOne: (now) => dayOne(deps, now),
    putDayOneAway: (now) => deps.db.transaction((tx) => putDayOneAway(tx, deps.keys, now)),
    async get(now) {
      const { document: policy } = await currentPolicy(reader);
      const tables = { users: PEOPLE_COUNTS, parts: PEOPLE_PARTS, needing: PEOPLE_NEEDING };
      const { users, parts, needing } = await countPeople(reader, tables, policy, now);
      const since = dayOf(now - (ADOPTION_DAYS - 1) * DAY);
      return {
        users,
        parts,
        needing,
        departments: await countDepartments(reader),
        roles: await roles(users),
        adoption: everyDay(await adoptionSince(reader, since), { now, days: ADOPTION_DAYS }),
        graceDue: await graceDue(policy, now),
        queue: await queue(now),
        signs: await signs(now),
        wrongCodesToday: await eventsSince(reader, 'mfa.wrong_code', Date.parse(dayOf(now))),
        administrators: await countAdministrators(reader),
        rollOutPausedAt: heldWaves(policy).length > 0 ? policy.rollOut.pausedAt : null,
      };
    },
  };
}
