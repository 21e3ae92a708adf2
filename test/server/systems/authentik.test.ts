import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../server/time.ts';
import { JOANNA, startAuthentik, throttled, US } from '../../support/systems/authentik.ts';
import { Refusal } from '../../support/vendors/standIn.ts';
import { failureOf, NOW, reach } from './world.ts';

async function world(rest: Parameters<typeof reach>[2] = {}) {
  const authentik = await startAuthentik();
  const [joanna] = authentik.users;
  if (!joanna) throw new Error('Nobody is there.');
  return { authentik, joanna, ...reach('authentik', authentik.server.url, { realm: null, ...rest }) };
}
type World = Awaited<ReturnType<typeof world>>;
const failing = async (work: unknown) => failureOf(Promise.resolve(work));

const TOTP = 'authentik_stages_authenticator_totp';
const ACTS: [string, string, (one: World) => unknown][] = [
  [
    'finding',
    'authentik_core.view_user',
    ({ kind, access }) => kind.findAccounts(access(), { username: 'jo', email: null }),
  ],
  ['listing', `${TOTP}.view_totpdevice`, ({ kind, access }) => kind.factorsOf(access(), JOANNA)],
  [
    'removing',
    `${TOTP}.delete_totpdevice`,
    ({ kind, access }) => kind.removeFactor(access(), JOANNA, 'totp:12'),
  ],
  [
    'listing sessions',
    'authentik_core.view_authenticatedsession',
    ({ kind, access }) => kind.sessionsOf?.(access(), JOANNA),
  ],
  [
    'ending sessions',
    'authentik_core.delete_authenticatedsession',
    ({ kind, access }) => kind.endSessions?.(access(), JOANNA),
  ],
  ['holding', 'authentik_core.change_user', ({ kind, access }) => kind.hold?.(access(), JOANNA)],
  ['reading the log', 'authentik_events.view_event', ({ kind, access }) => kind.readLog?.(access(), NOW)],
];

