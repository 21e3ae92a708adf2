import { expect, test } from 'vitest';
import { createTestApp } from '../../support/app.ts';

test('what was read is changed and sent back whole: who saved it and when stay the server’s to say', async () => {
  const t = await createTestApp();
  const officer = { token: await t.administrator.signIn({ stepUp: true }) };
  const { body: read } = await t.call('policy.get', {}, officer);
  const sent = {
    ...read,
    reason: 'Shorter.',
    graceDays: 7,
    savedBy: null,
    savedAt: '2001-01-01T00:00:00.000Z',
  };

  expect(await t.call('policy.impact', sent, officer)).toMatchObject({ status: 200 });
  const saved = await t.call('policy.update', sent, officer);

  expect(saved).toMatchObject({
    status: 200,
    body: {
      ...read,
      version: read.version + 1,
      reason: 'Shorter.',
      graceDays: 7,
      savedAt: expect.any(String),
    },
  });
  expect(saved.body.savedBy).toMatchObject({ username: 'admin' });
  expect(Date.parse(saved.body.savedAt)).toBe(t.clock.now());
});

test('a setting that there is not is refused by name', async () => {
  const t = await createTestApp();
  const officer = { token: await t.administrator.signIn({ stepUp: true }) };
  const change = { version: 1, reason: 'x', rememberDevices: true };
  expect(await t.call('policy.update', change, officer)).toMatchObject({
    status: 400,
    problem: { code: 'invalid_input', fields: { rememberDevices: expect.any(String) } },
  });
});
