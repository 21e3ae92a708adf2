import { expressionBuilder } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Upcoming } from '../../../contract/operations/rollOut.ts';
import { rfc3339 } from '../../time.ts';
import type { Reader } from '../../db/connection.ts';
import type { Schema } from '../../db/schema.ts';
import { counters, people } from '../../domain/people/counters.ts';
import { endOf, exemptIds } from '../../domain/policy/exemptions.ts';
import { requiredCondition } from '../../domain/policy/requiredCondition.ts';
import { standingOf } from '../../domain/policy/standing.ts';
import type { StandingFacts } from '../../domain/policy/standing.ts';
import { datesToCome } from '../../domain/policy/waves.ts';

/**
 * Whom a policy begins to ask on dates still to come: what `standingOf` decides at each, where it asked for nothing just
 * before: waves, the rule's own date, and ends of exemptions; who is exempt then is left out. From the counters of departments, so that the cost doesn't grow with the number
 * of people.
 *
 * @param now UTC ms
 */
export async function upcomingOf(reader: Reader, policy: PolicyDocument, now: number): Promise<Upcoming[]> {
  const rollOut = datesToCome(policy, now);
  const dates = datesOf(policy, now);
  if (dates.length === 0) return [];
  const groups = await peopleOff(reader, exemptIds(policy, now));
  const upcoming = dates.map((at) => {
    const counts = { setupAtNextSignIn: 0, entersGrace: 0 };
    for (const { userId, department, count } of groups) {
      const facts = { ...ASKED_ONLY_BY_POLICY, userId, department };
      const is = standingOf(policy, facts, at);
      if (!is.required || standingOf(policy, facts, at - 1).required) continue;
      counts[is.blocked ? 'setupAtNextSignIn' : 'entersGrace'] += count;
    }
    return { at: rfc3339(at), ...counts };
  });
  // A wave that asks nobody is still one that begins; an exemption whose end asks nobody is none of anybody's business.
  return upcoming.filter(
    ({ setupAtNextSignIn, entersGrace }, index) =>
      setupAtNextSignIn + entersGrace > 0 || rollOut.includes(dates[index] ?? 0),
  );
}

/** Waves, the rule's own date, and ends of exemptions. */
function datesOf(policy: PolicyDocument, now: number): number[] {
  const ends = policy.exemptions.map(endOf).filter((end) => end > now);
  return [...new Set([...datesToCome(policy, now), ...ends])].toSorted((a, b) => a - b);
}

/** The people whom `upcomingOf` counts, as a condition over `users`. */
export function laterCondition(policy: PolicyDocument, now: number): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'users'>();
  return eb.and([
    eb('users.status', '=', 'active'),
    eb('users.mfa_state', '=', 'off'),
    eb('users.external', '=', 0),
    eb('users.is_staff', '=', 0),
    eb('users.setup_due', '=', 0),
    eb.or(
      datesOf(policy, now).map((at) =>
        eb.and([requiredCondition(policy, at), eb.not(requiredCondition(policy, at - 1))]),
      ),
    ),
  ]);
}

/** Grace is null: whom no rule asks has none, and begins it at the first sign-in after (see forgetGrace.ts). */
const ASKED_ONLY_BY_POLICY: Omit<StandingFacts, 'userId' | 'department'> = {
  roles: ['user'],
  mfaState: 'off',
  setupDue: false,
  graceEndsAt: null,
  external: false,
};

/** People without MFA whom nothing but policy can ask: by department, and who is exempt each apart. */
function peopleOff(
  reader: Reader,
  exempt: readonly string[],
): Promise<{ userId: string; department: string | null; count: number }[]> {
  return counters(reader, exempt)
    .select(['id as userId', 'department', people.as('count')])
    .where('status', '=', 'active')
    .where('mfa_state', '=', 'off')
    .where('external', '=', 0)
    .where('is_staff', '=', 0)
    .where('setup_due', '=', 0)
    .groupBy(['id', 'department'])
    .execute();
}
