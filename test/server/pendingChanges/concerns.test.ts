import { expect, it } from 'vitest';
import { changeIn, personOfOld } from '../../support/secondPerson.ts';
import { aloneWorld } from './world.ts';

it('whoever agrees to a file from the HR system can look at exactly the people who came by it', async () => {
  const test = await aloneWorld();
  const olga = await personOfOld(test, 'olga');
  const token = await test.administrator.signIn({ stepUp: true });
  await test.call('users.import', { content: 'username,email,name\nold,old@example.org,Old\n' }, { token });
  const content = 'username,email,name\npia,pia@example.org,Pia\npit,pit@example.org,Pit\n';
  const { body } = await test.call('users.import', { content, fromHr: true }, { token });
  expect(body.imported).toBe(2);
  const second = { token: await olga.signIn() };
  const [change] = (await test.call('pendingChanges.list', {}, second)).body.items;
  expect(change?.concerns).toMatchObject({ userId: null, importId: expect.any(String) as string });
  const importId = change?.concerns?.importId ?? '';
  const { items, total } = (await test.call('users.list', { importId }, second)).body;
  expect(items.map(({ username }) => username)).toEqual(['pia', 'pit']);
  expect(total).toEqual({ count: 2, exact: true });
  expect((await test.call('users.export', { importId }, second)).text.trim().split('\n')).toHaveLength(3);
});

it('a suspension that waits says whom it would suspend', async () => {
  const test = await aloneWorld();
  const olga = await personOfOld(test, 'olga');
  const staff = await Promise.all(
    ['s1', 's2', 's3'].map((username) => test.person({ username, roles: ['help_desk'], mfa: false })),
  );
  const token = await test.administrator.signIn({ stepUp: true });
  const answers: unknown[] = [];
  for (const { id } of staff)
    answers.push(await test.call('users.update', { id, status: 'suspended' }, { token }));
  changeIn(answers.at(-1) as Parameters<typeof changeIn>[0]);
  const [change] = (await test.call('pendingChanges.list', {}, { token: await olga.signIn() })).body.items;
  expect(change?.concerns).toEqual({ userId: staff.at(-1)?.id, importId: null });
});
