import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors.ts';
import { createQueryClient } from '../../renderer/app/queryClient.ts';
import { CallError } from '../../renderer/data/callError.ts';

const { status, title } = ERRORS.not_signed_in;
const out = new CallError({ status, title, code: 'not_signed_in', detail: 'Sign in again.' });

/** Signed in, with a question whose answers come one after the other. */
function asked(answers: readonly ('out' | 'rows')[]) {
  const client = createQueryClient();
  client.setQueryData(['me.get', {}], 'somebody');
  const left = [...answers];
  const queryFn = () => (left.shift() === 'rows' ? Promise.resolve('rows') : Promise.reject(out));
  return {
    client,
    answer: client.fetchQuery({ queryKey: ['users.list', {}], queryFn, retry: retryOf(client) }),
  };
}

it('S-91: what could not be answered makes the page ask what is the matter, once', async () => {
  const client = createQueryClient();
  const unavailable = new CallError({ ...ERRORS.unavailable, code: 'unavailable', detail: 'Full.' });
  const fails = () => Promise.reject(unavailable);
  let questions = 0;
  const stop = new QueryObserver(client, {
    queryKey: ['me.get', {}],
    queryFn: () => {
      questions += 1;
      return questions === 2 ? fails() : Promise.resolve('somebody');
    },
    retry: false,
  }).subscribe(() => undefined);
  await expect.poll(() => questions).toBe(1);
  await expect(
    client.fetchQuery({ queryKey: ['users.list', {}], queryFn: fails, retry: false }),
  ).rejects.toBe(unavailable);
  await expect.poll(() => client.getQueryState(['me.get', {}])?.status).toBe('error');
  await client.invalidateQueries({ queryKey: ['users.list'] });
  expect(questions).toBe(2);
  stop();
});

/** What a page's reads go by; `fetchQuery` alone would not. */
const retryOf = (client: ReturnType<typeof createQueryClient>) => client.getDefaultOptions().queries?.retry;

it('S-12: a question that left with the token before a step-up is asked again, and nobody is signed out', async () => {
  const { client, answer } = asked(['out', 'rows']);
  expect(await answer).toBe('rows');
  expect(client.getQueryData(['me.get', {}])).toBe('somebody');
});

it('a session that has ended is over for the whole console', async () => {
  const { client, answer } = asked(['out', 'out']);
  await expect(answer).rejects.toBe(out);
  expect(client.getQueryData(['me.get', {}])).toBeNull();
});
