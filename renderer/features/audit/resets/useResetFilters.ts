import { useMemo } from 'react';
import type { InputOf } from '../../../../contract/operations.ts';
import { useAddressFilters } from '../../../ui/useAddressFilters.ts';

const NAMES = ['userId', 'actorId', 'tier', 'from', 'to'] as const;
export type ResetFilters = Pick<InputOf<'audit.resets'>, (typeof NAMES)[number]>;

/** The report's filters, as the address says them; times are RFC 3339. */
export function useResetFilters() {
  const { params, change } = useAddressFilters<keyof ResetFilters>();
  const filters = useMemo<ResetFilters>(
    () =>
      Object.fromEntries(
        NAMES.flatMap((name) => {
          const value = params.get(name);
          return value ? [[name, value]] : [];
        }),
      ),
    [params],
  );
  return {
    filters,
    change,
    isFiltered: Object.keys(filters).length > 0,
    clear: () => change(Object.fromEntries(NAMES.map((name) => [name, null]))),
  };
}

/** From the first to the last moment of the calendar month before, where the reader is. */
export function lastMonth(now: Date): Required<Pick<ResetFilters, 'from' | 'to'>> {
  const from = new Date(now.getFullYear(), now.getMonth() - 1, 1);
  const to = new Date(now.getFullYear(), now.getMonth(), 1).getTime() - 1;
  return { from: from.toISOString(), to: new Date(to).toISOString() };
}
