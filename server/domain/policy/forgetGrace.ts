import { expressionBuilder } from 'kysely';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Tx } from '../../db/connection.ts';
import type { Schema } from '../../db/schema.ts';
import { forgetGrace } from '../people/graceStore.ts';
import { currentPolicy } from './current.ts';
import { requiredCondition } from './requiredCondition.ts';

/**
 * Grace belongs to a rule: whoever no rule asks, or asks only now, starts anew at their next sign-in. This is for a save from
 * `before` to `after`; a rule that begins on its date finds nobody with a grace of before.
 */
export async function forgetOldGrace(
  tx: Tx,
  before: PolicyDocument,
  after: PolicyDocument,
  now: number,
): Promise<void> {
  const eb = expressionBuilder<Schema, 'users'>();
  const stays = eb.and([requiredCondition(before, now), requiredCondition(after, now)]);
  await forgetGrace(tx, eb.not(stays));
}

/** The same where a person was moved to a department that no rule asks, or not yet. */
export async function forgetGraceOfFreed(tx: Tx, userId: string, now: number): Promise<void> {
  const { document } = await currentPolicy(tx);
  const eb = expressionBuilder<Schema, 'users'>();
  await forgetGrace(tx, eb.and([eb('id', '=', userId), eb.not(requiredCondition(document, now))]));
}
