import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

const zoe = { username: 'zoe', name: 'Zoe', email: 'zoe@example.org' };

forEachDatabase(
  (open) => {
    it.each([
      ['53100', /^The disk of the database is full, so nothing can be saved\./],
      ['58030', /^The disk of the database reports errors, so nothing can be saved\./],
      ['53000', /^The server can’t answer just now\./],
      ['53200', /^The server can’t answer just now\./],
      ['53300', /^The server can’t answer just now\./],
      ['53400', /^The server can’t answer just now\./],
    ])(
      'S-91 what PostgreSQL refuses with %s is answered 503 with one sentence, nothing half done, and taken afterwards',
      async (code, said) => {
        const db = await open();
        const { administrator, call } = await createTestApp({ db, keep: true });
        const token = await administrator.signIn({ stepUp: true });
        await sql`create function broken() returns trigger language plpgsql
          as ${sql.lit(`begin raise exception using errcode = '${code}'; end`)}`.execute(db.kysely);
        await sql`create trigger broken before insert on user_roles execute function broken()`.execute(
          db.kysely,
        );
        const auditor = { ...zoe, roles: ['auditor' as const] };
        const { status, problem, headers } = await call('users.create', auditor, { token });
        expect([status, problem.code, problem.detail]).toEqual([
          503,
          'unavailable',
          expect.stringMatching(said),
        ]);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        const isThere = db.kysely.selectFrom('users').select('id').where('username', '=', 'zoe');
        expect(await isThere.execute()).toEqual([]);
        await sql`drop trigger broken on user_roles`.execute(db.kysely);
        expect((await call('users.create', auditor, { token })).status).toBe(200);
      },
    );
  },
  ['PostgreSQL'],
);
