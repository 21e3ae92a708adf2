import { useInfiniteQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { useTransport } from '../../../data/context.ts';
import { ask } from '../../../data/useRead.ts';
import type { Effect } from './impactWords.ts';

export type AffectedPerson = OutputOf<'policy.impact'>['users']['items'][number];
const PAGE = 200;

/** The people of one group, page by page; and all of them, for a file. */
export function useImpactPages(change: Partial<PolicyDocument>, group: Effect) {
  const transport = useTransport();
  const page = (cursor: string | null) =>
    ask(transport, 'policy.impact', { ...change, group, limit: PAGE, ...(cursor && { cursor }) });
  const query = useInfiniteQuery({
    queryKey: ['policy.impact', change, group, 'pages'],
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ users }) => users.nextCursor,
  });
  return {
    ...query,
    people: query.data?.pages.flatMap(({ users }) => users.items),
    everyone: async () => {
      const people: AffectedPerson[] = [];
      let cursor: string | null = null;
      do {
        const { users }: OutputOf<'policy.impact'> = await page(cursor);
        people.push(...users.items);
        cursor = users.nextCursor;
      } while (cursor);
      return people;
    },
  };
}
