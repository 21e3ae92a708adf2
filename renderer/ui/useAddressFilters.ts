import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What a list filters by, kept in the address, so that a link leads to the very list behind a number. A change replaces the
 * entry of the history and leaves the list where it was scrolled to; null takes a filter away.
 */
export function useAddressFilters<Name extends string>() {
  const [params, setParams] = useSearchParams();
  // What was asked for and isn't shown yet, the newest last: the router hands over what is shown, and whoever changes two filters
  // faster than a list is drawn would lose the first.
  const asked = useRef<string[]>([]);
  const shown = params.toString();
  useEffect(() => {
    const at = asked.current.lastIndexOf(shown);
    asked.current = at === -1 ? [] : asked.current.slice(at + 1);
  }, [shown]);
  const latest = useRef({ setParams, shown });
  useLayoutEffect(() => {
    latest.current = { setParams, shown };
  });
  // The same one for as long as the list is there, so that what is handed it isn't drawn again with each change.
  const change = useCallback((changes: Partial<Record<Name, string | null>>) => {
    const next = new URLSearchParams(asked.current.at(-1) ?? latest.current.shown);
    for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
      if (typeof value === 'string') next.set(name, value);
      else next.delete(name);
    }
    asked.current.push(next.toString());
    latest.current.setParams(next, { replace: true, preventScrollReset: true });
  }, []);
  return { params, change };
}
