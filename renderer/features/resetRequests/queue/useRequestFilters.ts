import { useCallback, useMemo } from 'react';
import type { InputOf } from '../../../../contract/operations.ts';
import { REQUEST_STATES, REQUESTS_FOR_ME, TIERS } from '../../../../contract/requestStates.ts';
import { useAddressFilters } from '../../../ui/useAddressFilters.ts';

type ForMe = (typeof REQUESTS_FOR_ME)[number];
export type RequestFilters = Pick<InputOf<'resetRequests.list'>, 'state' | 'tier' | 'search' | ForMe>;

/** Where the address says nothing: everything that still waits for someone. */
const WAITING = 'pending';
const ALL = 'all' as const;

/** The queue's filters, as the address says them. */
export function useRequestFilters() {
  const { params, change } = useAddressFilters<Exclude<keyof RequestFilters, ForMe> | 'forMe'>();
  const forMe = REQUESTS_FOR_ME.find((one) => one === params.get('forMe'));
  const filters = useMemo<RequestFilters>(() => {
    const state = params.get('state');
    const tier = TIERS.find((known) => known === params.get('tier'));
    const known = REQUEST_STATES.find((name) => name === state) ?? (state === ALL ? undefined : WAITING);
    const search = params.get('search')?.trim().slice(0, 100);
    return {
      ...(known && { state: known }),
      ...(tier && { tier }),
      ...(forMe && { [forMe]: true }),
      ...(search && { search }),
    };
  }, [params, forMe]);
  const setSearch = useCallback((search: string) => change({ search: search || null }), [change]);
  return {
    filters,
    state: filters.state ?? ALL,
    search: filters.search ?? '',
    setSearch,
    change,
    forMe: forMe ?? ('' as const),
    setForMe: (whose: string) => change({ forMe: whose || null, ...(whose && { state: null }) }),
    tier: filters.tier ?? ('' as const),
    /** Whether these are requests that wait, in order of age. */
    isWaiting: ['pending', 'open', 'verified', 'approved', 'executing'].includes(filters.state ?? ALL),
    isFiltered: ['state', 'tier', 'forMe', 'search'].some((name) => params.has(name)),
    setState: (state: string) => change({ state: state === WAITING ? null : state }),
    setTier: (tier: string) => change({ tier: tier || null }),
    clear: () => change({ state: null, tier: null, forMe: null, search: null }),
  };
}
