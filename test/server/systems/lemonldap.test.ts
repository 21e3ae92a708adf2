import { describe, expect, it } from 'vitest';
import { startLemonLdap } from '../../support/systems/lemonldap.ts';
import { failureOf, reach } from './world.ts';

async function world() {
  const server = await startLemonLdap();
  const reached = reach('lemonldap', server.url);
  const idOf = async (name: string) => {
    const factors = await reached.kind.factorsOf(reached.access(), 'jo');
    return factors.find((factor) => factor.name === name)?.id ?? '';
  };
  return { server, ...reached, idOf };
}

describe('LemonLDAP::NG', () => {
  it('lists factors with the time that their id tells', async () => {
    const { kind, access } = await world();
    expect(await kind.factorsOf(access(), 'jo')).toMatchObject([
      { kind: 'app', name: 'Phone ü', createdAt: 1_764_500_000_000, lastUsedAt: null },
      { kind: 'passkey', name: 'Key?>', createdAt: 1_764_500_001_000 },
    ]);
    expect(await kind.factorsOf(access(), 'nobody')).toEqual([]);
  });

  it('knows that somebody is there by a factor of theirs alone', async () => {
    const { kind, access } = await world();
    expect(await kind.findAccounts(access(), { username: 'jo', email: null })).toMatchObject([
      { externalId: 'jo' },
    ]);
    expect(await kind.findAccounts(access(), { username: 'nobody', email: null })).toEqual([]);
  });

  it('removes a factor once, and what is gone already is gone', async () => {
    const { server, kind, access, idOf } = await world();
    const phone = await idOf('Phone ü');
    await kind.removeFactor(access(), 'jo', phone);
    await kind.removeFactor(access(), 'jo', phone);
    expect(server.devices.get('jo')).toMatchObject([{ name: 'Key?>' }]);
  });

  it('removes one whose id its router takes apart by its type, and no other with it', async () => {
    const { server, kind, access, idOf } = await world();
    const key = await idOf('Key?>');
    expect(key).toContain('/');
    await kind.removeFactor(access(), 'jo', key);
    await kind.removeFactor(access(), 'jo', key);
    expect(server.devices.get('jo')).toMatchObject([{ name: 'Phone ü' }]);
  });

  it('says so where it has another of that type, and takes no “not found” for done (S-111)', async () => {
    const { server, kind, access, idOf } = await world();
    const key = await idOf('Key?>');
    server.devices.get('jo')?.push({ id: 'another', type: 'U2F', name: 'Other key' });
    expect(await failureOf(kind.removeFactor(access(), 'jo', key))).toMatchObject({ code: 'refused' });
    expect(server.devices.get('jo')).toHaveLength(3);
  });

  it('is not asked for a name that it would find nobody by', async () => {
    const { server, kind, access } = await world();
    expect(await failureOf(kind.factorsOf(access(), 'a/b'))).toMatchObject({ code: 'refused' });
    expect(server.asked).toEqual([]);
  });

  it('is given the password that its web server asks for', async () => {
    const { server } = await world();
    const { kind, access } = reach('lemonldap', server.url, { secret: 'wrong' });
    expect(await failureOf(kind.factorsOf(access(), 'jo'))).toMatchObject({
      code: 'not_allowed',
      status: 401,
    });
  });

  it('tested, can be used, and warns that it keeps no log', async () => {
    const { findings } = await world();
    expect(Object.keys(await findings())).toEqual(['ok', 'no_log']);
  });

  it('tested, warns where it asks nobody who they are', async () => {
    const { server } = await world();
    server.basic = null;
    const { findings } = reach('lemonldap', server.url, { client_id: null, sealed_secret: null });
    const found = await findings();
    expect(Object.keys(found)).toEqual(['ok', 'open_to_anybody', 'no_log']);
    expect(found['open_to_anybody']).toContain('answers without a password');
  });
});
