import { expect, test } from 'vitest';
import { createTestApp } from '../../support/app.ts';

test.each([
  ['a capital that is composed only when it is small', 'j\u030c', 'J\u030c', '\u01f0'],
  ['a variation selector', 'bob', 'bob\ufe0f'],
  ['a grapheme joiner', 'bob', 'b\u034fob'],
  ['a filler that shows nothing', 'bob', 'bob\u3164'],
])('no second account looks exactly as the first one: %s', async (_what, first, ...others) => {
  const { call, administrator } = await createTestApp();
  const token = await administrator.signIn();
  const add = (username: string) =>
    call('users.create', { username, name: 'Bob', email: 'bob@example.org' }, { token });
  expect((await add(first)).status).toBe(200);
  for (const username of others) expect((await add(username)).status).toBeGreaterThanOrEqual(400);
  const csv = ['username,email,name', ...others.map((name) => `${name},bob@example.org,Bob`)].join('\n');
  const imported = await call('users.import', { content: `${csv}\n` }, { token });
  expect(imported.body).toMatchObject({ imported: 0 });
});

test('a set-up link after “this wasn’t me” is a password by mail: a reset is elevated for 30 days', async () => {
  const test_ = await createTestApp();
  const { call, person, administrator, mails, deps, clock } = test_;
  const jo = await person({ username: 'jo' });
  const { body } = await call('signIn.start', { username: 'jo', password: 'correct-horse-battery-staple' });
  if (body.outcome !== 'code_required') throw new Error(body.outcome);
  await call('signIn.requestReset', { challenge: body.challenge });
  await call('me.answerReset', { mine: false }, { token: await jo.signIn() });
  const token = await administrator.signIn();
  expect((await call('users.sendSetUpLink', { id: jo.id }, { token })).status).toBe(200);
  const link = (await mails()).findLast(({ kind }) => kind === 'set_up_link');
  const linkToken = /#([\w-]+)/.exec(link?.text ?? '')?.[1] ?? '';
  const set = await call('password.confirm', { token: linkToken, password: 'a-new-horse-battery-staple' });
  expect(set.status).toBe(204);
  const user = await deps.db.kysely
    .selectFrom('users')
    .select(['password_mailed_at', 'activation_waived_until'])
    .where('id', '=', jo.id)
    .executeTakeFirstOrThrow();
  expect(user).toEqual({ password_mailed_at: clock.now(), activation_waived_until: null });
});
