import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { OperationName, OutputOf } from '../../contract/operations.ts';
import { CallError } from '../data/callError.ts';

const HALF_MINUTE = 30_000;

/**
 * The session has ended, or the question left with a token that a step-up renewed while it was on its way: asked again, it
 * leaves with the new one.
 */
const isOut = (error: Error) => error instanceof CallError && error.code === 'not_signed_in';

/** The cache of the server's answers. A session that ended is noticed by whichever call hears of it first. */
export function createQueryClient(): QueryClient {
  /** @param asked unless something was done */
  const noticeEnd = (error: Error, asked?: OperationName) => {
    if (isOut(error)) client.setQueryData(['me.get', {}], null);
    if (!(error instanceof CallError)) return;
    // What is the matter with the server is told with who is signed in; where that can't be asked, asking again won't help.
    if (error.code === 'setup_first' || (error.code === 'unavailable' && asked !== 'me.get'))
      void client.invalidateQueries({ queryKey: ['me.get'] });
  };
  let session: string | undefined;
  /** What was read in one session is not for the next; heard before any page is drawn with the answer. */
  const noticeNext = (answer: unknown, { queryKey: [name] }: { queryKey: readonly unknown[] }) => {
    const next = name === 'me.get' ? (answer as OutputOf<'me.get'>)?.session.id : undefined;
    if (next === undefined || next === session) return;
    if (session !== undefined)
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me.get' });
    session = next;
  };
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey: [name] }) => noticeEnd(error, name),
      onSuccess: noticeNext,
    }),
    mutationCache: new MutationCache({ onError: (error) => noticeEnd(error) }),
    defaultOptions: {
      queries: {
        staleTime: HALF_MINUTE,
        // A refusal stays one; only what may pass by itself is tried again.
        retry: (failures, error) => failures < 1 && (error.problem.status >= 500 || isOut(error)),
        retryDelay: (_, error) => (isOut(error) ? 0 : 1000),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
