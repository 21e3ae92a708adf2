import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createPace } from '../../../server/events/pace.ts';

it('issue 8.11: what thousands of streams do at once lets others in between', async () => {
  const pace = createPace(3);
  let done = 0;
  const all = Promise.all(Array.from({ length: 10 }, () => pace().then(() => (done += 1))));
  const seen = [];
  for (let n = 0; n < 5; n += 1) {
    await nextTurn();
    seen.push(done);
  }
  await all;
  expect(seen).toEqual([3, 6, 9, 10, 10]);
  await pace();
});
