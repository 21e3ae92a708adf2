import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { isUniqueViolation } from '../../server/db/errors.ts';
import { forEachDatabase } from '../support/databases.ts';
import { makeShelves } from './shelf.ts';

describe('values', () => {
  forEachDatabase((open) => {
    test('times in milliseconds, flags and unicode come back as they went in', async () => {
      const { kysely } = await makeShelves(await open('empty'));
      const row = {
        id: 'a',
        name: 'Žluťoučký 🦊 "x"\n\t',
        step: Number.MAX_SAFE_INTEGER,
        held: 1,
        made_at: 1_795_000_000_123,
      };
      await kysely.insertInto('shelf').values(row).execute();
      expect(await kysely.selectFrom('shelf').selectAll().executeTakeFirst()).toEqual(row);
    });

    test('rows are plain objects', async () => {
      const { kysely } = await makeShelves(await open('empty'));
      await kysely.insertInto('shelf').values({ id: 'a' }).execute();
      const row = await kysely.selectFrom('shelf').selectAll().executeTakeFirstOrThrow();
      expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    });

    test('counts, sums and comparisons are numbers', async () => {
      const { kysely } = await makeShelves(await open('empty'));
      await kysely
        .insertInto('shelf')
        .values([
          { id: 'a', step: 3 },
          { id: 'b', step: 4 },
        ])
        .execute();
      const answer = await kysely
        .selectFrom('shelf')
        .select((eb) => [
          eb.fn.countAll<number>().as('rows'),
          eb.fn.sum<number>('step').as('steps'),
          eb.exists(eb.selectFrom('shelf').select('id').where('step', '=', 9)).as('nine'),
          sql<number>`coalesce(max(step), 0) > 3`.as('over_three'),
        ])
        .executeTakeFirst();
      expect(answer).toEqual({ rows: 2, steps: 7, nine: 0, over_three: 1 });
    });
  });
});

describe('constraints', () => {
  forEachDatabase((open) => {
    test('a unique index refuses the second, and says that it was the reason', async () => {
      const { kysely } = await makeShelves(await open('empty'));
      const insert = (id: string): Promise<unknown> =>
        kysely.insertInto('shelf').values({ id, name: 'same' }).execute();
      await insert('a');
      const error: unknown = await insert('b').catch((reason: unknown) => reason);
      expect(isUniqueViolation(error)).toBe(true);
      expect(isUniqueViolation(await insert('a').catch((reason: unknown) => reason))).toBe(true);
    });

    test('foreign keys, checks and NOT NULL hold, and are no unique violations', async () => {
      const { kysely } = await makeShelves(await open('empty'));
      await kysely.insertInto('shelf').values({ id: 'a' }).execute();
      for (const statement of [
        sql`insert into book (id, shelf_id, pages) values ('1', 'nowhere', 5)`,
        sql`insert into book (id, shelf_id, pages) values ('1', 'a', 0)`,
        sql`insert into book (id, shelf_id) values ('1', 'a')`,
      ]) {
        const error: unknown = await statement.execute(kysely).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(Error);
        expect(isUniqueViolation(error)).toBe(false);
      }
    });

    test('a shelf with books can not be deleted', async () => {
      const { kysely } = await makeShelves(await open('empty'));
      await kysely.insertInto('shelf').values({ id: 'a' }).execute();
      await kysely.insertInto('book').values({ id: '1', shelf_id: 'a', pages: 5 }).execute();
      await expect(kysely.deleteFrom('shelf').execute()).rejects.toThrow(/foreign key/i);
    });
  });
});
