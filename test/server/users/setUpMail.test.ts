import { expect, test } from 'vitest';
import { createTestApp, FIXED_MAIL } from '../../support/app.ts';

test('a person’s page says what became of the mail with their set-up link', async () => {
  const { call, administrator, deps } = await createTestApp({ config: FIXED_MAIL });
  const token = await administrator.signIn({ stepUp: true });
  const input = { username: 'jo', name: 'Jo Park', email: 'jo@example.org' };
  const { id } = (await call('users.create', input, { token })).body;
  const shown = async () => (await call('users.get', { id }, { token })).body.setUpLinkMail;
  expect(await shown()).toBe('waiting');
  for (const state of ['failed', 'sent'] as const) {
    await deps.db.kysely.updateTable('outbox').set({ state }).where('kind', '=', 'set_up_link').execute();
    expect(await shown()).toBe(state);
  }
  await deps.db.kysely.deleteFrom('outbox').execute();
  expect(await shown()).toBeNull();
});
