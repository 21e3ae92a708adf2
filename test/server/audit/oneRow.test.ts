import { expect, it } from 'vitest';
import { createTestApp } from '../../support/app.ts';

const NOBODYS = '01890000-0000-7000-8000-000000000000';

it('an event and a mail have an address of their own, which says what the list says of them', async () => {
  const test = await createTestApp();
  await test.person({ username: 'ann' });
  const token = await test.administrator.signIn();
  for (const [list, get] of [
    ['audit.list', 'audit.get'],
    ['outbox.list', 'outbox.get'],
  ] as const) {
    const { body } = await test.call(list, { limit: 200 }, { token });
    expect(body.items.length).toBeGreaterThan(0);
    for (const item of body.items) {
      const one = await test.call(get, { id: item.id }, { token });
      expect(one.body).toEqual(item);
    }
    const none = await test.call(get, { id: NOBODYS }, { token });
    expect([get, none.status, none.problem.code]).toEqual([get, 404, 'not_found']);
  }
});
