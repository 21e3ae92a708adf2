import { describe, expect, it } from 'vitest';
import { SEEN } from '../../../server/domain/systems/macs.ts';
import { changeSeen, keepSeen, seenIn } from '../../../server/domain/systems/systemPeopleStore.ts';
import { insertHeld } from '../../../server/features/resetRequests/elsewhere/heldStore.ts';
import { DAY } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { json } from '../../support/systemServer.ts';
import { createReadingWorld } from './readingWorld.ts';

type World = Awaited<ReturnType<typeof createReadingWorld>>;

/** So many people who are there and here. */
async function readWith(world: World, names: readonly string[]): Promise<void> {
  for (const name of names) world.there(name);
  await world.switchedOn();
  await world.look();
}

const MANY = Array.from({ length: 12 }, (_, n) => `p${10 + n}`);

describe('Who is gone in a system', () => {
  forEachDatabase(
    (open) => {
      it('is noted, and suspended here after the days that were agreed, by the server’s own act', async () => {
        const world = await createReadingWorld(await open());
        const { test, here, leaves } = world;
        await readWith(world, ['kim']);
        await test.deps.db.kysely.updateTable('users').set({ invitation: null }).execute();
        leaves('kim');
        await world.lookAfter(1);
        const since = new Date(test.clock.now());
        expect((await world.stand()).gone).toMatchObject([
          {
            person: { username: 'kim' },
            since: since.toISOString(),
            suspendsAt: new Date(+since + 7 * DAY).toISOString(),
            suspended: false,
          },
        ]);
        expect((await here('kim'))?.systems).toMatchObject([
          {
            name: 'Keycloak',
            gone: { since: since.toISOString(), suspendsAt: expect.any(String) as string },
          },
        ]);
        await world.lookAfter(6);
        expect(await here('kim')).toMatchObject({ status: 'active' });
        await world.lookAfter(1);
        expect(await here('kim')).toMatchObject({ status: 'suspended' });
        expect((await world.events('user.suspended')).at(-1)).toMatchObject({
          actorId: null,
          data: { source: 'Keycloak', staff: false, goneSince: since.toISOString() },
        });
        expect((await test.mails()).filter(({ kind }) => kind === 'account_suspended')).toMatchObject([
          { to: 'kim@example.org' },
        ]);
        expect(await world.stand()).toMatchObject({
          counts: { suspended: 1 },
          gone: [{ suspended: true, suspendsAt: null }],
        });
        await world.lookAfter(1);
        expect(await world.events('user.suspended')).toHaveLength(1);
      });

      it('is no longer, once they are seen there again; whoever was suspended stays so', async () => {
        const world = await createReadingWorld(await open());
        const { here, leaves, there } = world;
        await readWith(world, ['kim']);
        leaves('kim');
        await world.lookAfter(1);
        there('kim');
        await world.lookAfter(6);
        expect((await world.stand()).gone).toEqual([]);
        leaves('kim');
        await world.lookAfter(1);
        await world.lookAfter(6);
        expect(await here('kim')).toMatchObject({ status: 'active' });
        await world.lookAfter(1);
        there('kim');
        await world.lookAfter(1);
        expect(await here('kim')).toMatchObject({ status: 'suspended' });
        expect(await world.stand()).toMatchObject({ gone: [], counts: { unchanged: 1 } });
        expect((await world.events('system.person_back')).length).toBe(2);
      });

      it('S-121 is never staff or a sensitive person by itself: an administrator hears of them', async () => {
        const world = await createReadingWorld(await open());
        const { test, here, leaves } = world;
        await test.person({ username: 'olga', roles: ['help_desk'] });
        await test.person({ username: 'fin', department: 'Finance', mfa: false });
        await test.setPolicy({ sensitive: { people: [], departments: ['Finance'] } });
        await readWith(world, ['olga', 'fin', ...MANY, ...MANY.map((name) => `q${name}`)]);
        for (const name of ['olga', 'fin']) leaves(name);
        await world.lookAfter(1);
        await world.lookAfter(30);
        expect([(await here('olga'))?.status, (await here('fin'))?.status]).toEqual(['active', 'active']);
        const { gone } = await world.stand();
        expect(Object.fromEntries(gone.map((one) => [one.person.username, one.suspendsAt]))).toEqual({
          fin: null,
          olga: null,
        });
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  it('S-121 is nobody, where too many would go in a day; staff hear of it once', async () => {
    const world = await createReadingWorld();
    const { test, leaves, here } = world;
    await readWith(world, MANY);
    for (const name of ['p10', 'p11']) leaves(name);
    await world.lookAfter(1);
    await world.lookAfter(7);
    expect(await here('p10')).toMatchObject({ status: 'active' });
    expect((await world.stand()).problem).toContain(
      '2 people would be suspended within a day, but at most 1 may be.',
    );
    await world.lookAfter(1);
    const told = (await test.mails()).filter(({ kind }) => kind === 'people_gone');
    expect(told.map(({ to }) => to).toSorted()).toEqual(['admin@example.org', 'second@example.org']);
    const token = await world.administrator();
    const { id = '' } = (await here('p10')) ?? {};
    await test.call('users.update', { id, status: 'suspended' }, { token });
    await world.lookAfter(1);
    expect(await here('p11')).toMatchObject({ status: 'suspended' });
    expect(await world.stand()).toMatchObject({ problem: null, counts: { suspended: 1 } });
  });

  it('nor by hourly readings, each of which takes one', async () => {
    const world = await createReadingWorld();
    for (const name of MANY) world.there(name);
    await world.switchedOn({ every: 'hour', graceDays: 7 });
    await world.look();
    const statuses = async () => [(await world.here('p10'))?.status, (await world.here('p11'))?.status];
    world.leaves('p10');
    await world.lookAfter(1 / 24);
    world.leaves('p11');
    await world.lookAfter(6 / 24);
    await world.lookAfter(7 - 6 / 24);
    expect(await statuses()).toEqual(['suspended', 'active']);
    await world.lookAfter(6 / 24);
    expect(await statuses()).toEqual(['suspended', 'active']);
    expect((await world.stand()).problem).toContain('2 people would be suspended within a day');
    await world.lookAfter(1);
    expect(await statuses()).toEqual(['suspended', 'suspended']);
  });

  it('S-121 nor where whoever was suspended is there again before the next go', async () => {
    const world = await createReadingWorld();
    const { here, leaves, there } = world;
    for (const name of MANY) there(name);
    await world.switchedOn({ every: 'hour', graceDays: 7 });
    await world.look();
    leaves('p10');
    await world.lookAfter(1 / 24);
    leaves('p11');
    await world.lookAfter(6 / 24);
    await world.lookAfter(7 - 6 / 24);
    const statuses = async () => [(await here('p10'))?.status, (await here('p11'))?.status];
    expect(await statuses()).toEqual(['suspended', 'active']);
    there('p10');
    await world.lookAfter(1 / 24);
    expect((await world.stand()).gone.map(({ person }) => person.username)).toEqual(['p11']);
    await world.lookAfter(6 / 24);
    expect(await statuses()).toEqual(['suspended', 'active']);
    expect((await world.stand()).problem).toContain('2 people would be suspended within a day');
    await world.lookAfter(1);
    expect(await statuses()).toEqual(['suspended', 'suspended']);
  });

  it('S-121 nor where they have another account there by then', async () => {
    const world = await createReadingWorld();
    const { db, keys, clock } = { ...world.test.deps, clock: world.test.clock };
    await readWith(world, ['kim']);
    const kim = async () => {
      const row = (await seenIn(db.kysely, world.systemId)).find((one) => one.external_id.includes('kim'));
      if (!row) throw new Error('Kim was read.');
      return row;
    };
    const before = await kim();
    const suspended_at = clock.now();
    await db.transaction(async (tx) => {
      await changeSeen(tx, keys, before, { gone_since: 1, suspended_at });
      await keepSeen(tx, keys, [{ ...before, external_id: 'another-of-kim' }]);
    });
    const after = await kim();
    expect(after).toMatchObject({ external_id: 'another-of-kim', gone_since: null, suspended_at });
    expect(SEEN.isAsWritten(keys, after)).toBe(true);
  });

  it('S-121 is nobody after half a reading, or one that lists nobody at all', async () => {
    const world = await createReadingWorld();
    const { keycloak, stand } = world;
    await readWith(
      world,
      Array.from({ length: 130 }, (_, n) => `p${100 + n}`),
    );
    const { answering } = keycloak;
    keycloak.answering = (asked, response) =>
      asked.query.get('first') === '100' ? json(response, 500) : answering(asked, response);
    await world.lookAfter(1);
    expect(await stand()).toMatchObject({ gone: [], counts: { gone: 0 } });
    keycloak.answering = (asked, response) =>
      asked.path.endsWith('/users') ? [] : answering(asked, response);
    await world.lookAfter(1);
    expect(await stand()).toMatchObject({
      gone: [],
      problem:
        'Keycloak lists nobody at all. Test the connection: a right may be missing, and nobody is taken for gone.',
    });
  });

  it('is who is disabled there, too; but not by a reset of ours, which holds accounts so', async () => {
    const world = await createReadingWorld();
    const { test, account, here } = world;
    await readWith(world, ['kim', 'lea']);
    for (const name of ['kim', 'lea']) account(name).enabled = false;
    const { id = '' } = (await here('lea')) ?? {};
    const { kysely } = test.deps.db;
    await test.deps.db.transaction((tx) =>
      insertHeld(tx, test.deps.keys, {
        effect_id: id,
        request_id: id,
        user_id: id,
        system_id: world.systemId,
        external_id: account('lea').id,
        held_at: test.clock.now(),
        sentence: null,
      }),
    );
    await world.lookAfter(1);
    expect((await world.stand()).gone).toMatchObject([{ person: { username: 'kim' } }]);
    await kysely.deleteFrom('held_accounts').execute();
    await world.lookAfter(1);
    expect((await world.stand()).gone).toHaveLength(2);
  });

  it('S-120 S-121 is nobody by what somebody wrote into the database', async () => {
    const world = await createReadingWorld();
    const { test, here, leaves } = world;
    await readWith(world, ['kim']);
    leaves('kim');
    await world.lookAfter(1);
    await test.deps.db.kysely.updateTable('system_people').set({ gone_since: 1 }).execute();
    await world.lookAfter(1);
    expect(await here('kim')).toMatchObject({ status: 'active' });
  });
});
