import { describe, expect, it } from 'vitest';
import { bindSystems } from '../../../server/domain/systems/store.ts';
import { sealSystemSecret } from '../../../server/domain/systems/secret.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { JOANNA } from '../../support/systems/keycloak.ts';
import { agree, changeIn } from '../../support/secondPerson.ts';
import { createSystemsWorld, SECRET } from './organisation.ts';

describe('Settings > Connected systems', () => {
  forEachDatabase(
    (open) => {
      it('connects one with a step-up and a second person; its secret is sealed and never told', async () => {
        const { test, input, administrator, agreed, list } = await createSystemsWorld(await open());
        const plain = await test.administrator.signIn();
        const refused = await test.call('settings.systems.create', input, { token: plain });
        expect(refused.problem.code).toBe('step_up_required');
        const asked = await test.call(
          'settings.systems.create',
          { ...input, secretExpiresOn: '2027-03-01' },
          { token: await administrator() },
        );
        expect(asked.status).toBe(202);
        // S-114: it has no effect until then.
        expect(await list()).toEqual([]);
        await agreed(asked);
        const [system] = await list();
        expect(system).toMatchObject({
          kind: 'keycloak',
          name: 'Keycloak',
          realm: 'staff',
          clientId: 'gatehouse',
          secretSet: true,
          secretExpiresOn: '2027-03-01',
          linked: 0,
        });
        const rows = await test.deps.db.kysely.selectFrom('systems').selectAll().execute();
        const everything = JSON.stringify([rows, await test.audit(), await test.mails(), asked.text, system]);
        expect(everything).not.toContain(SECRET);
        expect((await test.audit()).find(({ action }) => action === 'system.saved')?.data).toMatchObject({
          system: 'Keycloak',
          secret: 'set',
          agreedBy: 'second',
        });
        const mails = (await test.mails()).filter(({ kind }) => kind === 'system_saved');
        expect(mails.map(({ to }) => to).toSorted()).toEqual(['admin@example.org', 'second@example.org']);
      });

      it('another name, address, realm, client or secret waits; the secret’s end does not', async () => {
        const { test, connected, administrator, agreed, list } = await createSystemsWorld(await open());
        const id = await connected();
        const update = async (change: object) =>
          test.call('settings.systems.update', { id, ...change }, { token: await administrator() });
        // S-114: by its name people know from their mails what was done where.
        const renamed = await update({ name: 'Sign-in' });
        expect([renamed.status, (await list())[0]?.name]).toEqual([202, 'Keycloak']);
        await agreed(renamed);
        expect((await update({ secretExpiresOn: '2027-01-01' })).status).toBe(200);
        expect((await update({ secret: SECRET })).status).toBe(200);
        for (const change of [{ realm: 'others' }, { clientId: 'other' }, { secret: 'another' }]) {
          const asked = await update(change);
          expect([change, asked.status]).toEqual([change, 202]);
          const withdrawn = await test.call(
            'pendingChanges.withdraw',
            { id: changeIn(asked) },
            { token: await administrator() },
          );
          expect(withdrawn.status).toBe(200);
        }
        expect(await list()).toMatchObject([{ name: 'Sign-in', realm: 'staff', clientId: 'gatehouse' }]);
        await agreed(await update({ secret: 'another' }));
        const last = (await test.audit()).findLast(({ action }) => action === 'system.saved');
        expect(last?.data).toMatchObject({ secret: 'another one' });
      });

      it('another address asks for the secret again, and ends the links', async () => {
        const world = await createSystemsWorld(await open());
        const { test, connected, administrator, agreed, list } = world;
        const id = await connected();
        const jo = await test.person({ username: 'joanna', mfa: false });
        await world.linked(jo.id, id, JOANNA);
        expect(await list()).toMatchObject([{ linked: 1 }]);
        const url = 'https://other.example.org';
        const kept = await test.call(
          'settings.systems.update',
          { id, url },
          { token: await administrator() },
        );
        expect([kept.status, Object.keys(kept.problem.fields ?? {})]).toEqual([400, ['secret']]);
        const token = await administrator();
        await agreed(await test.call('settings.systems.update', { id, url, secret: 'new' }, { token }));
        expect(await list()).toMatchObject([{ url, linked: 0 }]);
      });

      it('removes one with a second person; its secret goes, and its name is free', async () => {
        const { test, connected, administrator, agreed, list } = await createSystemsWorld(await open());
        const id = await connected();
        const asked = await test.call('settings.systems.remove', { id }, { token: await administrator() });
        expect(await list()).toHaveLength(1);
        await agreed(asked);
        expect(await list()).toEqual([]);
        const row = await test.deps.db.kysely.selectFrom('systems').selectAll().executeTakeFirstOrThrow();
        expect(row.sealed_secret).toBeNull();
        expect((await test.mails()).some(({ kind }) => kind === 'system_removed')).toBe(true);
        expect(await connected()).not.toBe(id);
      });

      it('a removal that waits does not remove what was changed in the meantime', async () => {
        const { test, connected, administrator, second, list } = await createSystemsWorld(await open());
        const id = await connected();
        const asked = await test.call('settings.systems.remove', { id }, { token: await administrator() });
        const ends = { id, secretExpiresOn: '2027-01-01' };
        await test.call('settings.systems.update', ends, { token: await administrator() });
        await agree(test, second, changeIn(asked));
        expect(await list()).toMatchObject([{ secretExpiresOn: '2027-01-01' }]);
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  it('refuses what cannot be asked, with a sentence at its field', async () => {
    const { test, input, administrator } = await createSystemsWorld();
    const token = await administrator();
    for (const [change, field, words] of [
      [{ url: 'http://keycloak.example.org' }, 'url', 'It has to begin with https://'],
      [{ url: 'https://me:pw@keycloak.example.org' }, 'url', 'holds no password'],
      [{ realm: null }, 'realm', 'Enter the realm'],
      [{ clientId: null }, 'clientId', 'Enter who Gatehouse is there'],
      [{ secret: null }, 'secret', 'Enter the secret'],
      [{ kind: 'lemonldap', secret: null }, 'secret', 'Enter the secret'],
      [{ kind: 'entra' }, 'url', 'https://graph.microsoft.com, https://graph.microsoft.us'],
      [{ kind: 'entra', url: 'https://graph.microsoft.com', realm: null }, 'realm', 'Enter the tenant'],
      [{ kind: 'okta', clientId: null, realm: null, secret: null }, 'secret', 'Enter the secret'],
      [
        { kind: 'google', url: 'https://admin.googleapis.com', secret: '{}' },
        'secret',
        'Paste the whole key file',
      ],
      [{ kind: 'google', url: 'https://admin.googleapis.com', realm: null }, 'realm', 'primary domain'],
      [{ kind: 'sharepoint' }, 'kind', ''],
      [{ secretExpiresOn: '2027-02-31' }, 'secretExpiresOn', ''],
    ] as const) {
      const { status, problem } = await test.call(
        'settings.systems.create',
        { ...input, ...change } as never,
        {
          token,
        },
      );
      expect([change, status, Object.keys(problem.fields ?? {})]).toEqual([change, 400, [field]]);
      expect(problem.fields?.[field]).toContain(words);
    }
  });

  it('two of one name cannot be', async () => {
    const { test, input, administrator, connected } = await createSystemsWorld();
    await connected();
    const token = await administrator();
    const twice = await test.call('settings.systems.create', { ...input, name: 'KEYCLOAK' }, { token });
    expect(twice.problem.code).toBe('name_taken');
  });

  it('is for administrators alone', async () => {
    const { test, second, connected } = await createSystemsWorld();
    const id = await connected();
    const token = await second.signIn({ stepUp: true });
    expect((await test.call('settings.systems.list', {}, { token })).status).toBe(403);
    expect((await test.call('settings.systems.test', { id }, { token })).status).toBe(403);
  });

  it('tests one, whose answers are findings, and never an error', async () => {
    const { test, keycloak, connected, administrator } = await createSystemsWorld();
    const id = await connected();
    const token = await administrator();
    const result = async () => (await test.call('settings.systems.test', { id }, { token })).body;
    expect(await result()).toEqual({
      ok: true,
      findings: [
        { code: 'ok', sentence: 'Keycloak can be used: each right that is needed is there.' },
        { code: 'can_set_passwords', sentence: expect.stringContaining('anybody’s password') as string },
      ],
    });
    keycloak.roles = ['view-users', 'view-events'];
    expect(await result()).toMatchObject({ ok: false, findings: [{ code: 'missing_manage_users' }] });
    keycloak.secret = 'another';
    expect(await result()).toMatchObject({ ok: false, findings: [{ code: 'not_allowed' }] });
    keycloak.answering = (_asked, response) => void response.end('<html>');
    expect(await result()).toMatchObject({ ok: false, findings: [{ code: 'odd_answer' }] });
    const url = keycloak.url.replace(/:\d+$/, ':1');
    const sealed_secret = sealSystemSecret(test.deps, { id, url }, 'secret');
    await test.deps.db.kysely.updateTable('systems').set({ url, sealed_secret }).execute();
    await test.deps.db.transaction((tx) => bindSystems(tx, test.deps.keys));
    expect(await result()).toMatchObject({ ok: false, findings: [{ code: 'unreachable' }] });
    await test.deps.db.kysely.updateTable('systems').set({ sealed_secret: 'v1.9.x.y' }).execute();
    expect(await result()).toMatchObject({ ok: false, findings: [{ code: 'secret_unreadable' }] });
  });
});
