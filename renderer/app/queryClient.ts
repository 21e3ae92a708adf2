import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { CallError } from '../data/callError.ts';

const HALF_MINUTE = 30_000;

/**
 * The session has ended, or the question left with a token that a step-up renewed while it was on its way: asked again, it
 * leaves with the new one.
 */
const isOut = (error: Error) => error instanceof CallError && error.code === 'not_signed_in';

/** The cache of the server's answers. A session that ended is noticed by whichever call hears of it first. */
export function createQueryClient(): QueryClient {
  const noticeEnd = (error: Error) => {
    if (isOut(error)) client.setQueryData(['me.get', {}], null);
    if (error instanceof CallError && error.code === 'setup_first')
      void client.invalidateQueries({ queryKey: ['me.get'] });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
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
