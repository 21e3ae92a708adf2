import { useMemo } from 'react';
import type { InputOf } from '../../../../contract/operations.ts';
import { REQUEST_STATES, TIERS } from '../../../../contract/requestStates.ts';
import { useAddressFilters } from '../../../ui/useAddressFilters.ts';

export type RequestFilters = Pick<InputOf<'resetRequests.list'>, 'state' | 'tier'>;

/** Where the address says nothing: everything that still waits for someone. */
const WAITING = 'pending';
const ALL = 'all';

/** The queue's filters, as the address says them. */
export function useRequestFilters() {
  const { params, change } = useAddressFilters<keyof RequestFilters>();
  const filters = useMemo<RequestFilters>(() => {
    const state = params.get('state');
    const tier = TIERS.find((known) => known === params.get('tier'));
    const known = REQUEST_STATES.find((name) => name === state) ?? (state === ALL ? undefined : WAITING);
    return { ...(known && { state: known }), ...(tier && { tier }) };
  }, [params]);
  return {
    filters,
    state: filters.state ?? ALL,
    tier: filters.tier ?? '',
    /** Whether these are requests that wait, in order of age. */
    isWaiting: ['pending', 'open', 'verified', 'approved', 'executing'].includes(filters.state ?? ALL),
    isFiltered: params.has('state') || params.has('tier'),
    setState: (state: string) => change({ state: state === WAITING ? null : state }),
    setTier: (tier: string) => change({ tier: tier || null }),
    clear: () => change({ state: null, tier: null }),
  };
}
