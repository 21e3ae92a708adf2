import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createSsoWorld } from '../sso/world.ts';

test('S-114 a colleague who only signs in by SSO is somebody also after their link was taken', async () => {
  const world = await createSsoWorld();
  try {
    const { call, clock, person } = world.test;
    const mallory = async () => ({ token: await world.administrator() });
    const contoso = await world.provider();
    const sam = await person({ username: 'sam', mfa: false, roles: ['security_officer'] });
    const link = { id: sam.id, providerId: contoso, subject: 'sam' };
    await world.agreed(await call('users.linkSso', link, await mallory()));
    clock.advance(40 * DAY);
    // The only other one has left long since.
    await call('users.update', { id: world.second.id, roles: [] }, await mallory());
    clock.advance(8 * DAY);
    const [made] = (await call('users.get', { id: sam.id }, await mallory())).body.ssoLinks;
    const taken = await call('users.unlinkSso', { id: sam.id, linkId: made?.id ?? '' }, await mallory());
    expect(taken.status).toBe(200);
    const provider = { name: 'Helpful', issuer: world.idp.issuer, clientId: 'mallory', linkByEmail: true };
    const asked = await call('settings.sso.create', provider, await mallory());
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({ pendingChange: { takesEffectAt: null } });
  } finally {
    await world.close();
  }
});
