import { expressionBuilder } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { ruleStart } from '../../../contract/rollOutContradictions.ts';
import type { Schema } from '../../db/schema.ts';
import { exemptIds } from './exemptions.ts';
import { begunDepartments } from './waves.ts';

/**
 * `standingOf` as conditions over the table `users` (unaliased), so that lists and counts of a hundred thousand people
 * are the database's work. A property test holds the two together: change one, and the other has to follow.
 */

const users = () => expressionBuilder<Schema, 'users'>();

/** The rule of policy, without what applies to everybody (staff, a reset that was done); null where it asks nobody. */
function askedByScope(policy: PolicyDocument, now: number): 'everyone' | { departments: string[] } | null {
  if (ruleStart(policy) > now) return null;
  const { scope, roles } = policy.required;
  if (scope === 'nobody') return null;
  // Everyone is a user, and staff are asked anyway: of the roles only this one makes a difference.
  if (scope === 'everyone' || roles.includes('user')) return 'everyone';
  const departments = [...policy.required.departments, ...begunDepartments(policy, now)];
  return departments.length > 0 ? { departments } : null;
}

/** Whom the rule asks, without those who are exempt; two-valued, because these conditions are negated, too. */
function askedCondition(
  asked: 'everyone' | { departments: string[] },
  policy: PolicyDocument,
  now: number,
): Expression<SqlBool> {
  const eb = users();
  const exempt = exemptIds(policy, now);
  return eb.and([
    exempt.length > 0 ? eb('users.id', 'not in', exempt) : eb('users.id', 'is not', null),
    ...(asked === 'everyone'
      ? []
      : [eb('users.department', 'is not', null), eb('users.department', 'in', asked.departments)]),
  ]);
}

/** People whom policy asks for MFA now, enrolled or not. `now` in UTC ms. */
export function requiredCondition(policy: PolicyDocument, now: number): Expression<SqlBool> {
  const eb = users();
  const always = [eb('users.is_staff', '=', 1), eb('users.setup_due', '=', 1)];
  const asked = askedByScope(policy, now);
  if (asked === null) return eb.or(always);
  return eb.or([...always, askedCondition(asked, policy, now)]);
}

/** People who have to set up MFA and may still sign in without: grace not begun, or not over. `now` in UTC ms. */
export function inGraceCondition(policy: PolicyDocument, now: number): Expression<SqlBool> {
  const eb = users();
  return eb.and([
    dueCondition(policy, now),
    eb.or([eb('users.grace_ends_at', 'is', null), eb('users.grace_ends_at', '>', now)]),
  ]);
}

/** People who have to set up MFA and were given time for it, over or not. `now` in UTC ms. */
export function dueCondition(policy: PolicyDocument, now: number): Expression<SqlBool> {
  const eb = users();
  const asked = askedByScope(policy, now);
  if (asked === null || policy.graceDays === 0) return eb('users.id', 'is', null);
  return eb.and([
    eb('users.mfa_state', '=', 'off'),
    eb('users.external', '=', 0),
    eb('users.is_staff', '=', 0),
    eb('users.setup_due', '=', 0),
    askedCondition(asked, policy, now),
  ]);
}

/** People whose next password sign-in leads into setup. `now` in UTC ms. */
export function blockedCondition(policy: PolicyDocument, now: number): Expression<SqlBool> {
  const eb = users();
  const off = eb.and([eb('users.mfa_state', '=', 'off'), eb('users.external', '=', 0)]);
  const always = [eb('users.is_staff', '=', 1), eb('users.setup_due', '=', 1)];
  const asked = askedByScope(policy, now);
  if (asked === null) return eb.and([off, eb.or(always)]);
  const graceOver =
    policy.graceDays === 0
      ? eb('users.id', 'is not', null)
      : eb.and([eb('users.grace_ends_at', 'is not', null), eb('users.grace_ends_at', '<=', now)]);
  return eb.and([off, eb.or([...always, eb.and([graceOver, askedCondition(asked, policy, now)])])]);
}
