import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../server/time.ts';
import {
  ADMINISTRATOR,
  ASKING,
  CLIENT,
  JOANNA,
  problem,
  SCOPES,
  startGoogle,
} from '../../support/systems/google.ts';
import { failureOf, NOW, reach } from './world.ts';

async function world(rest: Parameters<typeof reach>[2] = {}) {
  const google = await startGoogle();
  const [joanna, administrator] = google.users;
  if (!joanna || !administrator) throw new Error('Nobody is there.');
  const fields = { realm: 'contoso.example', secret: google.keyFile, ...rest };
  return {
    google,
    joanna,
    administrator,
    ...reach('google', google.api.url, fields, { google: google.kind }),
  };
}
type World = Awaited<ReturnType<typeof world>>;
const failing = async (work: unknown) => failureOf(Promise.resolve(work));

const ACTS: [keyof typeof ASKING, string, (one: World) => unknown][] = [
  ['user', SCOPES.users, ({ kind, access }) => kind.factorsOf(access(), JOANNA)],
  ['turnOff', SCOPES.security, ({ kind, access }) => kind.removeFactor(access(), JOANNA, '2sv')],
  ['signOut', SCOPES.security, ({ kind, access }) => kind.endSessions?.(access(), JOANNA)],
  ['change', SCOPES.users, ({ kind, access }) => kind.hold?.(access(), JOANNA)],
  ['log', SCOPES.audit, ({ kind, access }) => kind.readLog?.(access(), NOW)],
];

