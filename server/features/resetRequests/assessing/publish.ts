import type { Deps } from '../../../context.ts';

/** Tells consoles what to look at again. After the commit. */
export function publishChange(
  { events }: Pick<Deps, 'events'>,
  id: string,
  userId: string,
  change?: string,
): void {
  events.publish({ kind: 'reset_requests', id, ...(change ? { change } : {}) });
  events.publish({ kind: 'users', id: userId });
  events.publish({ kind: 'me', id: userId });
}
