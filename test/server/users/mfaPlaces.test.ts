import { describe, expect, it } from 'vitest';
import type { Db } from '../../../server/db/connection.ts';
import { HOUR, rfc3339 } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { JOANNA } from '../../support/systems/keycloak.ts';
import { createSystemsWorld } from '../systems/organisation.ts';

/** Joanna with an account in Keycloak, Kim with MFA here, Lou with neither. */
async function createPlaces(db?: Db) {
  const world = await createSystemsWorld(db);
  const { test } = world;
  const joanna = await test.person({ username: 'joanna', mfa: false });
  await test.person({ username: 'kim' });
  await test.person({ username: 'lou', mfa: false });
  const system = await world.connected();
  await world.linked(joanna.id, system, JOANNA);
  const token = () => test.administrator.signIn();
  const places = async () => (await test.call('users.mfaPlaces', {}, { token: await token() })).body;
  /** Whom the list behind a number has; the number is theirs. */
  async function whoHasMfa(place: string): Promise<string[]> {
    const { systems, counts } = await places();
    const { body } = await test.call('users.list', { mfaIn: place, limit: 100 }, { token: await token() });
    const counted: Record<string, number> = {
      ...counts,
      ...Object.fromEntries(systems.map(({ id, withMfa }) => [id, withMfa])),
    };
    expect([place, body.total?.count]).toEqual([place, counted[place]]);
    return body.items.map(({ username }) => username).filter((name) => name !== 'admin' && name !== 'second');
  }
  return {
    ...world,
    joanna,
    system,
    places,
    whoHasMfa,
    /** A round of the worker; the one after waits until the next is due. */
    async look() {
      await test.services.guardReading.look();
      test.clock.advance(HOUR);
    },
    async detail() {
      const { body } = await test.call('users.get', { id: joanna.id }, { token: await token() });
      return body.systems?.find(({ id }) => id === system);
    },
    async row() {
      const input = { search: 'joanna', also: 'mfaElsewhere' as const };
      return (await test.call('users.list', input, { token: await token() })).body.items[0];
    },
  };
}

describe('Who has MFA where', () => {
  forEachDatabase(
    (open) => {
      it('is counted here, in each system, together and nowhere, each number of exactly its list', async () => {
        const { keycloak, system, look, whoHasMfa, places, row, detail, test } = await createPlaces(
          await open(),
        );
        expect(await whoHasMfa('unread')).toEqual(['joanna']);
        expect(await whoHasMfa('nowhere')).toEqual(['joanna', 'lou']);
        expect(await detail()).not.toHaveProperty('counted');
        const at = rfc3339(test.clock.now());
        await look();
        expect((await places()).systems).toEqual([{ id: system, name: 'Keycloak', withMfa: 1 }]);
        expect(await whoHasMfa('here')).toEqual(['kim']);
        expect(await whoHasMfa(system)).toEqual(['joanna']);
        expect(await whoHasMfa('anywhere')).toEqual(['joanna', 'kim']);
        expect(await whoHasMfa('nowhere')).toEqual(['lou']);
        expect(await whoHasMfa('unread')).toEqual([]);
        expect(await row()).toMatchObject({ mfaElsewhere: [system] });
        expect(await detail()).toMatchObject({ counted: { withMfa: true, readAt: at } });
        // What lets in by itself is asked of nobody who knows the password, and recovery codes only beside something else.
        const codes = { id: 'her-codes', type: 'recovery-authn-codes', createdDate: 1_796_050_064_950 };
        const passkey = { id: 'a-passkey', type: 'webauthn-passwordless', createdDate: 1_796_050_064_950 };
        for (const user of keycloak.users) user.credentials = [passkey, codes];
        await look();
        expect(await whoHasMfa(system)).toEqual([]);
        expect(await whoHasMfa('nowhere')).toEqual(['joanna', 'lou']);
        expect(await detail()).toMatchObject({ counted: { withMfa: false } });
        expect(await row()).not.toHaveProperty('mfaElsewhere');
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  it('is nothing where no system is connected', async () => {
    const { test } = await createSystemsWorld();
    const token = await test.administrator.signIn();
    expect((await test.call('users.mfaPlaces', {}, { token })).body).toEqual({ systems: [], counts: null });
  });

  it('stays as it was read while a system doesn’t answer, and ends with the link', async () => {
    const { keycloak, system, joanna, look, whoHasMfa, test, administrator } = await createPlaces();
    await look();
    keycloak.roles = [];
    await look();
    expect(await whoHasMfa(system)).toEqual(['joanna']);
    const { link } = (await test.call('users.get', { id: joanna.id }, { token: await administrator() })).body
      .systems?.[0] ?? { link: null };
    await test.call(
      'users.unlinkSystem',
      { id: joanna.id, linkId: link?.id ?? '' },
      { token: await administrator() },
    );
    expect(await whoHasMfa(system)).toEqual([]);
    expect(await whoHasMfa('nowhere')).toEqual(['joanna', 'lou']);
    await look();
    expect(await test.deps.db.kysely.selectFrom('system_guards').selectAll().execute()).toEqual([]);
  });

  it('is read of everybody else, too, while a system says nothing sensible of one account', async () => {
    const { keycloak, system, look, whoHasMfa, test, linked } = await createPlaces();
    const [hers] = keycloak.users;
    if (!hers) throw new Error('nobody is in Keycloak');
    // More than are asked at once.
    const others = ['ann', 'ben', 'cleo', 'dan', 'eve'];
    for (const username of others) {
      const id = `account-of-${username}`;
      keycloak.users.push({ ...hers, id, username, email: `${username}@example.org` });
      await linked((await test.person({ username, mfa: false })).id, system, id);
    }
    hers.credentials = [{}] as typeof hers.credentials;
    await look();
    expect(await whoHasMfa(system)).toEqual(others);
    expect(await whoHasMfa('unread')).toEqual(['joanna']);
  });

  it('is read of everybody else, too, while a system says nothing sensible of all that are asked at once', async () => {
    const { keycloak, system, look, whoHasMfa, test, linked } = await createPlaces();
    const [hers] = keycloak.users;
    if (!hers) throw new Error('nobody is in Keycloak');
    const odd = ['ann', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus', 'hal'];
    for (const username of [...odd, 'zoe']) {
      const id = `account-of-${username}`;
      const credentials = username === 'zoe' ? hers.credentials : ([{}] as typeof hers.credentials);
      keycloak.users.push({ ...hers, id, username, email: `${username}@example.org`, credentials });
      await linked((await test.person({ username, mfa: false })).id, system, id);
    }
    await look();
    expect(await whoHasMfa(system)).toContain('zoe');
    expect(await whoHasMfa('unread')).toEqual(odd);
  });

  it('is said in a list only where it is asked', async () => {
    const { look, test } = await createPlaces();
    await look();
    const { body } = await test.call(
      'users.list',
      { search: 'joanna' },
      { token: await test.administrator.signIn() },
    );
    expect(body.items[0]).not.toHaveProperty('mfaElsewhere');
  });

  it('reads each account once an hour', async () => {
    const { keycloak, test } = await createPlaces();
    await test.services.guardReading.look();
    const asked = keycloak.asked.length;
    test.clock.advance(HOUR - 1);
    await test.services.guardReading.look();
    expect(keycloak.asked.length).toBe(asked);
    test.clock.advance(60_000);
    await test.services.guardReading.look();
    expect(keycloak.asked.length).toBeGreaterThan(asked);
  });
});
