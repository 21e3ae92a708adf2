import { expect, it } from 'vitest';
import { ATTESTOR_PATHS } from '../../../contract/attestor.ts';
import { createTestApp } from '../../support/app.ts';
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

it('is over at once where it is switched off', async () => {
  const world = await createAttestorWorld();
  const check = await world.arrive();
  const token = await world.test.administrator.signIn({ stepUp: true });
  await world.test.call('settings.attestor.remove', {}, { token });
  expect((await world.look(check.page)).problem.code).toBe('invalid_token');
  await expect(world.okta.push(JOANNA)).rejects.toThrow('unexpected');
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
