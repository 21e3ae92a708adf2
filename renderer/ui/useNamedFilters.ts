import { useMemo } from 'react';
import { useAddressFilters } from './useAddressFilters.ts';

/**
 * A list's filters of these names, each as the address says it, and how to change or clear them.
 *
 * @param names always the same ones
 */
export function useNamedFilters<Filters extends object>(names: readonly (keyof Filters & string)[]) {
  const { params, change } = useAddressFilters<keyof Filters & string>();
  const filters = useMemo(
    () =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = params.get(name);
          return value ? [[name, value]] : [];
        }),
      ) as Filters,
    [names, params],
  );
  const nothing = () => Object.fromEntries(names.map((name) => [name, null]));
  return {
    filters,
    change,
    isFiltered: Object.keys(filters).length > 0,
    clear: () => change(nothing() as Partial<Record<keyof Filters & string, null>>),
  };
}
