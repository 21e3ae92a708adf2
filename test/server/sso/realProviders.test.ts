import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { SHARED_KEY_CLIENT } from '../../support/identityProvider.ts';
import { subjectOf, useSsoWorld } from './world.ts';

const world = useSsoWorld();
let contoso: string;
beforeAll(async () => {
  contoso = await world.provider({ linkByEmail: true });
});

describe('issue 8.E3: a provider whose userinfo endpoint refuses its own tokens, as AD FS does', () => {
  afterEach(() => world.idp.refuseUserInfo(false));

  it('signs in who is linked by subject, and is not asked for an address that nobody needs', async () => {
    const { idp } = world;
    await world.linked('ana', contoso);
    idp.refuseUserInfo(true);
    const before = idp.userInfoRequests();
    const { status } = await world.signIn(contoso, { subject: subjectOf('ana') });
    expect([status, idp.userInfoRequests()]).toEqual([200, before]);
  });

  it('tells who is not linked what failed, and not that the client secret is wrong', async () => {
    world.idp.refuseUserInfo(true);
    const { status, problem } = await world.signIn(contoso, {
      subject: 'S-1-5-21',
      email: 'ben@example.org',
    });
    expect([status, problem.code]).toEqual([403, 'sso_not_linked']);
    expect(problem.detail).toBe(
      'Contoso 1 says who signed in, but not by which e-mail address: its userinfo endpoint answered 401, invalid_token. ' +
        'Have it put the claims email and email_verified into the ID token. Or ask an administrator to link your account there, S-1-5-21.',
    );
  });

  it('links by the address again once it answers', async () => {
    const cy = await world.test.person({ username: 'cy', mfa: false });
    const visitor = { subject: 'cy-there', email: 'cy@example.org', emailVerified: true };
    const { status, body } = await world.signIn(contoso, visitor);
    expect([status, body.session.user.id]).toEqual([200, cy.id]);
  });
});

describe('issue 8.E4: Entra ID, which has a claim of its own for a verified address', () => {
  it('links by an address whose domain’s owner is verified, and by no other', async () => {
    const { test } = world;
    const eva = await test.person({ username: 'eva', mfa: false });
    const visitor = { subject: 'pairwise', email: 'eva@example.org' };
    const silent = await world.signIn(contoso, visitor);
    expect(silent.problem.detail).toContain('does not say that eva@example.org is verified');
    const denied = await world.signIn(contoso, { ...visitor, emailDomainVerified: false });
    expect(denied.status).toBe(403);
    const { status, body } = await world.signIn(contoso, { ...visitor, emailDomainVerified: true });
    expect([status, body.session.user.id]).toEqual([200, eva.id]);
  });
});

describe('issue 8.E4: a sign-in that was refused is kept for a day, for an administrator to link', () => {
  const visitor = { subject: 'pairwise-of-fay', preferredUsername: 'fay@example.org\u202e' };
  const refused = async (token: string) => (await world.test.call('sso.refused', {}, { token })).body.items;
  const mine = (items: Awaited<ReturnType<typeof refused>>) =>
    items.filter(({ subject }) => subject === visitor.subject);

  it('with what the account is called there, shown with its marks; linked, it signs in and is gone', async () => {
    const { test } = world;
    const fay = await test.person({ username: 'fay', mfa: true });
    expect((await world.signIn(contoso, visitor)).status).toBe(403);
    expect((await world.signIn(contoso, visitor)).status).toBe(403);
    const token = await world.administrator();
    const [kept, ...more] = mine(await refused(token));
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      provider: { id: contoso, name: 'Contoso 1' },
      email: null,
      username: 'fay@example.org[U+202E]',
    });
    const linked = await test.call(
      'users.linkSso',
      { id: fay.id, providerId: contoso, subject: kept?.subject },
      { token },
    );
    expect(linked.status).toBe(202);
    await world.agreed(linked);
    expect(mine(await refused(token))).toEqual([]);
    expect((await world.signInWithCode(fay, contoso, visitor)).body.session.user.id).toBe(fay.id);
    // Past somebody's MFA: administrators and officers are told, as for staff.
    expect(
      (await test.mails()).some(({ kind, text }) => kind === 'sso_staff_linked' && text.includes('fay')),
    ).toBe(true);
  });

  it('and no longer, and for nobody who manages no users', async () => {
    const { test } = world;
    await world.signIn(contoso, { subject: 'pairwise-of-gil' });
    const gil = await test.person({ username: 'gil', mfa: false });
    expect((await test.call('sso.refused', {}, { token: await gil.signIn() })).status).toBe(403);
    test.clock.advance(DAY + 1);
    expect(await refused(await world.administrator())).toEqual([]);
  });
});

describe('issue 8.E11: a provider that signs ID tokens with the client secret', () => {
  it('is named with its algorithm, and what to choose there', async () => {
    const shared = await world.provider({ name: 'Shared', clientId: SHARED_KEY_CLIENT });
    const { problem } = await world.signIn(shared, { subject: 'dan' });
    expect([problem.code, problem.detail]).toEqual([
      'sso_failed',
      'Shared signs its ID tokens with HS256, which is not taken here. Choose RS256 or ES256 as the signing algorithm of ID tokens for this client there.',
    ]);
  });
});
