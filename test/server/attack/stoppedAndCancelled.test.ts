import { expect, test } from 'vitest';
import { createTestApp } from '../../support/app.ts';

test('S-104 a stolen session that stops everything and cancels its request leaves the owner a way back', async () => {
  const t = await createTestApp();
  const jo = await t.person({ username: 'jo', mfa: true });
  const thief = { token: await jo.signIn() };
  await t.call('me.requestReset', { reason: 'broken', stopNow: true }, thief);
  expect((await t.call('me.cancelReset', {}, thief)).status).toBeLessThan(300);
  const mails = await t.mails();
  const links = mails
    .filter(({ to }) => to.startsWith('jo@'))
    .flatMap(({ text }) => [...text.matchAll(/this-wasnt-me#([\w-]+)/g)].map(([, token = '']) => token));
  const statuses = [];
  for (const token of new Set(links)) statuses.push((await t.call('resetRequests.veto', { token })).status);
  expect(statuses).toContain(204);
  const stopped = await t.deps.db.kysely.selectFrom('authenticators').select('stopped_at').execute();
  expect(stopped.every(({ stopped_at }) => stopped_at === null)).toBe(true);
  expect((await t.call('me.get', {}, thief)).status).toBe(401);
});
