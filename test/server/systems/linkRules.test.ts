import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../contract/operations.ts';
import type { LinkRule } from '../../../contract/systems.ts';
import type { Db } from '../../../server/db/connection.ts';
import { HOUR } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { changeIn } from '../../support/secondPerson.ts';
import { json } from '../../support/systemServer.ts';
import { JOANNA } from '../../support/systems/keycloak.ts';
import { createSystemsWorld } from './organisation.ts';

/** The world of systems with what rules ask for and say. */
async function createRuleWorld(db?: Db) {
  const world = await createSystemsWorld(db);
  const { test, keycloak, administrator, agreed } = world;
  const systemId = await world.connected();
  const ask = async (rule: LinkRule | null) =>
    test.call('settings.systems.setLinkRule', { id: systemId, rule }, { token: await administrator() });
  const look = () => test.services.linkingByRule.look();
  return {
    ...world,
    systemId,
    ask,
    look,
    switchedOn: async (rule: LinkRule) => agreed(await ask(rule)),
    /** Another round than the last one. */
    async lookAgain() {
      test.clock.advance(60_000);
      await look();
    },
    /** An account there, as Joanna's is. */
    account(username: string, email: string, { emailVerified = true } = {}) {
      const [joanna] = keycloak.users;
      if (!joanna) throw new Error('Joanna is there.');
      keycloak.users.push({ ...joanna, id: `id-of-${username}`, username, email, emailVerified });
    },
    async linkOf(id: string) {
      const token = await administrator();
      return (await test.call('users.get', { id }, { token })).body.systems?.[0]?.link ?? null;
    },
    async preview(rule: LinkRule) {
      const token = await administrator();
      const input: InputOf<'settings.systems.previewLinkRule'> = { id: systemId, rule };
      const { body } = await test.call('settings.systems.previewLinkRule', input, { token });
      return Object.fromEntries(
        body.items.map(({ person, account, not }) => [person.username, account ?? not]),
      );
    },
  };
}

