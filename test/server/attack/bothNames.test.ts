import { expect, test } from 'vitest';
import { createTestApp, PASSWORD } from '../../support/app.ts';

const wrong = 'wrong-wrong-wrong';

test('S-11 somebody’s two names are good for no more guesses than one, however they are written', async () => {
  const { call, person } = await createTestApp();
  await person({ username: 'jo', mfa: false });
  const names = ['jo', 'jo@example.org', 'JO ', ' Jo@EXAMPLE.org'];
  for (let tried = 0; tried < 5; tried += 1)
    await call('signIn.start', { username: names[tried % 4] ?? '', password: wrong });
  for (const username of names)
    expect((await call('signIn.start', { username, password: PASSWORD })).status).toBe(429);
});

test('S-11 an address that is nobody’s is slowed as one that is somebody’s', async () => {
  const { call, person } = await createTestApp();
  await person({ username: 'jo', mfa: false });
  const answers = [];
  for (const username of ['jo@example.org', 'al@example.org']) {
    const statuses = [];
    for (let tried = 0; tried < 7; tried += 1)
      statuses.push((await call('signIn.start', { username, password: wrong })).status);
    answers.push(statuses);
  }
  expect(answers[0]).toEqual(answers[1]);
});
