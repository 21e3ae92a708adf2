import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SsoTestResult } from '../../../contract/operations/sso.ts';
import { CLIENT, ELSEWHERE_CLIENT, startIdentityProvider } from '../../support/identityProvider.ts';
import type { Visitor } from '../../support/identityProvider.ts';
import { REDIRECT_URI, subjectOf, useSsoWorld } from './world.ts';

const world = useSsoWorld();
let token: string;
beforeAll(async () => {
  token = await world.administrator();
});

/** As Settings > SSO does it. */
async function testSignIn(id: string, visitor: Visitor): Promise<SsoTestResult> {
  const { test, idp } = world;
  const begun = await test.call('settings.sso.beginTest', { id }, { token });
  if (begun.body.outcome === 'failed') return begun.body.result;
  const parameters = await idp.browser().visit(begun.body.url, visitor);
  const { body } = await test.call(
    'settings.sso.completeTest',
    { flow: begun.body.flow, parameters },
    { token },
  );
  return body;
}

const stranger: Visitor = { subject: 'a-stranger' };

describe('Settings > SSO', () => {
  it('adds, lists, changes and removes a provider, with a step-up; the secret is sealed and never told', async () => {
    const { test, idp } = world;
    const plain = await test.administrator.signIn();
    const input = { name: 'Fabrikam', issuer: idp.issuer, clientId: CLIENT.id, linkByEmail: false };
    const refused = await test.call('settings.sso.create', { ...input, clientSecret: 'x' }, { token: plain });
    expect(refused.problem.code).toBe('step_up_required');

    token = await world.administrator();
    const made = await test.call('settings.sso.create', { ...input, clientSecret: 'hush-hush' }, { token });
    await world.agreed(made);
    token = await world.administrator();
    expect((await test.call('settings.sso.create', input, { token })).problem.code).toBe('name_taken');
    const list = await test.call('settings.sso.list', {}, { token });
    const { id = '', ...fabrikam } = list.body.items.find(({ name }) => name === 'Fabrikam') ?? {};
    expect(fabrikam).toMatchObject({ secretSet: true, linked: 0, external: 0 });
    expect(list.body.redirectUris).toEqual({ web: REDIRECT_URI, desktop: 'http://127.0.0.1/callback' });
    expect(list.text).not.toContain('hush-hush');

    const renamed = await test.call('settings.sso.update', { id, name: 'Fabrikam AG' }, { token });
    expect(renamed.body).toMatchObject({ name: 'Fabrikam AG', secretSet: true });
    const moved = await test.call(
      'settings.sso.update',
      { id, issuer: 'https://login.fabrikam.example' },
      { token },
    );
    await world.agreed(moved);
    token = await world.administrator();
    const { items } = (await test.call('settings.sso.list', {}, { token })).body;
    expect(items.find((provider) => provider.id === id)).toMatchObject({ secretSet: false });
    expect((await test.call('settings.sso.remove', { id }, { token })).status).toBe(204);
    const audited = (await test.audit()).filter(({ action }) => action.startsWith('sso.provider'));
    expect(audited.map(({ data }) => data['secret'])).toEqual(['set', 'the same', 'none', undefined]);
    expect(JSON.stringify(audited)).not.toContain('hush-hush');
    expect((await test.mails()).some(({ kind }) => kind === 'sso_provider_saved')).toBe(true);
  });

  it('takes no issuer that others could listen in on', async () => {
    const { test } = world;
    const { status, problem } = await test.call(
      'settings.sso.create',
      { name: 'Plain', issuer: 'http://login.example.org', clientId: 'x', linkByEmail: false },
      { token },
    );
    expect([status, Object.keys(problem.fields ?? {})]).toEqual([400, ['issuer']]);
  });

  it('removing a provider ends its links and the sessions that it made', async () => {
    const { test } = world;
    const id = await world.provider();
    await world.linked('zoe', id);
    const { body } = await world.signIn(id, { subject: subjectOf('zoe') });
    token = await world.administrator();
    expect((await test.call('settings.sso.remove', { id }, { token })).status).toBe(204);
    expect((await test.call('me.get', {}, { token: body.session.token })).status).toBe(401);
    expect((await test.call('sso.begin', { providerId: id })).status).toBe(404);
  });
});

