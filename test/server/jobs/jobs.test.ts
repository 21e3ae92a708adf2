import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { nth } from '../../support/nth.ts';

const PEOPLE = 120;
const FILE = [
  'username,email,name,department,role',
  ...Array.from(
    { length: PEOPLE },
    (_, n) => `${nth('p', n)},${nth('p', n)}@example.org,${nth('Person ', n)},Sales,`,
  ),
  'staff,staff@example.org,Sam Staff,Sales,auditor',
].join('\n');

/** Sales: 120 people and one of staff. */
async function openHouse(options: Parameters<typeof createTestApp>[0] = {}) {
  const test = await createTestApp(options);
  const token = await test.administrator.signIn({ stepUp: true });
  await test.call('users.import', { content: FILE, invite: false }, { token });
  return { ...test, token };
}
type House = Awaited<ReturnType<typeof openHouse>>;

const SALES = { department: 'Sales' };
const suspendSales = { kind: 'suspend' as const, filter: SALES };
const work = ({ services }: TestApp) => services.jobs.work.runDue();
const count = async ({ call, token }: House, filter: object) =>
  (await call('users.list', filter, { token })).body.total.count;

forEachDatabase(
  (open) => {
    describe('issue 15.11: an act for many', () => {
      it('is for everybody of the filter, says who wasn’t done and why, and is undone for those who were', async () => {
        const house = await openHouse({ db: await open() });
        const { call, token, audit } = house;
        const asked = await call('jobs.create', suspendSales, { token });
        expect(asked.problem).toMatchObject({ status: 409, code: 'confirm_number', count: PEOPLE + 1 });
        const wrong = await call('jobs.create', { ...suspendSales, confirmCount: PEOPLE }, { token });
        expect(wrong.problem.code).toBe('confirm_number');
        const preview = (await call('jobs.preview', suspendSales, { token })).body;
        expect(preview).toMatchObject({
          total: PEOPLE + 1,
          fitting: PEOPLE,
          notDone: [{ count: 1, sentence: 'Has a staff role: that is done on their page, one by one.' }],
        });
        expect(preview.people).toHaveLength(10);

        const begun = await call('jobs.create', { ...suspendSales, confirmCount: PEOPLE + 1 }, { token });
        expect(begun.status).toBe(202);
        const { id } = begun.body.job;
        await work(house);
        const { job } = (await call('jobs.get', { id }, { token })).body;
        expect(job).toMatchObject({
          state: 'done',
          done: PEOPLE,
          failed: 1,
          total: PEOPLE + 1,
          canUndo: true,
        });
        expect(await count(house, { status: 'suspended' })).toBe(PEOPLE);
        const rows = (await call('jobs.result', { id }, { token })).text.trim().split('\r\n');
        expect(rows).toHaveLength(PEOPLE + 2);
        expect(rows.filter((row) => row.includes(',done,'))).toHaveLength(PEOPLE);
        expect(rows.find((row) => row.startsWith('staff,'))).toContain('not_done,"Has a staff role');
        const actions = (await audit()).map(({ action }) => action);
        expect(actions.filter((action) => action === 'user.suspended')).toHaveLength(PEOPLE);
        expect(actions.at(-1)).toBe('job.ended');

        const undone = await call('jobs.undo', { id }, { token });
        expect(undone.body.job).toMatchObject({ kind: 'reinstate', total: PEOPLE, undoes: id });
        await work(house);
        expect(await count(house, { status: 'suspended' })).toBe(0);
        expect((await call('jobs.undo', { id }, { token })).problem.code).toBe('not_undoable');
        expect((await house.services.audit.verify(house.clock.now())).ok).toBe(true);
      });

      it('moves to a department, each back to where they were', async () => {
        const house = await openHouse({ db: await open() });
        const { call, token } = house;
        const { items } = (await call('users.list', { search: 'p0001' }, { token })).body;
        await call('users.update', { id: items[0]?.id ?? '', department: 'Finance' }, { token });
        const input = { department: 'Field' };
        const begun = await call(
          'jobs.create',
          { kind: 'department', filter: { search: 'person' }, input, confirmCount: PEOPLE },
          { token },
        );
        await work(house);
        expect(await count(house, { department: 'Field' })).toBe(PEOPLE);
        await call('jobs.undo', { id: begun.body.job.id }, { token });
        await work(house);
        expect(await count(house, { department: 'Finance' })).toBe(1);
        expect(await count(house, { department: 'Sales' })).toBe(PEOPLE);
      });

      it('that was cut off goes on where it was, once each, when the lease of the server that died is over', async () => {
        const house = await openHouse({ db: await open() });
        const { call, token, deps, clock, services } = house;
        const begun = await call('jobs.create', { ...suspendSales, confirmCount: PEOPLE + 1 }, { token });
        const { id } = begun.body.job;
        const { transaction } = deps.db;
        let slices = 0;
        deps.db.transaction = (fn) => {
          slices += 1;
          // As where the process is killed: nothing more is written.
          if (slices > 2) return new Promise(() => undefined);
          return transaction(fn);
        };
        void services.jobs.work.runDue();
        await expect.poll(() => slices).toBe(3);
        deps.db.transaction = transaction;
        const half = (await call('jobs.get', { id }, { token })).body.job;
        expect([half.state, half.done + half.failed]).toEqual(['running', 50]);

        const { createJobWork } = await import('../../../server/features/jobs/run.ts');
        const kinds = new Map(services.users.jobKinds.map((kind) => [kind.name as string, kind]));
        const other = createJobWork(deps, kinds);
        await other.runDue();
        expect((await call('jobs.get', { id }, { token })).body.job.done).toBe(half.done);
        clock.advance(31_000);
        await other.runDue();
        expect((await call('jobs.get', { id }, { token })).body.job).toMatchObject({
          state: 'done',
          done: PEOPLE,
        });
        const events = (await house.audit()).filter(({ action }) => action === 'user.suspended');
        expect(new Set(events.map(({ targetId }) => targetId)).size).toBe(PEOPLE);
        expect(events).toHaveLength(PEOPLE);
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);

describe('issue 15.11: an act for many', () => {
  it('can be stopped, and tells who wasn’t reached', async () => {
    const house = await openHouse();
    const { call, token } = house;
    const begun = await call('jobs.create', { ...suspendSales, confirmCount: PEOPLE + 1 }, { token });
    const { id } = begun.body.job;
    expect((await call('jobs.cancel', { id }, { token })).body.job.state).toBe('cancelled');
    await work(house);
    expect(await count(house, { status: 'suspended' })).toBe(0);
    const { text } = await call('jobs.result', { id }, { token });
    expect(text.split('\r\n').filter((row) => row.includes('not_reached'))).toHaveLength(PEOPLE + 1);
  });

  it('stops where whoever asked for it lost the role, or the account, meanwhile', async () => {
    const house = await openHouse();
    const { call, token, person } = house;
    const bea = await person({ username: 'bea', roles: ['administrator'] });
    const theirs = await bea.signIn({ stepUp: true });
    const begun = await call('jobs.create', { ...suspendSales, confirmCount: PEOPLE + 1 }, { token: theirs });
    await call('users.update', { id: bea.id, roles: ['auditor'] }, { token });
    await work(house);
    const { job } = (await call('jobs.get', { id: begun.body.job.id }, { token })).body;
    expect(job).toMatchObject({ state: 'stopped', done: 0 });
    expect(job.reason).toBe('bea may no longer do this, so it stopped.');
    expect(await count(house, { status: 'suspended' })).toBe(0);
  });

  it('is asked for by those only who may do it for one, and seen by them', async () => {
    const house = await openHouse();
    const { call, token, person } = house;
    const auditor = await (await person({ username: 'aud', roles: ['auditor'] })).signIn();
    const job = { ...suspendSales, confirmCount: PEOPLE + 1 };
    expect((await call('jobs.create', job, { token: auditor })).problem.code).toBe('forbidden');
    expect((await call('jobs.preview', suspendSales, { token: auditor })).problem.code).toBe('forbidden');
    const { id } = (await call('jobs.create', job, { token })).body.job;
    for (const name of ['jobs.get', 'jobs.result', 'jobs.cancel', 'jobs.undo'] as const)
      expect((await call(name, { id }, { token: auditor })).problem.code).toBe('not_found');
    const both = { ...job, userIds: [house.administrator.id] };
    expect((await call('jobs.create', both, { token })).problem.code).toBe('invalid_input');
  });

  it('leaves as they are whom a move would free from MFA, who is sensitive, and oneself', async () => {
    const house = await openHouse();
    const { call, token, setPolicy, administrator } = house;
    const ids = (await call('users.list', { search: 'person 000' }, { token })).body.items.map(
      ({ id }) => id,
    );
    await setPolicy({
      required: { scope: 'selected', roles: [], departments: ['Sales'] },
      sensitive: { people: ids.slice(0, 2), departments: [] },
    });
    const whom = { userIds: [...ids, administrator.id] };
    const moved = { kind: 'department' as const, ...whom, input: { department: 'Field' } };
    const { notDone } = (await call('jobs.preview', moved, { token })).body;
    expect(notDone.map(({ count: some }) => some).toSorted((a, b) => a - b)).toEqual([1, 2, ids.length - 2]);
    const begun = await call('jobs.create', moved, { token });
    await work(house);
    expect((await call('jobs.get', { id: begun.body.job.id }, { token })).body.job.done).toBe(0);
    const ended = await call('jobs.create', { kind: 'end_sessions', ...whom }, { token });
    await work(house);
    const { job } = (await call('jobs.get', { id: ended.body.job.id }, { token })).body;
    expect(job).toMatchObject({ done: ids.length, failed: 1, canUndo: false });
  });

  it('exempts by a version of policy, with a code, and takes it back', async () => {
    const house = await openHouse();
    const { call, token, person, administrator } = house;
    const omar = await person({ username: 'omar', roles: ['security_officer'] });
    const ids = (await call('users.list', { search: 'person 00' }, { token })).body.items
      .map(({ id }) => id)
      .slice(0, 30);
    const endsAt = new Date(house.clock.now() + 30 * 24 * 3_600_000).toISOString();
    const input = { reason: 'No phones on the floor.', ownerId: administrator.id, endsAt };
    const job = { kind: 'exempt' as const, userIds: ids, input };
    const plain = await (await person({ username: 'olga', roles: ['security_officer'] })).signIn();
    house.clock.advance(6 * 60_000);
    expect((await call('jobs.create', job, { token: plain })).problem.code).toBe('step_up_required');
    const officer = await omar.signIn({ stepUp: true });
    const begun = await call('jobs.create', job, { token: officer });
    await work(house);
    const { exemptions } = (await call('policy.get', {}, { token: officer })).body;
    expect(exemptions.map(({ userId }) => userId).toSorted()).toEqual(ids.toSorted());
    await call('jobs.undo', { id: begun.body.job.id }, { token: officer });
    await work(house);
    expect((await call('policy.get', {}, { token: officer })).body.exemptions).toEqual([]);
  });
});
