import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { json } from '../../support/systemServer.ts';
import { JOANNA } from '../../support/systems/keycloak.ts';
import { createReadingWorld, DAILY } from './readingWorld.ts';

describe('People are read from a system', () => {
  forEachDatabase(
    (open) => {
      it('once a second person has agreed to it; new ones are drafts without an invitation, with their managers (S-114)', async () => {
        const world = await createReadingWorld(await open());
        const { test, there, here, look, account } = world;
        Object.assign(account('joanna'), { firstName: 'Joanna', lastName: 'Rivers' });
        account('joanna').attributes = { department: ['Sales'], phone: ['+442079460041'], manager: ['kim'] };
        there('kim');
        const asked = await world.ask(DAILY);
        expect(asked.body).toMatchObject({
          pendingChange: {
            summary:
              'Read who exists in Keycloak every day: new people are added here, what changes there changes here, and people who are gone there for 7 days are suspended here. Staff and sensitive people are left as they are.',
          },
        });
        await look();
        expect(await here('joanna')).toBeUndefined();
        await world.agreed(asked);
        expect((await world.preview()).people).toMatchObject([
          {
            account: 'joanna',
            name: 'Joanna Rivers',
            what: 'added',
            says: expect.stringContaining('Sales') as string,
          },
          { account: 'kim', what: 'added' },
        ]);
        expect(await here('joanna')).toBeUndefined();
        await look();
        expect(await here('joanna')).toMatchObject({
          name: 'Joanna Rivers',
          email: 'jo@example.org',
          department: 'Sales',
          phone: { value: '+442079460041', changedRecently: false },
          manager: { username: 'kim' },
          roles: ['user'],
          invitation: 'draft',
        });
        expect((await test.mails()).map(({ to }) => to)).not.toContain('jo@example.org');
        const made = (await world.events('user.created')).filter(({ data }) => data['username'] === 'joanna');
        expect(made).toMatchObject([
          { actorId: null, data: { source: 'Keycloak', sourceBy: test.administrator.id } },
        ]);
        expect(await world.stand()).toMatchObject({
          every: 'day',
          graceDays: 7,
          underWay: false,
          counts: { read: 2, added: 2, changed: 0, unchanged: 0, leftOut: 0, gone: 0, suspended: 0 },
          problem: null,
        });
      });

      it('what changes there changes here, with the taint and the mail of a change here, and says from where', async () => {
        const world = await createReadingWorld(await open());
        const { test, here, account } = world;
        await test.person({
          username: 'joanna',
          email: 'jo@example.org',
          department: 'Sales',
          phone: '+442079460041',
        });
        await world.switchedOn();
        await world.look();
        expect(await world.stand()).toMatchObject({
          counts: { read: 1, added: 0, changed: 0, unchanged: 1 },
        });
        account('joanna').attributes = { department: [' SALES'] };
        expect((await world.preview()).counts).toMatchObject({ changed: 0, unchanged: 1 });
        Object.assign(account('joanna'), { email: 'joanna@example.org' });
        account('joanna').attributes = {
          department: ['Support'],
          phone: ['+442079460042'],
          mobile: ['nonsense'],
        };
        expect((await world.preview()).people.find(({ what }) => what === 'changed')).toMatchObject({
          account: 'joanna',
          says: 'E-mail: “jo@example.org” becomes “joanna@example.org”. Department: “Sales” becomes “Support”. Phone: “+442079460041” becomes “+442079460042”.',
        });
        await world.lookAfter(1);
        expect(await here('joanna')).toMatchObject({
          email: 'joanna@example.org',
          department: 'Support',
          phone: { value: '+442079460042', changedRecently: true, readFrom: 'Keycloak' },
          mobile: { value: null },
        });
        expect((await world.events('user.updated')).at(-1)).toMatchObject({
          actorId: null,
          data: { source: 'Keycloak' },
        });
        const told = (await test.mails()).filter(({ kind }) => kind === 'contact_changed');
        expect(told.map(({ to }) => to).toSorted()).toEqual(['jo@example.org', 'joanna@example.org']);
        expect(told[0]?.text).toContain('They were read from Keycloak, where they had been changed.');
        const { counts, leftOut } = await world.stand();
        expect(counts).toMatchObject({ changed: 1, leftOut: 1 });
        expect(leftOut).toMatchObject([{ account: 'joanna', what: 'left_out' }]);
        expect(leftOut[0]?.says).toContain('The mobile “nonsense”');
      });

      it('S-121 never staff or sensitive people, whose differences are listed', async () => {
        const world = await createReadingWorld(await open());
        const { test, there, here } = world;
        for (const username of ['olga', 'fin']) there(username, { attributes: { phone: ['+442079460043'] } });
        await test.person({ username: 'olga', name: 'olga Brook', roles: ['help_desk'], mfa: false });
        await test.person({ username: 'fin', name: 'fin Brook', department: 'Finance', mfa: false });
        await test.setPolicy({ sensitive: { people: [], departments: ['Finance'] } });
        await world.switchedOn();
        await world.look();
        expect([(await here('olga'))?.phone.value, (await here('fin'))?.phone.value]).toEqual([null, null]);
        const { leftOut } = await world.stand();
        expect(Object.fromEntries(leftOut.map(({ account, says }) => [account, says]))).toMatchObject({
          fin: 'Sensitive people are changed by hand only. Phone: “+442079460043” is new.',
          olga: 'Staff are changed by hand only. Phone: “+442079460043” is new.',
        });
      });

      it('two servers that come to it at once read once', async () => {
        const world = await createReadingWorld(await open());
        world.there('kim');
        await world.switchedOn();
        await Promise.all([world.look(), world.look()]);
        expect(await world.stand()).toMatchObject({ counts: { read: 2, added: 1, leftOut: 1 } });
        expect(await world.events('user.created').then((all) => all.length)).toBeGreaterThan(0);
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  it('S-121 whom nobody can tell apart is listed, and never guessed', async () => {
    const world = await createReadingWorld();
    const { test, there, here, account } = world;
    world.leaves('joanna');
    await test.person({ username: 'olive', name: 'Olive Brook', email: 'other@example.org', mfa: false });
    there('olive');
    await test.person({ username: 'owner', email: 'shared@example.org', mfa: false });
    there('taker', { email: 'shared@example.org' });
    await test.person({ username: 'nora.b', name: 'Nora Brook', mfa: false });
    there('nora', { firstName: 'Nora' });
    there('twin1', { email: 'twin@example.org' });
    there('twin2', { email: 'twin@example.org' });
    there('nameless', { firstName: '', lastName: '' });
    there('a b');
    there('closed', { enabled: false });
    there('hidden', { firstName: 'Hi\u202Edden' });
    await world.switchedOn();
    await world.look();
    const { counts, leftOut } = await world.stand();
    expect(counts).toMatchObject({ read: 9, added: 0, changed: 0, leftOut: 8 });
    const says = Object.fromEntries(leftOut.map((one) => [one.account, one.says]));
    expect(says['olive']).toContain('Olive Brook has the username olive here, with another e-mail address.');
    expect(says['taker']).toContain('This is the e-mail address of owner (owner) here.');
    expect(says['nora']).toContain('Somebody here has the same name: Nora Brook (nora.b).');
    expect(says['twin1']).toBe('Another account there has the same username or e-mail address.');
    expect(says['nameless']).toBe('The name is missing.');
    expect(says['a b']).toContain('without spaces');
    expect(says['hidden']).toContain('The name holds');
    expect(says['closed']).toBeUndefined();
    const { id } = (await here('nora.b')) ?? { id: '' };
    await world.linked(id, world.systemId, account('nora').id);
    account('nora').attributes = { department: ['Sales'] };
    await world.lookAfter(1);
    expect(await here('nora.b')).toMatchObject({ department: 'Sales', email: 'nora@example.org' });
    expect(await here('nora')).toBeUndefined();
  });

  it('S-121 nobody is taken for who has a username here by that alone, without their address there, verified', async () => {
    const world = await createReadingWorld();
    const { test, there, here, account } = world;
    world.leaves('joanna');
    const attributes = { phone: ['+442079460099'] };
    there('kim', { email: '', attributes });
    there('lea', { emailVerified: false, attributes });
    for (const username of ['kim', 'lea']) await test.person({ username, mfa: false });
    await world.switchedOn();
    await world.look();
    const numbers = async () => [(await here('kim'))?.phone.value, (await here('lea'))?.phone.value];
    expect(await numbers()).toEqual([null, null]);
    const { leftOut } = await world.stand();
    expect(leftOut.map(({ account: name }) => name)).toEqual(['kim', 'lea']);
    for (const { says } of leftOut) expect(says).toContain('but this account has no verified e-mail address');
    account('lea').emailVerified = true;
    const { id } = (await here('kim')) ?? { id: '' };
    await world.linked(id, world.systemId, account('kim').id);
    await world.lookAfter(1);
    expect(await numbers()).toEqual(['+442079460099', '+442079460099']);
  });

  it('an address that is somebody else’s is taken for nobody, and a move that frees somebody is theirs who confirm it', async () => {
    const world = await createReadingWorld();
    const { test, here, account } = world;
    await test.person({ username: 'owner', email: 'owner@example.org', mfa: false });
    await test.person({ username: 'joanna', email: 'jo@example.org', department: 'Sales', mfa: false });
    await test.setPolicy({ required: { scope: 'selected', roles: [], departments: ['Sales'] } });
    await world.switchedOn();
    await world.look();
    account('joanna').email = 'owner@example.org';
    account('joanna').attributes = { department: ['Sleep'] };
    await world.lookAfter(1);
    expect(await here('joanna')).toMatchObject({ email: 'jo@example.org' });
    const { counts, leftOut } = await world.stand();
    expect(counts).toMatchObject({ changed: 0 });
    expect(leftOut.map(({ says }) => says)).toEqual([
      'The address owner@example.org is somebody else’s, so it is not taken.',
      expect.stringContaining('asks for none in Sleep. Move them on their page'),
    ]);
  });

  it('S-121 page by page, and one that breaks off changes nobody, says so and comes again', async () => {
    const world = await createReadingWorld();
    const { keycloak, there, here } = world;
    for (let n = 100; n < 230; n += 1) there(`p${n}`);
    const { answering } = keycloak;
    keycloak.answering = (asked, response) =>
      asked.query.get('first') === '100' ? json(response, 503) : answering(asked, response);
    await world.switchedOn();
    await world.look();
    expect(await here('p100')).toBeUndefined();
    expect(await world.stand()).toMatchObject({
      counts: null,
      readAt: null,
      problem: 'Keycloak answers 503.',
    });
    keycloak.answering = answering;
    await world.look();
    expect((await world.stand()).counts).toBeNull();
    world.test.clock.advance(HOUR);
    await world.look();
    expect(await world.stand()).toMatchObject({ counts: { read: 131, added: 130 }, problem: null });
  });

  it('now, where an administrator asks for it', async () => {
    const world = await createReadingWorld();
    const { test, there, here, administrator, systemId } = world;
    const now = async () =>
      test.call('settings.systems.readPeople', { id: systemId }, { token: await administrator() });
    expect((await now()).status).toBe(404);
    await world.switchedOn();
    await world.look();
    there('kim');
    await world.look();
    expect(await here('kim')).toBeUndefined();
    expect((await now()).body.people).toMatchObject({ underWay: false });
    await world.look();
    expect(await here('kim')).toBeDefined();
  });

  it('S-121 by what two people agreed to, and not by what somebody wrote into the database (S-114, S-120)', async () => {
    const world = await createReadingWorld();
    const { test, here, there } = world;
    await world.switchedOn();
    await world.look();
    const { kysely } = test.deps.db;
    await kysely.updateTable('people_readings').set({ grace_days: 1, next_at: 0 }).execute();
    there('kim');
    await world.look();
    expect(await here('kim')).toBeUndefined();
    expect((await world.stand()).problem).toContain('not by this server');
    await world.ask(null);
    await world.switchedOn();
    await test.person({ username: 'victim', email: 'jo@example.org', mfa: false });
    const { id } = (await here('victim')) ?? { id: '' };
    await kysely
      .insertInto('system_people')
      .values({
        system_id: world.systemId,
        external_id: JOANNA,
        user_id: id,
        gone_since: null,
        suspended_at: null,
        mac: 'v1.1.made-up',
      })
      .execute();
    await world.look();
    expect((await world.stand()).leftOut[0]?.says).toContain('was changed in the database');
  });

  it('no longer once it is off, or the system is another one; everybody stays', async () => {
    const world = await createReadingWorld();
    const { test, there, here, ask } = world;
    there('kim');
    await world.switchedOn();
    await world.look();
    expect((await ask(null)).body).toMatchObject({ people: null });
    there('lea');
    await world.lookAfter(1);
    expect([await here('kim'), await here('lea')]).toEqual([expect.anything(), undefined]);
    await world.switchedOn();
    const change = { id: world.systemId, realm: 'other' };
    await world.agreed(
      await test.call('settings.systems.update', change, { token: await world.administrator() }),
    );
    expect((await world.list())[0]?.people).toBeNull();
  });

  it('not from a kind that lists nobody', async () => {
    const world = await createReadingWorld();
    const id = await world.connected({ kind: 'lemonldap', name: 'Lemon', realm: null });
    const token = await world.administrator();
    const asked = await world.test.call(
      'settings.systems.setPeopleReading',
      { id, reading: DAILY },
      { token },
    );
    expect([asked.status, (await world.list()).map(({ listsPeople }) => listsPeople)]).toEqual([
      404,
      [true, false],
    ]);
  });
});