describe('A test sign-in says in one sentence', () => {
  it('that it works, for whom, and whether the provider asserted MFA; and signs nobody in', async () => {
    const { test } = world;
    const id = await world.provider({ name: 'Works' });
    const ana = await world.linked('ana', id);
    token = await world.administrator();
    const asserted = await testSignIn(id, { subject: subjectOf('ana'), amr: ['pwd', 'otp'] });
    expect(asserted).toEqual({
      ok: true,
      sentence: 'It works: ana would be signed in. Works says that it asked for a second factor.',
      subject: subjectOf('ana'),
      email: null,
      emailVerified: null,
      mfaAsserted: true,
      person: { id: ana.id, username: 'ana', name: 'ana' },
    });
    const silent = await testSignIn(id, { subject: subjectOf('ana') });
    expect(silent.sentence).toContain('Works does not say whether it asked for a second factor');
    const sessions = await test.deps.db.kysely
      .selectFrom('sessions')
      .where('user_id', '=', ana.id)
      .select('id')
      .execute();
    expect(sessions).toEqual([]);
  });

  it('that discovery cannot be reached, and by which address', async () => {
    const gone = await startIdentityProvider([REDIRECT_URI]);
    await gone.close();
    const id = await world.provider({ name: 'Nowhere', issuer: gone.issuer });
    const { ok, sentence } = await testSignIn(id, stranger);
    expect([ok, sentence]).toEqual([
      false,
      `Nowhere can’t be reached at ${gone.issuer}: nothing answers there. Check the issuer and the server’s network.`,
    ]);
  });

  it('that another server answers there', async () => {
    const server = createServer((_request, response) => response.writeHead(404).end('Not here.'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const id = await world.provider({ name: 'Other', issuer: `http://127.0.0.1:${port}` });
    const { sentence } = await testSignIn(id, stranger);
    server.closeAllConnections();
    server.close();
    expect(sentence).toBe(
      `http://127.0.0.1:${port} answers with 404, but not as an OpenID provider does. Check the issuer.`,
    );
  });

  it('that the issuer is another one', async () => {
    const { idp } = world;
    const id = await world.provider({ name: 'Misnamed', issuer: `http://localhost:${idp.port}` });
    const { sentence } = await testSignIn(id, stranger);
    expect(sentence).toBe(
      `Misnamed calls itself ${idp.issuer}, not http://localhost:${idp.port}. Enter the issuer exactly as the provider writes it.`,
    );
  });

  it('that an address of the provider is not safe', async () => {
    const server = createServer((request, response) => {
      const issuer = `http://${request.headers.host}`;
      const at = 'http://login.example.org';
      const endpoints = { authorization_endpoint: `${at}/a`, token_endpoint: `${at}/t`, jwks_uri: `${at}/k` };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ issuer, ...endpoints }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const id = await world.provider({ name: 'Unsafe', issuer: `http://127.0.0.1:${port}` });
    const { sentence } = await testSignIn(id, stranger);
    server.closeAllConnections();
    server.close();
    expect(sentence).toContain('one of them does not begin with https://');
  });

  it('that the client secret is wrong', async () => {
    const id = await world.provider({ name: 'Wrong', clientSecret: 'not-the-secret' });
    const { sentence } = await testSignIn(id, stranger);
    expect(sentence).toBe(
      'Wrong does not accept the client secret. Copy it from the provider again; it may have expired.',
    );
  });

  it('that the client is not known', async () => {
    const id = await world.provider({ name: 'Unknown', clientId: 'nobody' });
    const { sentence } = await testSignIn(id, stranger);
    expect(sentence).toBe('Unknown does not know this client ID. Copy it from the provider again.');
  });

  it('that the redirect URI is not registered', async () => {
    const id = await world.provider({ name: 'Unregistered', clientId: ELSEWHERE_CLIENT });
    const { sentence } = await testSignIn(id, stranger);
    expect(sentence).toBe(
      `Unregistered does not know the address to come back to. Register ${REDIRECT_URI} there as a redirect URI.`,
    );
  });

  it('that there is no e-mail claim, that it is not verified, that nobody has it, that more than one has', async () => {
    const { test } = world;
    const id = await world.provider({ name: 'By mail', linkByEmail: true });
    const email = 'two@example.org';
    await test.person({ username: 'one', mfa: false, email });
    const said = async (visitor: Visitor) => (await testSignIn(id, visitor)).sentence;
    expect(await said(stranger)).toContain('By mail sent no e-mail address');
    expect(await said({ ...stranger, email })).toContain(
      'By mail does not say that two@example.org is verified',
    );
    expect(await said({ ...stranger, email: 'nobody@example.org', emailVerified: true })).toContain(
      'as nobody@example.org, but no account here is linked',
    );
    expect(await said({ ...stranger, email, emailVerified: true })).toContain(
      'one would be signed in and their account would be linked',
    );
    await test.person({ username: 'two', mfa: false, email });
    expect(await said({ ...stranger, email, emailVerified: true })).toContain('More than one account here');
    const links = await test.deps.db.kysely
      .selectFrom('sso_links')
      .where('provider_id', '=', id)
      .select('id')
      .execute();
    expect(links).toEqual([]);
  });

  it('that nobody is linked, with the subject to link', async () => {
    const id = await world.provider({ name: 'Unlinked' });
    const { ok, sentence, subject } = await testSignIn(id, stranger);
    expect([ok, subject]).toEqual([false, 'a-stranger']);
    expect(sentence).toContain('as a-stranger, but no account here is linked to that');
  });

  it('that the person turned back', async () => {
    const id = await world.provider({ name: 'Cancelled' });
    const { sentence } = await testSignIn(id, { ...stranger, cancels: true });
    expect(sentence).toContain('did not let you in, or you cancelled there');
  });

  it('and its answer ends no sign-in', async () => {
    const { test, idp } = world;
    const id = await world.provider({ name: 'Apart' });
    await world.linked('bea', id);
    token = await world.administrator();
    const { body } = await test.call('settings.sso.beginTest', { id }, { token });
    if (body.outcome !== 'begun') throw new Error(body.result.sentence);
    const parameters = await idp.browser().visit(body.url, { subject: subjectOf('bea') });
    const { problem } = await test.call('sso.complete', { flow: body.flow, parameters });
    expect(problem.code).toBe('sso_flow_ended');
  });
});
