import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { InputOf } from '../../../contract/operations.ts';

const NAMES = ['action', 'userId', 'from', 'to'] as const;
type Name = (typeof NAMES)[number];
type AuditFilters = Pick<InputOf<'audit.list'>, Name>;

/** The log's filters, kept in the address; times are RFC 3339. */
export function useAuditFilters() {
  const [params, setParams] = useSearchParams();
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
  const change = (changes: Partial<Record<Name, string | null>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    filters,
    change,
    isFiltered: Object.keys(filters).length > 0,
    clear: () => change({ action: null, userId: null, from: null, to: null }),
  };
}
