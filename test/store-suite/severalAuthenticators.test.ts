import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import { forEachDatabase } from '../support/databases.ts';

const BEFORE = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name === '0025-several-authenticators'),
);

/** As it stood in that database: a person by their name and state. */
const user = (id: string, state: string) => sql`
  insert into users (id, username, name, name_key, search_text, email, department, status, is_staff, mfa_state, setup_due,
    external, wrong_codes, wrong_codes_since_right, next_code_at, language, sign_ins, created_at, version)
  values (${id}, ${id}, ${id}, ${id}, ${id}, ${id}, 'Sales', 'active', 0, ${state}, 0, 0, 0, 0, 0, '', 0, 0, 1)`;

const authenticator = (
  id: string,
  userId: string,
  status: string,
  [lastStep, moves]: [number, number],
) => sql`
  insert into authenticators (id, user_id, status, sealed_secret, last_step, wrong_tries, moves, created_at)
  values (${id}, ${userId}, ${status}, ${`sealed ${id}`}, ${lastStep}, 0, ${moves}, 5)`;

describe('a database in which everybody has one authenticator', () => {
  forEachDatabase((open) => {
    test('keeps it, with when it was last used, and a move that is under way', async () => {
      const db = await open('empty');
      await migrate(db, BEFORE, () => 0);
      for (const statement of [
        user('jo', 'on'),
        user('kim', 'reset_pending'),
        user('lee', 'off'),
        authenticator('phone', 'jo', 'active', [59_000_000, 0]),
        authenticator('new', 'jo', 'pending', [0, 1]),
        authenticator('unused', 'kim', 'active', [0, 0]),
        authenticator('first', 'lee', 'pending', [0, 0]),
      ])
        await statement.execute(db.kysely);
      await migrate(db, migrations, () => 0);

      const rows = await db.kysely
        .selectFrom('authenticators')
        .select(['id', 'name', 'last_used_at', 'purpose', 'replaces_id', 'stopped_at', 'sealed_secret'])
        .orderBy('id')
        .execute();
      const kept = (id: string) => ({
        id,
        name: null,
        last_used_at: null,
        purpose: null,
        replaces_id: null,
        stopped_at: null,
        sealed_secret: `sealed ${id}`,
      });
      expect(rows).toEqual([
        kept('first'),
        { ...kept('new'), purpose: 'move', replaces_id: 'phone' },
        { ...kept('phone'), last_used_at: 1_770_000_000_000 },
        kept('unused'),
      ]);
    });

    test('counts the same people, and from then on whether one of theirs counts', async () => {
      const db = await open('empty');
      await migrate(db, BEFORE, () => 0);
      for (const statement of [user('jo', 'on'), user('kim', 'on'), user('lee', 'off')])
        await statement.execute(db.kysely);
      await migrate(db, migrations, () => 0);
      const counted = () =>
        db.kysely
          .selectFrom('user_counts')
          .select(['mfa_state', 'stopped', 'people'])
          .orderBy('mfa_state')
          .orderBy('stopped')
          .execute();
      const off = { mfa_state: 'off', stopped: 0, people: 1 };
      expect(await counted()).toEqual([off, { mfa_state: 'on', stopped: 0, people: 2 }]);
      await db.kysely.updateTable('users').set({ mfa_stopped_at: 1 }).where('id', '=', 'jo').execute();
      const apart = [
        { mfa_state: 'on', stopped: 0, people: 1 },
        { mfa_state: 'on', stopped: 1, people: 1 },
      ];
      expect(await counted()).toEqual([off, ...apart]);
      await db.kysely.updateTable('users').set({ mfa_stopped_at: null }).where('id', '=', 'jo').execute();
      await db.kysely.deleteFrom('users').where('id', '=', 'lee').execute();
      expect(await counted()).toEqual([{ mfa_state: 'on', stopped: 0, people: 2 }]);
    });

    test('has room for another', async () => {
      const db = await open('empty');
      await migrate(db, BEFORE, () => 0);
      await user('jo', 'on').execute(db.kysely);
      await authenticator('phone', 'jo', 'active', [1, 0]).execute(db.kysely);
      await migrate(db, migrations, () => 0);
      const row = { user_id: 'jo', sealed_secret: 's', last_step: 0, wrong_tries: 0, created_at: 6 };
      const put = (id: string, status: 'active' | 'pending') =>
        db.kysely
          .insertInto('authenticators')
          .values({ ...row, id, status })
          .execute();
      await put('tablet', 'active');
      await put('pending', 'pending');
      await expect(put('pending too', 'pending')).rejects.toThrow(/unique/i);
    });
  });
});
