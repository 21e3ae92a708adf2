import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../contract/operations.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { search as searchMigration } from '../../../server/db/migrations/0024-search.ts';
import { searchFacts } from '../../../server/db/migrations/0026-search-facts.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { isSearchIndexed, makeSearchable } from '../../../server/domain/people/search/indexStore.ts';
import { usernameKey } from '../../../server/domain/people/rules/keys.ts';
import { USER_STATES } from '../../../contract/userStates.ts';
import { systemRandom } from '../../../server/crypto/random.ts';
import { newUserRow } from '../../../server/domain/people/createUser.ts';
import { insertUsers } from '../../../server/domain/people/store.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

/** Somebody's facts, and when they last signed in: the later the number. */
const PEOPLE = {
  agnieszka: { name: 'Agnieszka Zielińska', department: 'Surgery', phone: '+441632960123' },
  wagner: { name: 'Tom Wagner', department: 'Surgery', mobile: '+4915112345678' },
  obrien: { name: 'Sean O’Brien', department: 'Wards' },
  luise: { name: 'Marie-Luise Groß', department: 'Wards' },
  lukasz: { name: 'Łukasz Żak', department: 'IT' },
  magnus: { name: 'Magnus Berg', department: 'IT' },
  anna1: { name: 'Anna Berg', department: 'IT' },
  anna2: { name: 'Anna Berger', department: 'IT' },
  percent: { name: '100% Ltd' },
} as const;

/** What somebody types, and whom it finds in which order. */
const TYPED: readonly [what: string, typed: string, found: readonly string[]][] = [
  [
    'beginnings of words come before what is inside: agn is an Agnieszka first',
    'agn',
    ['agnieszka', 'magnus', 'wagner'],
  ],
  ['one letter is found at the beginnings of words', 'z', ['agnieszka', 'lukasz']],
  ['two letters are, too', 'be', ['anna1', 'anna2', 'magnus']],
  ['three are found anywhere in a word', 'erg', ['anna1', 'anna2', 'magnus']],
  ['an apostrophe is none', 'obrien', ['obrien']],
  ['whichever it is', "O'Brien", ['obrien']],
  ['a hyphen is a space', 'marie luise', ['luise']],
  ['words are in any order', 'luise, Marie', ['luise']],
  ['accents don’t matter', 'zak LUKASZ', ['lukasz']],
  ['nor which letter stands for one', 'gross', ['luise']],
  ['a department', 'wards', ['luise', 'obrien']],
  ['an e-mail address', 'anna2@example', ['anna2']],
  ['a phone number by its digits', '+44 1632 960123', ['agnieszka']],
  ['as one dials it at home', '(01632) 960-123', ['agnieszka']],
  ['a mobile number by a part of it', '151 12345', ['wagner']],
  ['what a pattern would mean is meant literally', '100%', ['percent']],
  ['and quotation marks are none', '"anna" berg', ['anna1', 'anna2']],
  ['nobody', 'xqzzy', []],
  ['a word that is there and one that isn’t', 'anna xqzzy', []],
];

async function organisation(open: OpenDatabase, { indexed = true } = {}) {
  const db = await open();
  await migrate(db, migrations, () => 0);
  if (indexed) await db.transaction((tx) => makeSearchable(tx, db.dialect, []));
  const test = await createTestApp({ db });
  for (const [username, facts] of Object.entries(PEOPLE)) {
    await test.person({ username, email: `${username}@example.org`, mfa: false, ...facts });
  }
  const token = await test.administrator.signIn();
  const list = async (input: InputOf<'users.list'>) => (await test.call('users.list', input, { token })).body;
  const find = async (search: string, more: Omit<InputOf<'users.list'>, 'search'> = {}) => {
    const { items, total } = await list({ search, ...more });
    expect(total).toEqual({ count: items.length, exact: true });
    return items.map(({ username }) => username);
  };
  const signedIn = (username: string, at: number) =>
    db.kysely.updateTable('users').set({ last_sign_in_at: at }).where('username', '=', username).execute();
  return { db, test, token, list, find, signedIn };
}

