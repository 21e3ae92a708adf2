import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../contract/operations.ts';
import { MOST_VIEWS } from '../../../contract/viewLists.ts';
import { createTestApp } from '../../support/app.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { forEachDatabase } from '../../support/databases.ts';

async function organisation(open: OpenDatabase) {
  const test = await createTestApp({ db: await open() });
  const { call, person } = test;
  const ann = await person({ username: 'ann', roles: ['auditor'] });
  const ben = await person({ username: 'ben', roles: ['help_desk'] });
  const [token, other] = [await ann.signIn(), await ben.signIn()];
  const save = (input: Partial<InputOf<'me.createView'>> = {}, as = token) =>
    call(
      'me.createView',
      { list: 'users', name: 'Without MFA', query: 'state=off', ...input },
      { token: as },
    );
  const named = async (as = token) =>
    (await call('me.views', {}, { token: as })).body.items.map(({ name }) => name);
  return { test, call, person, ann, token, other, save, named };
}

/** What each list filters and sorts by, and what none does. */
const FITTING = [
  ['users', ''],
  ['users', 'state=off&department=R%26D&sort=-lastSignInAt'],
  ['users', 'dueFrom=2026-12-01&dueTo=2026-12-31&lastSignIn=never&passwordSet=no&mfaIn=nowhere'],
  ['reset_requests', 'state=all&tier=elevated&forMe=mine&search=4711'],
  ['audit', 'action=mfa&from=2026-11-01T00:00:00.000Z&address=192.0.2.1'],
] as const;
const NOT_FITTING = [
  ['users', 'state=asleep'],
  ['users', 'state=off&state=on'],
  ['users', 'cursor=abc'],
  ['users', 'act=add'],
  ['users', 'next=https://evil.example'],
  ['users', `search=${'x'.repeat(101)}`],
  ['reset_requests', 'act=freeze'],
  ['reset_requests', 'mine=true'],
  ['audit', 'state=off'],
  ['audit', 'from=yesterday'],
] as const;

forEachDatabase((open) => {
  describe('15.14 saved views', () => {
    it('are kept by name, found by their person alone, and renamed, replaced and deleted by them', async () => {
      const { call, token, other, save, named } = await organisation(open);
      const saved = await save();
      expect(saved.body).toMatchObject({ list: 'users', name: 'Without MFA', query: 'state=off' });
      const { id } = saved.body;
      await save({ name: ' Asked for a reset ', list: 'reset_requests', query: 'state=all' });
      expect(await named()).toEqual(['Asked for a reset', 'Without MFA']);
      expect(await named(other)).toEqual([]);

      const theirs = { token: other };
      expect((await call('me.updateView', { id, name: 'Mine' }, theirs)).problem.code).toBe('not_found');
      expect((await call('me.deleteView', { id }, theirs)).problem.code).toBe('not_found');

      const renamed = await call('me.updateView', { id, name: 'Nobody set up' }, { token });
      expect(renamed.body).toEqual({ ...saved.body, name: 'Nobody set up' });
      const replaced = await call('me.updateView', { id, query: 'state=blocked' }, { token });
      expect(replaced.body).toEqual({ ...renamed.body, query: 'state=blocked' });
      expect((await call('me.deleteView', { id }, { token })).status).toBe(204);
      expect(await named()).toEqual(['Asked for a reset']);
      expect((await call('me.deleteView', { id }, { token })).problem.code).toBe('not_found');
    });

    it('have a name that is theirs in their list, whatever its case', async () => {
      const { call, token, other, save } = await organisation(open);
      const { id } = (await save({ name: 'Übergang' })).body;
      const again = await save({ name: ' ÜBERGANG ' });
      expect([again.status, again.problem.code]).toEqual([409, 'name_taken']);
      expect(again.problem.detail).toContain('ÜBERGANG');
      expect((await save({ name: 'Übergang', list: 'audit', query: '' })).status).toBe(200);
      expect((await save({ name: 'Übergang' }, other)).status).toBe(200);
      // One's own name in other letters is no other.
      expect((await call('me.updateView', { id, name: 'ÜberGang' }, { token })).status).toBe(200);
      const second = (await save({ name: 'Second' })).body;
      const taken = await call('me.updateView', { id: second.id, name: 'übergang' }, { token });
      expect(taken.problem.code).toBe('name_taken');
      expect((await save({ name: 'x'.repeat(61) })).status).toBe(400);
      expect((await save({ name: 'x'.repeat(60) })).status).toBe(200);
    });

    it('hold what their list filters and sorts by, and nothing else', async () => {
      const { call, token, save } = await organisation(open);
      for (const [at, [list, query]] of FITTING.entries()) {
        const { status, body } = await save({ list, query, name: `Fits ${at}` });
        expect([query, status]).toEqual([query, 200]);
        expect([...new URLSearchParams(body.query)]).toEqual([...new URLSearchParams(query)]);
      }
      const { id } = (await save({ name: 'To change' })).body;
      for (const [list, query] of NOT_FITTING) {
        const refused = await save({ list, query, name: 'Does not fit' });
        expect([query, refused.status, Object.keys(refused.problem.fields ?? {})]).toEqual([
          query,
          400,
          ['query'],
        ]);
        if (list !== 'users') continue;
        expect((await call('me.updateView', { id, query }, { token })).status).toBe(400);
      }
    });

    it('are of lists that their person may read, and shown while they may', async () => {
      const { test, call, ann, token, other, save, named } = await organisation(open);
      const refused = await save({ list: 'audit', query: '' }, other);
      expect([refused.status, refused.problem.code]).toEqual([403, 'forbidden']);
      const somebody = await test.person({ username: 'user' });
      const theirs = await somebody.signIn();
      expect((await save({}, theirs)).status).toBe(403);
      expect(await named(theirs)).toEqual([]);

      await save({ name: 'The log', list: 'audit', query: 'action=mfa' });
      await save();
      const by = await test.administrator.signIn({ stepUp: true });
      await call('users.update', { id: ann.id, roles: ['help_desk'] }, { token: by });
      expect(await named(await ann.signIn())).toEqual(['Without MFA']);
      expect((await call('me.views', {}, { token })).status).toBe(401);
    });

    it('are fifty a person, also where two are saved at once', async () => {
      const { test, save, named, other } = await organisation(open);
      for (let at = 1; at < MOST_VIEWS; at += 1) await save({ name: `View ${at}` });
      const names = Array.from({ length: 20 }, (_, at) => `Last ${at}`);
      const last = await Promise.all(names.map((name) => save({ name, list: 'audit', query: '' })));
      expect(last.filter(({ status }) => status === 200)).toHaveLength(1);
      const refused = last.filter(({ status }) => status !== 200);
      expect(new Set(refused.map(({ problem }) => problem.code))).toEqual(new Set(['too_many_views']));
      expect(await named()).toHaveLength(MOST_VIEWS);
      expect((await save({}, other)).status).toBe(200);
      expect((await test.audit()).filter(({ action }) => action.includes('view'))).toEqual([]);
    });

    it('go with their person', async () => {
      const { test, ann, save } = await organisation(open);
      await save();
      const { kysely } = test.deps.db;
      const left = () => kysely.selectFrom('saved_views').select('id').execute();
      expect(await left()).toHaveLength(1);
      await kysely.deleteFrom('users').where('id', '=', ann.id).execute();
      expect(await left()).toEqual([]);
    });
  });
});
