import { expressionBuilder } from 'kysely';
import type { Expression, ExpressionWrapper, SqlBool } from 'kysely';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Schema } from '../../db/schema.ts';
import {
  blockedCondition,
  inGraceCondition,
  requiredCondition,
} from '../../domain/policy/requiredCondition.ts';

export const EFFECTS = ['setupAtNextSignIn', 'entersGrace', 'freed'] as const;
export type Effect = (typeof EFFECTS)[number];
export type EffectConditions = Record<Effect, Expression<SqlBool>>;

/**
 * What a change from one policy to another does to people, as conditions over `users`: what `standingOf` decides before
 * and after, where a rule that is new to a person starts its own grace. No person has two effects.
 *
 * @param now UTC ms
 */
export function effectConditions(
  before: PolicyDocument,
  changed: PolicyDocument,
  now: number,
): EffectConditions {
  const eb = expressionBuilder<Schema, 'users'>();
  const requiredBefore = requiredCondition(before, now);
  const requiredAfter = requiredCondition(changed, now);
  // Who was not asked before has no grace behind them: saving clears what an earlier rule left (see save.ts).
  const blockedAfter = eb.and([
    blockedCondition(changed, now),
    ...(changed.graceDays > 0 ? [eb.or([requiredBefore, alwaysAsked()])] : []),
  ]);
  const graceAfter = eb.and([eb('users.mfa_state', '=', 'off'), requiredAfter, eb.not(blockedAfter)]);
  const people = eb.and([eb('users.status', '=', 'active'), eb('users.external', '=', 0)]);
  return {
    setupAtNextSignIn: eb.and([people, blockedAfter, eb.not(blockedCondition(before, now))]),
    entersGrace: eb.and([people, graceAfter, eb.not(inGraceCondition(before, now))]),
    freed: eb.and([people, requiredBefore, eb.not(requiredAfter)]),
  };
}

function alwaysAsked(): ExpressionWrapper<Schema, 'users', SqlBool> {
  const eb = expressionBuilder<Schema, 'users'>();
  return eb.or([eb('users.is_staff', '=', 1), eb('users.setup_due', '=', 1)]);
}
