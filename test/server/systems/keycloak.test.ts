import { describe, expect, it } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { json } from '../../support/systemServer.ts';
import { JOANNA, PHONE, startKeycloak } from '../../support/systems/keycloak.ts';
import { failureOf, NOW, reach } from './world.ts';

async function world() {
  const server = await startKeycloak();
  const [joanna] = server.users;
  if (!joanna) throw new Error('Nobody is there.');
  return { server, joanna, ...reach('keycloak', server.url) };
}

describe('Keycloak', () => {
  it('names the account whose name or address is exactly that', async () => {
    const { server, kind, access, joanna } = await world();
    server.users.push({ ...joanna, id: 'another', username: 'joanna2', email: 'xjo@example.org' });
    const expected = [
      { externalId: JOANNA, username: 'joanna', email: 'jo@example.org', emailVerified: true, enabled: true },
    ];
    expect(await kind.findAccounts(access(), { username: 'Joanna', email: null })).toEqual([]);
    expect(await kind.findAccounts(access(), { username: 'joanna', email: 'jo@example.org' })).toEqual(
      expected,
    );
    expect(await kind.findAccounts(access(), { username: 'nobody', email: 'jo@example.org' })).toEqual(
      expected,
    );
  });

  it('lists factors with their dates, and a password is none', async () => {
    const { kind, access } = await world();
    expect(await kind.factorsOf(access(), JOANNA)).toEqual([
      {
        id: PHONE,
        kind: 'app',
        name: 'Phone',
        createdAt: 1_796_050_064_941,
        lastUsedAt: null,
        stopped: false,
      },
      {
        id: 'a-key',
        kind: 'passkey',
        name: 'Key',
        createdAt: 1_796_050_064_950,
        lastUsedAt: null,
        stopped: false,
      },
    ]);
  });

  it('removes a factor once, and what is gone already is gone', async () => {
    const { server, kind, access } = await world();
    await kind.removeFactor(access(), JOANNA, PHONE);
    await kind.removeFactor(access(), JOANNA, PHONE);
    expect((await kind.factorsOf(access(), JOANNA)).map(({ id }) => id)).toEqual(['a-key']);
    expect(server.asked.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
  });

  it('does not take an account that is gone for a factor that is gone (S-111)', async () => {
    const { kind, access } = await world();
    const works = [
      () => kind.removeFactor(access(), 'nobody', PHONE),
      () => kind.factorsOf(access(), 'nobody'),
    ];
    for (const work of works)
      expect(await failureOf(work())).toMatchObject({
        code: 'refused',
        message: 'Keycloak has no account by that id any more.',
      });
  });

  it('ends sessions, which can be read back', async () => {
    const { kind, access } = await world();
    expect(await kind.sessionsOf?.(access(), JOANNA)).toBe(2);
    await kind.endSessions?.(access(), JOANNA);
    expect(await kind.sessionsOf?.(access(), JOANNA)).toBe(0);
  });

  it('lets nobody in until its owner may set up, and loses nothing of the account (S-112)', async () => {
    const { kind, access, joanna } = await world();
    joanna.requiredActions = ['UPDATE_PROFILE'];
    expect(await kind.isEnabled?.(access(), JOANNA)).toBe(true);
    await kind.hold?.(access(), JOANNA);
    expect(await kind.isEnabled?.(access(), JOANNA)).toBe(false);
    expect(joanna.enabled).toBe(false);
    await kind.openForSetup?.(access(), JOANNA);
    expect(joanna).toMatchObject({
      enabled: true,
      requiredActions: ['UPDATE_PROFILE', 'CONFIGURE_TOTP'],
      attributes: { office: ['2'] },
      email: 'jo@example.org',
    });
  });

  it('that says it did, and did not, is not believed (S-111)', async () => {
    const { server, kind, access } = await world();
    const { answering } = server;
    server.answering = (asked, response) =>
      asked.method === 'PUT' ? json(response, 204) : answering(asked, response);
    for (const work of [kind.hold, kind.openForSetup])
      expect(await failureOf(Promise.resolve(work?.(access(), JOANNA)))).toMatchObject({
        code: 'odd_answer',
      });
  });

  it('names the right that the client lost', async () => {
    const { server, kind, access } = await world();
    server.roles = ['view-users'];
    expect(await failureOf(kind.removeFactor(access(), JOANNA, PHONE))).toMatchObject({
      code: 'not_allowed',
      message: 'Keycloak answers 403: the client lost manage-users. Give it that right again.',
    });
    server.roles = [];
    expect((await failureOf(kind.factorsOf(access(), JOANNA))).message).toContain('lost view-users');
    server.secret = 'another';
    expect(await failureOf(kind.factorsOf(access(), JOANNA))).toMatchObject({
      code: 'not_allowed',
      status: 401,
    });
  });

  it('signs in once for a piece of work, and sends the secret nowhere else', async () => {
    const { server, kind, access } = await world();
    const one = access();
    await kind.factorsOf(one, JOANNA);
    await kind.removeFactor(one, JOANNA, PHONE);
    const isSignIn = ({ path }: { path: string }) => path.endsWith('/token');
    expect(server.asked.filter(isSignIn)).toHaveLength(1);
    const others = server.asked.filter((asked) => !isSignIn(asked));
    expect(JSON.stringify(others)).not.toContain('client-secret');
  });

  describe('tested', () => {
    it('with all that is needed, can be used, and its right to set passwords is said', async () => {
      const { findings } = await world();
      const found = await findings();
      expect(Object.keys(found)).toEqual(['ok', 'can_set_passwords']);
      expect(found['can_set_passwords']).toContain('also sets anybody’s password');
    });

    it.each([
      ['view-users', 'missing_view_users', 'nobody’s factors can be listed'],
      ['manage-users', 'missing_manage_users', 'no factor can be removed'],
      ['view-events', 'missing_view_events', 'removed there by hand'],
    ])('without %s, says so', async (right, code, why) => {
      const { server, findings } = await world();
      server.roles = server.roles.filter((role) => role !== right);
      const found = await findings();
      expect(found[code]).toContain(`has no ${right}`);
      expect(found[code]).toContain(why);
      expect(found).not.toHaveProperty('ok');
    });

    it('names what it may do beyond that', async () => {
      const { server, findings } = await world();
      server.roles.push('manage-realm', 'impersonation');
      expect((await findings())['too_many_rights']).toContain('manage-realm and impersonation');
    });

    it('says where nothing is logged, which is how Keycloak begins', async () => {
      const { server, findings } = await world();
      server.events = { eventsEnabled: false, adminEventsEnabled: false };
      const found = await findings();
      expect(Object.keys(found)).toEqual(['ok', 'can_set_passwords', 'no_admin_log', 'no_user_log']);
    });

    it.each([
      [31, []],
      [30, ['secret_ends']],
      [0, ['secret_ended']],
    ])('%i days before its secret ends, says %j', async (days, expected) => {
      const { server } = await world();
      const { findings } = reach('keycloak', server.url, { secret_expires_on: NOW + days * DAY });
      const codes = Object.keys(await findings()).filter((code) => code.startsWith('secret'));
      expect(codes).toEqual(expected);
    });
  });
});
