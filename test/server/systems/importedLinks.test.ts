import { describe, expect, it } from 'vitest';
import type { Db } from '../../../server/db/connection.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { json } from '../../support/systemServer.ts';
import { JOANNA } from '../../support/systems/keycloak.ts';
import { createSystemsWorld } from './organisation.ts';

const HEADER = 'username,email,name,account';

/** The world of systems with files that name accounts there. */
async function createFileWorld(db?: Db) {
  const world = await createSystemsWorld(db);
  const { test, keycloak, administrator, second } = world;
  const system = await world.connected();
  return {
    ...world,
    system,
    look: () => test.services.linkingOfWanted.look(),
    /** Another round than the last one. */
    async lookAgain() {
      test.clock.advance(60_000);
      await test.services.linkingOfWanted.look();
    },
    async send(
      rows: readonly string[],
      { dryRun = false, named = system }: { dryRun?: boolean; named?: string | null } = {},
    ) {
      const content = [HEADER, ...rows].join('\n');
      const input = { content, dryRun, ...(named === null ? {} : { system: named }) };
      return test.call('users.import', input, { token: await administrator() });
    },
    async agree(id: string | undefined) {
      const token = await second.signIn({ stepUp: true });
      return test.call('pendingChanges.approve', { id: id ?? '' }, { token });
    },
    account(username: string) {
      const [joanna] = keycloak.users;
      if (!joanna) throw new Error('Joanna is there.');
      const email = `${username}@there.example`;
      keycloak.users.push({ ...joanna, id: `id-of-${username}`, username, email });
    },
    /** The account of each, by username; null where there is none. */
    async links() {
      const token = await administrator();
      const { items } = (await test.call('users.list', { limit: 100 }, { token })).body;
      const found = items.map(async ({ id, username }) => {
        const { body } = await test.call('users.get', { id }, { token });
        return [username, body.systems?.[0]?.link?.externalId ?? null] as const;
      });
      return Object.fromEntries(await Promise.all(found));
    },
  };
}

describe('An import links people to the accounts that the file names', () => {
  forEachDatabase(
    (open) => {
      it('new people and those who are here, once a second person agreed to all of it (S-114)', async () => {
        const world = await createFileWorld(await open());
        const { test, system, send, agree, look, links, account } = world;
        account('kim.there');
        await test.person({ username: 'joanna', email: 'jo@example.org', mfa: false });
        const rows = [`joanna,jo@example.org,joanna,${JOANNA}`, 'kim,kim@example.org,Kim,kim.there'];
        const dry = (await send(rows, { dryRun: true })).body;
        expect(dry).toMatchObject({
          imported: 1,
          links: 2,
          preview: [{ account: JOANNA }, { account: 'kim.there' }],
        });
        const { body } = await send(rows);
        expect(body).toMatchObject({
          imported: 1,
          pendingLinks: {
            summary: `Link 2 people to the accounts in Keycloak that a file names: Kim (kim.there), joanna (${JOANNA}). Resets of theirs then remove the factors of those accounts.`,
          },
        });
        await look();
        expect(await links()).toMatchObject({ joanna: null, kim: null });
        expect((await agree(body.pendingLinks?.id)).status).toBe(200);
        expect((await world.list())[0]).toMatchObject({ linked: 0, wanted: { waiting: 2, not: [] } });
        await look();
        expect(await links()).toMatchObject({ joanna: JOANNA, kim: 'id-of-kim.there' });
        expect((await world.list())[0]).toMatchObject({ linked: 2, wanted: { waiting: 0, not: [] } });
        const told = (await test.mails()).filter(({ kind }) => kind === 'system_linked');
        expect(told.map(({ to }) => to).toSorted()).toEqual(['jo@example.org', 'kim@example.org']);
        expect((await test.audit()).filter(({ action }) => action === 'system.linked_by_file')).toMatchObject(
          [
            { actorId: test.administrator.id, data: { by: 'import' } },
            { actorId: test.administrator.id, data: { by: 'import' } },
          ],
        );
        const again = (await send(rows, { dryRun: true })).body;
        expect(again).toMatchObject({ unchanged: 2, links: 0 });
        expect((await send(rows)).body.pendingLinks).toBeUndefined();
        expect(system).not.toBe('');
      });

      it('but never staff or sensitive people, nor two people to one account; each with its reason', async () => {
        const world = await createFileWorld(await open());
        const { test, send, agree, look, links, account } = world;
        for (const name of ['one', 'olga', 'fin']) account(name);
        for (const username of ['ana', 'ben', 'nil', 'fin']) await test.person({ username, mfa: false });
        await test.person({ username: 'olga', roles: ['help_desk'], mfa: false });
        const fin = (await test.call('users.list', { search: 'fin' }, { token: await world.administrator() }))
          .body;
        await test.setPolicy({ sensitive: { people: [fin.items[0]?.id ?? ''], departments: [] } });
        const row = (name: string, there: string) => `${name},${name}@example.org,${name},${there}`;
        const { body } = await send([
          row('ana', 'one'),
          row('ben', 'id-of-one'),
          row('nil', 'nobody'),
          row('olga', 'olga'),
          row('fin', 'fin'),
        ]);
        await agree(body.pendingLinks?.id);
        await look();
        const made = await links();
        expect(new Set([made['ana'], made['ben']])).toEqual(new Set(['id-of-one', null]));
        expect([made['nil'], made['olga'], made['fin']]).toEqual([null, null, null]);
        const { not } = (await world.list())[0]?.wanted ?? { not: [] };
        expect(new Set(not.map(({ why }) => why))).toEqual(
          new Set(['taken', 'nobody_there', 'staff', 'sensitive']),
        );
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  it('and waits while the system does not answer', async () => {
    const { test, keycloak, send, agree, look, lookAgain, links } = await createFileWorld();
    await test.person({ username: 'joanna', email: 'jo@example.org', mfa: false });
    await agree((await send([`joanna,jo@example.org,joanna,joanna`])).body.pendingLinks?.id);
    const { answering } = keycloak;
    keycloak.answering = (_asked, response) => json(response, 503);
    await look();
    keycloak.answering = answering;
    expect(await links()).toMatchObject({ joanna: null });
    await lookAgain();
    expect(await links()).toMatchObject({ joanna: JOANNA });
  });

  it('and not as somebody wrote it into the database', async () => {
    const world = await createFileWorld();
    const { test, send, agree, look, links, account } = world;
    account('kim');
    await test.person({ username: 'joanna', email: 'jo@example.org', mfa: false });
    await agree((await send(['joanna,jo@example.org,joanna,joanna'])).body.pendingLinks?.id);
    await test.deps.db.kysely.updateTable('wanted_links').set({ account: 'kim' }).execute();
    await look();
    expect(await links()).toMatchObject({ joanna: null });
    expect((await world.list())[0]?.wanted.not).toMatchObject([{ why: 'altered' }]);
  });

  it('only where somebody says in which system; else that column is not read', async () => {
    const { send } = await createFileWorld();
    const rows = ['kim,kim@example.org,Kim,kim.there'];
    const { body } = await send(rows, { dryRun: true, named: null });
    expect(body.columns?.at(-1)).toEqual({ header: 'account', field: null });
    expect(body.links).toBeUndefined();
    const elsewhere = await send(rows, { named: '01936a5e-7c1d-7b54-9a3f-2d1c5e8f0a11' });
    expect(elsewhere.problem.code).toBe('not_found');
  });
});
