import { expressionBuilder, sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Db, Reader } from '../../../db/connection.ts';
import { contains } from '../../../db/dialects.ts';
import { EXACT_UP_TO } from '../../../db/page.ts';
import type { Schema } from '../../../db/schema.ts';
import { narrowed } from './facts.ts';
import type { Filters } from './facts.ts';
import { asBeginning, asFound } from './words.ts';

/** How well somebody is found: 0 where each word begins one of theirs, 1 where one stands inside of it. */
export type Rank = 0 | 1;

type Condition = Expression<SqlBool>;

const searchTextHas = (parts: readonly string[]): Condition => {
  const eb = expressionBuilder<Schema, 'users'>();
  return eb.and(parts.map((part) => contains(eb.ref('users.search_text'), part)));
};

/** Who is found by these words, said of a row of users. */
export const isFound = (words: readonly string[]): Condition => searchTextHas(words.map(asFound));

function isOfRank(words: readonly string[], rank: Rank): Condition {
  const atBeginnings = searchTextHas(words.map(asBeginning));
  if (rank === 0) return atBeginnings;
  const eb = expressionBuilder<Schema, 'users'>();
  return eb.and([isFound(words), eb.not(atBeginnings)]);
}

/** Words this short are found at beginnings alone, so that nobody can have the second rank. */
const areAtBeginnings = (words: readonly string[]) =>
  words.every((word) => asFound(word) === asBeginning(word));

/** Who is found: the numbers of their rows in the index, or a condition where they are too many to be worth it. */
export type Found = { numbers: readonly number[] } | { condition: Condition };

/** A search under way. What one part of an answer finds out, the others needn't. */
export interface Finding {
  /** Numbers and counts are of those alone whom the filters leave; where it is false they are of more. */
  isFiltered: boolean;
  all(): Promise<Found>;
  ofRank(rank: Rank): Promise<Found>;
  /** How many there are, up to `EXACT_UP_TO` and one; null where only counting can say. */
  count(): Promise<number | null>;
  /** Who is found, said of a row of users, for a query that looks at all of them anyway. */
  everybody(): Promise<Condition>;
}

/** How people are found by these words: by SQLite's index of trigrams; PostgreSQL looks into its own by itself. */
export function findBy(
  { kysely, dialect }: Pick<Db, 'kysely' | 'dialect'>,
  words: readonly string[],
  filters: Filters,
): Finding {
  if (dialect === 'postgres') {
    return {
      isFiltered: false,
      everybody: () => Promise.resolve(isFound(words)),
      all: () => Promise.resolve({ condition: isFound(words) }),
      ofRank: (rank) =>
        Promise.resolve(
          rank === 1 && areAtBeginnings(words) ? { numbers: [] } : { condition: isOfRank(words, rank) },
        ),
      count: () => Promise.resolve(null),
    };
  }
  const { expression: found, isAll: isFiltered } = narrowed(allOf(words.map(asFound)), filters);
  const { expression: atBeginnings } = narrowed(allOf(words.map(asBeginning)), filters);
  const look = (expression: string, condition: Condition) =>
    once(() => indexed(kysely, expression, condition));
  const all = look(found, isFound(words));
  const first = areAtBeginnings(words) ? all : look(atBeginnings, isOfRank(words, 0));
  const second = once(async (): Promise<Found> => {
    if (areAtBeginnings(words)) return { numbers: [] };
    const [everybody, better] = [await all(), await first()];
    if (!('numbers' in everybody) || !('numbers' in better)) {
      return indexed(kysely, `${found} NOT ${atBeginnings}`, isOfRank(words, 1));
    }
    const known = new Set(better.numbers);
    return { numbers: everybody.numbers.filter((number) => !known.has(number)) };
  });
  return {
    isFiltered,
    all,
    async everybody() {
      const few = await all();
      return 'numbers' in few ? conditionOf(few) : indexedCondition(found);
    },
    ofRank: (rank) => (rank === 0 ? first() : second()),
    async count() {
      const everybody = await all();
      return 'numbers' in everybody ? everybody.numbers.length : countIndexed(kysely, found);
    },
  };
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => (done ??= act());
}

/** An expression of FTS5: all these parts as they stand. No word has a quotation mark in it. */
const allOf = (parts: readonly string[]) => `(${parts.map((part) => `"${part}"`).join(' AND ')})`;

const indexedCondition = (expression: string) =>
  sql<SqlBool>`users.id in (select user_id from user_search_rows where number in (${indexHas(expression)}))`;

const indexHas = (expression: string) =>
  sql`select rowid as number from user_search where user_search match ${expression}`;

async function indexed(reader: Reader, expression: string, condition: Condition): Promise<Found> {
  const most = await worthIt(reader);
  const { rows } = await sql<{ number: number }>`${indexHas(expression)} limit ${most + 1}`.execute(reader);
  return rows.length > most ? { condition } : { numbers: rows.map(({ number }) => number) };
}

async function countIndexed(reader: Reader, expression: string): Promise<number> {
  const bounded = sql`${indexHas(expression)} limit ${EXACT_UP_TO + 1}`;
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${bounded})`.execute(reader);
  return rows[0]?.count ?? 0;
}

/**
 * Of how many found the index is the shorter way. To put n people in order costs some 2 µs each; to walk through everybody in that
 * order until a page is full some 1.2 µs for each of 50 times everybody divided by n, and far more where those who are found are
 * all at the end. So the index is taken up to twice as many as where both cost the same.
 */
async function worthIt(reader: Reader): Promise<number> {
  const { rows } = await sql<{
    people: number | null;
  }>`select max(number) as people from user_search_rows`.execute(reader);
  return Math.ceil(Math.sqrt(120 * (rows[0]?.people ?? 0))) + 1;
}

const rowsOf = (numbers: readonly number[]) =>
  sql`user_search_rows.number in (select value from json_each(${JSON.stringify(numbers)}))`;

/** The same said of a row of users, for a query that has an order of its own. */
export function conditionOf(found: Found): Condition {
  if ('condition' in found) return found.condition;
  return sql<SqlBool>`users.id in (select user_id from user_search_rows where ${rowsOf(found.numbers)})`;
}

/** What follows the row with these keys: minus the last sign-in, the name's key, the id. */
export interface RecentPage {
  conditions: readonly Condition[];
  after: readonly (string | number)[] | null;
  limit: number;
}

/** The ids of a page of them, whoever signed in last first: read from the index's own rows, where nothing else is asked for. */
export async function recentIds(
  reader: Reader,
  numbers: readonly number[],
  { conditions, after, limit }: RecentPage,
): Promise<string[]> {
  if (numbers.length === 0) return [];
  const order = sql`user_search_rows.recent, user_search_rows.name_key, user_search_rows.user_id`;
  const all = [
    rowsOf(numbers),
    ...(after ? [sql`(${order}) > (${sql.join(after)})`] : []),
    ...conditions.map((condition) => sql`${condition}`),
  ];
  const people = conditions.length > 0 ? sql`join users on users.id = user_search_rows.user_id` : sql``;
  const { rows } = await sql<{ id: string }>`
    select user_search_rows.user_id as id from user_search_rows ${people}
    where ${sql.join(all, sql` and `)} order by ${order} limit ${limit}`.execute(reader);
  return rows.map(({ id }) => id);
}
