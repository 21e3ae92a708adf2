import { expressionBuilder, sql } from 'kysely';
import type { Expression, ExpressionWrapper, SqlBool } from 'kysely';
import type { OutputOf } from '../../../contract/operations.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader } from '../../db/connection.ts';
import type { Schema } from '../../db/schema.ts';
import { after, decodeCursor, encodeCursor } from '../../db/page.ts';
import { refuse } from '../../refusal.ts';
import {
  blockedCondition,
  inGraceCondition,
  requiredCondition,
} from '../../domain/policy/requiredCondition.ts';

export type Effect = 'setupAtNextSignIn' | 'entersGrace' | 'freed';
export type ImpactCounts = Record<Effect | 'staffAffected', number>;
type Page = OutputOf<'policy.impact'>['users'];

const PAGE = 50;
const EFFECTS = ['setupAtNextSignIn', 'entersGrace', 'freed'] as const;

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
): Record<Effect, Expression<SqlBool>> {
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

/** How many people a change would hit, exactly; one pass over the table. */
export async function countImpact(
  reader: Reader,
  conditions: Record<Effect, Expression<SqlBool>>,
): Promise<ImpactCounts> {
  const eb = expressionBuilder<Schema, 'users'>();
  const count = (condition: Expression<SqlBool>) =>
    eb.fn.coalesce(
      eb.fn.sum<number>(eb.case().when(condition).then(eb.lit(1)).else(eb.lit(0)).end()),
      eb.lit(0),
    );
  const staff = eb.and([eb('users.is_staff', '=', 1), eb.or(EFFECTS.map((effect) => conditions[effect]))]);
  return reader
    .selectFrom('users')
    .select([
      count(conditions.setupAtNextSignIn).as('setupAtNextSignIn'),
      count(conditions.entersGrace).as('entersGrace'),
      count(conditions.freed).as('freed'),
      count(staff).as('staffAffected'),
    ])
    .executeTakeFirstOrThrow();
}

/** Exactly which people, by name, a page at a time. */
export async function pageOfImpact(
  reader: Reader,
  conditions: Record<Effect, Expression<SqlBool>>,
  counts: ImpactCounts,
  { group, cursor, limit = PAGE }: { group?: Effect; cursor?: string; limit?: number },
): Promise<Page> {
  const eb = expressionBuilder<Schema, 'users'>();
  const wanted: readonly Effect[] = group ? [group] : EFFECTS;
  const effect = eb
    .case()
    .when(conditions.setupAtNextSignIn)
    .then('setupAtNextSignIn')
    .when(conditions.entersGrace)
    .then('entersGrace')
    .else('freed')
    .end();
  let query = reader
    .selectFrom('users')
    .select([
      'id',
      'username',
      'name',
      'name_key',
      'department',
      'is_staff',
      sql<Effect>`${effect}`.as('effect'),
    ])
    .where(eb.or(wanted.map((name) => conditions[name])));
  if (cursor !== undefined) {
    const keys = decodeCursor(cursor, ['string', 'string']);
    if (!keys) throw unknownPage();
    query = query.where(after([sql.ref('users.name_key'), sql.ref('users.id')], keys, 'asc'));
  }
  const rows = await query
    .orderBy('name_key')
    .orderBy('users.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, username, name, department, is_staff, effect: found }) => ({
      id,
      username,
      name,
      department,
      staff: is_staff === 1,
      effect: found,
    })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.name_key, last.id]) : null,
    total: { count: wanted.reduce((sum, name) => sum + counts[name], 0), exact: true },
  };
}

function unknownPage() {
  return refuse('invalid_input', {
    detail: 'This page of the list is not known. Go back to its beginning.',
    fields: { cursor: 'This is not a cursor of this list.' },
  });
}
