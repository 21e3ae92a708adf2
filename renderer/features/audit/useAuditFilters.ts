import { useMemo } from 'react';
import type { InputOf } from '../../../contract/operations.ts';
import { useAddressFilters } from '../../ui/useAddressFilters.ts';

const NAMES = ['action', 'userId', 'address', 'session', 'from', 'to'] as const;
type AuditFilters = Pick<InputOf<'audit.list'>, (typeof NAMES)[number]>;

/** The log's filters, as the address says them; times are RFC 3339. */
export function useAuditFilters() {
  const { params, change } = useAddressFilters<keyof AuditFilters>();
  const filters = useMemo<AuditFilters>(
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
