import { useQueryClient } from '@tanstack/react-query';
import type { LiveEventKind } from '../../../contract/events.ts';
import { useLive } from '../../data/useLive.ts';

/** Which features' answers are old after an event of a kind. */
const STALE: Record<LiveEventKind, readonly string[]> = {
  reset_requests: ['resetRequests', 'dashboard', 'users', 'me'],
  users: ['users', 'dashboard'],
  policy: ['policy', 'dashboard', 'users', 'me'],
  outbox: ['outbox'],
  audit: ['audit'],
  organisation: ['settings', 'me', 'resetRequests'],
  me: ['me'],
};

/** Reads again what a live event says has changed; a query with `live: false` decides for itself. */
export function useLiveRefresh(): void {
  const client = useQueryClient();
  useLive((event) => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [name], meta }) =>
        meta?.live !== false &&
        typeof name === 'string' &&
        STALE[event.kind].includes(name.split('.')[0] ?? ''),
    });
  });
}
