import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../server/time.ts';
import { startPrivacyIdea } from '../../support/systems/privacyidea.ts';
import type { FakePrivacyIdea } from '../../support/systems/privacyidea.ts';
import { failureOf, NOW, reach } from './world.ts';

async function world() {
  const server = await startPrivacyIdea();
  return { server, ...reach('privacyidea', server.url) };
}

describe('privacyIDEA', () => {
  it('names the account whose name is exactly that', async () => {
    const { kind, access } = await world();
    const jo = {
      externalId: 'jo',
      username: 'jo',
      email: 'jo@example.org',
      emailVerified: false,
      enabled: true,
    };
    expect(await kind.findAccounts(access(), { username: 'jo', email: null })).toEqual([jo]);
    // It reads a star as anybody.
    expect(await kind.findAccounts(access(), { username: '*', email: null })).toEqual([]);
  });

  it('lists the factors of that person in that realm, of every page', async () => {
    const { server, kind, access } = await world();
    server.pageSize = 1;
    const [first] = server.tokens;
    if (!first) throw new Error('There is none.');
    server.tokens.push(
      { ...first, serial: 'OTHER', user_realm: 'another' },
      { ...first, serial: 'OFF', tokentype: 'webauthn', active: false },
    );
    const at = Date.UTC(2026, 10, 30, 14, 46, 25);
    const one = { name: null, createdAt: at, lastUsedAt: null, stopped: false };
    expect(await kind.factorsOf(access(), 'jo')).toEqual([
      { ...one, id: 'OATH00005F52', kind: 'app' },
      {
        ...one,
        id: 'TOTP00005C17',
        kind: 'app',
        name: 'Jo phone',
        lastUsedAt: Date.UTC(2026, 10, 30, 15, 0, 0, 123),
      },
      { ...one, id: 'OFF', kind: 'passkey', stopped: true },
    ]);
  });

  it('that never comes to an end of its pages is left', async () => {
    const { server, kind, access } = await world();
    server.pageSize = 1;
    const [token] = server.tokens;
    if (!token) throw new Error('There is none.');
    server.tokens = Array.from({ length: 30 }, (_, n) => ({ ...token, serial: `T${n}` }));
    expect(await failureOf(kind.factorsOf(access(), 'jo'))).toMatchObject({ code: 'too_large' });
  });

  it('removes a factor once, and what is gone already is gone', async () => {
    const { kind, access } = await world();
    await kind.removeFactor(access(), 'jo', 'TOTP00005C17');
    await kind.removeFactor(access(), 'jo', 'TOTP00005C17');
    expect((await kind.factorsOf(access(), 'jo')).map(({ id }) => id)).toEqual(['OATH00005F52']);
  });

  it('that lost the right to list is not read as having nothing left (S-111)', async () => {
    const { server, kind, access } = await world();
    server.rights = ['delete'];
    expect(await failureOf(kind.factorsOf(access(), 'jo'))).toMatchObject({
      code: 'not_allowed',
      message: 'The administrator at privacyIDEA lost the right tokenlist. Give it back in its policy.',
    });
    server.rights = ['tokenlist'];
    const removing = kind.removeFactor(access(), 'jo', 'NOT-THERE');
    expect(await failureOf(removing)).toMatchObject({ code: 'not_allowed' });
  });

  it('names an account that is gone', async () => {
    const { kind, access } = await world();
    expect(await failureOf(kind.factorsOf(access(), 'nobody'))).toMatchObject({
      code: 'refused',
      message: 'privacyIDEA has no account by that id any more.',
    });
  });

  it('refuses a wrong password by name', async () => {
    const { server } = await world();
    const { kind, access } = reach('privacyidea', server.url, { secret: 'wrong' });
    expect(await failureOf(kind.factorsOf(access(), 'jo'))).toMatchObject({
      code: 'not_allowed',
      status: 401,
    });
  });

  describe('its log (S-113)', () => {
    // It writes in its own time, which is an hour ahead of UTC here, and doesn't say so.
    const there = (at: number) => new Date(at + HOUR).toISOString().slice(0, -1);
    async function logged(acts: [string, Partial<FakePrivacyIdea['audit'][number]>?][]) {
      const w = await world();
      const line = (action: string, minutesAgo: number) => ({
        number: w.server.audit.length + 1,
        date: there(NOW - minutesAgo * MINUTE),
        action,
        success: 1,
        serial: 'TOTP00005C17',
        user: 'jo',
        realm: 'staff',
        administrator: 'eve',
        client: '192.0.2.7',
      });
      for (const [action, rest] of acts) w.server.audit.push({ ...line(action, 10), ...rest });
      w.server.audit.push({ ...line('POST /auth', 0), administrator: 'gatehouse', serial: null, user: null });
      const { readLog } = w.kind;
      if (!readLog) throw new Error('It has none.');
      return { ...w, entries: async (since = NOW - HOUR) => (await readLog(w.access(), since)).entries };
    }

    it('tells who removed whose factor, and when, whatever its zone', async () => {
      const { entries } = await logged([['DELETE /token/<serial>']]);
      expect(await entries()).toEqual([
        {
          key: expect.any(String) as string,
          at: NOW - 10 * MINUTE,
          act: 'removed',
          account: { id: 'jo', name: 'jo' },
          factorId: 'TOTP00005C17',
          by: { id: 'eve', name: 'eve' },
          isOurs: false,
          address: '192.0.2.7',
        },
      ]);
      expect(await entries(NOW - 9 * MINUTE)).toEqual([]);
    });

    it('what is stopped or taken from somebody is as good as removed; what is set up or given is added', async () => {
      const { server, entries } = await logged([
        ['POST /token/init'],
        ['POST /token/disable'],
        ['POST /token/revoke/<serial>'],
        ['POST /token/unassign'],
        ['POST /token/assign'],
        ['DELETE /token/<serial>', { administrator: 'gatehouse' }],
      ]);
      server.pageSize = 2;
      expect((await entries()).map(({ act, isOurs }) => `${act} ${isOurs}`)).toEqual([
        'added false',
        'removed false',
        'removed false',
        'removed false',
        'added false',
        'removed true',
      ]);
    });

    it('leaves out what failed, what people did themselves, another realm’s, and whatever changes no factor', async () => {
      const { entries } = await logged([
        ['DELETE /token/<serial>', { success: 0 }],
        ['DELETE /token/<serial>', { administrator: null }],
        ['DELETE /token/<serial>', { realm: 'another' }],
        ['POST /token/init', { user: null, realm: null }],
        ['POST /token/setpin/<serial>'],
        ['GET /token/'],
      ]);
      expect(await entries()).toEqual([]);
    });

    it('without the right to read it, says so', async () => {
      const { server, entries } = await logged([]);
      server.rights = server.rights.filter((right) => right !== 'auditlog');
      expect((await failureOf(entries())).message).toContain('lost the right auditlog');
    });
  });

  describe('tested', () => {
    it('with the rights that it needs and no more, can be used', async () => {
      const { findings } = await world();
      expect(Object.keys(await findings())).toEqual(['ok']);
    });

    it.each(['tokenlist', 'delete', 'userlist', 'auditlog'])('without %s, says so', async (right) => {
      const { server, findings } = await world();
      server.rights = server.rights.filter((one) => one !== right);
      const found = await findings();
      expect(found[`missing_${right}`]).toContain(`has no ${right}. Without it,`);
      expect(found).not.toHaveProperty('ok');
    });

    it('counts what it may do beyond that', async () => {
      const { server, findings } = await world();
      server.rights.push(...Array.from({ length: 8 }, (_, n) => `right-${n}`));
      expect((await findings())['too_many_rights']).toContain('right-4 and right-5 and 2 more');
    });

    it('says where a policy reaches nobody', async () => {
      const { server, findings } = await world();
      server.tokens = [];
      expect(Object.keys(await findings())).toEqual(['ok', 'nothing_listed']);
    });
  });
});
