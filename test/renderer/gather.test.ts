import { expect, it } from 'vitest';
import { gather } from '../../renderer/data/gather.ts';

function createAsker() {
  const calls: string[][] = [];
  const ask = gather(async (ids) => {
    calls.push(ids);
    if (ids.includes('bad')) throw new Error('Not now.');
    return ids.filter((id) => id !== 'gone').map((id) => ({ id, name: id.toUpperCase() }));
  });
  return { ask, calls };
}

it('what is asked for at once is one call, each id once, and nobody is null', async () => {
  const { ask, calls } = createAsker();
  const answers = await Promise.all(['jo', 'ann', 'jo', 'gone'].map((id) => ask(id)));
  expect(calls).toEqual([['jo', 'ann', 'gone']]);
  expect(answers.map((answer) => answer?.name)).toEqual(['JO', 'ANN', 'JO', undefined]);
  expect(answers[3]).toBeNull();
});

it('what is asked for later is asked again', async () => {
  const { ask, calls } = createAsker();
  await ask('jo');
  await ask('jo');
  expect(calls).toEqual([['jo'], ['jo']]);
});

it('a call that fails fails for all that are in it, and for nobody else', async () => {
  const { ask } = createAsker();
  const together = await Promise.allSettled([ask('bad'), ask('jo')]);
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask('jo')).toEqual({ id: 'jo', name: 'JO' });
});

it('no call asks for more than the server takes', async () => {
  const { ask, calls } = createAsker();
  await Promise.all(Array.from({ length: 1001 }, (_, n) => ask(String(n))));
  expect(calls.map(({ length }) => length)).toEqual([500, 500, 1]);
});
