import { expect, it } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { sealChanges } from '../../../server/domain/pendingChanges/sealChanges.ts';
import type { PendingChangesTable } from '../../../server/db/schema.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { agree, changeIn, personOfOld } from '../../support/secondPerson.ts';
import { actions, aloneWorld, ask, asked, linkToken, providers } from '../pendingChanges/world.ts';

const ALTERED = 'altered in the database and not by Gatehouse';

/** Whoever writes to the database writes this over a change. */
const write = ({ deps }: TestApp, id: string, row: Partial<PendingChangesTable>) =>
  deps.db.kysely.updateTable('pending_changes').set(row).where('id', '=', id).execute();

const rowOf = ({ deps }: TestApp, id: string) =>
  deps.db.kysely.selectFrom('pending_changes').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const listed = async (test: TestApp, state?: 'ended') =>
  (
    await test.call('pendingChanges.list', state ? { state } : {}, {
      token: await test.administrator.signIn(),
    })
  ).body.items;

const withdraw = async (test: TestApp, id: string) =>
  test.call('pendingChanges.withdraw', { id }, { token: await test.administrator.signIn() });

/** The names of what may be written over a waiting change, each with a value that somebody would want there. */
const OVERWRITES: Record<string, (test: TestApp) => Partial<PendingChangesTable>> = {
  'its date': ({ clock }) => ({ takes_effect_at: clock.now() - 1 }),
  'its end': ({ clock }) => ({ ends_at: clock.now() + 300 * DAY }),
  'who asked': () => ({ made_by: '01936a5e-0000-7000-8000-00000000000f' }),
  'its kind': () => ({ kind: 'users.suspended' }),
  'its contents': () => ({ sealed: 'v1.1.nonsense' }),
  'its link': () => ({ link_hash: 'of another token' }),
  'its MAC': () => ({ mac: null }),
};

