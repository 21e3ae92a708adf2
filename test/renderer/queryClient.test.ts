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
