import { describe, expect, it } from 'vitest';
import { forEachDatabase } from '../../support/databases.ts';
import { Browser, CLIENT_ID, ISSUER, REDIRECT_URI } from './relyingParty.ts';
import { createAttestorWorld, JOANNA } from './world.ts';

const MINUTE = 60_000;

describe('Okta asks whether somebody is who they say', () => {
  forEachDatabase((open) => {
    it('is told VERIFIED once the code of the page was read out, the recipe is met, and another person approved', async () => {
      const world = await createAttestorWorld(await open());
      const { test, joanna } = world;
      const check = await world.arrive();
      expect((await world.look(check.page)).body).toMatchObject({ system: 'Okta', isOver: false });
      const request = await world.request();
      expect(request).toMatchObject({ source: 'attestation', tier: 'elevated', user: { id: joanna.id } });
      // Nothing of the account is touched by a question.
      const before = await test.deps.db.kysely
        .selectFrom('users')
        .select('mfa_state')
        .where('id', '=', joanna.id)
        .executeTakeFirst();
      expect(before?.mfa_state).toBe('on');
      await world.evidence(request.id, check.code);
      expect((await world.approve(request.id)).body).toMatchObject({ state: 'completed' });
      expect((await world.look(check.page)).body.isOver).toBe(true);

      const back = await check.goBack();
      expect(back.origin + back.pathname).toBe(REDIRECT_URI);
      expect(back.searchParams.get('iss')).toBe(ISSUER);
      const claims = await check.redeem(back);
      expect(claims).toMatchObject({ iss: ISSUER, aud: CLIENT_ID, sub: JOANNA.hint });
      expect(claims?.['verified_claims']).toEqual([
        {
          verification: {
            trust_framework: 'IDV-DELEGATED',
            assurance_level: 'VERIFIED',
            time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
            verification_process: expect.any(String) as string,
          },
          claims: {
            given_name: { fuzzy: true, value: 'MATCHED' },
            family_name: { fuzzy: true, value: 'MATCHED' },
          },
        },
      ]);
      // The effect is the answer: her authenticator and her sessions here stay.
      const after = await test.deps.db.kysely
        .selectFrom('users')
        .select('mfa_state')
        .where('id', '=', joanna.id)
        .executeTakeFirst();
      expect(after?.mfa_state).toBe('on');
      expect((await test.mails()).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['identity_asked', 'identity_confirmed']),
      );
      expect(
        (await test.audit()).find(({ action }) => action === 'attestation.answered')?.data,
      ).toMatchObject({
        answer: 'verified',
        requestId: request.id,
      });
    });
  });

  const answerOf = async (
    check: Awaited<ReturnType<Awaited<ReturnType<typeof createAttestorWorld>>['arrive']>>,
  ) => {
    const claims = await check.redeem(await check.goBack());
    const [said] = (claims?.['verified_claims'] ?? []) as { verification: { assurance_level: string } }[];
    return said?.verification.assurance_level;
  };

  it('is told FAILED where it was denied, and nothing of the person', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive();
    const request = await world.request();
    const token = await world.second.signIn({ stepUp: true });
    await world.test.call(
      'resetRequests.deny',
      { id: request.id, reason: 'It was somebody else' },
      { token },
    );
    const back = await check.goBack();
    const claims = await check.redeem(back);
    expect(claims?.['verified_claims']).toMatchObject([
      { verification: { assurance_level: 'FAILED' }, claims: { given_name: { fuzzy: true, value: null } } },
    ]);
    expect(JSON.stringify(claims)).not.toMatch(/joanna@|Doe/);
  });

  it('is told FAILED where nothing was decided within 15 minutes, and who approves then is too late', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive();
    const request = await world.request();
    await world.evidence(request.id, check.code);
    world.test.clock.advance(15 * MINUTE);
    expect((await world.approve(request.id)).status).toBe(409);
    expect(await answerOf(check)).toBe('FAILED');
    await world.test.services.resetRequests.runDue(world.test.clock.now());
    expect(await world.pending()).toMatchObject([{ id: request.id, state: 'expired' }]);
  });

  it('shows somebody whom nobody here is the same page for as long, and says FAILED', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive({ ...JOANNA, hint: '00unobody', email: 'nobody@example.org' });
    expect((await world.look(check.page)).body).toMatchObject({ isOver: false, system: 'Okta' });
    expect(check.code).toMatch(/^[0-9A-Z]{6}$/);
    expect(await world.pending()).toEqual([]);
    expect((await check.goBack()).pathname).toBe('/identity-check');
    world.test.clock.advance(15 * MINUTE);
    expect(await answerOf(check)).toBe('FAILED');
  });

  it.each([
    ['another name', { familyName: 'Roe' }],
    ['another address', { email: 'other@example.org' }],
    ['staff', { givenName: 'second', familyName: 'second', email: 'second@example.org' }],
  ])('takes %s for nobody', async (_what, change) => {
    const world = await createAttestorWorld();
    await world.arrive({ ...JOANNA, ...change });
    expect(await world.pending()).toEqual([]);
  });

  it('redeems a code once, and what it gave before is of no use then', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive();
    world.test.clock.advance(15 * MINUTE);
    const back = await check.goBack();
    await check.redeem(back);
    await expect(check.redeem(back)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('redeems no code after 60 seconds', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive();
    world.test.clock.advance(15 * MINUTE);
    const back = await check.goBack();
    world.test.clock.advance(MINUTE);
    await expect(check.redeem(back)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('sends nobody to another address, and takes no request without PKCE or that isn’t pushed', async () => {
    const { okta, test } = await createAttestorWorld();
    const elsewhere = okta.push(JOANNA, { redirect_uri: `${REDIRECT_URI}/` });
    await expect(elsewhere).rejects.toMatchObject({ error: 'invalid_request' });
    const bare = okta.push(JOANNA, { code_challenge: '', code_challenge_method: '' });
    await expect(bare).rejects.toMatchObject({ error: 'invalid_request' });
    const plain = okta.push(JOANNA, { code_challenge_method: 'plain' });
    await expect(plain).rejects.toMatchObject({ error: 'invalid_request' });
    const token = okta.push(JOANNA, { response_type: 'id_token' });
    await expect(token).rejects.toMatchObject({ error: 'unsupported_response_type' });
    const query = new URLSearchParams({
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'openid',
    });
    const at = await new Browser(test.app).goTo(`/oauth2/idv-authorize?${query}`);
    expect(at.searchParams.has('code')).toBe(false);
  });

  it('lets the browser that came go back, and no other with its address', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive();
    world.test.clock.advance(15 * MINUTE);
    const other = new Browser(world.test.app);
    expect((await other.goTo(`/oauth2/check/${check.page.hash.slice(1)}`)).href).toBe(
      `${ISSUER}/identity-check`,
    );
    expect(await answerOf(check)).toBe('FAILED');
  });

  it('answers neither of two browsers that wait for one person, and none while they have a request of their own', async () => {
    const world = await createAttestorWorld();
    const first = await world.arrive();
    const request = await world.request();
    const second = await world.arrive();
    expect(await world.pending()).toMatchObject([{ id: request.id, state: 'cancelled' }]);
    expect(await answerOf(first)).toBe('FAILED');
    world.test.clock.advance(15 * MINUTE);
    expect(await answerOf(second)).toBe('FAILED');
    const token = await world.joanna.signIn();
    await world.test.call('me.requestReset', { reason: 'broken' }, { token });
    const third = await world.arrive();
    world.test.clock.advance(15 * MINUTE);
    expect(await answerOf(third)).toBe('FAILED');
  });

  it('gives way to a reset that the person asks for', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive();
    const token = await world.joanna.signIn();
    const asked = await world.test.call('me.requestReset', { reason: 'broken' }, { token });
    expect(asked.status).toBe(200);
    expect(await answerOf(check)).toBe('FAILED');
  });

  it('says VERIFIED to nobody once the person says that it wasn’t them', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive();
    const request = await world.request();
    await world.evidence(request.id, check.code);
    await world.approve(request.id);
    const mail = (await world.test.mails()).find(({ kind }) => kind === 'identity_confirmed');
    const link = /this-wasnt-me#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect((await world.test.call('resetRequests.veto', { token: link })).status).toBe(204);
    expect(await answerOf(check)).toBe('FAILED');
  });

  it('S-111: removes nothing, whatever somebody chooses, and isn’t approved in a tier with a hold', async () => {
    const world = await createAttestorWorld();
    const check = await world.arrive();
    const request = await world.request();
    const chosen = await world.test.call(
      'resetRequests.chooseTargets',
      { id: request.id, version: request.version, targets: [{ systemId: null, factorIds: null }] },
      { token: await world.agent.signIn() },
    );
    expect(chosen.status).toBe(409);
    const policy = await world.test.call('policy.get', {}, { token: await world.agent.signIn() });
    const { tiers } = policy.body;
    await world.test.setPolicy({ tiers: { ...tiers, elevated: { ...tiers.elevated, holdHours: 1 } } });
    await world.evidence(request.id, check.code);
    expect((await world.approve(request.id)).status).toBe(409);
  });

  it('isn’t approved without the code that the page shows', async () => {
    const world = await createAttestorWorld();
    await world.arrive();
    const request = await world.request();
    for (const kind of ['in_person', 'photo_id_video'] as const)
      await world.check(request.id, { kind, outcome: 'pass' });
    expect((await world.approve(request.id)).problem.code).toBe('recipe_not_met');
  });

  it('asks once by one pushed request', async () => {
    const world = await createAttestorWorld();
    const pushed = await world.okta.push(JOANNA);
    await new Browser(world.test.app).goTo(pushed.url);
    const second = await new Browser(world.test.app).goTo(pushed.url);
    expect(second.hash).toBe('');
  });
});
