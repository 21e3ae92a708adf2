import { expressionBuilder, sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Reader } from '../../db/connection.ts';
import { after } from '../../db/page.ts';
import type { Schema, UsersTable } from '../../db/schema.ts';
import { EFFECTS } from './effects.ts';
import type { Effect, EffectConditions } from './effects.ts';

export type ImpactCounts = Record<Effect | 'staffAffected', number>;

/** How many people a change would hit, exactly; one pass over the table. */
export async function countImpact(reader: Reader, conditions: EffectConditions): Promise<ImpactCounts> {
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

type Affected = Pick<UsersTable, 'id' | 'username' | 'name' | 'name_key' | 'department' | 'is_staff'> & {
  effect: Effect;
};

interface PageKeys {
  keys: [string, string] | undefined;
  limit: number;
}

/** Whom the wanted effects hit, by name; those after `keys` (name key, id) where they are given. */
export function peopleAffected(
  reader: Reader,
  conditions: EffectConditions,
  { wanted, ...page }: PageKeys & { wanted: readonly Effect[] },
): Promise<Affected[]> {
  const eb = expressionBuilder<Schema, 'users'>();
  const effect = eb
    .case()
    .when(conditions.setupAtNextSignIn)
    .then('setupAtNextSignIn')
    .when(conditions.entersGrace)
    .then('entersGrace')
    .else('freed')
    .end();
  return byName(reader, eb.or(wanted.map((name) => conditions[name])), page)
    .select(sql<Effect>`${effect}`.as('effect'))
    .execute();
}

/** Whom a condition finds, in the same order. */
export const peopleWhere = (reader: Reader, condition: Expression<SqlBool>, page: PageKeys) =>
  byName(reader, condition, page).execute();

function byName(reader: Reader, condition: Expression<SqlBool>, { keys, limit }: PageKeys) {
  const order = [sql.ref('users.name_key'), sql.ref('users.id')];
  return reader
    .selectFrom('users')
    .select(['id', 'username', 'name', 'name_key', 'department', 'is_staff'])
    .where(condition)
    .$if(keys !== undefined, (query) => query.where(after(order, keys ?? [], 'asc')))
    .orderBy('name_key')
    .orderBy('users.id')
    .limit(limit);
}

/** How many people any of these conditions finds. */
export async function countWhere(reader: Reader, any: readonly Expression<SqlBool>[]): Promise<number> {
  const { count } = await reader
    .selectFrom('users')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((eb) => eb.or([...any]))
    .executeTakeFirstOrThrow();
  return count;
}
