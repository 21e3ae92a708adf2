import { useEffect, useRef } from 'react';
import { useRequestWrite } from '../useRequestWrite.ts';
import { useDeskNotices } from './useDeskNotices.ts';

/** Whoever opens what was handed to them goes on with it from then on: their claim begins anew, and the notice of it ends. */
export function useSeenHanded(id: string): void {
  const isNew = useDeskNotices().some(({ kind, requestId }) => kind === 'handed' && requestId === id);
  const { mutate } = useRequestWrite('resetRequests.claim');
  const said = useRef<string>(undefined);
  useEffect(() => {
    if (!isNew || said.current === id) return;
    said.current = id;
    mutate({ id });
  }, [isNew, id, mutate]);
}
