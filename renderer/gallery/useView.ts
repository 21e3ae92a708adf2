import { useEffect, useMemo, useState } from 'react';
import { readView, type View } from './address.ts';

/**
 * What the address says is on show. Told by its changes alone: a page that takes a token out of the address, as those behind a
 * mailed link do, changes nothing here.
 */
export function useView(): View {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const hear = () => setHash(location.hash);
    window.addEventListener('hashchange', hear);
    return () => window.removeEventListener('hashchange', hear);
  }, []);
  return useMemo(() => readView(hash), [hash]);
}
