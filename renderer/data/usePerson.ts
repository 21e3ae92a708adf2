import { useQuery } from '@tanstack/react-query';
import DataLoader from 'dataloader';
import type { OutputOf } from '../../contract/operations.ts';
import type { Transport } from '../transport/transport.ts';
import { useTransport } from './context.ts';
import { ask } from './useRead.ts';

type NamedPerson = OutputOf<'users.named'>['items'][number];
type Loader = DataLoader<string, NamedPerson | null>;

/** As many as one call takes. */
const MOST = 500;

const loaders = new WeakMap<Transport, Loader>();

function loaderOf(transport: Transport): Loader {
  const known = loaders.get(transport);
  if (known) return known;
  // What is remembered, and how long, is react-query's.
  const loader: Loader = new DataLoader((ids) => peopleOf(transport, ids), {
    cache: false,
    maxBatchSize: MOST,
  });
  loaders.set(transport, loader);
  return loader;
}

async function peopleOf(transport: Transport, ids: readonly string[]): Promise<(NamedPerson | null)[]> {
  const { items } = await ask(transport, 'users.named', { ids: [...ids] });
  const found = new Map(items.map((person) => [person.id, person]));
  return ids.map((id) => found.get(id) ?? null);
}

/** A person of whom only the id is known; null where there is nobody by it. A page that names many reads them in one call. */
export function usePerson(id: string, { enabled }: { enabled?: boolean } = {}) {
  const transport = useTransport();
  return useQuery({
    queryKey: ['users.named', id],
    queryFn: () => loaderOf(transport).load(id),
    enabled,
  });
}
