import { describe, expect, it } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

const HEADER = 'username,email,name,department';
const row = (username: string, department: string) =>
  `${username},${username}@example.org,${username.toUpperCase()} Person,${department}`;

async function openHouse(options: Parameters<typeof createTestApp>[0] = {}) {
  const app = await createTestApp(options);
  const token = await app.administrator.signIn({ stepUp: true });
  const bring = async (...rows: string[]) =>
    (await app.call('users.import', { content: [HEADER, ...rows].join('\n'), invite: false }, { token }))
      .body;
  const departments = async () => (await app.call('users.departments', {}, { token })).body.items;
  const work = () => app.services.jobs.work.runDue();
  /** Renames or merges, by as many people as there are. */
  async function rename(from: string, department: string) {
    const filter = { department: from };
    const { total } = (await app.call('users.list', filter, { token })).body;
    const job = { kind: 'merge_department' as const, filter, input: { from, department } };
    const answer = await app.call('jobs.create', { ...job, confirmCount: total.count }, { token });
    await work();
    return answer;
  }
  /** Has policy ask departments at once, as an officer saves it. */
  async function require(...names: string[]) {
    const { version } = (await app.call('policy.get', {}, { token })).body;
    const change = { version, reason: 'All of them.', required: selected(names), graceDays: 0 };
    return (await app.call('policy.update', change, { token })).body;
  }
  return { ...app, token, bring, departments, rename, require };
}

const selected = (departments: string[]) => ({ scope: 'selected' as const, roles: [], departments });
const policyOf = async ({ call }: TestApp, token: string) => (await call('policy.get', {}, { token })).body;

