import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../server/time.ts';
import { ASKING, JOANNA, startOkta, throttled, US } from '../../support/systems/okta.ts';
import { failureOf, NOW, reach } from './world.ts';

async function world(rest: Parameters<typeof reach>[2] = {}) {
  const okta = await startOkta();
  const [joanna] = okta.users;
  if (!joanna) throw new Error('Nobody is there.');
  return { okta, joanna, ...reach('okta', okta.server.url, { realm: null, ...rest }) };
}
type World = Awaited<ReturnType<typeof world>>;

const ACTS: [string, string, (one: World) => unknown][] = [
  [
    'find',
    'okta.users.read',
    ({ kind, access }) => kind.findAccounts(access(), { username: 'jo', email: null }),
  ],
  ['factors', 'okta.users.read', ({ kind, access }) => kind.factorsOf(access(), JOANNA)],
  ['user', 'okta.users.read', ({ kind, access }) => kind.isEnabled?.(access(), JOANNA)],
  [
    'remove',
    'okta.users.credentials.resetFactors',
    ({ kind, access }) => kind.removeFactor(access(), JOANNA, 'opf1'),
  ],
  [
    'sessions',
    'okta.users.lifecycle.clearSessions',
    ({ kind, access }) => kind.endSessions?.(access(), JOANNA),
  ],
  ['suspend', 'okta.users.lifecycle.suspend', ({ kind, access }) => kind.hold?.(access(), JOANNA)],
  ['logs', 'okta.logs.read', ({ kind, access }) => kind.readLog?.(access(), NOW)],
];
const failing = async (work: unknown) => failureOf(Promise.resolve(work));

