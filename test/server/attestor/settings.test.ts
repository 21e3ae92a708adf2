import { expect, it } from 'vitest';
import { ATTESTOR_PATHS } from '../../../contract/attestor.ts';
import { DAY, HOUR, rfc3339 } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import { agree, changeIn } from '../../support/secondPerson.ts';
import { CLIENT_SECRET, REDIRECT_URI } from './relyingParty.ts';
import { createAttestorWorld, JOANNA } from './world.ts';

it('answers at no address where nobody may ask', async () => {
  const { app } = await createTestApp();
  for (const path of Object.values(ATTESTOR_PATHS))
    for (const method of ['GET', 'POST'] as const) {
      const url = path === ATTESTOR_PATHS.check ? `${path}/x` : path;
      expect((await app.inject({ method, url, headers: { host: 'localhost' } })).statusCode).toBe(404);
    }
});

it('S-114: who is answered waits for a second person, and the secret is never told', async () => {
  const { test, save } = await createAttestorWorld();
  const token = await test.administrator.signIn({ stepUp: true });
  const asked = await save({ redirectUri: `${REDIRECT_URI}/other` });
  expect(asked.status).toBe(202);
  const told = await test.call('settings.attestor.read', {}, { token });
  expect(told.body.attestor).toMatchObject({ name: 'Okta', redirectUri: REDIRECT_URI });
  const rows = await test.deps.db.kysely.selectFrom('attestors').selectAll().execute();
  const everything = JSON.stringify([rows, await test.audit(), await test.mails(), told.text, asked.text]);
  expect(everything).not.toContain(CLIENT_SECRET);
  // A secret that was given for one address goes with no other.
  const { clientSecret: _none, ...rest } = {
    name: 'Okta',
    clientId: 'okta-northwind',
    clientSecret: '',
    redirectUri: `${REDIRECT_URI}/elsewhere`,
  };
  expect((await test.call('settings.attestor.save', rest, { token })).status).toBe(400);
});

it('S-114: that nobody is answered any more waits for a second person, and is over at once then', async () => {
  const world = await createAttestorWorld();
  const check = await world.arrive();
  const token = await world.test.administrator.signIn({ stepUp: true });
  const asked = await world.test.call('settings.attestor.remove', {}, { token });
  expect(asked.status).toBe(202);
  expect((await world.look(check.page)).body).toMatchObject({ system: 'Okta', isOver: false });
  await agree(world.test, world.second, changeIn(asked));
  expect((await world.look(check.page)).problem.code).toBe('invalid_token');
  const again = await world.test.call('settings.attestor.remove', {}, { token });
  expect(again.status).toBe(404);
  const [removed] = (await world.test.audit()).filter(({ action }) => action === 'attestor.removed');
  expect(removed?.data).toMatchObject({ system: 'Okta', agreedBy: 'second' });
  await expect(world.okta.push(JOANNA)).rejects.toThrow('unexpected');
});

it('takes away what two people looked at, and nothing that was changed since', async () => {
  const world = await createAttestorWorld();
  const token = await world.test.administrator.signIn({ stepUp: true });
  const removal = await world.test.call('settings.attestor.remove', {}, { token });
  await agree(world.test, world.second, changeIn(await world.save({ name: 'Okta Preview' })));
  const agreed = await world.test.call(
    'pendingChanges.approve',
    { id: changeIn(removal) },
    { token: await world.second.signIn({ stepUp: true }) },
  );
  expect(agreed.problem).toMatchObject({
    code: 'change_not_possible',
    detail: expect.stringContaining('Somebody else changed this in the meantime'),
  });
  expect((await world.test.call('settings.attestor.read', {}, { token })).body.attestor).toMatchObject({
    name: 'Okta Preview',
  });
});

it('S-80: keeps no secret and no key of what somebody altered in the database while a change waited', async () => {
  const world = await createAttestorWorld();
  const { kysely } = world.test.deps.db;
  const asked = await world.save({ name: 'Okta Preview', clientSecret: undefined });
  await kysely.updateTable('attestors').set({ redirect_uri: 'https://attacker.example/' }).execute();
  const agreed = await world.test.call(
    'pendingChanges.approve',
    { id: changeIn(asked) },
    { token: await world.second.signIn({ stepUp: true }) },
  );
  expect(agreed.problem.code).toBe('change_not_possible');
  await expect(world.okta.push(JOANNA)).rejects.toThrow('unexpected');
});

it('tells how the questions of 30 days ended', async () => {
  const world = await createAttestorWorld();
  const questions = async () => {
    const token = await world.test.administrator.signIn();
    return (await world.test.call('settings.attestor.read', {}, { token })).body.attestor?.questions;
  };
  expect(await questions()).toEqual({ lastAt: null, verified: 0, failed: 0, waiting: 0 });
  const good = await world.arrive();
  expect(await questions()).toMatchObject({ verified: 0, failed: 0, waiting: 1 });
  const request = await world.request();
  await world.evidence(request.id, good.code);
  await world.approve(request.id);
  expect(await questions()).toMatchObject({ verified: 1, failed: 0, waiting: 0 });
  // Nobody went back for its answer.
  world.test.clock.advance(HOUR);
  await world.arrive();
  world.test.clock.advance(HOUR);
  const last = rfc3339(world.test.clock.now());
  await world.arrive({ ...JOANNA, hint: 'nobody', email: 'nobody@example.org' });
  expect(await questions()).toEqual({ lastAt: last, verified: 1, failed: 1, waiting: 1 });
  world.test.clock.advance(30 * DAY);
  expect(await questions()).toEqual({ lastAt: null, verified: 0, failed: 0, waiting: 0 });
});

it('S-80: whoever writes to the database makes nobody verified, and moves no answer elsewhere', async () => {
  const world = await createAttestorWorld();
  const { db } = world.test.deps;
  const check = await world.arrive();
  await db.kysely.updateTable('attestations').set({ answer: 'verified', answered_at: 1 }).execute();
  await db.kysely.updateTable('reset_requests').set({ state: 'completed', pending: 0 }).execute();
  const claims = await check.redeem(await check.goBack());
  expect(claims?.['verified_claims']).toMatchObject([{ verification: { assurance_level: 'FAILED' } }]);
  await db.kysely.updateTable('attestors').set({ redirect_uri: 'https://attacker.example/' }).execute();
  await expect(world.okta.push(JOANNA)).rejects.toThrow('unexpected');
});
