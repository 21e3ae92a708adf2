import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { json } from '../../support/systemServer.ts';
import { JOANNA, PHONE, startKeycloak } from '../../support/systems/keycloak.ts';
import type { UserEvent } from '../../support/systems/keycloak.ts';
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

  describe('what an administrator does who impersonates somebody (S-113)', () => {
    const began = (more: Partial<UserEvent> = {}): UserEvent => ({
      time: NOW - 20 * MINUTE,
      type: 'IMPERSONATE',
      userId: JOANNA,
      sessionId: 'impersonated',
      details: { impersonator: 'boss', impersonator_realm: 'master' },
      ...more,
    });
    /** As the account's API has it: of no session. */
    const removed = (more: Partial<UserEvent> = {}): UserEvent => ({
      time: NOW - MINUTE,
      type: 'REMOVE_CREDENTIAL',
      userId: JOANNA,
      ipAddress: '192.0.2.7',
      details: { credential_type: 'otp', selected_credential_id: PHONE, credential_user_label: 'Phone' },
      ...more,
    });
    const seen = async (...events: UserEvent[]) => {
      const { server, kind, access } = await world();
      server.userEvents = events;
      return (await kind.readLog?.(access(), NOW - HOUR))?.entries ?? [];
    };

    it('is that administrator’s act, with whose and which factor', async () => {
      const added = removed({ type: 'UPDATE_CREDENTIAL', sessionId: 'impersonated' });
      expect(await seen(began(), removed(), added)).toMatchObject([
        {
          act: 'removed',
          at: NOW - MINUTE,
          account: { id: JOANNA },
          factorId: PHONE,
          by: { id: 'master/boss', name: 'boss (master)' },
          isOurs: false,
          address: '192.0.2.7',
        },
        { act: 'added' },
      ]);
    });

    it('by an administrator of that realm it is called as there, and by our own secret it is ours', async () => {
      const by = (impersonator: string) => began({ details: { impersonator, impersonator_realm: 'staff' } });
      expect(await seen(by('ada'), removed())).toMatchObject([{ by: { name: 'ada' }, isOurs: false }]);
      expect(await seen(by('service-account-gatehouse'), removed())).toMatchObject([{ isOurs: true }]);
    });

    it.each([
      ['nobody impersonated them', [removed()]],
      ['it was in a session of their own', [began(), removed({ sessionId: 'their own' })]],
      ['it was before', [began(), removed({ time: NOW - 30 * MINUTE })]],
      ['somebody else was impersonated', [began({ userId: 'another' }), removed()]],
      ['that was long ago, and nothing names a session', [began({ time: NOW - 11 * HOUR }), removed()]],
      ['it was a password', [began(), removed({ details: { credential_type: 'password' } })]],
      ['it failed', [began(), removed({ error: 'invalid_user_credentials' })]],
      ['it is older than what is read', [began({ time: NOW - 3 * HOUR }), removed({ time: NOW - 2 * HOUR })]],
    ])('is left out where %s', async (_why, events) => {
      expect(await seen(...events)).toEqual([]);
    });

    it('is told of a session of days ago where it is named', async () => {
      expect(await seen(began({ time: NOW - 3 * DAY }), removed({ sessionId: 'impersonated' }))).toHaveLength(
        1,
      );
    });

    it('of more than one read takes, it says from where to go on', async () => {
      const { server, kind, access } = await world();
      const many = Array.from({ length: 10_000 }, (_, n) =>
        removed({ time: NOW - 30 * MINUTE + n, userId: 'another' }),
      );
      server.userEvents = [began({ time: NOW - 40 * MINUTE }), ...many, removed()];
      const read = await kind.readLog?.(access(), NOW - HOUR);
      expect(read).toEqual({ entries: [], readTo: NOW - 30 * MINUTE + 9999 });
      expect((await kind.readLog?.(access(), read?.readTo ?? 0))?.entries).toHaveLength(1);
    });
  });
});
