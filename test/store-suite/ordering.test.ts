import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, searchKey } from '../../server/db/dialects.ts';
import { forEachDatabase } from '../support/databases.ts';
import { makeShelves } from './shelf.ts';
import type { ShelfDb } from './shelf.ts';

async function store({ kysely }: ShelfDb, names: readonly string[]): Promise<void> {
  await kysely.deleteFrom('shelf').execute();
  if (names.length === 0) return;
  await kysely
    .insertInto('shelf')
    .values(names.map((name, index) => ({ id: `${index}`, name })))
    .execute();
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

// Lists page by key: an order that differs between the databases, or from the comparison in WHERE, would skip rows.
describe('text', () => {
  forEachDatabase((open) => {
    test('is ordered by bytes: capitals, accents, other scripts and emoji included', async () => {
      const db = await makeShelves(await open('empty'));
      const names = [
        'b',
        'B',
        'a',
        'A',
        'ä',
        'Ä',
        'z',
        'Z',
        '_',
        '-',
        ' ',
        '10',
        '9',
        'é',
        'e\u0301',
        'ß',
        '中',
        '🦊',
        '\uFFFD',
        'aa',
        'a b',
      ];
      await store(db, names);
      const ordered = await db.kysely.selectFrom('shelf').select('name').orderBy('name').execute();
      expect(ordered.map(({ name }) => name)).toEqual(names.toSorted(byBytes));
    });

    test('any names are ordered and paged by key alike', async () => {
      const db = await makeShelves(await open('empty'));
      // PostgreSQL holds no NUL and no lone surrogates; the API refuses them (S-61).
      const name = fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !text.includes('\0'));
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(name, { maxLength: 12 }), async (names) => {
          await store(db, names);
          const paged: string[] = [];
          for (;;) {
            let page = db.kysely.selectFrom('shelf').select('name').orderBy('name').limit(1);
            const last = paged.at(-1);
            if (last !== undefined) page = page.where('name', '>', last);
            const row = await page.executeTakeFirst();
            if (!row || row.name === null) break;
            paged.push(row.name);
          }
          expect(paged).toEqual(names.toSorted(byBytes));
        }),
        { numRuns: 25 },
      );
    });

    test('search finds parts of names whatever their case and accents', async () => {
      const db = await makeShelves(await open('empty'));
      const names = ['Zoë Quinn', 'Łukasz Żak', 'ÖZGÜR  Yılmaz', '100% Ltd', 'a_b', 'back\\slash'];
      await store(db, names.map(searchKey));
      const find = async (typed: string): Promise<(string | null)[]> => {
        const found = await db.kysely
          .selectFrom('shelf')
          .select('name')
          .where((eb) => contains(eb.ref('name'), searchKey(typed)))
          .execute();
        return found.map(({ name }) => name);
      };
      expect(await find('zoe q')).toEqual(['zoe quinn']);
      expect(await find('ŻAK')).toEqual([searchKey('Łukasz Żak')]);
      expect(await find('ozgur y')).toHaveLength(1);
      expect(await find('%')).toEqual(['100% ltd']);
      expect(await find('_')).toEqual(['a_b']);
      expect(await find('\\')).toEqual(['back\\slash']);
      expect(await find('nobody')).toEqual([]);
    });
  });
});
