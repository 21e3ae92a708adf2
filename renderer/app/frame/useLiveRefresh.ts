import { useQueryClient } from '@tanstack/react-query';
import { readAgainLive } from '../../data/stale.ts';
import { useLive } from '../../data/useLive.ts';

/** Reads again what a live event says has changed. */
export function useLiveRefresh(): void {
  const client = useQueryClient();
  useLive(({ kind }) => readAgainLive(client, kind));
}
