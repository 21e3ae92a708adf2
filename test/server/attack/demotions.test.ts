import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';

test('S-114 who may not suspend a third colleague alone doesn’t take the role of one either', async () => {
  const app = await createTestApp();
  const { call, person, administrator: ana, clock } = app;
  const roles = ['security_officer', 'administrator'] as const;
  const staff = [];
  for (const [index, name] of ['one', 'two', 'three', 'four'].entries())
    staff.push(await person({ username: name, roles: [roles[index % 2] ?? 'administrator'] }));
  clock.advance(40 * DAY);
  const demote = async (id: string) => {
    const token = await ana.signIn({ stepUp: true });
    return call('users.update', { id, roles: [] }, { token });
  };
  const [one, two, three, four] = staff.map(({ id }) => id) as [string, string, string, string];
  expect((await demote(one)).status).toBe(200);
  expect((await demote(two)).status).toBe(200);
  const third = await demote(three);
  expect([third.status, third.problem.code]).toEqual([403, 'second_person_required']);
  const token = await ana.signIn({ stepUp: true });
  expect((await call('users.update', { id: four, status: 'suspended' }, { token })).status).toBe(202);
  // Whoever she has stopped already may be stopped again, and a day later it is another day.
  expect((await call('users.update', { id: one, status: 'suspended' }, { token })).status).toBe(200);
  clock.advance(DAY);
  expect((await demote(three)).status).toBe(200);
});
