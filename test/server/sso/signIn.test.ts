import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../server/time.ts';
import { PASSWORD } from '../../support/app.ts';
import {
  ELSEWHERE_CLIENT,
  POST_CLIENT,
  PUBLIC_CLIENT,
  startIdentityProvider,
} from '../../support/identityProvider.ts';
import { dumpDatabase } from '../../support/everything.ts';
import { REDIRECT_URI, subjectOf, useSsoWorld } from './world.ts';

const world = useSsoWorld();
let contoso: string;
beforeAll(async () => {
  contoso = await world.provider();
});

/** A sign-in that came back from the provider and is not completed yet. */
async function cameBack(username: string, providerId = contoso) {
  const { test, idp } = world;
  const { body } = await test.call('sso.begin', { providerId });
  const parameters = await idp.browser().visit(body.url, { subject: subjectOf(username) });
  return { flow: body.flow, url: body.url, parameters };
}

const sessionsOf = (userId: string) =>
  world.test.deps.db.kysely.selectFrom('sessions').selectAll().where('user_id', '=', userId).execute();

describe('S-17: signing in at an identity provider', () => {
  it('is offered by name on the sign-in screen, and asks for a code with PKCE, state and nonce', async () => {
    const { test, idp } = world;
    const options = await test.call('signIn.options', {});
    expect(options.body.sso).toContainEqual({ id: contoso, name: 'Contoso 1' });
    const { body } = await test.call('sso.begin', { providerId: contoso });
    const url = new URL(body.url);
    expect(url.origin).toBe(idp.issuer);
    const { state, nonce, ...rest } = Object.fromEntries(url.searchParams);
    expect(state).toMatch(/^[\w-]{43}$/);
    expect(nonce).toMatch(/^[\w-]{43}$/);
    expect(rest).toEqual({
      client_id: 'gatehouse',
      response_type: 'code',
      scope: 'openid profile email',
      redirect_uri: REDIRECT_URI,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('signs in who is linked, and says in the audit log by which provider', async () => {
    const { test } = world;
    const ana = await world.linked('ana', contoso);
    const { status, body } = await world.signIn(contoso, { subject: subjectOf('ana') });
    expect(status).toBe(200);
    expect(body.session.user.username).toBe('ana');
    const me = await test.call('me.get', {}, { token: body.session.token });
    expect(me.body.session.sso).toEqual({ id: contoso, name: 'Contoso 1' });
    const [event] = (await test.audit()).filter(
      ({ action, targetId }) => action === 'sign_in.succeeded' && targetId === ana.id,
    );
    expect(event?.data).toEqual({ via: 'sso', provider: 'Contoso 1', mfaAsserted: false });
  });

  it('bypasses MFA, also where it is set up, after the code that proves the link; a password sign-in always asks for it', async () => {
    const { test } = world;
    const ben = await world.linked('ben', contoso, { mfa: true });
    const visitor = { subject: subjectOf('ben') };
    expect((await world.signInWithCode(ben, contoso, visitor)).status).toBe(200);
    expect((await world.signIn(contoso, visitor)).body.outcome).toBe('signed_in');
    const byPassword = await test.call('signIn.start', { username: 'ben', password: PASSWORD });
    expect(byPassword.body.outcome).toBe('code_required');
    expect((await sessionsOf(ben.id)).map(({ via }) => via).toSorted()).toContain('sso');
  });

  it('is not blocked by a policy that requires MFA, but a password sign-in is', async () => {
    const { test } = world;
    await world.linked('cy', contoso);
    await test.setPolicy({ required: { scope: 'everyone', roles: [], departments: [] }, graceDays: 0 });
    const { body } = await world.signIn(contoso, { subject: subjectOf('cy') });
    const me = await test.call('me.get', {}, { token: body.session.token });
    expect(me.body.mfa).toMatchObject({ required: true, blocked: false });
    expect((await test.call('me.sessions', {}, { token: body.session.token })).status).toBe(200);
    const byPassword = await test.call('signIn.start', { username: 'cy', password: PASSWORD });
    expect(byPassword.body.outcome).toBe('setup_required');
    await test.setPolicy({ required: { scope: 'nobody', roles: [], departments: [] } });
  });

  it('works for a public client, and for one that the provider wants to hear the secret of in the body', async () => {
    const open = await world.provider({ clientId: PUBLIC_CLIENT, clientSecret: null });
    await world.linked('dee', open);
    expect((await world.signIn(open, { subject: subjectOf('dee') })).status).toBe(200);
    const post = await world.provider({ clientId: POST_CLIENT });
    await world.linked('eve', post);
    expect((await world.signIn(post, { subject: subjectOf('eve') })).status).toBe(200);
    const before = world.idp.tokenRequests();
    expect((await world.signIn(post, { subject: subjectOf('eve') })).status).toBe(200);
    expect(world.idp.tokenRequests() - before).toBe(1);
  });

  it('RFC 8252: the desktop gets its answer on loopback, at the port that it listens on', async () => {
    const { test, idp } = world;
    await world.linked('flo', contoso);
    const { body } = await test.call('sso.begin', { providerId: contoso, loopbackPort: 49_152 });
    expect(new URL(body.url).searchParams.get('redirect_uri')).toBe('http://127.0.0.1:49152/callback');
    const parameters = await idp.browser().visit(body.url, { subject: subjectOf('flo') });
    expect((await test.call('sso.complete', { flow: body.flow, parameters })).status).toBe(200);
  });

  it('S-64: the address to come back to is the public one, whatever the request’s Host', async () => {
    const { body } = await world.test.call(
      'sso.begin',
      { providerId: contoso },
      { headers: { host: '127.0.0.1:8443', 'x-forwarded-host': 'evil.example' } },
    );
    expect(new URL(body.url).searchParams.get('redirect_uri')).toBe(REDIRECT_URI);
  });

  it('S-52: nothing of it is readable in the database: no flow, state, nonce, verifier, code or client secret', async () => {
    const { test } = world;
    await world.linked('gil', contoso);
    const { flow, url, parameters } = await cameBack('gil');
    await test.call('sso.complete', { flow, parameters });
    const dump = JSON.stringify(await dumpDatabase(test.deps.db));
    const { state, nonce } = Object.fromEntries(new URL(url).searchParams);
    const { code } = Object.fromEntries(new URLSearchParams(parameters));
    for (const secret of [flow, state, nonce, code, 'a-secret-that-only-two-know']) {
      expect(dump).not.toContain(secret);
    }
  });
});

describe('S-17: what is refused', () => {
  async function refused({ flow, parameters }: { flow: string; parameters: string }) {
    const { status, problem } = await world.test.call('sso.complete', { flow, parameters });
    return [status, problem.code];
  }

  it('a code that is sent twice', async () => {
    await world.linked('hal', contoso);
    const { flow, parameters } = await cameBack('hal');
    expect((await world.test.call('sso.complete', { flow, parameters })).status).toBe(200);
    expect(await refused({ flow, parameters })).toEqual([401, 'sso_flow_ended']);
  });

  it('the same answer twice at once: one is signed in', async () => {
    await world.linked('ike', contoso);
    const { flow, parameters } = await cameBack('ike');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.test.call('sso.complete', { flow, parameters })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('a code of one flow in another: login CSRF with the attacker’s answer, in the victim’s browser', async () => {
    const victim = await cameBack('hal');
    const attacker = await cameBack('ike');
    expect(await refused({ flow: victim.flow, parameters: attacker.parameters })).toEqual([
      401,
      'sso_flow_ended',
    ]);
  });

  it('an answer without the flow that began it: another browser', async () => {
    const { parameters } = await cameBack('hal');
    expect(await refused({ flow: 'x'.repeat(43), parameters })).toEqual([401, 'sso_flow_ended']);
  });

  it('a wrong state, and none', async () => {
    for (const state of ['another', null]) {
      const { flow, parameters } = await cameBack('hal');
      const changed = new URLSearchParams(parameters);
      if (state === null) changed.delete('state');
      else changed.set('state', state);
      expect(await refused({ flow, parameters: changed.toString() })).toEqual([401, 'sso_flow_ended']);
    }
  });

  it('a wrong issuer beside the code, and none (RFC 9207: mix-up)', async () => {
    for (const iss of ['https://evil.example', null]) {
      const { flow, parameters } = await cameBack('hal');
      const changed = new URLSearchParams(parameters);
      if (iss === null) changed.delete('iss');
      else changed.set('iss', iss);
      expect(await refused({ flow, parameters: changed.toString() })).toEqual([409, 'sso_failed']);
    }
  });

  it('a nonce that was not asked for: an ID token of another sign-in', async () => {
    const { test, idp } = world;
    const { body } = await test.call('sso.begin', { providerId: contoso });
    const url = new URL(body.url);
    url.searchParams.set('nonce', 'of-another-sign-in');
    const parameters = await idp.browser().visit(url.href, { subject: subjectOf('hal') });
    expect(await refused({ flow: body.flow, parameters })).toEqual([409, 'sso_failed']);
  });

  it('a code that was asked for with another PKCE challenge: a code that was stolen and injected', async () => {
    const { test, idp } = world;
    const { body } = await test.call('sso.begin', { providerId: contoso });
    const url = new URL(body.url);
    url.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    const parameters = await idp.browser().visit(url.href, { subject: subjectOf('hal') });
    expect(await refused({ flow: body.flow, parameters })).toEqual([409, 'sso_failed']);
  });

  it('an answer that comes too late, and one of a provider that was changed meanwhile', async () => {
    const { test } = world;
    const late = await cameBack('hal');
    test.clock.advance(15 * MINUTE + 1);
    expect(await refused(late)).toEqual([401, 'sso_flow_ended']);
    const providerId = await world.provider();
    await world.linked('jan', providerId);
    const before = await cameBack('jan', providerId);
    await test.call(
      'settings.sso.update',
      { id: providerId, name: 'Another name' },
      { token: await world.administrator() },
    );
    expect(await refused(before)).toEqual([401, 'sso_flow_ended']);
  });

  it('who cancels at the provider, with a sentence that says so', async () => {
    const { status, problem } = await world.signIn(contoso, { subject: subjectOf('hal'), cancels: true });
    expect([status, problem.code]).toEqual([409, 'sso_failed']);
    expect(problem.detail).toContain('did not let you in, or you cancelled there');
  });

  it('a provider that is gone, with its name and address', async () => {
    const gone = await startIdentityProvider([REDIRECT_URI]);
    const providerId = await world.provider({ name: 'Gone', issuer: gone.issuer });
    await gone.close();
    const { status, problem } = await world.test.call('sso.begin', { providerId });
    expect([status, problem.code]).toEqual([409, 'sso_failed']);
    expect(problem.detail).toBe(
      `Gone can’t be reached at ${gone.issuer}: nothing answers there. Check the issuer and the server’s network.`,
    );
  });

  it('an account that is suspended, also with a session that runs', async () => {
    const { test } = world;
    const kim = await world.linked('kim', contoso);
    const { body } = await world.signIn(contoso, { subject: subjectOf('kim') });
    await test.call(
      'users.update',
      { id: kim.id, status: 'suspended' },
      { token: await world.administrator() },
    );
    expect((await test.call('me.get', {}, { token: body.session.token })).status).toBe(401);
    const again = await world.signIn(contoso, { subject: subjectOf('kim') });
    expect([again.status, again.problem.code]).toEqual([403, 'account_suspended']);
    expect(await sessionsOf(kim.id)).toEqual([]);
  });

  it('somebody who is linked to nobody here', async () => {
    const { status, problem } = await world.signIn(contoso, {
      subject: 'a-stranger',
      email: 'stranger@example.org',
      emailVerified: true,
    });
    expect([status, problem.code]).toEqual([403, 'sso_not_linked']);
    expect(problem.detail).toContain('no account here is linked');
  });

  it('a client that the provider does not send back here is never asked: there is no answer to take', async () => {
    const providerId = await world.provider({ clientId: ELSEWHERE_CLIENT });
    const { body } = await world.test.call('sso.begin', { providerId });
    await expect(world.idp.browser().visit(body.url, { subject: 'x' })).rejects.toThrow(/redirect_uri/);
  });
});

describe('Linking by verified e-mail', () => {
  let trusted: string;
  beforeAll(async () => {
    trusted = await world.provider({ linkByEmail: true });
  });
  const visitor = (username: string, emailVerified = true) => ({
    subject: subjectOf(username),
    email: `${username.toUpperCase()}@example.org`,
    emailVerified,
  });

  it('links the account with that address at the first sign-in, tells its owner, and later goes by the subject', async () => {
    const { test } = world;
    const lea = await test.person({ username: 'lea', mfa: false });
    expect((await world.signIn(trusted, visitor('lea'))).body.session.user.id).toBe(lea.id);
    expect(
      (await test.mails()).filter(({ to }) => to === 'lea@example.org').map(({ kind }) => kind),
    ).toContain('sso_linked');
    const again = await world.signIn(trusted, { subject: subjectOf('lea'), email: 'other@example.org' });
    expect(again.body.session.user.id).toBe(lea.id);
  });

  it('links once, where two first sign-ins come at once', async () => {
    const { test } = world;
    const lou = await test.person({ username: 'lou', mfa: false });
    const answers = await Promise.all([
      world.signIn(trusted, visitor('lou')),
      world.signIn(trusted, { ...visitor('lou'), subject: 'another-subject-of-lou' }),
    ]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '403']);
    const { kysely } = test.deps.db;
    const links = await kysely.selectFrom('sso_links').select('id').where('user_id', '=', lou.id).execute();
    expect(links).toHaveLength(1);
  });

  it('refuses an address that the provider does not call verified', async () => {
    await world.test.person({ username: 'max', mfa: false });
    const { status, problem } = await world.signIn(trusted, visitor('max', false));
    expect([status, problem.code]).toEqual([403, 'sso_not_linked']);
    expect(problem.detail).toContain('is verified, so it proves nothing');
  });

  it('refuses where the provider is not set so', async () => {
    await world.test.person({ username: 'ned', mfa: false });
    expect((await world.signIn(contoso, visitor('ned'))).status).toBe(403);
  });

  it('refuses a second subject with the address of an account that is linked', async () => {
    await world.test.person({ username: 'oda', mfa: false });
    expect((await world.signIn(trusted, visitor('oda'))).status).toBe(200);
    const { problem } = await world.signIn(trusted, { ...visitor('oda'), subject: 'another-subject' });
    expect(problem.detail).toContain('is linked to another account');
  });

  it('refuses an address that is on record for less than 30 days: whoever changed it would sign in as that person', async () => {
    const { test } = world;
    const pia = await test.person({ username: 'pia', mfa: false, email: 'old@example.org' });
    await test.call(
      'users.update',
      { id: pia.id, email: 'pia@example.org' },
      { token: await world.administrator() },
    );
    const { problem } = await world.signIn(trusted, visitor('pia'));
    expect(problem.detail).toContain('less than 30 days');
    test.clock.advance(31 * DAY);
    expect((await world.signIn(trusted, visitor('pia'))).status).toBe(200);
  });
});
