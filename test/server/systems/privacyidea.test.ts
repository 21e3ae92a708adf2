import { describe, expect, it } from 'vitest';
import { startPrivacyIdea } from '../../support/systems/privacyidea.ts';
import { failureOf, reach } from './world.ts';

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