forEachDatabase((open) => {
  describe('issue 15.4: departments are one thing', () => {
    it('written otherwise in a file, by hand or by policy it is the same one, as it was first written', async () => {
      const house = await openHouse({ db: await open() });
      const { bring, departments, call, token, audit } = house;
      const file = [row('ann', 'Vertrieb'), row('bob', 'VERTRIEB'), row('cem', ' vertrieb ')];
      const content = [HEADER, ...file, row('dot', 'Care')].join('\n');
      const tried = await call('users.import', { content, dryRun: true }, { token });
      expect(tried.body.departments).toEqual([
        { name: 'Vertrieb', count: 3, alsoWritten: ['VERTRIEB', 'vertrieb'] },
      ]);
      await bring(...file);
      expect(await departments()).toEqual([{ name: 'Vertrieb', count: 3 }]);
      const person = { username: 'dee', email: 'dee@example.org', name: 'Dee Person' };
      const added = await call('users.create', { ...person, department: 'VERTRIEB' }, { token });
      expect(added.body.department).toBe('Vertrieb');
      const moved = await call('users.update', { id: added.body.id, department: 'vertrieb' }, { token });
      expect(moved.body).toMatchObject({ department: 'Vertrieb' });
      expect((await audit()).filter(({ action }) => action === 'user.updated')).toEqual([]);
      const again = await bring(row('ann', 'VERTRIEB'));
      expect(again).toMatchObject({ unchanged: 1, updated: 0, rows: [] });
      const policy = await house.require('vertrieb', 'VERTRIEB');
      expect(policy.required.departments).toEqual(['Vertrieb']);
      const { body } = await call('users.list', { state: 'required', department: 'Vertrieb' }, { token });
      expect(body.total.count).toBe(4);
    });

    it('policy names one first: people who come later are in it, however their file writes it', async () => {
      const house = await openHouse({ db: await open() });
      await house.require('Büro Nord');
      await house.bring(row('ann', 'BUERO NORD'), row('bob', 'büro  nord'), row('cem', 'Buro Nord'));
      expect(await house.departments()).toEqual([
        { name: 'BUERO NORD', count: 1 },
        { name: 'Büro Nord', count: 2 },
      ]);
    });

    it('a new name: everybody goes along, policy follows, and files with the old name mean the new one', async () => {
      const house = await openHouse({ db: await open() });
      const { bring, departments, rename, call, token, audit } = house;
      await bring(row('ann', 'Sales'), row('bob', 'Sales'), row('cem', 'Care'));
      await house.setPolicy({ required: selected(['Sales']), graceDays: 0 });
      expect((await rename('Sales', 'Vertrieb')).status).toBe(202);
      expect(await departments()).toEqual([
        { name: 'Care', count: 1 },
        { name: 'Vertrieb', count: 2 },
      ]);
      expect((await policyOf(house, token)).required.departments).toEqual(['Vertrieb']);
      expect(await bring(row('ann', 'Sales'), row('dee', 'sales'))).toMatchObject({
        imported: 1,
        unchanged: 1,
      });
      expect(await departments()).toContainEqual({ name: 'Vertrieb', count: 3 });
      const merged = (await audit()).find(({ action }) => action === 'department.merged');
      expect(merged?.data).toMatchObject({ from: 'Sales', into: 'Vertrieb', people: 2 });
      const { body } = await call('users.list', { state: 'required', department: 'Vertrieb' }, { token });
      expect(body.total.count).toBe(3);
      await rename('Vertrieb', 'Sales');
      expect(await bring(row('ann', 'Vertrieb'))).toMatchObject({ unchanged: 1 });
      expect(await departments()).toContainEqual({ name: 'Sales', count: 3 });
    });

    it('S-100: two become one and nobody is freed or less protected, staff and sensitive people included', async () => {
      const house = await openHouse({ db: await open() });
      const { bring, rename, token, clock, call, mails } = house;
      await bring(row('ann', 'Treasury'), row('bob', 'Finance'), row('cem', 'Care'));
      const soon = new Date(clock.now() + 20 * DAY).toISOString();
      await house.setPolicy({
        required: selected([]),
        rollOut: {
          waves: [
            { startsOn: soon, departments: ['Care', 'Finance'] },
            { startsOn: new Date(clock.now() + 90 * DAY).toISOString(), departments: ['Treasury'] },
          ],
          pausedAt: null,
          pauseAtOpenRequests: null,
        },
        sensitive: { people: [], departments: ['Treasury'] },
      });
      await rename('Treasury', 'Finance');
      const policy = await policyOf(house, token);
      expect(policy.rollOut.waves).toEqual([{ startsOn: soon, departments: ['Care', 'Finance'] }]);
      expect(policy.sensitive.departments).toEqual(['Finance']);
      expect(policy.reason).toBe('Nobody is in “Treasury” any more.');
      const { body } = await call('users.list', { department: 'Finance' }, { token });
      expect(body.items.map(({ username }) => username)).toEqual(['ann', 'bob']);
      const told = (await mails()).filter(({ kind }) => kind === 'departments_merged');
      expect(told.length).toBeGreaterThan(0);
    });

    it('S-100: a merge that is stopped in the middle frees nobody by a save of something else', async () => {
      const house = await openHouse({ db: await open() });
      const { bring, call, token, services } = house;
      await bring(row('ann', 'Finance'), row('bob', 'Finance'), row('cem', 'Care'));
      const saved = await house.require('Finance');
      const [ann] = (await call('users.list', { search: 'ann@' }, { token })).body.items;
      const part = { kind: 'merge_department' as const, input: { from: 'Finance', department: 'Zoo' } };
      await call('jobs.create', { ...part, userIds: [ann?.id ?? ''] }, { token });
      await services.jobs.work.runDue();
      const between = await policyOf(house, token);
      expect(between.required.departments).toEqual(['Finance', 'Zoo']);
      expect(between.version).toBe(saved.version + 1);
      const save = { version: between.version, reason: 'Ten days.', graceDays: 10 };
      await call('policy.update', { ...save, required: between.required }, { token });
      expect((await policyOf(house, token)).required.departments).toEqual(['Finance', 'Zoo']);
      const another = await call(
        'jobs.create',
        { ...part, input: { from: 'Finance', department: 'Other' }, userIds: [ann?.id ?? ''] },
        { token },
      );
      await services.jobs.work.runDue();
      const { job } = (await call('jobs.get', { id: another.body.job.id }, { token })).body;
      expect(job).toMatchObject({ state: 'stopped' });
      expect(job.reason).toContain('is being renamed to “Zoo”');
    });

    it('S-100: a name that meant another department takes what policy says of that one along', async () => {
      const house = await openHouse({ db: await open() });
      const { bring, rename, token } = house;
      await bring(row('ann', 'Finance'), row('cem', 'Care'));
      await house.setPolicy({ sensitive: { people: [], departments: ['Finance'] } });
      await rename('Finance', 'Treasury');
      await rename('Care', 'Finance');
      const { sensitive } = await policyOf(house, token);
      expect(sensitive.departments.toSorted((one, other) => one.localeCompare(other))).toEqual([
        'Finance',
        'Treasury',
      ]);
    });

    it('S-41: nothing makes policy too long to be read, and asking many more people is the officers’ to do', async () => {
      const house = await openHouse({ db: await open() });
      const { bring, rename, token } = house;
      const many = Array.from({ length: 60 }, (_, n) => row(`p${n}`, 'Everybody'));
      await bring(row('ann', 'Finance'), ...many);
      const names = Array.from({ length: 199 }, (_, n) => `D${n}`);
      await house.setPolicy({ sensitive: { people: [], departments: ['Finance', ...names] } });
      expect((await rename('Finance', 'Zoo')).problem.detail).toContain('would be too long');
      expect((await policyOf(house, token)).sensitive.departments).toHaveLength(200);
      await house.setPolicy({
        required: selected(['Finance']),
        graceDays: 0,
        sensitive: { people: [], departments: [] },
      });
      const refused = (await rename('Finance', 'Everybody')).problem;
      expect(refused.detail).toContain('ask 60 more people for MFA');
    });

    it('asks which and for a code, and says that a name is the same', async () => {
      const house = await openHouse({ db: await open() });
      const { bring, rename, call, administrator } = house;
      await bring(row('ann', 'Sales'));
      expect((await rename('Sales', 'Sales')).problem.detail).toBe('That is what it is called already.');
      expect((await rename('Sales', ' ')).problem.code).toBe('invalid_input');
      const filter = { department: 'Sales' };
      const job = { kind: 'merge_department' as const, filter, input: { from: 'Sales', department: 'S' } };
      const { problem } = await call(
        'jobs.create',
        { ...job, confirmCount: 1 },
        { token: await administrator.signIn() },
      );
      expect(problem.code).toBe('step_up_required');
    });
  });
});