describe('Okta, by what Okta publishes', () => {
  it.each(['full', 'least', 'nulls'] as const)('is understood where it answers %s', async (fullness) => {
    const { okta, kind, access } = await world();
    okta.server.fullness = fullness;
    okta.events = [
      { uuid: 'one', published: '2026-11-30T14:00:00.000Z', eventType: 'user.mfa.factor.activate' },
    ];
    await kind.findAccounts(access(), { username: 'joanna@contoso.example', email: null });
    await kind.factorsOf(access(), JOANNA);
    await kind.isEnabled?.(access(), JOANNA);
    await kind.readPeople?.(access(), null);
    await kind.readLog?.(access(), NOW - DAY);
    await kind.test(access());
    expect(new Set(okta.server.asking)).toContain(ASKING.permissions);
  });

  it('names the account whose name or address is exactly that', async () => {
    const { okta, joanna, kind, access } = await world();
    const odd = { login: 'o"neill@contoso.example', email: 'another@contoso.example' };
    okta.users.push({ ...joanna, id: 'another', profile: odd });
    const found = async (username: string, email: string | null = null) =>
      (await kind.findAccounts(access(), { username, email })).map(({ externalId }) => externalId);
    expect(await found('joanna@contoso.example')).toEqual([JOANNA]);
    expect(await found('joanna')).toEqual([]);
    expect(await found('joanna', 'jo@contoso.example')).toEqual([JOANNA]);
    expect(await found('o"neill@contoso.example')).toEqual(['another']);
  });

  it('lists factors with their dates; one that is not active lets nobody in', async () => {
    const { joanna, kind, access } = await world();
    joanna.factors.push(
      {
        id: 'sms1',
        factorType: 'sms',
        status: 'PENDING_ACTIVATION',
        profile: { phoneNumber: '+15555550100' },
      },
      { id: 'none', factorType: 'call', status: 'NOT_SETUP' },
    );
    const listed = await kind.factorsOf(access(), JOANNA);
    expect(listed.map(({ id, kind: one, name, stopped, alone }) => [id, one, name, stopped, alone])).toEqual([
      ['opf1', 'push', 'Pixel 9', false, undefined],
      ['fwf1', 'passkey', 'Blue key', false, undefined],
      ['ufs1', 'other', null, false, true],
      ['sms1', 'sms', '+15555550100', true, undefined],
    ]);
    expect(listed[0]?.createdAt).toBe(Date.UTC(2025, 1, 3, 10));
  });

  it('removes a factor once, and what is gone already is gone', async () => {
    const { okta, kind, access } = await world();
    for (const id of ['opf1', 'opf1', 'fwf1', 'ufs1']) await kind.removeFactor(access(), JOANNA, id);
    expect(await kind.factorsOf(access(), JOANNA)).toEqual([]);
    expect(okta.server.asking.filter((name) => name === ASKING.remove)).toHaveLength(4);
  });

  it('does not take an account that is gone for a factor that is gone (S-111)', async () => {
    const { okta, kind, access } = await world();
    okta.users = [];
    for (const work of [
      () => kind.removeFactor(access(), JOANNA, 'opf1'),
      () => kind.factorsOf(access(), JOANNA),
    ])
      expect(await failing(work())).toMatchObject({
        code: 'refused',
        message: 'Okta has no account by that id any more.',
      });
  });

  it('asks for nobody by a name, which may be another’s tomorrow', async () => {
    const { okta, kind, access } = await world();
    for (const name of ['Joanna@contoso.example', 'me'])
      expect(await failing(kind.factorsOf(access(), name))).toMatchObject({ status: 404 });
    expect(okta.server.asked).toEqual([]);
  });

  it('lets nobody in, and in again, each read back (S-112)', async () => {
    const { joanna, kind, access } = await world();
    await kind.hold?.(access(), JOANNA);
    expect(joanna.status).toBe('SUSPENDED');
    await kind.hold?.(access(), JOANNA);
    expect(await kind.isEnabled?.(access(), JOANNA)).toBe(false);
    await kind.openForSetup?.(access(), JOANNA);
    expect(joanna.status).toBe('ACTIVE');
  });

  it('says what it cannot hold, and does not believe what it only says (S-112)', async () => {
    const { okta, joanna, kind, access } = await world();
    joanna.status = 'LOCKED_OUT';
    expect(await failing(kind.hold?.(access(), JOANNA))).toMatchObject({ code: 'not_allowed' });
    joanna.status = 'ACTIVE';
    const { answering } = okta.server;
    okta.server.answering = (asked, response) =>
      asked.method === 'POST' ? void response.writeHead(200).end() : answering(asked, response);
    expect(await failing(kind.hold?.(access(), JOANNA))).toMatchObject({ code: 'timed_out' });
  });

  it('asks sessions and tokens to end, which nobody can read back', async () => {
    const { okta, joanna, kind, access } = await world();
    await kind.endSessions?.(access(), JOANNA);
    expect(joanna.cleared).toBe(1);
    expect(okta.server.asked[0]?.query.get('oauthTokens')).toBe('true');
    expect(kind.abilities.endsSessions).toBe('asked');
  });

  it.each(ACTS)('%s: names %s where the token lost it', async (name, right, work) => {
    const one = await world();
    one.okta.forbidden = [ASKING[name as keyof typeof ASKING]];
    expect(await failing(work(one))).toMatchObject({
      code: 'not_allowed',
      message: `Okta answers 403: the client lost ${right}. Give it that right again.`,
    });
  });

  it.each(ACTS)(
    '%s: that was asked too often says when it may be asked again',
    async (_name, _right, work) => {
      const one = await world();
      one.okta.first = () => throttled({ 'retry-after': '17' });
      expect(await failing(work(one))).toMatchObject({ code: 'throttled', retryAfter: 17 });
      const date = 'Mon, 30 Nov 2026 15:00:00 GMT';
      one.okta.first = () => throttled({ date, 'x-rate-limit-reset': '1796050823' });
      expect(await failing(work(one))).toMatchObject({ code: 'throttled', retryAfter: 23 });
    },
  );

  it('whose token is not taken says so', async () => {
    const { okta, kind, access } = await world();
    okta.token = 'another';
    expect(await failing(kind.factorsOf(access(), JOANNA))).toMatchObject({
      code: 'not_allowed',
      status: 401,
    });
  });

  describe('its log', () => {
    const event = (eventType: string, more: Record<string, unknown> = {}) => ({
      uuid: eventType,
      published: '2026-11-30T14:59:00.123Z',
      eventType,
      outcome: { result: 'SUCCESS' },
      actor: { id: '00uada', alternateId: 'ada@contoso.example' },
      client: { ipAddress: '192.0.2.9' },
      target: [{ id: JOANNA, type: 'User', alternateId: 'joanna@contoso.example' }],
      ...more,
    });

    it('names who removed and added a factor of whom (S-113)', async () => {
      const { okta, kind, access } = await world();
      okta.events = [
        event('user.mfa.factor.deactivate'),
        event('user.mfa.factor.activate'),
        event('user.mfa.factor.reset_all', { actor: { id: US, alternateId: 'gatehouse' } }),
      ];
      const entries = (await kind.readLog?.(access(), NOW - 5 * MINUTE))?.entries ?? [];
      expect(entries.map(({ act, isOurs }) => [act, isOurs])).toEqual([
        ['removed', false],
        ['added', false],
        ['removed', true],
      ]);
      expect(entries[0]).toEqual({
        key: 'user.mfa.factor.deactivate',
        at: Date.UTC(2026, 10, 30, 14, 59, 0, 123),
        act: 'removed',
        account: { id: JOANNA, name: 'joanna@contoso.example' },
        factorId: null,
        by: { id: '00uada', name: 'ada@contoso.example' },
        isOurs: false,
        address: '192.0.2.9',
      });
    });

    it('leaves what failed, and what people do themselves', async () => {
      const { okta, kind, access } = await world();
      okta.events = [
        event('user.mfa.factor.deactivate', { outcome: { result: 'FAILURE' } }),
        event('user.mfa.factor.activate', { actor: { id: JOANNA } }),
        event('user.session.start'),
      ];
      expect((await kind.readLog?.(access(), NOW - 5 * MINUTE))?.entries).toEqual([]);
    });

    it('is read page by page by what its Link says, and none of another address (S-116)', async () => {
      const { okta, kind, access } = await world();
      const { answering } = okta.server;
      const next = (url: string) => {
        okta.server.answering = (asked, response) => {
          if (asked.path === '/api/v1/logs' && !asked.query.has('after'))
            response.setHeader('link', `<${url}>; rel="next"`);
          return answering(asked, response);
        };
      };
      okta.events = [event('user.mfa.factor.deactivate')];
      next(`${okta.server.url}/api/v1/logs?after=2`);
      expect((await kind.readLog?.(access(), NOW - 5 * MINUTE))?.entries).toHaveLength(2);
      next('http://127.0.0.1:1/api/v1/logs?after=2');
      expect(await failing(kind.readLog?.(access(), NOW - 5 * MINUTE))).toMatchObject({ code: 'odd_answer' });
    });
  });

  describe('tested', () => {
    it('with all that is needed, can be used', async () => {
      const { findings } = await world();
      expect(Object.keys(await findings())).toEqual(['ok']);
    });

    it.each([
      ['okta.users.read', 'found by their name'],
      ['okta.users.credentials.resetFactors', 'no factor can be removed'],
      ['okta.users.lifecycle.clearSessions', 'no session can be ended'],
      ['okta.users.lifecycle.suspend', 'no account can be held'],
      ['okta.users.lifecycle.unsuspend', 'stays held'],
    ])('without %s, says so', async (right, why) => {
      const { okta, findings } = await world();
      okta.permissions = okta.permissions.filter((one) => one !== right);
      const found = await findings();
      const words = found[`missing_${right.replaceAll('.', '_').toLowerCase()}`];
      expect(words).toContain(`has no ${right}`);
      expect(words).toContain(why);
      expect(found).not.toHaveProperty('ok');
    });

    it('without the log, says so', async () => {
      const { okta, findings } = await world();
      okta.forbidden = [ASKING.logs];
      expect((await findings())['missing_okta_logs_read']).toContain('removed there by hand');
    });

    it('names roles and permissions that are too much', async () => {
      const { okta, findings } = await world();
      okta.roles.push({ type: 'SUPER_ADMIN', label: 'Super Administrator', status: 'ACTIVE' });
      okta.permissions.push('okta.users.credentials.resetPassword');
      expect((await findings())['too_many_rights']).toContain(
        'okta.users.credentials.resetPassword and Super Administrator',
      );
    });

    it('takes what a wider permission holds, and names it as too much', async () => {
      const { okta, findings } = await world();
      okta.permissions = ['okta.users.manage'];
      const found = await findings();
      expect(Object.keys(found)).toEqual(['ok', 'too_many_rights']);
      expect(found['too_many_rights']).toContain('okta.users.manage');
    });

    it.each([ASKING.roles, ASKING.permissions])(
      'where it may not ask %s, says that it cannot tell',
      async (one) => {
        const { okta, findings } = await world();
        okta.forbidden = [one];
        expect((await findings())['rights_unknown']).toContain('may not read roles');
      },
    );
  });
});
