import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { graceEnd } from '../../../server/domain/policy/grace.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { PASSWORD } from '../../support/app.ts';

const everyone = { scope: 'everyone' as const, roles: [], departments: [] };

/** An organisation that asks everyone but Jo, whose exemption ends in ten days. */
async function organisation(graceDays: number) {
  const app = await createTestApp();
  const jo = await app.person({ username: 'jo', mfa: false });
  const endsAt = new Date(app.clock.now() + 10 * DAY).toISOString();
  const reason = 'No phone in the clean room.';
  const exemption = { userId: jo.id, reason, ownerId: app.administrator.id, endsAt };
  await app.setPolicy({ required: everyone, graceDays, exemptions: [exemption] });
  return { app, jo, exemption };
}

const page = async ({ call, administrator }: TestApp, { id }: TestPerson) =>
  (await call('users.get', { id }, { token: await administrator.signIn() })).body;

const signIn = async ({ call }: TestApp) =>
  (await call('signIn.start', { username: 'jo', password: PASSWORD })).body;

test('a user’s page says until when they are exempt, why, who answers for it, and by which version', async () => {
  const { app, jo, exemption } = await organisation(0);
  const { administrator, clock, deps } = app;
  const { body: policy } = await app.call('policy.get', {}, { token: await administrator.signIn() });
  expect(await page(app, jo)).toMatchObject({
    mfa: { required: false, blocked: false },
    requiredBecause: null,
    exemption: {
      reason: exemption.reason,
      owner: { id: administrator.id, name: 'Ada Admin' },
      endsAt: exemption.endsAt,
      policyVersion: policy.version,
    },
  });
  const set = (setup_due: number) =>
    deps.db.kysely.updateTable('users').set({ setup_due }).where('id', '=', jo.id).execute();
  await set(1);
  expect(await page(app, jo)).toMatchObject({ exemption: null, mfa: { required: true, blocked: true } });
  await set(0);
  clock.advance(10 * DAY);
  expect(await page(app, jo)).toMatchObject({ exemption: null, mfa: { required: true, blocked: true } });
});

test('the list of whom policy asks leaves them out, and counts right', async () => {
  const { app } = await organisation(0);
  await app.person({ username: 'bo', mfa: false });
  const token = await app.administrator.signIn();
  const { body } = await app.call('users.list', { state: 'required' }, { token });
  expect(body.items.map(({ username }) => username)).toEqual(['admin', 'bo']);
  expect(body.total).toEqual({ count: 2, exact: true });
});

test('who is exempt signs in as if policy asked nobody; at its end their own grace begins', async () => {
  const { app, jo } = await organisation(14);
  expect(await signIn(app)).toMatchObject({ outcome: 'signed_in' });
  expect((await page(app, jo)).mfa).toMatchObject({ required: false, inGrace: false, graceEndsAt: null });
  expect((await app.mails()).filter(({ kind }) => kind === 'mfa_now_required')).toEqual([]);

  app.clock.advance(11 * DAY);
  const now = app.clock.now();
  expect(await signIn(app)).toMatchObject({ outcome: 'signed_in' });
  const due = new Date(graceEnd(now, 14, 'Europe/London')).toISOString();
  expect((await page(app, jo)).mfa).toMatchObject({ required: true, inGrace: true, graceEndsAt: due });
});

test('where there is no grace, the end of an exemption counts at once, for a running session too', async () => {
  const { app } = await organisation(0);
  const started = await signIn(app);
  if (started.outcome !== 'signed_in') throw new Error(started.outcome);
  const token = started.session.token ?? '';
  const me = async () => (await app.call('me.get', {}, { token })).body.mfa;
  expect(await me()).toMatchObject({ required: false, blocked: false });
  await app.setPolicy({ exemptions: [] });
  expect(await me()).toMatchObject({ required: true, blocked: true });
  expect(await signIn(app)).toMatchObject({ outcome: 'setup_required' });
});
