import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../server/time.ts';
import { CLIENT, JOANNA, startEntra, throttled, type } from '../../support/systems/entra.ts';
import { publishedBy } from '../../support/vendors/published.ts';
import { Refusal } from '../../support/vendors/standIn.ts';
import { failureOf, NOW, reach } from './world.ts';

async function world(rest: Parameters<typeof reach>[2] = {}) {
  const entra = await startEntra();
  const [joanna] = entra.users;
  if (!joanna) throw new Error('Nobody is there.');
  const fields = { realm: 'contoso.example', ...rest };
  return { entra, joanna, ...reach('entra', entra.graph.url, fields, { entra: entra.kind }) };
}

const PHONE = 'phone:3179e48a-750b-4051-897c-87b9720928f7';

describe('Microsoft Entra ID, by what Microsoft publishes', () => {
  it.each(['full', 'least', 'nulls'] as const)('is understood where it answers %s', async (fullness) => {
    const { entra, kind, access } = await world();
    entra.graph.fullness = fullness;
    entra.audits = [{ id: 'one', activityDateTime: '2026-11-30T14:00:00Z' }];
    await kind.findAccounts(access(), { username: 'joanna@contoso.example', email: null });
    await kind.factorsOf(access(), JOANNA);
    await kind.isEnabled?.(access(), JOANNA);
    await kind.readPeople?.(access(), null);
    await kind.readLog?.(access(), NOW - DAY);
    expect(entra.graph.asking).toHaveLength(5);
  });

  it('knows a way to remove each kind of method that is published', () => {
    const { operations } = publishedBy('entra');
    const ways = Object.keys(operations).filter((name) => name.startsWith('DELETE'));
    expect(ways).toHaveLength(9);
  });

  it('names the account whose name or address is exactly that', async () => {
    const { entra, joanna, kind, access } = await world();
    entra.users.push({ ...joanna, id: 'another', userPrincipalName: "o'neill@contoso.example", mail: null });
    const found = async (username: string, email: string | null = null) =>
      (await kind.findAccounts(access(), { username, email })).map(({ externalId }) => externalId);
    expect(await found('joanna@contoso.example')).toEqual([JOANNA]);
    expect(await found('joanna')).toEqual([]);
    expect(await found('joanna', 'jo@contoso.example')).toEqual([JOANNA]);
    expect(await found("o'neill@contoso.example")).toEqual(['another']);
  });

  it('holds an address for proven by nobody', async () => {
    const { kind, access } = await world();
    const accounts = await kind.findAccounts(access(), { username: 'joanna@contoso.example', email: null });
    expect(accounts).toEqual([
      {
        externalId: JOANNA,
        username: 'Joanna@contoso.example',
        email: 'jo@contoso.example',
        emailVerified: false,
        enabled: true,
      },
    ]);
  });

  it('lists methods with their dates, and a password is none', async () => {
    const { kind, access } = await world();
    const base = { lastUsedAt: null, stopped: false };
    expect(await kind.factorsOf(access(), JOANNA)).toEqual([
      {
        ...base,
        id: 'microsoftAuthenticator:app-1',
        kind: 'push',
        name: 'Pixel 9',
        createdAt: Date.UTC(2025, 1, 3, 10),
      },
      {
        ...base,
        id: 'fido2:key-1',
        kind: 'passkey',
        name: 'Blue key',
        createdAt: Date.UTC(2026, 0, 9, 8, 30),
      },
      { ...base, id: PHONE, kind: 'sms', name: '+1 5555550100', createdAt: null },
    ]);
  });

  it('a method that a sign-in with a password does not ask for guards nothing (S-112)', async () => {
    const { joanna, kind, access } = await world();
    joanna.methods = ['email', 'windowsHelloForBusiness', 'platformCredential', 'temporaryAccessPass'].map(
      (name) => ({ '@odata.type': type(`${name}AuthenticationMethod`), id: name }),
    );
    const factors = await kind.factorsOf(access(), JOANNA);
    expect(factors).toHaveLength(4);
    expect(factors.every(({ alone }) => alone === true)).toBe(true);
  });

  it('reads page after page, and none of another address (S-116)', async () => {
    const { entra, joanna, kind, access } = await world();
    const page = (next: string, methods = joanna.methods) => ({ value: methods, '@odata.nextLink': next });
    const address = `${entra.graph.url}/v1.0/users/${JOANNA}/authentication/methods?$skiptoken=2`;
    entra.graph.answering = paged(entra.graph.answering, page(address), '2');
    expect(await kind.factorsOf(access(), JOANNA)).toHaveLength(6);
    const strangers = ['http://127.0.0.1:1/v1.0/x', `${entra.graph.url.replace('//', '//a@')}/v1.0/x`, 'x'];
    for (const stranger of strangers) {
      entra.graph.answering = paged(entra.graph.answering, page(stranger), 'never');
      expect(await failureOf(kind.factorsOf(access(), JOANNA))).toMatchObject({ code: 'odd_answer' });
    }
  });

  it('removes a method by its own address, and what is gone already is gone', async () => {
    const { entra, kind, access } = await world();
    for (const id of ['microsoftAuthenticator:app-1', 'fido2:key-1', PHONE, PHONE])
      await kind.removeFactor(access(), JOANNA, id);
    expect(await kind.factorsOf(access(), JOANNA)).toEqual([]);
    expect(entra.graph.asking.filter((name) => name.startsWith('DELETE'))).toHaveLength(4);
  });

  it('does not take an account that is gone for a method that is gone (S-111)', async () => {
    const { entra, kind, access } = await world();
    entra.users = [];
    const works = [() => kind.removeFactor(access(), JOANNA, PHONE), () => kind.factorsOf(access(), JOANNA)];
    for (const work of works)
      expect(await failureOf(work())).toMatchObject({
        code: 'refused',
        message: 'Entra has no account by that id any more.',
      });
  });

  it('asks for nobody by their name, which may be another’s tomorrow', async () => {
    const { entra, kind, access } = await world();
    expect(await failureOf(kind.factorsOf(access(), 'joanna@contoso.example'))).toMatchObject({
      status: 404,
    });
    expect(entra.graph.asked).toEqual([]);
  });

  it('removes the default method after the others, in a second attempt', async () => {
    const { entra, kind, access } = await world();
    entra.defaultMethod = 'app-1';
    const attempt = async () => {
      for (const { id } of await kind.factorsOf(access(), JOANNA))
        await kind.removeFactor(access(), JOANNA, id);
      return (await kind.factorsOf(access(), JOANNA)).map(({ id }) => id);
    };
    expect(await attempt()).toEqual(['microsoftAuthenticator:app-1']);
    expect(await attempt()).toEqual([]);
  });

  it('says so where a kind of method has no way out', async () => {
    const { kind, access } = await world();
    expect(await failureOf(kind.removeFactor(access(), JOANNA, 'hardwareOath:1'))).toMatchObject({
      code: 'refused',
      message: 'Entra offers no way to remove this kind of factor (hardwareOath). Remove it there by hand.',
    });
  });

  it('lets nobody in, and in again, each read back (S-112)', async () => {
    const { entra, joanna, kind, access } = await world();
    await kind.hold?.(access(), JOANNA);
    expect(joanna.accountEnabled).toBe(false);
    expect(await kind.isEnabled?.(access(), JOANNA)).toBe(false);
    await kind.openForSetup?.(access(), JOANNA);
    expect(joanna.accountEnabled).toBe(true);
    entra.graph.answering = lying(entra.graph.answering, 'PATCH');
    expect(await failureOf(Promise.resolve(kind.hold?.(access(), JOANNA)))).toMatchObject({
      code: 'timed_out',
      message:
        'Entra said that it was done, and does not show it yet: the state of the account reads as before.',
    });
  });

  it('asks sessions to end, which nobody can read back', async () => {
    const { joanna, kind, access } = await world();
    await kind.endSessions?.(access(), JOANNA);
    expect(joanna.revoked).toBe(1);
    expect(kind.abilities.endsSessions).toBe('asked');
  });

  it('sends the secret where tokens are given, and nowhere else (S-116)', async () => {
    const { entra, kind, access } = await world();
    const one = access();
    await kind.factorsOf(one, JOANNA);
    await kind.removeFactor(one, JOANNA, PHONE);
    expect(entra.login.asked).toHaveLength(1);
    expect(new URLSearchParams(entra.login.asked[0]?.body).get('scope')).toBe(`${entra.graph.url}/.default`);
    expect(JSON.stringify(entra.graph.asked)).not.toContain('client-secret');
  });

  it('is asked at no other address than Microsoft’s', async () => {
    const { entra } = await world();
    const elsewhere = reach('entra', entra.graph.url, { realm: 'contoso.example' });
    expect(await failureOf(elsewhere.kind.factorsOf(elsewhere.access(), JOANNA))).toMatchObject({
      code: 'odd_answer',
    });
    expect(entra.graph.asked).toEqual([]);
  });

  it('that was asked too often says when it may be asked again', async () => {
    const { entra, kind, access } = await world();
    entra.first = () => throttled('17');
    const works = [
      () => kind.findAccounts(access(), { username: 'jo', email: null }),
      () => kind.factorsOf(access(), JOANNA),
      () => kind.removeFactor(access(), JOANNA, PHONE),
      () => kind.endSessions?.(access(), JOANNA),
      () => kind.hold?.(access(), JOANNA),
      () => kind.readLog?.(access(), NOW),
    ];
    for (const work of works)
      expect(await failureOf(Promise.resolve(work()))).toMatchObject({ code: 'throttled', retryAfter: 17 });
  });

  it.each([
    ['User.Read.All', (one: Kind) => one.kind.findAccounts(one.access(), { username: 'jo', email: null })],
    ['UserAuthenticationMethod.ReadWrite.All', (one: Kind) => one.kind.factorsOf(one.access(), JOANNA)],
    [
      'UserAuthenticationMethod.ReadWrite.All',
      (one: Kind) => one.kind.removeFactor(one.access(), JOANNA, PHONE),
    ],
    ['User.EnableDisableAccount.All', (one: Kind) => one.kind.hold?.(one.access(), JOANNA)],
    ['User.RevokeSessions.All', (one: Kind) => one.kind.endSessions?.(one.access(), JOANNA)],
    ['AuditLog.Read.All', (one: Kind) => one.kind.readLog?.(one.access(), NOW)],
  ])('names %s where the client lost it', async (right, work) => {
    const one = await world();
    one.entra.roles = one.entra.roles.filter((role) => role !== right);
    expect(await failureOf(Promise.resolve(work(one)))).toMatchObject({
      code: 'not_allowed',
      message: `Entra answers 403: the client lost ${right}. Give it that right again.`,
    });
  });

  it.each([
    ['ended', 'The client secret for Entra has ended.'],
    ['another', 'Entra does not accept the client secret.'],
  ])('says of a secret that is %s what is wrong', async (secret, expected) => {
    const { entra, kind, access } = await world();
    entra.secret = secret;
    const failure = await failureOf(kind.factorsOf(access(), JOANNA));
    expect(failure).toMatchObject({ code: 'not_allowed', status: 401 });
    expect(failure.message).toContain(expected);
  });

  it.each([
    [{ realm: 'fabrikam.example' }, 'knows no tenant'],
    [{ client_id: 'another' }, 'no application by that client ID'],
  ])('with %j says what it does not know', async (fields, expected) => {
    const { kind, access } = await world(fields);
    expect((await failureOf(kind.factorsOf(access(), JOANNA))).message).toContain(expected);
  });

  describe('its log', () => {
    const audit = (what: string, more: Record<string, unknown> = {}) => ({
      id: what,
      activityDateTime: '2026-11-30T14:59:00.1234567Z',
      activityDisplayName: what,
      result: 'success',
      initiatedBy: {
        user: { id: 'ada', userPrincipalName: 'ada@contoso.example', ipAddress: '192.0.2.9' },
        app: null,
      },
      targetResources: [{ id: JOANNA, type: 'User', userPrincipalName: 'joanna@contoso.example' }],
      ...more,
    });

    async function read(audits: Record<string, unknown>[]) {
      const one = await world();
      one.entra.audits = audits;
      return (await one.kind.readLog?.(one.access(), NOW - 5 * MINUTE))?.entries ?? [];
    }

    it('names who removed and added a method of whom (S-113)', async () => {
      const entries = await read([
        audit('Admin deleted security info'),
        audit('Admin registered security info'),
        audit('Delete Passkey (device-bound)'),
      ]);
      expect(entries.map(({ key, act }) => `${key}: ${act}`)).toEqual([
        'Admin deleted security info: removed',
        'Admin registered security info: added',
        'Delete Passkey (device-bound): removed',
      ]);
      expect(entries[0]).toMatchObject({
        at: Date.UTC(2026, 10, 30, 14, 59, 0, 123),
        account: { id: JOANNA, name: 'joanna@contoso.example' },
        factorId: null,
        by: { id: 'ada', name: 'ada@contoso.example' },
        isOurs: false,
        address: '192.0.2.9',
      });
    });

    it('knows our own application by its ID', async () => {
      const app = { appId: CLIENT.toUpperCase(), displayName: 'Gatehouse', servicePrincipalId: null };
      const other = { appId: 'another', displayName: 'Another', servicePrincipalId: 'x' };
      const entries = await read([
        audit('Admin deleted security info', { initiatedBy: { user: null, app } }),
        audit('Admin deleted security info', { id: 'other', initiatedBy: { user: null, app: other } }),
      ]);
      expect(entries.map(({ isOurs }) => isOurs)).toEqual([true, false]);
    });

    it('leaves what failed, what people do themselves, and what is neither', async () => {
      const self = { user: { id: JOANNA, userPrincipalName: 'joanna@contoso.example' }, app: null };
      expect(
        await read([
          audit('Admin deleted security info', { result: 'failure' }),
          audit('Create passkey (device-bound)', { initiatedBy: self }),
          audit('User deleted security info'),
          audit('Get passkey creation options'),
          audit('Admin deleted security info', { activityDateTime: '2026-11-30T14:54:00Z' }),
        ]),
      ).toEqual([]);
    });

    it('asks for its own service’s entries since then, oldest first', async () => {
      const { entra, kind, access } = await world();
      await kind.readLog?.(access(), NOW - 5 * MINUTE);
      const [asked] = entra.graph.asked;
      expect(asked?.query.get('$filter')).toBe(
        "activityDateTime ge 2026-11-30T14:55:00.000Z and loggedByService eq 'Authentication Methods'",
      );
      expect(asked?.query.get('$orderby')).toBe('activityDateTime asc');
    });

    it('that is longer than one read is gone on with', async () => {
      const { entra, kind, access } = await world();
      entra.audits = [audit('Admin deleted security info')];
      const address = `${entra.graph.url}/v1.0/auditLogs/directoryAudits?$skiptoken=2`;
      const page = { value: entra.audits, '@odata.nextLink': address };
      entra.graph.answering = paged(entra.graph.answering, page, 'never');
      const part = await kind.readLog?.(access(), NOW - 5 * MINUTE);
      expect(part?.readTo).toBe(Date.UTC(2026, 10, 30, 14, 59, 0, 123));
      expect(part?.entries).toHaveLength(20);
    });
  });

  describe('tested', () => {
    it('with all that is needed, can be used, and what it may do besides is said', async () => {
      const { findings } = await world({ secret_expires_on: NOW + 200 * DAY });
      const found = await findings();
      expect(Object.keys(found)).toEqual(['ok', 'can_let_in']);
      expect(found['can_let_in']).toContain('makes temporary access passes');
    });

    it.each([
      ['User.Read.All', 'found by their name'],
      ['UserAuthenticationMethod.ReadWrite.All', 'listed or removed'],
      ['User.EnableDisableAccount.All', 'leave it to a password alone'],
      ['User.RevokeSessions.All', 'no session can be ended'],
      ['AuditLog.Read.All', 'removed there by hand'],
    ])('without %s, says so', async (right, why) => {
      const { entra, findings } = await world();
      entra.roles = entra.roles.filter((role) => role !== right);
      const found = await findings();
      const code = `missing_${right.replaceAll('.', '_').toLowerCase()}`;
      expect(found[code]).toContain(`has no ${right}`);
      expect(found[code]).toContain(why);
      expect(found).not.toHaveProperty('ok');
    });

    it('names what it may do beyond that', async () => {
      const { entra, findings } = await world();
      entra.roles.push('Directory.ReadWrite.All', 'Mail.Read');
      expect((await findings())['too_many_rights']).toContain('Directory.ReadWrite.All and Mail.Read');
    });

    it('says where the tenant’s licence keeps the log', async () => {
      const { entra, findings } = await world();
      const body = { error: { code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant' } };
      entra.first = (operation) => (operation.includes('auditLogs') ? new Refusal(403, body) : undefined);
      const found = await findings();
      expect(found['no_log']).toContain('no licence');
      expect(found).toHaveProperty('ok');
    });

    it.each([
      [null, 'no_secret_end'],
      [NOW + 31 * DAY, undefined],
      [NOW + 30 * DAY, 'secret_ends'],
      [NOW, 'secret_ended'],
    ])('whose secret ends on %s says %s', async (secret_expires_on, expected) => {
      const { findings } = await world({ secret_expires_on });
      expect(Object.keys(await findings()).find((code) => code.includes('secret_end'))).toBe(expected);
    });
  });
});

type Kind = Awaited<ReturnType<typeof world>>;
type Answering = Kind['entra']['graph']['answering'];

/** Answers one page first, and then what it answered before. */
const paged =
  (before: Answering, page: unknown, last: string): Answering =>
  (asked, response) =>
    asked.query.get('$skiptoken') === last ? before(asked, response) : page;

/** Says that it was done, and does nothing. */
const lying =
  (before: Answering, method: string): Answering =>
  (asked, response) =>
    asked.method === method ? void response.writeHead(204).end() : before(asked, response);