forEachDatabase(
  (open) => {
    it.each(['withdrawn', 'expired', 'in effect'] as const)(
      'S-114 what was %s and is set back to waiting is agreed to by nobody, and it is told',
      async (how) => {
        const test = await aloneWorld(await open());
        const olga = await personOfOld(test, 'olga');
        const id = await asked(test);
        if (how === 'withdrawn') await withdraw(test, id);
        if (how === 'in effect') await agree(test, olga, id);
        if (how === 'expired') {
          test.clock.advance(30 * DAY);
          await test.services.pendingChanges.runDue(test.clock.now());
        }
        const before = await providers(test);
        await write(test, id, { state: 'waiting', decided_at: null, ends_at: test.clock.now() + DAY });
        const [shown] = await listed(test);
        expect(shown?.mayApprove).toMatchObject({ allowed: false });
        expect(shown?.mayApprove.refusal).toContain(ALTERED);
        const answer = await agree(test, olga, id);
        expect([answer.status, answer.problem.code]).toEqual([409, 'change_not_possible']);
        expect(answer.problem.detail).toContain(ALTERED);
        expect(await providers(test)).toEqual(before);
        expect((await actions(test)).at(-1)).toBe('pending_change.tampered');
        const told = (await test.mails()).filter(({ kind }) => kind === 'change_tampered');
        expect(told.map(({ to }) => to).toSorted()).toEqual(['admin@example.org', 'olga@example.org']);
        expect((await agree(test, olga, id)).problem.code).toBe('already_decided');
      },
    );

    it('S-114 nor where the whole row of before is put back, with its MAC', async () => {
      const test = await aloneWorld(await open());
      const olga = await personOfOld(test, 'olga');
      const id = await asked(test);
      const before = await rowOf(test, id);
      await withdraw(test, id);
      await write(test, id, before);
      expect((await agree(test, olga, id)).problem.detail).toContain(ALTERED);
      await write(test, id, before);
      await test.services.pendingChanges.runDue(test.clock.now());
      expect(await rowOf(test, id)).toMatchObject({ state: 'failed' });
      expect(await providers(test)).toEqual([]);
    });

    it.each(Object.keys(OVERWRITES))(
      'S-114 a waiting change with %s overwritten is refused',
      async (what) => {
        const test = await aloneWorld(await open());
        const olga = await personOfOld(test, 'olga');
        const [id, other] = [await asked(test), await asked(test, { name: 'Fabrikam' })];
        await write(test, id, OVERWRITES[what]?.(test) ?? {});
        expect((await listed(test)).find((one) => one.id === id)?.mayApprove.allowed).toBe(false);
        const answer = await agree(test, olga, id);
        expect([answer.status, answer.problem.code]).toEqual([409, 'change_not_possible']);
        expect(await providers(test)).toEqual([]);
        expect(await listed(test, 'ended')).toHaveLength(1);
        // What it stands beside goes on.
        expect((await agree(test, olga, other)).status).toBe(200);
      },
    );

    it('S-114 what was altered stops neither what is due nor whoever withdraws it', async () => {
      const test = await aloneWorld(await open());
      const [one, two] = [await asked(test), await asked(test, { name: 'Fabrikam' })];
      const link = await linkToken(test);
      const three = await asked(test, { name: 'Adatum' });
      await write(test, three, { sealed: 'v1.1.nonsense' });
      expect((await withdraw(test, three)).body).toMatchObject({ state: 'failed' });
      await write(test, two, { note: 'written by hand' });
      expect((await test.call('pendingChanges.withdrawByLink', { token: link })).status).toBe(204);
      const four = await asked(test, { name: 'Litware' });
      await write(test, four, { sealed: 'v1.1.nonsense' });
      test.clock.advance(7 * DAY);
      await test.services.pendingChanges.runDue(test.clock.now());
      expect(await providers(test)).toEqual(['Contoso']);
      expect(await rowOf(test, one)).toMatchObject({ state: 'in_effect' });
      expect((await actions(test)).filter((action) => action.endsWith('tampered'))).toHaveLength(3);
    });

    it('S-114 changes of before the MACs are bound to the key once, by the migration’s opening', async () => {
      const test = await aloneWorld(await open());
      const olga = await personOfOld(test, 'olga');
      const id = await asked(test);
      await write(test, id, { mac: null, about: null });
      await sealChanges(test.deps, []);
      expect((await rowOf(test, id)).mac).toBeNull();
      await sealChanges(test.deps, ['0021-sealed-changes']);
      expect((await agree(test, olga, id)).status).toBe(200);
    });

    it('one person keeps ten changes that wait, and asks once for the same of the same', async () => {
      const test = await aloneWorld(await open());
      const olga = await personOfOld(test, 'olga', ['administrator']);
      const first = await asked(test);
      const again = await ask(test, { name: 'contoso' });
      expect([again.status, again.problem.code]).toEqual([409, 'change_waits']);
      // A colleague may: else one could keep them from it.
      expect((await ask(test, { by: olga })).status).toBe(202);
      for (let index = 2; index <= 10; index += 1) await asked(test, { name: `Contoso ${index}` });
      const mailsBefore = (await test.mails()).length;
      const full = await ask(test, { name: 'Contoso 11' });
      expect([full.status, full.problem.code]).toEqual([409, 'too_many_changes']);
      expect(full.problem.detail).toContain('10 changes that you asked for wait');
      expect(await test.mails()).toHaveLength(mailsBefore);
      await withdraw(test, first);
      expect((await ask(test, { name: 'Contoso 11' })).status).toBe(202);
    });

    it('who withdraws and asks again is stopped at thirty a day', async () => {
      const test = await aloneWorld(await open());
      const one = await asked(test);
      await withdraw(test, one);
      const row = await rowOf(test, one);
      const another = (index: number) => ({ ...row, id: `${row.id} ${index}`, link_hash: `${index}` });
      const rows = Array.from({ length: 28 }, (_, index) => another(index));
      await test.deps.db.kysely.insertInto('pending_changes').values(rows).execute();
      await withdraw(test, await asked(test));
      const full = await ask(test);
      expect([full.status, full.problem.code]).toEqual([429, 'too_many_attempts']);
      expect(full.problem.retryAfter).toBeGreaterThan(0);
      test.clock.advance(DAY);
      expect((await ask(test)).status).toBe(202);
    });

    it('of many at once no more are kept, and of the same one', async () => {
      const test = await aloneWorld(await open());
      const token = await test.administrator.signIn({ stepUp: true });
      const input = {
        issuer: 'https://login.contoso.example',
        clientId: 'gatehouse',
        clientSecret: 'secret',
        linkByEmail: false,
      };
      const names = [
        ...Array.from({ length: 12 }, (_, index) => `Contoso ${index}`),
        'Contoso 0',
        'Contoso 0',
      ];
      const answers = await Promise.all(
        names.map((name) => test.call('settings.sso.create', { ...input, name }, { token })),
      );
      const kept = answers.filter(({ status }) => status === 202);
      expect(new Set(kept.map(changeIn)).size).toBe(10);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
      const waiting = await listed(test);
      expect(new Set(waiting.map(({ summary }) => summary)).size).toBe(10);
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
