import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What a list filters by, kept in the address, so that a link leads to the very list behind a number. A change replaces the
 * entry of the history and leaves the list where it was scrolled to; null takes a filter away.
 */
export function useAddressFilters<Name extends string>() {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Partial<Record<Name, string | null>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
            if (typeof value === 'string') next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return { params, change };
}
