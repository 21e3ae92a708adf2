import { expressionBuilder } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { PeopleFilters, UserState } from '../../../contract/userStates.ts';
import type { Schema } from '../../db/schema.ts';
import { stoppedCondition, withMfaCondition } from '../people/withMfa.ts';
import { blockedCondition, inGraceCondition, requiredCondition } from './requiredCondition.ts';

const users = () => expressionBuilder<Schema, 'users'>();

/** Who is in a state that lists filter by and the dashboard counts. `now` in UTC ms. */
function stateCondition(state: UserState, policy: PolicyDocument, now: number): Expression<SqlBool> {
  const eb = users();
  switch (state) {
    case 'off':
    case 'on':
    case 'reset_pending':
      return eb('users.mfa_state', '=', state);
    case 'with_mfa':
      return withMfaCondition();
    case 'without_mfa':
      return eb.not(withMfaCondition());
    case 'stopped':
      return stoppedCondition();
    case 'required':
      return requiredCondition(policy, now);
    case 'in_grace':
      return inGraceCondition(policy, now);
    case 'blocked':
      return blockedCondition(policy, now);
    case 'off_not_required':
      return eb.and([
        eb('users.mfa_state', '=', 'off'),
        eb('users.external', '=', 0),
        eb.not(requiredCondition(policy, now)),
      ]);
    case 'off_external':
      return eb.and([eb('users.mfa_state', '=', 'off'), eb('users.external', '=', 1)]);
    case 'external':
      return eb('users.external', '=', 1);
    case 'locked':
      return eb('users.locked_at', 'is not', null);
  }
}

/** Whom a list with these filters has; everybody without any. */
export function peopleConditions(
  { state, status }: PeopleFilters,
  policy: PolicyDocument,
  now: number,
): Expression<SqlBool>[] {
  return [
    ...(state === undefined ? [] : [stateCondition(state, policy, now)]),
    ...(status === undefined ? [] : [users()('users.status', '=', status)]),
  ];
}