forEachDatabase((open) => {
  describe('searching for people', () => {
    it('finds whom one means, however it is typed', async () => {
      const { find } = await organisation(open);
      for (const [what, typed, expected] of TYPED) {
        expect([what, typed, await find(typed)]).toEqual([what, typed, expected]);
      }
    });

    it('among equals whoever signed in last comes first, then by name; the same in pages of any size', async () => {
      const { find, list, signedIn } = await organisation(open);
      await signedIn('anna2', 2000);
      await signedIn('magnus', 1000);
      await signedIn('wagner', 9000);
      expect(await find('berg')).toEqual(['anna2', 'magnus', 'anna1']);
      // A beginning is better than a recent sign-in.
      const whole = await find('agn');
      expect(whole).toEqual(['agnieszka', 'wagner', 'magnus']);
      for (const [search, all] of [
        ['agn', whole],
        ['a', await find('a')],
      ] as const) {
        for (const limit of [1, 2, 4]) {
          const paged: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await list({ search, limit, cursor });
            paged.push(...page.items.map(({ username }) => username));
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
          expect([search, limit, paged]).toEqual([search, limit, all]);
        }
      }
    });

    it('in an order that was asked for, and with filters', async () => {
      const { find } = await organisation(open);
      expect(await find('erg', { sort: '-username' })).toEqual(['magnus', 'anna2', 'anna1']);
      expect(await find('agn', { department: 'IT' })).toEqual(['magnus']);
      expect(await find('agn', { state: 'on' })).toEqual([]);
    });

    it('a filter leaves of them whom it leaves of everybody', async () => {
      const { db, list, find } = await organisation(open);
      const change = (username: string, facts: object) =>
        db.kysely.updateTable('users').set(facts).where('username', '=', username).execute();
      await change('agnieszka', { mfa_state: 'on' });
      await change('wagner', { mfa_state: 'reset_pending', locked_at: 1 });
      await change('magnus', { external: 1 });
      await change('anna1', { status: 'suspended', setup_due: 1 });
      await change('obrien', { department: 'IT "new"' });
      const filters: Omit<InputOf<'users.list'>, 'search'>[] = [
        ...USER_STATES.map((state) => ({ state })),
        { status: 'active' },
        { status: 'suspended' },
        ...['IT', 'I', 'Wards', 'wards', '', 'IT "new"'].map((department) => ({ department })),
        { state: 'off', status: 'active', department: 'IT' },
        { state: 'with_mfa', role: 'auditor' },
        { role: 'user' },
        { state: 'blocked', graceEnds: 'unset' },
      ];
      for (const search of ['agn', 'e', 'an', 'erg', 'xqzzy']) {
        const found = await find(search);
        for (const filter of filters) {
          const left = (await list(filter)).items.map(({ username }) => username);
          const both = found.filter((username) => left.includes(username));
          expect([search, filter, await find(search, filter)]).toEqual([search, filter, both]);
          const byName = await find(search, { ...filter, sort: 'username' });
          expect([search, filter, byName]).toEqual([search, filter, both.toSorted()]);
        }
      }
    });

    it('of hundreds as of a few', async () => {
      const { db, list } = await organisation(open);
      const people = Array.from({ length: 300 }, (_, number) => ({
        ...newUserRow(
          { keys: TEST_KEYS, random: systemRandom },
          {
            username: `e${String(number).padStart(3, '0')}`,
            name: 'Erna Vogt',
            email: `e${number}@example.org`,
            department: number % 3 === 0 ? 'Depot' : 'Yard',
            roles: [],
          },
          1,
        ),
        mfa_state: number % 4 === 0 ? ('on' as const) : ('off' as const),
        external: number % 5 === 0 ? 1 : 0,
        last_sign_in_at: number + 1,
      }));
      await db.transaction((tx) => insertUsers(tx, people));
      const all = async (input: InputOf<'users.list'>) => {
        const found: string[] = [];
        const totals = new Set<number>();
        let cursor: string | undefined;
        do {
          const page = await list({ ...input, limit: 40, cursor });
          found.push(...page.items.map(({ username }) => username));
          totals.add(page.total.count);
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect([input, ...totals]).toEqual([input, found.length]);
        return found;
      };
      const expected = (which: (number: number) => boolean) =>
        people
          .filter((_, number) => which(number))
          .map(({ username }) => username)
          .toReversed();
      for (const search of ['ern', 'vo', 'ogt']) {
        expect(await all({ search })).toEqual(expected(() => true));
        expect(await all({ search, state: 'off' })).toEqual(expected((n) => n % 4 !== 0));
        expect(await all({ search, state: 'on', department: 'Depot' })).toEqual(
          expected((n) => n % 12 === 0),
        );
        const here = expected((n) => n % 4 !== 0 && n % 5 !== 0);
        expect(await all({ search, state: 'off_not_required' })).toEqual(here);
        expect(await all({ search, state: 'off_not_required', sort: '-username' })).toEqual(here);
      }
    });

    it('somebody is found by what they are called now, by nothing they were called before, and not once they are gone', async () => {
      const { db, test, token, find } = await organisation(open);
      const [wagner] = (await test.call('users.list', { search: 'wagner' }, { token })).body.items;
      await test.call('users.update', { id: wagner?.id ?? '', name: 'Tom Adler' }, { token });
      expect(await find('adler')).toEqual(['wagner']);
      expect(await find('tom wag')).toEqual(['wagner']);
      await db.kysely.deleteFrom('users').where('username', '=', 'percent').execute();
      expect(await find('100')).toEqual([]);
    });

    it('whatever stands in one field, the others find the person, and so does its own beginning', async () => {
      const { test, find } = await organisation(open);
      // Taken apart one letter is six, 18, four, a word of its own, or one that JavaScript has as two.
      for (const [at, letter] of ['\u3316', '\ufdfa', '\u337f', '-', '\u{2f81a}'].entries()) {
        // No word twice: those count once.
        const flood = Array.from(
          { length: 127 },
          (_, other) => letter + String.fromCodePoint(0x4e00 + other),
        );
        const begin = (text: string, length: number) => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
        const long = (length: number) => begin(flood.join(''), length);
        for (const [field, value] of [
          ['name', long(100)],
          ['department', long(100)],
          ['username', long(64)],
          ['email', `${long(200)}@example.org`],
        ] as const) {
          const facts = {
            username: `${field}.${at}`,
            email: `${field}.${at}@mail.example`,
            name: `Nora Q${at}`,
            department: 'Harbour',
            phone: '+441632960777',
            mobile: '+441632960888',
            [field]: value,
          };
          const { id } = await test.person({ ...facts, mfa: false });
          for (const [fact, whole] of Object.entries(facts)) {
            // A search has few words: of a flood of them its beginning.
            const isFewWords = fact !== field || !/[\s-]/.test(whole.normalize('NFKD'));
            const typed = begin(whole, isFewWords ? 100 : 6);
            const found = await find(typed);
            expect([field, letter, typed, found]).toEqual([
              field,
              letter,
              typed,
              expect.arrayContaining([usernameKey(facts.username)]),
            ]);
          }
          await test.deps.db.kysely.deleteFrom('users').where('id', '=', id).execute();
        }
      }
    });

    it('a database of before is brought to it, everybody in it', async () => {
      const db = await open('empty');
      const before = migrations.slice(0, migrations.indexOf(searchMigration));
      await migrate(db, before, () => 0);
      await putSomebodyOfBefore(db);
      await migrate(db, migrations, () => 0, {
        after: (tx, applied) => makeSearchable(tx, db.dialect, applied),
      });
      const { rows } = await sql<{ search_text: string }>`select search_text from users`.execute(db.kysely);
      expect(rows[0]?.search_text).toBe('  zoe  quinn  zq  441632960123  r&d  zq@example.org');
      expect(await isSearchIndexed(db)).toBe(true);
      const test = await createTestApp({ db });
      const token = await test.administrator.signIn();
      const { body } = await test.call('users.list', { search: 'uinn' }, { token });
      expect(body.items.map(({ username }) => username)).toEqual(['zq']);
    });

    it('so is one whose index had no filters', async () => {
      const db = await open('empty');
      await migrate(db, migrations.slice(0, migrations.indexOf(searchFacts)), () => 0);
      await putSomebodyOfBefore(db, '  zoe  quinn  zq');
      await migrate(db, migrations, () => 0, {
        after: (tx, applied) => makeSearchable(tx, db.dialect, applied),
      });
      const test = await createTestApp({ db });
      const token = await test.administrator.signIn();
      const find = async (state: InputOf<'users.list'>['state']) =>
        (await test.call('users.list', { search: 'uinn', state }, { token })).body.items.length;
      expect([await find('off'), await find('on')]).toEqual([1, 0]);
    });
  });
});

/** As an older version wrote them. */
async function putSomebodyOfBefore(
  db: Awaited<ReturnType<OpenDatabase>>,
  text = 'zoe quinn zq r&d zq@example.org',
): Promise<void> {
  await db.kysely
    .insertInto('users')
    .values({
      id: '01890000-0000-7000-8000-000000000000',
      username: 'zq',
      name: 'Zoë Quinn',
      name_key: 'zoe quinn',
      search_text: text,
      email: 'zq@example.org',
      department: 'R&D',
      phone: '+441632960123',
      status: 'active',
      is_staff: 0,
      mfa_state: 'off',
      setup_due: 0,
      external: 0,
      wrong_codes: 0,
      wrong_codes_since_right: 0,
      next_code_at: 0,
      language: '',
      sign_ins: 0,
      created_at: 0,
      version: 1,
    })
    .execute();
}

forEachDatabase(
  (open) => {
    it('a server that may not create the extension searches without it, and finds the same', async () => {
      const { db, find } = await organisation(open, { indexed: false });
      expect(await isSearchIndexed(db)).toBe(false);
      expect(await find('agn')).toEqual(['agnieszka', 'magnus', 'wagner']);
    });
  },
  ['PostgreSQL'],
);