describe('People are linked to their accounts by rule', () => {
  forEachDatabase(
    (open) => {
      it('once a second person has agreed to it, and hear of it; whoever is new here, too (S-114)', async () => {
        const world = await createRuleWorld(await open());
        const { test, ask, look, agreed, linkOf, account } = world;
        const jo = await test.person({ username: 'joanna', email: 'jo@example.org' });
        const asked = await ask('username');
        expect(asked.body).toMatchObject({
          pendingChange: {
            summary:
              'Link people to their accounts in Keycloak by a rule: where the username is the same. Nobody checks each one; staff and sensitive people are left out.',
          },
        });
        await look();
        expect(await linkOf(jo.id)).toBeNull();
        await agreed(asked);
        await look();
        expect(await linkOf(jo.id)).toMatchObject({ externalId: JOANNA, how: 'rule' });
        const told = (await test.mails()).filter(({ kind }) => kind === 'system_linked');
        expect(told).toMatchObject([{ to: 'jo@example.org' }]);
        expect((await test.audit()).find(({ action }) => action === 'system.linked_by_rule')).toMatchObject({
          targetId: jo.id,
          actorId: null,
          data: { system: 'Keycloak', account: 'joanna', by: 'rule', rule: 'username' },
        });
        const kim = await test.person({ username: 'kim', mfa: false });
        account('kim', 'kim@example.org');
        await world.lookAgain();
        expect(await linkOf(kim.id)).toMatchObject({ externalId: 'id-of-kim' });
        expect((await world.list())[0]).toMatchObject({
          linked: 2,
          linkRule: { rule: 'username', linked: 2, problem: null },
        });
      });

      it('never staff or sensitive people, nor whose link somebody took away (S-114)', async () => {
        const world = await createRuleWorld(await open());
        const { test, keycloak, preview, switchedOn, lookAgain, linkOf, account } = world;
        for (const name of ['olga', 'fin', 'kim']) account(name, `${name}@example.org`);
        const olga = await test.person({ username: 'olga', roles: ['help_desk'], mfa: false });
        const fin = await test.person({ username: 'fin', department: 'Finance', mfa: false });
        const kim = await test.person({ username: 'kim', mfa: false });
        await test.setPolicy({ sensitive: { people: [], departments: ['Finance'] } });
        expect(await preview('username')).toEqual({
          admin: 'staff',
          second: 'staff',
          olga: 'staff',
          fin: 'sensitive',
          kim: 'kim',
        });
        await switchedOn('username');
        await world.look();
        expect([await linkOf(olga.id), await linkOf(fin.id)]).toEqual([null, null]);
        const link = await linkOf(kim.id);
        const token = await world.administrator();
        await test.call('users.unlinkSystem', { id: kim.id, linkId: link?.id ?? '' }, { token });
        expect(await preview('username')).toMatchObject({ kim: 'unlinked' });
        test.clock.advance(7 * HOUR);
        const before = keycloak.asked.length;
        await lookAgain();
        expect(await linkOf(kim.id)).toBeNull();
        expect(keycloak.asked.slice(before).filter(({ path }) => path.endsWith('/users'))).toEqual([]);
      });

      it('S-111 not by a username alone that somebody made up for an account of somebody else', async () => {
        const { test, preview, switchedOn, look, linkOf } = await createRuleWorld(await open());
        const puppet = await test.person({ username: 'joanna', email: 'puppet@example.org' });
        expect(await preview('username')).toMatchObject({ joanna: 'address_differs' });
        await switchedOn('username');
        await look();
        expect(await linkOf(puppet.id)).toBeNull();
      });

      it('one account is one person’s, by whichever of two servers comes first', async () => {
        const world = await createRuleWorld(await open());
        const { test, switchedOn, look, linkOf } = world;
        const jo = await test.person({ username: 'joanna', email: 'jo@example.org', mfa: false });
        const kim = await test.person({ username: 'kim', mfa: false });
        await world.linked(kim.id, world.systemId, JOANNA);
        expect(await world.preview('username')).toMatchObject({ joanna: 'taken' });
        await switchedOn('username');
        await Promise.all([look(), look()]);
        expect(await linkOf(jo.id)).toBeNull();
        expect(await linkOf(kim.id)).toMatchObject({ externalId: JOANNA, how: 'administrator' });
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  it('by an address that is proven there, no younger than 30 days here, and nobody else’s', async () => {
    const world = await createRuleWorld();
    const { test, preview, switchedOn, look, linkOf, account } = world;
    const people = ['proven', 'unproven', 'moved', 'shared', 'sharing', 'absent', 'twice'];
    for (const username of people.slice(0, 4)) await test.person({ username, mfa: false });
    await test.person({ username: 'sharing', email: 'shared@example.org', mfa: false });
    for (const username of people.slice(5)) await test.person({ username, mfa: false });
    account('a1', 'proven@example.org');
    account('a2', 'unproven@example.org', { emailVerified: false });
    account('a3', 'new@example.org');
    account('a4', 'shared@example.org');
    account('a5', 'twice@example.org');
    account('a6', 'twice@example.org');
    const token = await world.administrator();
    const { items } = (await test.call('users.list', { search: 'moved' }, { token })).body;
    await test.call('users.update', { id: items[0]?.id ?? '', email: 'new@example.org' }, { token });
    expect(await preview('email')).toEqual({
      admin: 'staff',
      second: 'staff',
      proven: 'a1',
      unproven: 'not_verified',
      moved: 'address_new',
      shared: 'address_shared',
      sharing: 'address_shared',
      absent: 'nobody_there',
      twice: 'ambiguous',
    });
    await switchedOn('email');
    await look();
    const proven = (
      await test.call('users.list', { search: 'proven' }, { token: await world.administrator() })
    ).body.items;
    const names = new Set<string | undefined>();
    for (const { id } of proven) names.add((await linkOf(id))?.externalName);
    expect(names).toEqual(new Set(['a1', undefined]));
  });

  it('page by page, going on where it stopped; what fails is said, and comes again', async () => {
    const world = await createRuleWorld();
    const { test, keycloak, switchedOn, look, lookAgain, account } = world;
    for (let n = 10; n < 70; n += 1) {
      test.clock.advance(1);
      await test.person({ username: `p${n}`, mfa: false });
      account(`p${n}`, `p${n}@example.org`);
    }
    const token = await world.administrator();
    const input = { id: world.systemId, rule: 'username' } as const;
    const first = (await test.call('settings.systems.previewLinkRule', input, { token })).body;
    expect([first.items.length, first.nextCursor]).toEqual([25, first.items.at(-1)?.person.id]);
    const cursor = first.nextCursor ?? '';
    const next = (await test.call('settings.systems.previewLinkRule', { ...input, cursor }, { token })).body;
    expect(next.items[0]?.account).toBe('p33');
    await switchedOn('username');
    const { answering } = keycloak;
    keycloak.answering = (asked, response) =>
      asked.query.get('username') === 'p50' ? json(response, 503) : answering(asked, response);
    await look();
    expect((await world.list())[0]).toMatchObject({
      linked: 23,
      linkRule: { looked: 25, linked: 23, endedAt: null, problem: 'Keycloak answers 503.' },
    });
    keycloak.answering = answering;
    await lookAgain();
    expect((await world.list())[0]).toMatchObject({
      linked: 60,
      linkRule: { looked: 62, linked: 60, problem: null, endedAt: expect.any(String) as string },
    });
  });

  it('by what two people agreed to, and not by what somebody wrote into the database (S-114)', async () => {
    const world = await createRuleWorld();
    const { test, switchedOn, look, linkOf } = world;
    const jo = await test.person({ username: 'joanna', email: 'jo@example.org', mfa: false });
    await switchedOn('email');
    await test.deps.db.kysely.updateTable('system_link_rules').set({ rule: 'username' }).execute();
    await look();
    expect(await linkOf(jo.id)).toBeNull();
    expect((await world.list())[0]?.linkRule?.problem).toContain('not by this server');
  });

  it('and for 30 days after, their reset asks for more: nobody looked at that account', async () => {
    const world = await createRuleWorld();
    const { test, switchedOn, look } = world;
    const desk = await test.person({ username: 'desk', roles: ['help_desk'] });
    const jo = await test.person({ username: 'joanna', email: 'jo@example.org' });
    const kim = await test.person({ username: 'kim' });
    await switchedOn('username');
    await look();
    const reasonsOf = async (userId: string) => {
      const token = await desk.signIn({ stepUp: true });
      const asked = { userId, reason: 'lost_or_stolen', note: 'She called.' } as const;
      const { body } = await test.call('resetRequests.open', asked, { token });
      return body.reasons.map(({ code }) => code);
    };
    expect(await reasonsOf(jo.id)).toContain('linked_unseen');
    expect(await reasonsOf(kim.id)).not.toContain('linked_unseen');
  });

  it('no longer once the rule is off, or the system is another one; links stay', async () => {
    const world = await createRuleWorld();
    const { test, ask, switchedOn, look, lookAgain, linkOf, account } = world;
    const jo = await test.person({ username: 'joanna', email: 'jo@example.org', mfa: false });
    await switchedOn('username');
    await look();
    const off = await ask(null);
    expect(off.body).toMatchObject({ linkRule: null, linked: 1 });
    const kim = await test.person({ username: 'kim', mfa: false });
    account('kim', 'kim@example.org');
    await lookAgain();
    expect(await linkOf(kim.id)).toBeNull();
    expect(await linkOf(jo.id)).not.toBeNull();
    const waits = await ask('username');
    await world.agreed(
      await test.call(
        'settings.systems.update',
        { id: world.systemId, realm: 'others' },
        { token: await world.administrator() },
      ),
    );
    const token = await world.second.signIn({ stepUp: true });
    const late = await test.call('pendingChanges.approve', { id: changeIn(waits) }, { token });
    expect([late.status, late.problem.code]).toEqual([409, 'change_not_possible']);
    await switchedOn('username');
    await world.agreed(
      await test.call(
        'settings.systems.update',
        { id: world.systemId, realm: 'staff' },
        { token: await world.administrator() },
      ),
    );
    expect((await world.list())[0]).toMatchObject({ linkRule: null, linked: 0 });
  });
});
