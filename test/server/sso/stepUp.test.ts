import { bindWaiver } from '../../../server/domain/people/macs.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, rfc3339 } from '../../../server/time.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import type { Visitor } from '../../support/identityProvider.ts';
import { subjectOf, useSsoWorld } from './world.ts';

const world = useSsoWorld();
let contoso: string;
beforeAll(async () => {
  contoso = await world.provider();
});

async function signedIn(username: string): Promise<{ token: string; id: string }> {
  const { id } = await world.linked(username, contoso, { roles: ['security_officer'] });
  const { body } = await world.signIn(contoso, { subject: subjectOf(username) });
  return { token: body.session.token ?? '', id };
}

async function stepUp(token: string, visitor: Visitor, browser = world.idp.browser()) {
  const { body } = await world.test.call('me.beginSsoStepUp', {}, { token });
  const parameters = await browser.visit(body.url, visitor);
  return world.test.call('me.completeSsoStepUp', { flow: body.flow, parameters }, { token });
}

describe('S-17: step-up of staff who signed in by SSO', () => {
  it('asks the provider for a fresh sign-in, and renews the token: the old one ends (S-12)', async () => {
    const { test } = world;
    const { token, id } = await signedIn('ana');
    const begun = await test.call('me.beginSsoStepUp', {}, { token });
    const asked = new URL(begun.body.url).searchParams;
    expect([asked.get('max_age'), asked.get('prompt')]).toEqual(['0', 'login']);

    const exported = (as: string) => test.call('audit.export', {}, { token: as });
    expect((await exported(token)).problem.code).toBe('step_up_required');
    const { status, body } = await stepUp(token, { subject: subjectOf('ana'), amr: ['pwd', 'hwk'] });
    expect(status).toBe(200);
    const renewed = body.session.token ?? '';
    expect((await exported(renewed)).status).toBe(200);
    expect((await exported(token)).status).toBe(401);
    test.clock.advance(5 * MINUTE + 1);
    expect((await exported(renewed)).problem.code).toBe('step_up_required');
    const events = await test.audit();
    expect(
      events.find(({ action, actorId }) => action === 'step_up.succeeded' && actorId === id)?.data,
    ).toEqual({
      via: 'sso',
      provider: 'Contoso 1',
      mfaAsserted: true,
    });
  });

  it('in a browser that the provider remembers: it asks again all the same', async () => {
    const { test, idp } = world;
    await world.linked('ben', contoso, { roles: ['auditor'] });
    const browser = idp.browser();
    const { body } = await world.signIn(contoso, { subject: subjectOf('ben') }, browser);
    test.clock.advance(3 * MINUTE);
    expect((await stepUp(body.session.token ?? '', { subject: subjectOf('ben') }, browser)).status).toBe(200);
  });

  it('refuses a provider that lets an old sign-in count: auth_time is before the step-up began', async () => {
    const { token } = await signedIn('cy');
    const signedInAt = Math.floor(Date.now() / 1000) - 60;
    const { status, problem } = await stepUp(token, { subject: subjectOf('cy'), signedInAt });
    expect([status, problem.code]).toEqual([403, 'sso_not_fresh']);
    expect(problem.detail).toContain('did not ask you to sign in again');
  });

  it('refuses an answer without auth_time, as of a provider that does not know max_age', async () => {
    const { test, idp } = world;
    const { token } = await signedIn('dee');
    const { body } = await test.call('me.beginSsoStepUp', {}, { token });
    const url = new URL(body.url);
    url.searchParams.delete('max_age');
    url.searchParams.delete('prompt');
    const parameters = await idp.browser().visit(url.href, { subject: subjectOf('dee') });
    const { status, problem } = await test.call(
      'me.completeSsoStepUp',
      { flow: body.flow, parameters },
      { token },
    );
    expect([status, problem.code]).toEqual([403, 'sso_not_fresh']);
    expect(problem.detail).toContain('does not say when you signed in');
  });

  it('refuses a colleague who signs in at the provider in their place', async () => {
    const { token } = await signedIn('eve');
    await world.linked('flo', contoso);
    const { status, problem } = await stepUp(token, { subject: subjectOf('flo') });
    expect([status, problem.code]).toEqual([403, 'sso_not_linked']);
  });

  it('belongs to the session that began it, and is no sign-in; neither is a sign-in a step-up', async () => {
    const { test, idp } = world;
    const gil = await signedIn('gil');
    const hal = await signedIn('hal');
    const subject = subjectOf('gil');
    const { body } = await test.call('me.beginSsoStepUp', {}, { token: gil.token });
    const parameters = await idp.browser().visit(body.url, { subject });
    const flow = { flow: body.flow, parameters };
    const ofAnother = await test.call('me.completeSsoStepUp', flow, { token: hal.token });
    expect([ofAnother.status, ofAnother.problem.code]).toEqual([401, 'sso_flow_ended']);
    expect((await test.call('sso.complete', flow)).problem.code).toBe('sso_flow_ended');
    expect((await test.call('me.completeSsoStepUp', flow, { token: gil.token })).status).toBe(200);

    const begun = await test.call('sso.begin', { providerId: contoso });
    const answered = await idp.browser().visit(begun.body.url, { subject });
    const signInFlow = { flow: begun.body.flow, parameters: answered };
    const again = await test.call('me.completeSsoStepUp', signInFlow, { token: hal.token });
    expect(again.problem.code).toBe('sso_flow_ended');
  });

  it('8.A1: by a link that no code has proven confirms nothing for who has set up MFA meanwhile', async () => {
    const { test } = world;
    const { token, id } = await signedIn('ivy');
    await test.deps.db.kysely
      .updateTable('users')
      .set(bindWaiver(test.deps.keys, id, Date.now() + MINUTE))
      .where('id', '=', id)
      .execute();
    const { body } = await test.call('me.beginEnrolment', {}, { token });
    const code = codeAt(body.secret, timeStep(Date.now()));
    const { enrolmentId } = body;
    expect((await test.call('me.confirmEnrolment', { enrolmentId, code }, { token })).status).toBe(200);
    const visitor = { subject: subjectOf('ivy') };
    const refused = await stepUp(token, visitor);
    expect([refused.status, refused.problem.code]).toEqual([403, 'sso_not_this_session']);
    const administrator = await test.administrator.signIn();
    const link = async () =>
      (await test.call('users.get', { id }, { token: administrator })).body.ssoLinks[0];
    expect(await link()).toMatchObject({ provenAt: null });

    test.clock.advance(MINUTE);
    const again = await world.signIn(contoso, visitor);
    const { challenge } = again.body as unknown as { challenge: string };
    const proof = { challenge, code: codeAt(body.secret, timeStep(Date.now())) };
    const proven = await test.call('signIn.verify', proof);
    expect(await link()).toMatchObject({ provenAt: rfc3339(test.clock.now()) });
    expect((await stepUp(proven.body.session.token ?? '', visitor)).status).toBe(200);
  });

  it('is for sessions of a provider: who signed in by password confirms with a code', async () => {
    const { test } = world;
    const token = await test.administrator.signIn();
    const { status, problem } = await test.call('me.beginSsoStepUp', {}, { token });
    expect([status, problem.code]).toEqual([403, 'sso_not_this_session']);
  });
});
