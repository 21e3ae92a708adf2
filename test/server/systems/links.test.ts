import { describe, expect, it } from 'vitest';
import { forEachDatabase } from '../../support/databases.ts';
import { changeIn } from '../../support/secondPerson.ts';
import { json } from '../../support/systemServer.ts';
import { JOANNA, PHONE } from '../../support/systems/keycloak.ts';
import { startPrivacyIdea } from '../../support/systems/privacyidea.ts';
import { createSystemsWorld } from './organisation.ts';

describe('Links to accounts in connected systems', () => {
  forEachDatabase(
    (open) => {
      it('are asked for by administrators and agreed to by a second person; the person is told', async () => {
        const world = await createSystemsWorld(await open());
        const { test, administrator, agreed, connected } = world;
        const systemId = await connected();
        const jo = await test.person({ username: 'joanna', email: 'jo@example.org' });
        const token = await administrator();
        const found = await test.call('users.systemAccounts', { id: jo.id, systemId }, { token });
        expect(found.body.items).toMatchObject([{ externalId: JOANNA, username: 'joanna', enabled: true }]);
        const input = { id: jo.id, systemId, externalId: JOANNA };
        const asked = await test.call('users.linkSystem', input, { token });
        expect(asked.body).toMatchObject({
          pendingChange: {
            summary:
              'Link joanna to the account joanna in Keycloak: a reset of joanna then removes the factors of that account.',
          },
        });
        const before = await test.call('users.get', { id: jo.id }, { token });
        expect(before.body.systems).toMatchObject([{ name: 'Keycloak', link: null }]);
        await agreed(asked);
        const { body } = await test.call('users.get', { id: jo.id }, { token: await administrator() });
        expect(body.systems).toMatchObject([
          { id: systemId, link: { externalId: JOANNA, externalName: 'joanna', how: 'administrator' } },
        ]);
        expect((await test.mails()).filter(({ kind }) => kind === 'system_linked')).toMatchObject([
          { to: 'jo@example.org', text: expect.stringContaining('the account joanna in Keycloak') as string },
        ]);
        expect((await test.audit()).find(({ action }) => action === 'system.linked')).toMatchObject({
          targetId: jo.id,
          data: { system: 'Keycloak', account: 'joanna', externalId: JOANNA, agreedBy: 'second' },
        });
      });

      it('one account is one person’s, also where two were asked for at once', async () => {
        const world = await createSystemsWorld(await open());
        const { test, administrator, agreed, connected, second } = world;
        const systemId = await connected();
        const jo = await test.person({ username: 'joanna', mfa: false });
        const kim = await test.person({ username: 'kim', mfa: false });
        const ask = async (id: string) =>
          test.call(
            'users.linkSystem',
            { id, systemId, externalId: JOANNA },
            { token: await administrator() },
          );
        const [first, other] = [await ask(jo.id), await ask(kim.id)];
        await agreed(first);
        const token = await second.signIn({ stepUp: true });
        const late = await test.call('pendingChanges.approve', { id: changeIn(other) }, { token });
        expect([late.status, late.problem.code]).toEqual([409, 'change_not_possible']);
        expect((await ask(kim.id)).problem.code).toBe('already_linked');
        const { body } = await test.call('users.get', { id: kim.id }, { token });
        expect(body.systems?.[0]?.link).toBeNull();
      });

      it('end at once by an administrator, and the person is told', async () => {
        const world = await createSystemsWorld(await open());
        const { test, administrator, connected } = world;
        const jo = await test.person({ username: 'joanna', mfa: false });
        await world.linked(jo.id, await connected(), JOANNA);
        const token = await administrator();
        const { body } = await test.call('users.get', { id: jo.id }, { token });
        const linkId = body.systems?.[0]?.link?.id ?? '';
        const other = await test.call('users.unlinkSystem', { id: world.second.id, linkId }, { token });
        expect(other.problem.code).toBe('not_found');
        const ended = await test.call('users.unlinkSystem', { id: jo.id, linkId }, { token });
        expect(ended.body.systems).toMatchObject([{ link: null }]);
        const again = await test.call('users.unlinkSystem', { id: jo.id, linkId }, { token });
        expect(again.problem.code).toBe('not_found');
        expect((await test.mails()).some(({ kind }) => kind === 'system_unlinked')).toBe(true);
        expect((await test.audit()).some(({ action }) => action === 'system.unlinked')).toBe(true);
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  it('are not made to an account that is not there, nor while the system does not answer', async () => {
    const { test, keycloak, administrator, connected } = await createSystemsWorld();
    const systemId = await connected();
    const jo = await test.person({ username: 'joanna', mfa: false });
    const token = await administrator();
    const link = (externalId: string) =>
      test.call('users.linkSystem', { id: jo.id, systemId, externalId }, { token });
    expect((await link('nobody')).problem).toMatchObject({
      code: 'system_failed',
      detail: 'Keycloak has no account by that id any more.',
    });
    keycloak.answering = (_asked, response) => json(response, 503);
    expect((await link(JOANNA)).problem).toMatchObject({
      code: 'system_failed',
      detail: 'Keycloak answers 503.',
    });
  });

  it('are not made to another system than was meant: a change of its realm comes first', async () => {
    const { test, administrator, agreed, second, connected } = await createSystemsWorld();
    const systemId = await connected();
    const jo = await test.person({ username: 'joanna', mfa: false });
    const asked = await test.call(
      'users.linkSystem',
      { id: jo.id, systemId, externalId: JOANNA },
      { token: await administrator() },
    );
    const moved = { id: systemId, realm: 'others' };
    await agreed(await test.call('settings.systems.update', moved, { token: await administrator() }));
    const token = await second.signIn({ stepUp: true });
    const late = await test.call('pendingChanges.approve', { id: changeIn(asked) }, { token });
    expect(late.status).toBe(409);
  });
});

describe('The factors of a person', () => {
  it('are those here and those of linked systems, with their dates', async () => {
    const world = await createSystemsWorld();
    const { test, connected } = world;
    const systemId = await connected();
    const jo = await test.person({ username: 'joanna' });
    await world.linked(jo.id, systemId, JOANNA);
    const { body } = await test.call('users.factors', { id: jo.id }, { token: await world.administrator() });
    expect(body).toMatchObject({
      items: [
        { systemId: null, name: 'Authenticator app' },
        { systemId, id: PHONE, kind: 'app', name: 'Phone', createdAt: '2026-11-30T14:47:44.941Z' },
        { systemId, id: 'a-key', kind: 'passkey', name: 'Key', lastUsedAt: null, stopped: false },
      ],
      unavailable: [],
    });
  });

  it('of a system that cannot be read are unavailable, by name, and the others are told (S-116)', async () => {
    const world = await createSystemsWorld();
    const { test, keycloak, connected } = world;
    const systemId = await connected();
    const privacyidea = await startPrivacyIdea();
    const other = await connected({
      kind: 'privacyidea',
      name: 'privacyIDEA',
      url: privacyidea.url,
      secret: 'gatehouse-password',
    });
    const jo = await test.person({ username: 'jo', mfa: false });
    await world.linked(jo.id, systemId, JOANNA);
    await world.linked(jo.id, other, 'jo');
    const token = await world.administrator();
    const read = async () => (await test.call('users.factors', { id: jo.id }, { token })).body;
    expect((await read()).items).toHaveLength(4);
    const { answering } = keycloak;
    keycloak.answering = (asked, response) =>
      asked.path.endsWith('/credentials')
        ? [{ id: 'x', type: 'otp', createdDate: 8e300, userLabel: 'Phone\u202e' }]
        : answering(asked, response);
    expect((await read()).items).toMatchObject([
      { systemId, name: 'Phone[U+202E]', createdAt: null },
      { systemId: other },
      { systemId: other },
    ]);
    for (const [lie, words] of [
      [[{ id: 5 }], 'answered what this kind of system never does'],
      [{ error: 'x'.repeat(3_000_000) }, 'answered more than fits'],
    ] as const) {
      keycloak.answering = (asked, response) =>
        asked.path.endsWith('/credentials') ? lie : answering(asked, response);
      const { items, unavailable } = await read();
      expect(items.map((item) => item.systemId)).toEqual([other, other]);
      expect(unavailable).toMatchObject([{ systemId, sentence: expect.stringContaining(words) as string }]);
    }
  });

  it('a console without connected systems says nothing of them', async () => {
    const { test, administrator } = await createSystemsWorld();
    const { body } = await test.call(
      'users.get',
      { id: test.administrator.id },
      { token: await administrator() },
    );
    expect(body).not.toHaveProperty('systems');
  });
});
