import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts';
import type { Transport } from '../transport/transport.ts';
import { CallError } from './callError.ts';
import { useTransport } from './context.ts';

interface Options {
  enabled?: boolean;
  /** Keep showing the last answer while another input loads: for filters and searches. */
  keep?: boolean;
  /** False: live events don't refetch it, because rows must not move under the pointer. */
  live?: boolean;
  /** Asked for once: what the page does next spends it, and a second answer would be a refusal. */
  once?: boolean;
}

/** Milliseconds. */
const AGAIN_EVERY = 10_000;

/** Calls and throws what was refused, as react-query expects it. */
export async function ask<N extends OperationName>(
  transport: Transport,
  operation: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const result = await transport.call(operation, input);
  if (!result.ok) throw new CallError(result.error);
  return result.data;
}

/** `useRead('users.get', { id })`: the answer of an operation that changes nothing, cached by operation and input. */
export function useRead<N extends OperationName>(
  operation: N,
  input: InputOf<N>,
  {
    enabled,
    keep,
    live,
    once,
    everyWhile,
  }: Options & {
    /** Asked again every ten seconds while its answer is so: for what ends without an event. */
    everyWhile?: (answer: OutputOf<N>) => boolean;
  } = {},
) {
  const transport = useTransport();
  return useQuery({
    queryKey: [operation, input],
    queryFn: () => ask(transport, operation, input),
    refetchInterval: ({ state: { data } }) =>
      // Nobody’s, once nobody is signed in.
      data && everyWhile?.(data as OutputOf<N>) ? AGAIN_EVERY : false,
    enabled,
    placeholderData: keep ? keepPreviousData : undefined,
    ...(once && { staleTime: 'static' as const }),
    meta: { live },
  });
}

interface ListPage {
  items: readonly unknown[];
  nextCursor: string | null;
  total?: { count: number; exact: boolean };
}
type ListName = { [N in OperationName]: OutputOf<N> extends ListPage ? N : never }[OperationName];
type PageOf<N extends ListName> = OutputOf<N> & ListPage;

/**
 * `usePages('users.list', { search })`: a list that pages by key. `items` are the rows of all pages so far; hand `more` to a
 * DataTable.
 */
export function usePages<N extends ListName>(
  operation: N,
  input: Omit<InputOf<N>, 'cursor'>,
  { enabled, keep = true, live }: Options = {},
) {
  const transport = useTransport();
  const query = useInfiniteQuery({
    queryKey: [operation, input, 'pages'],
    queryFn: ({ pageParam }) =>
      ask(transport, operation, {
        ...input,
        ...(pageParam && { cursor: pageParam }),
      } as InputOf<N>) as Promise<PageOf<N>>,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled,
    placeholderData: keep ? keepPreviousData : undefined,
    meta: { live },
  });
  const items = query.data?.pages.flatMap((page) => page.items) as PageOf<N>['items'] | undefined;
  return {
    ...query,
    items,
    total: query.data?.pages[0]?.total,
    more: query.hasNextPage
      ? { onMore: () => void query.fetchNextPage(), busy: query.isFetchingNextPage }
      : undefined,
  };
}
