import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/operations.ts';
import type { Transport } from '../transport/transport.ts';
import { useTransport } from './context.ts';
import { gather } from './gather.ts';
import { ask } from './useRead.ts';

type NamedPerson = OutputOf<'users.named'>['items'][number];

const askers = new WeakMap<Transport, (id: string) => Promise<NamedPerson | null>>();

function askerOf(transport: Transport): (id: string) => Promise<NamedPerson | null> {
  const known = askers.get(transport);
  if (known) return known;
  const asker = gather(async (ids) => (await ask(transport, 'users.named', { ids })).items);
  askers.set(transport, asker);
  return asker;
}

/** A person of whom only the id is known; null where there is nobody by it. A page that names many reads them in one call. */
export function usePerson(id: string, { enabled }: { enabled?: boolean } = {}) {
  const transport = useTransport();
  return useQuery({
    queryKey: ['users.named', id],
    queryFn: () => askerOf(transport)(id),
    enabled,
  });
}
