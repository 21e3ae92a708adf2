import { beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../support/app.ts';
import { agree, changeIn } from '../../support/secondPerson.ts';
import { subjectOf, useSsoWorld } from './world.ts';

const world = useSsoWorld();
let contoso: string;
beforeAll(async () => {
  contoso = await world.provider();
});

const detailOf = async (id: string) =>
  (await world.test.call('users.get', { id }, { token: await world.administrator() })).body;

describe('Links that an administrator makes', () => {
  it('to a subject: shown on the user’s page with what the provider asserted at the last sign-in', async () => {
    const ana = await world.linked('ana', contoso);
    expect((await detailOf(ana.id)).ssoLinks).toMatchObject([
      {
        provider: { id: contoso, name: 'Contoso 1' },
        subject: subjectOf('ana'),
        lastSignInAt: null,
        mfaAsserted: null,
      },
    ]);
    const subject = subjectOf('ana');
    await world.signIn(contoso, { subject, amr: ['pwd'] });
    expect((await detailOf(ana.id)).ssoLinks[0]).toMatchObject({ mfaAsserted: false });
    await world.signIn(contoso, { subject, amr: ['pwd', 'otp'], acr: 'urn:example:silver' });
    expect((await detailOf(ana.id)).ssoLinks[0]).toMatchObject({ mfaAsserted: true });
    const [session] = await world.test.deps.db.kysely
      .selectFrom('sessions')
      .selectAll()
      .where('user_id', '=', ana.id)
      .orderBy('created_at', 'desc')
      .execute();
    expect(session).toMatchObject({ via: 'sso', mfa_asserted: 1 });
    const link = await world.test.deps.db.kysely
      .selectFrom('sso_links')
      .select(['amr', 'acr'])
      .where('user_id', '=', ana.id)
      .executeTakeFirst();
    expect(link).toEqual({ amr: '["pwd","otp"]', acr: 'urn:example:silver' });
  });

  it('to an e-mail: bound at the first sign-in with it, verified; a second subject with it is nobody', async () => {
    const { test } = world;
    const ben = await test.person({ username: 'ben', mfa: false });
    const token = await world.administrator();
    const linked = await test.call(
      'users.linkSso',
      { id: ben.id, providerId: contoso, email: 'Ben@Contoso.example' },
      { token },
    );
    await world.agreed(linked);
    expect(await detailOf(ben.id)).toMatchObject({
      ssoLinks: [{ subject: null, email: 'ben@contoso.example' }],
    });
    const visitor = { subject: 'ben-there', email: 'ben@contoso.example' };
    const unverified = await world.signIn(contoso, { ...visitor, emailVerified: false });
    expect([unverified.status, unverified.problem.code]).toEqual([403, 'sso_not_linked']);
    const first = await world.signIn(contoso, { ...visitor, emailVerified: true });
    expect(first.body.session.user.id).toBe(ben.id);
    const second = await world.signIn(contoso, { ...visitor, subject: 'ben-too', emailVerified: true });
    expect(second.status).toBe(403);
  });

  it('ask for a step-up, one subject or e-mail, and are made once', async () => {
    const { test } = world;
    const cy = await world.linked('cy', contoso);
    const dee = await test.person({ username: 'dee', mfa: false });
    const input = { id: dee.id, providerId: contoso };
    const plain = await test.administrator.signIn();
    const without = await test.call('users.linkSso', { ...input, subject: 'dee' }, { token: plain });
    expect(without.problem.code).toBe('step_up_required');
    const token = await world.administrator();
    const both = await test.call(
      'users.linkSso',
      { ...input, subject: 'dee', email: 'dee@x.example' },
      { token },
    );
    expect([both.status, (await test.call('users.linkSso', input, { token })).status]).toEqual([400, 400]);
    const taken = await test.call('users.linkSso', { ...input, subject: subjectOf('cy') }, { token });
    expect([taken.status, taken.problem.code]).toEqual([409, 'sso_already_linked']);
    const twice = await test.call('users.linkSso', { ...input, id: cy.id, subject: 'cy-too' }, { token });
    expect(twice.problem.code).toBe('sso_already_linked');
  });

  it('of staff are mailed to administrators and officers; of anybody to their owner', async () => {
    const eve = await world.linked('eve', contoso, { roles: ['help_desk'] });
    const mails = await world.test.mails();
    expect(mails.some(({ kind, to }) => kind === 'sso_linked' && to === 'eve@example.org')).toBe(true);
    expect(mails.some(({ kind, to }) => kind === 'sso_staff_linked' && to === 'admin@example.org')).toBe(
      true,
    );
    const audited = (await world.test.audit()).find(
      ({ action, targetId }) => action === 'sso.linked' && targetId === eve.id,
    );
    expect(audited?.data).toEqual({
      provider: 'Contoso 1',
      by: 'administrator',
      subject: subjectOf('eve'),
      agreedBy: 'second',
    });
  });

  it('8.A1: that wait are judged again when somebody agrees: rank, issuer, and how they are known there', async () => {
    const { test } = world;
    const fabrikam = await world.provider();
    const token = await world.administrator();
    const wait = async (username: string, known: { subject?: string; email?: string }) => {
      const { id } = await test.person({ username });
      const link = { id, providerId: fabrikam, ...known };
      return {
        id,
        change: changeIn(await test.call('users.linkSso', link, { token: await world.administrator() })),
      };
    };
    const fred = await wait('fred', { email: 'fred@fabrikam.example' });
    const fran = await wait('fran', { subject: 'fran' });
    await test.call('users.update', { id: fred.id, roles: ['help_desk'] }, { token });
    const promoted = await agree(test, world.second, fred.change);
    expect(promoted.problem.code).toBe('change_not_possible');
    expect(promoted.problem.detail).toContain('never linked by e-mail');

    const issuer = 'https://login.elsewhere.example';
    const turned = { id: fabrikam, issuer };
    await world.agreed(
      await test.call('settings.sso.update', turned, { token: await world.administrator() }),
    );
    const elsewhere = await agree(test, world.second, fran.change);
    expect(elsewhere.problem.code).toBe('change_not_possible');
    expect(elsewhere.problem.detail).toContain('has another issuer now');
    expect((await detailOf(fran.id)).ssoLinks).toEqual([]);
  });

  it('end with the sessions that they made, and with no others', async () => {
    const { test } = world;
    const flo = await world.linked('flo', contoso);
    const bySso = await world.signIn(contoso, { subject: subjectOf('flo') });
    const byPassword = await flo.signIn();
    const linkId = (await detailOf(flo.id)).ssoLinks[0]?.id ?? '';
    const token = await world.administrator();
    const { body } = await test.call('users.unlinkSso', { id: flo.id, linkId }, { token });
    expect(body).toMatchObject({ ssoLinks: [] });
    expect((await test.call('me.get', {}, { token: bySso.body.session.token })).status).toBe(401);
    expect((await test.call('me.get', {}, { token: byPassword })).status).toBe(200);
    expect((await world.signIn(contoso, { subject: subjectOf('flo') })).problem.code).toBe('sso_not_linked');
  });
});

describe('Who can only sign in by SSO', () => {
  async function forbid(id: string) {
    const token = await world.administrator();
    return world.test.call('users.setPasswordUse', { id, use: 'forbidden' }, { token });
  }

  it('is refused the right password with the same bytes as a wrong one; the password’s sessions end', async () => {
    const { test } = world;
    const gil = await world.linked('gil', contoso);
    const token = await gil.signIn();
    const { body } = await forbid(gil.id);
    expect(body.mfa.external).toBe(true);
    expect((await test.call('me.get', {}, { token })).status).toBe(401);
    const right = await test.call('signIn.start', { username: 'gil', password: PASSWORD });
    const wrong = await test.call('signIn.start', { username: 'gil', password: 'not-the-password' });
    expect(right.status).toBe(401);
    expect(right.text).toBe(wrong.text);
    expect((await world.signIn(contoso, { subject: subjectOf('gil') })).status).toBe(200);
  });

  it('gets no link for a forgotten password, is counted apart, and may be allowed the old password again', async () => {
    const { test } = world;
    const hal = await world.linked('hal', contoso);
    await forbid(hal.id);
    const before = (await test.mails()).length;
    expect((await test.call('password.forgot', { username: 'hal' })).status).toBe(202);
    await test.services.passwordLinks.settled();
    expect(await test.mails()).toHaveLength(before);
    const token = await world.administrator();
    const listed = await test.call('users.list', { state: 'external' }, { token });
    expect(listed.body.items.map(({ username }) => username)).toContain('hal');
    await test.call('users.setPasswordUse', { id: hal.id, use: 'kept' }, { token });
    expect((await test.call('signIn.start', { username: 'hal', password: PASSWORD })).status).toBe(200);
  });

  it('keeps a way in: nobody without a link, no last link, no last administrator, no provider that is removed', async () => {
    const { test } = world;
    const ike = await test.person({ username: 'ike', mfa: false });
    expect((await forbid(ike.id)).problem.code).toBe('sso_link_needed');

    const fabrikam = await world.provider();
    const jan = await world.linked('jan', fabrikam);
    await forbid(jan.id);
    const linkId = (await detailOf(jan.id)).ssoLinks[0]?.id ?? '';
    const token = await world.administrator();
    const last = await test.call('users.unlinkSso', { id: jan.id, linkId }, { token });
    expect([last.status, last.problem.code]).toEqual([409, 'sso_link_needed']);
    const removed = await test.call('settings.sso.remove', { id: fabrikam }, { token });
    expect([removed.status, removed.problem.code]).toEqual([409, 'provider_in_use']);
    expect(removed.problem.detail).toMatch(/^1 person can only sign in by Contoso \d/);

    const { id } = test.administrator;
    const link = { id, providerId: contoso, subject: 'the-admin' };
    await world.agreed(await test.call('users.linkSso', link, { token }));
    // Whoever was asked for a new password has none to sign in with.
    const kim = await test.person({ username: 'kim', roles: ['administrator'], mfa: false });
    await test.deps.db.kysely
      .updateTable('users')
      .set({ password_hash: null, password_mac: null })
      .where('id', '=', kim.id)
      .execute();
    const administrator = await test.call('users.setPasswordUse', { id, use: 'forbidden' }, { token });
    expect(administrator.problem.code).toBe('last_administrator');
  });
});
