import { useMemo, useSyncExternalStore } from 'react';
import { readView, type View } from './address.ts';

function subscribe(hear: () => void): () => void {
  window.addEventListener('hashchange', hear);
  return () => window.removeEventListener('hashchange', hear);
}

/** What the address says is on show. */
export function useView(): View {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => readView(hash), [hash]);
}