describe('Google Workspace, by what Google publishes', () => {
  it.each(['full', 'least', 'nulls'] as const)('is understood where it answers %s', async (fullness) => {
    const { google, kind, access } = await world();
    google.api.fullness = fullness;
    google.activities = [{ id: { time: '2026-11-30T14:00:00.000Z' } }];
    await kind.findAccounts(access(), { username: 'joanna', email: null });
    await kind.factorsOf(access(), JOANNA);
    await kind.readPeople?.(access(), null);
    await kind.readLog?.(access(), NOW - DAY);
    await kind.test(access());
    expect(google.api.asking).toContain(ASKING.log);
  });

  it('names the account whose address is exactly that, in the domain where none is typed', async () => {
    const { kind, access } = await world();
    const found = async (username: string, email: string | null = null) =>
      (await kind.findAccounts(access(), { username, email })).map(({ externalId }) => externalId);
    expect(await found('Joanna')).toEqual([JOANNA]);
    expect(await found('jo')).toEqual([JOANNA]);
    expect(await found('nobody', 'jo@contoso.example')).toEqual([JOANNA]);
    expect(await found('nobody', 'somebody@fabrikam.example')).toEqual([]);
    expect(await found(JOANNA)).toEqual([]);
  });

  it('of another organisation’s address it is no failure that nobody may ask', async () => {
    const { google, kind, access } = await world();
    google.first = () => problem(403, 'forbidden');
    const ask = (email: string) => kind.findAccounts(access(), { username: email, email });
    expect(await ask('kim@fabrikam.example')).toEqual([]);
    expect(await failing(ask('kim@contoso.example'))).toMatchObject({ code: 'not_allowed' });
  });

  it('has one factor, all or nothing', async () => {
    const { joanna, kind, access } = await world();
    expect(kind.abilities.namesFactors).toBe(false);
    expect(await kind.factorsOf(access(), JOANNA)).toEqual([
      { id: '2sv', kind: 'other', name: null, createdAt: null, lastUsedAt: null, stopped: false },
    ]);
    joanna.isEnrolledIn2Sv = false;
    expect(await kind.factorsOf(access(), JOANNA)).toEqual([]);
  });

  it('turns it off once, and what is off already is gone', async () => {
    const { google, joanna, kind, access } = await world();
    await kind.removeFactor(access(), JOANNA, '2sv');
    await kind.removeFactor(access(), JOANNA, '2sv');
    expect(joanna.isEnrolledIn2Sv).toBe(false);
    expect(google.api.asking.filter((name) => name === ASKING.turnOff)).toHaveLength(1);
  });

  it('does not take an account that is gone for one without a factor (S-111)', async () => {
    const { google, kind, access } = await world();
    google.users = google.users.slice(1);
    for (const id of [JOANNA, 'joanna@contoso.example'])
      for (const work of [() => kind.removeFactor(access(), id, '2sv'), () => kind.factorsOf(access(), id)])
        expect(await failing(work())).toMatchObject({ code: 'refused', status: 404 });
  });

  it('lets nobody in, and in again, each read back (S-112)', async () => {
    const { google, joanna, kind, access } = await world();
    await kind.hold?.(access(), JOANNA);
    expect(await kind.isEnabled?.(access(), JOANNA)).toBe(false);
    await kind.openForSetup?.(access(), JOANNA);
    expect(joanna.suspended).toBe(false);
    const { answering } = google.api;
    google.api.answering = (asked, response) => (asked.method === 'PATCH' ? {} : answering(asked, response));
    expect(await failing(kind.hold?.(access(), JOANNA))).toMatchObject({ code: 'timed_out' });
  });

  it('asks sessions to end, which nobody can read back', async () => {
    const { joanna, kind, access } = await world();
    await kind.endSessions?.(access(), JOANNA);
    expect(joanna.signedOut).toBe(1);
    expect(kind.abilities.endsSessions).toBe('asked');
  });

  it('signs for Google’s own address, whatever the key file names, and sends the key nowhere (S-116)', async () => {
    const { google, kind, access } = await world();
    const one = access();
    await kind.removeFactor(one, JOANNA, '2sv');
    await kind.factorsOf(one, JOANNA);
    expect(google.tokens.asked.map(({ path }) => path)).toEqual(['/token', '/token']);
    expect(JSON.stringify([...google.tokens.asked, ...google.api.asked])).not.toContain('PRIVATE KEY');
    const elsewhere = reach('google', google.api.url, { realm: 'contoso.example', secret: google.keyFile });
    expect(await failing(elsewhere.kind.factorsOf(elsewhere.access(), JOANNA))).toMatchObject({
      code: 'odd_answer',
    });
  });

  it.each(ACTS)('%s: names %s where it may not be asked with any more', async (_operation, scope, work) => {
    const one = await world();
    one.google.scopes = one.google.scopes.filter((other) => other !== scope);
    const failure = await failing(work(one));
    expect(failure).toMatchObject({ code: 'not_allowed' });
    expect(failure.message).toContain(`Google refuses ${scope}`);
  });

  it.each(ACTS)('%s: says where the administrator’s role lost it', async (operation, _scope, work) => {
    const one = await world();
    one.google.first = (name) => (name === ASKING[operation] ? problem(403, 'forbidden') : undefined);
    expect(await failing(work(one))).toMatchObject({
      code: 'not_allowed',
      message: `Google answers 403: ${ADMINISTRATOR} may not do this. Give the administrator’s role that privilege again.`,
    });
  });

  it.each(ACTS)(
    '%s: asked too often, it is asked again later, whichever way Google says so',
    async (_o, _s, work) => {
      const one = await world();
      one.google.first = () => problem(429, 'rateLimitExceeded', { 'retry-after': '17' });
      expect(await failing(work(one))).toMatchObject({ code: 'throttled', retryAfter: 17 });
      for (const reason of ['quotaExceeded', 'userRateLimitExceeded']) {
        one.google.first = () => problem(403, reason);
        expect(await failing(work(one))).toMatchObject({ code: 'throttled', retryAfter: null });
      }
    },
  );

  it('says what is wrong with the key, and with whom it stands for', async () => {
    const { google, kind, access } = await world();
    google.refusing = 'invalid_grant';
    expect((await failing(kind.factorsOf(access(), JOANNA))).message).toContain('does not accept the key');
    for (const secret of ['{}', google.keyFile.replace('BEGIN', 'BEGAN')]) {
      const one = await world({ secret });
      expect((await failing(one.kind.factorsOf(one.access(), JOANNA))).message).toContain(
        'no key of a service account',
      );
    }
  });

  describe('its log', () => {
    const activity = (name: string, more: Record<string, unknown> = {}) => ({
      id: { time: '2026-11-30T14:59:00.123Z', uniqueQualifier: name },
      ipAddress: '192.0.2.9',
      actor: { email: 'ada@contoso.example', profileId: '108222222222222222222' },
      events: [
        {
          name,
          type: 'USER_SETTINGS',
          parameters: [{ name: 'USER_EMAIL', value: 'joanna@contoso.example' }],
        },
      ],
      ...more,
    });
    const read = async (activities: Record<string, unknown>[]) => {
      const one = await world();
      one.google.activities = activities;
      return (await one.kind.readLog?.(one.access(), NOW - 5 * MINUTE))?.entries ?? [];
    };

    it('names who turned it off for whom, by the id of the account (S-113)', async () => {
      expect(await read([activity('TURN_OFF_2_STEP_VERIFICATION')])).toEqual([
        {
          key: '2026-11-30T14:59:00.123Z TURN_OFF_2_STEP_VERIFICATION 0',
          at: Date.UTC(2026, 10, 30, 14, 59, 0, 123),
          act: 'removed',
          account: { id: JOANNA, name: 'joanna@contoso.example' },
          factorId: '2sv',
          by: { id: '108222222222222222222', name: 'ada@contoso.example' },
          isOurs: false,
          address: '192.0.2.9',
        },
      ]);
    });

    it('tells keys and codes apart from it, and leaves the rest', async () => {
      const names = [
        'REVOKE_SECURITY_KEY',
        'GENERATE_2SV_SCRATCH_CODES',
        'DELETE_2SV_SCRATCH_CODES',
        'CHANGE_PASSWORD',
      ];
      const entries = await read(names.map((name) => activity(name)));
      expect(entries.map(({ act, factorId }) => [act, factorId])).toEqual([
        ['removed', null],
        ['added', null],
        ['removed', null],
      ]);
    });

    it.each([
      ['our service account', CLIENT, true],
      ['somebody else in our administrator’s name', 'another', false],
      ['nobody says by what', undefined, null],
    ])('%s: %s is ours: %s', async (_who, oauthClientId, expected) => {
      const actor = { email: ADMINISTRATOR, applicationInfo: oauthClientId ? { oauthClientId } : undefined };
      const one = await world();
      one.google.api.fullness = 'least';
      one.google.activities = [
        activity('TURN_OFF_2_STEP_VERIFICATION', { actor: JSON.parse(JSON.stringify(actor)) as object }),
      ];
      const entries = (await one.kind.readLog?.(one.access(), NOW - 5 * MINUTE))?.entries ?? [];
      expect(entries.map(({ isOurs }) => isOurs)).toEqual([expected]);
    });

    it('is read page by page, and refused by name where it is longer', async () => {
      const { google, kind, access } = await world();
      google.activities = Array.from({ length: 401 }, () => activity('TURN_OFF_2_STEP_VERIFICATION'));
      expect((await kind.readLog?.(access(), NOW - 5 * MINUTE))?.entries).toHaveLength(401);
      expect(google.api.asking.filter((name) => name === ASKING.log)).toHaveLength(3);
      const { answering } = google.api;
      google.api.answering = (asked, response) =>
        asked.path.includes('/reports/') ? { nextPageToken: 'again' } : answering(asked, response);
      expect(await failing(kind.readLog?.(access(), NOW))).toMatchObject({ code: 'too_large' });
    });
  });

  describe('tested', () => {
    it('with all that is needed, can be used, as far as anybody can tell', async () => {
      const { findings } = await world();
      const found = await findings();
      expect(Object.keys(found)).toEqual(['ok']);
      expect(found['ok']).toContain('Only a reset shows');
    });

    it.each(Object.values(SCOPES))('without %s, says so', async (scope) => {
      const { google, findings } = await world();
      google.scopes = google.scopes.filter((other) => other !== scope);
      const found = await findings();
      const code = `missing_${scope.replace(/^.*\/auth\//, '').replaceAll('.', '_')}`;
      expect(found[code]).toContain(`has no ${scope}`);
      expect(found).not.toHaveProperty('ok');
    });

    it('names scopes and roles that are too much', async () => {
      const { google, administrator, findings } = await world();
      google.scopes.push('https://mail.google.com/');
      administrator.isAdmin = true;
      const found = await findings();
      expect(found['too_many_rights']).toContain('https://mail.google.com/');
      expect(found['too_many_roles']).toContain('super administrator');
    });

    it('says where there is no such administrator, and when the key ends', async () => {
      const { google, findings } = await world({ secret_expires_on: NOW + DAY });
      google.users = google.users.slice(0, 1);
      expect(Object.keys(await findings())).toEqual(['unknown_administrator', 'secret_ends']);
    });
  });
});
