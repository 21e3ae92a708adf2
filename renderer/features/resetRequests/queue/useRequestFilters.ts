import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { InputOf } from '../../../../contract/operations.ts';
import type { RequestState, Tier } from '../../../../contract/operations/resetRequestSchemas.ts';

export type RequestFilters = Pick<InputOf<'resetRequests.list'>, 'state' | 'tier'>;

export const STATES: readonly RequestState[] = [
  'open',
  'verified',
  'approved',
  'completed',
  'denied',
  'cancelled',
  'vetoed',
  'expired',
];
export const TIERS: readonly Tier[] = ['standard', 'elevated', 'privileged'];

/** Where the address says nothing: everything that still waits for someone. */
const WAITING = 'pending';
const ALL = 'all';

/** The queue's filters, kept in the address, so that a number on the dashboard leads to the very list behind it. */
export function useRequestFilters() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo<RequestFilters>(() => {
    const state = params.get('state');
    const tier = TIERS.find((known) => known === params.get('tier'));
    const known = STATES.find((name) => name === state) ?? (state === ALL ? undefined : WAITING);
    return { ...(known && { state: known }), ...(tier && { tier }) };
  }, [params]);
  const change = (name: 'state' | 'tier', value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '' || (name === 'state' && value === WAITING)) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    filters,
    state: filters.state ?? ALL,
    tier: filters.tier ?? '',
    /** Whether these are requests that wait, in order of age. */
    isWaiting: ['pending', 'open', 'verified', 'approved'].includes(filters.state ?? ALL),
    isFiltered: params.has('state') || params.has('tier'),
    change,
    clear: () => setParams({}, { replace: true, preventScrollReset: true }),
  };
}