describe('authentik, by what authentik publishes', () => {
  it.each(['full', 'least', 'nulls'] as const)('is understood where it answers %s', async (fullness) => {
    const { authentik, kind, access } = await world();
    authentik.server.fullness = fullness;
    authentik.events = [
      {
        pk: '4f1d3c5e-0000-4000-8000-3c0c6a000009',
        action: 'model_deleted',
        created: '2026-11-30T14:00:00Z',
      },
    ];
    await kind.findAccounts(access(), { username: 'joanna', email: null });
    await kind.factorsOf(access(), JOANNA);
    await kind.sessionsOf?.(access(), JOANNA);
    await kind.readPeople?.(access(), null);
    await kind.readLog?.(access(), NOW - DAY);
    await kind.test(access());
    expect(authentik.server.wrong).toEqual([]);
  });

  it('names the account whose name or address is exactly that', async () => {
    const { authentik, joanna, kind, access } = await world();
    authentik.users.push({ ...joanna, pk: 8, username: 'kim', email: 'Kim@contoso.example' });
    const found = async (username: string, email: string | null = null) =>
      (await kind.findAccounts(access(), { username, email })).map(({ externalId }) => externalId);
    expect(await found('joanna')).toEqual([JOANNA]);
    expect(await found('Joanna')).toEqual([]);
    expect(await found('joanna', 'Kim@contoso.example')).toEqual([JOANNA, '8']);
  });

  it('lists devices with their dates, of whatever kind', async () => {
    const { joanna, kind, access } = await world();
    joanna.devices.push({
      pk: 'x',
      name: 'Laptop',
      meta_model_name: 'authentik_endpoints.device',
      confirmed: true,
    });
    expect(await kind.factorsOf(access(), JOANNA)).toMatchObject([
      {
        id: 'totp:12',
        kind: 'app',
        name: 'Phone',
        createdAt: Date.UTC(2025, 1, 3, 10),
        lastUsedAt: Date.UTC(2026, 10, 29, 7),
        stopped: false,
      },
      { id: 'webauthn:12', kind: 'passkey', stopped: false },
      { id: 'static:3', kind: 'recovery_codes', stopped: true },
      { id: 'authentik_endpoints.device:x', kind: 'other', alone: true },
    ]);
  });

  it('a list that may leave something out is not believed (S-111)', async () => {
    const { authentik, joanna, kind, access } = await world();
    joanna.devices = [];
    authentik.rights = authentik.rights.filter(
      (right) => right !== 'authentik_stages_authenticator_sms.view_smsdevice',
    );
    expect(await failing(kind.factorsOf(access(), JOANNA))).toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('authentik_stages_authenticator_sms.view_smsdevice') as string,
    });
  });

  it('removes a device by its kind, and what is gone already is gone', async () => {
    const { joanna, kind, access } = await world();
    for (const id of ['totp:12', 'totp:12', 'static:3']) await kind.removeFactor(access(), JOANNA, id);
    expect(joanna.devices.map(({ name }) => name)).toEqual(['Blue key']);
    expect(await failing(kind.removeFactor(access(), JOANNA, 'authentik_endpoints.device:x'))).toMatchObject({
      code: 'refused',
    });
  });

  it('does not take an account that is gone for a device that is gone (S-111)', async () => {
    const { authentik, kind, access } = await world();
    authentik.users = [];
    for (const work of [
      () => kind.removeFactor(access(), JOANNA, 'totp:12'),
      () => kind.factorsOf(access(), JOANNA),
      () => kind.factorsOf(access(), 'me'),
    ])
      expect(await failing(work())).toMatchObject({ code: 'refused', status: 404 });
  });

  it('ends each session, which can be read back', async () => {
    const { authentik, kind, access } = await world();
    authentik.pageSize = 1;
    expect(await kind.sessionsOf?.(access(), JOANNA)).toBe(2);
    await kind.endSessions?.(access(), JOANNA);
    expect(await kind.sessionsOf?.(access(), JOANNA)).toBe(0);
  });

  it('lets nobody in, and in again, each read back (S-112)', async () => {
    const { authentik, joanna, kind, access } = await world();
    await kind.hold?.(access(), JOANNA);
    expect(await kind.isEnabled?.(access(), JOANNA)).toBe(false);
    await kind.openForSetup?.(access(), JOANNA);
    expect(joanna.is_active).toBe(true);
    const { answering } = authentik.server;
    authentik.server.answering = (asked, response) =>
      asked.method === 'PATCH' ? {} : answering(asked, response);
    expect(await failing(kind.hold?.(access(), JOANNA))).toMatchObject({ code: 'odd_answer' });
  });

  it.each(ACTS)('%s: names %s where its role lost it, and asks for nothing', async (_what, right, work) => {
    const one = await world();
    one.authentik.rights = one.authentik.rights.filter((other) => other !== right);
    expect(await failing(work(one))).toMatchObject({
      code: 'not_allowed',
      message: `The role of Gatehouse at authentik lacks ${right}. Give it that right again.`,
    });
  });

  it.each(ACTS)(
    '%s: that was asked too often says when it may be asked again',
    async (_what, _right, work) => {
      const one = await world();
      one.authentik.first = () => throttled('17');
      expect(await failing(work(one))).toMatchObject({ code: 'throttled', retryAfter: 17 });
    },
  );

  it('is asked for nothing where nobody can tell what may be done (S-111)', async () => {
    const { authentik, kind, access } = await world();
    authentik.first = (operation) => (operation.includes('rbac') ? new Refusal(403, {}) : undefined);
    expect((await failing(kind.factorsOf(access(), JOANNA))).message).toContain('lost auth.view_permission');
    authentik.token = 'another';
    expect(await failing(kind.factorsOf(access(), JOANNA))).toMatchObject({
      code: 'not_allowed',
      status: 403,
    });
  });

  describe('its log', () => {
    const event = (more: Record<string, unknown> = {}) => ({
      pk: '4f1d3c5e-0000-4000-8000-3c0c6a000009',
      created: '2026-11-30T14:59:00Z',
      action: 'model_deleted',
      client_ip: '192.0.2.9',
      user: { pk: 2, username: 'ada' },
      context: {
        model: { pk: 12, app: 'authentik_stages_authenticator_totp', model_name: 'totpdevice' },
        http_request: { path: '/api/v3/authenticators/admin/totp/12/', method: 'DELETE' },
      },
      ...more,
    });

    it('names who removed and added which device (S-113)', async () => {
      const { authentik, kind, access } = await world();
      const ours = { pk: US, username: 'gatehouse' };
      authentik.events = [
        event({ action: 'model_created', created: '2026-11-30T14:59:30Z' }),
        event(),
        event({ pk: '4f1d3c5e-0000-4000-8000-3c0c6a000008', user: ours, created: '2026-11-30T14:58:00Z' }),
      ];
      const entries = (await kind.readLog?.(access(), NOW - 5 * MINUTE))?.entries ?? [];
      expect(entries.map(({ act, isOurs }) => [act, isOurs])).toEqual([
        ['removed', true],
        ['removed', false],
        ['added', false],
      ]);
      expect(entries[1]).toEqual({
        key: '4f1d3c5e-0000-4000-8000-3c0c6a000009',
        at: Date.UTC(2026, 10, 30, 14, 59),
        act: 'removed',
        account: null,
        factorId: 'totp:12',
        by: { id: '2', name: 'ada' },
        isOurs: false,
        address: '192.0.2.9',
      });
    });

    it('what an administrator does who impersonates its owner is the administrator’s act, and whose it is stands there (S-113)', async () => {
      const { authentik, kind, access } = await world();
      const user = { pk: 2, username: 'ada', on_behalf_of: { pk: 7, username: 'joanna' } };
      const own = { ...event().context, http_request: { path: '/api/v3/authenticators/totp/12/' } };
      const flow = { ...event().context, http_request: { path: '/api/v3/flows/executor/totp-setup/' } };
      const created = { action: 'model_created', pk: '4f1d3c5e-0000-4000-8000-3c0c6a000008' };
      authentik.events = [
        event({ user, context: flow, ...created, created: '2026-11-30T14:59:30Z' }),
        event({ user, context: own }),
      ];
      expect((await kind.readLog?.(access(), NOW - 5 * MINUTE))?.entries).toMatchObject(
        ['removed', 'added'].map((act) => ({
          act,
          account: { id: JOANNA, name: 'joanna' },
          factorId: 'totp:12',
          by: { id: '2', name: 'ada' },
          isOurs: false,
        })),
      );
    });

    it('leaves other things, what people do themselves, and what is older', async () => {
      const { authentik, kind, access } = await world();
      const own = { ...event().context, http_request: { path: '/api/v3/authenticators/totp/12/' } };
      authentik.events = [
        event({ context: { model: { pk: 1, app: 'authentik_core' } } }),
        event({ context: own }),
        event({ created: '2026-11-30T14:54:00Z' }),
      ];
      expect((await kind.readLog?.(access(), NOW - 5 * MINUTE))?.entries).toEqual([]);
    });

    it('is read page by page, and refused by name where it is longer', async () => {
      const { authentik, kind, access } = await world();
      authentik.pageSize = 1;
      const uuid = (n: number) => `4f1d3c5e-0000-4000-8000-3c0c6a0001${String(n).padStart(2, '0')}`;
      authentik.events = Array.from({ length: 20 }, (_, n) => event({ pk: uuid(n) }));
      expect((await kind.readLog?.(access(), NOW - 5 * MINUTE))?.entries).toHaveLength(20);
      authentik.events.push(event({ pk: uuid(20) }));
      expect(await failing(kind.readLog?.(access(), NOW - 5 * MINUTE))).toMatchObject({ code: 'too_large' });
    });
  });

  describe('tested', () => {
    it('with all that is needed, can be used, and what it may do besides is said', async () => {
      const { findings } = await world({ secret_expires_on: NOW + 90 * DAY });
      expect(Object.keys(await findings())).toEqual(['ok', 'can_change_users']);
    });

    it.each(ACTS)('%s: without %s, says so', async (_what, right) => {
      const { authentik, findings } = await world();
      authentik.rights = authentik.rights.filter((other) => other !== right);
      const found = await findings();
      expect(found[`missing_${right.replace('.', '_')}`]).toContain(`has no ${right}`);
      expect(found).not.toHaveProperty('ok');
    });

    it('names rights that are too much, and a superuser', async () => {
      const { authentik, findings } = await world();
      authentik.rights.push('authentik_core.reset_user_password');
      expect((await findings())['too_many_rights']).toContain('authentik_core.reset_user_password');
      authentik.isSuperuser = true;
      expect((await findings())['too_many_rights']).toContain('superuser');
    });

    it('says where nobody knows when its token ends', async () => {
      const { findings } = await world({ secret_expires_on: null });
      expect(await findings()).toHaveProperty('no_secret_end');
    });
  });
});
