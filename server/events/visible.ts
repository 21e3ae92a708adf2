import type { LiveEvent, LiveEventKind } from '../../contract/events.ts';
import type { Permission } from '../../contract/permissions.ts';
import type { Actor } from '../context.ts';

/** What a person needs to be told of an event; `session` is everybody who is signed in. */
const NEEDED: Record<LiveEventKind, Permission | 'session'> = {
  reset_requests: 'resets.read',
  users: 'users.read',
  policy: 'policy.read',
  outbox: 'settings.write',
  audit: 'audit.read',
  organisation: 'session',
  me: 'session',
  pending_changes: 'changes.decide',
  viewers: 'resets.read',
  jobs: 'users.read',
};

export interface Watcher {
  actor: Pick<Actor, 'userId' | 'permissions'>;
  /** Policy has blocked the session: it reaches its own setup and nothing else. */
  blocked: boolean;
}

/** The event as this person may see it; null where they may not. Events hold no data, only where to look again. */
export function visibleEvent(event: LiveEvent, { actor, blocked }: Watcher): LiveEvent | null {
  if (event.kind === 'me') return event.id === undefined || event.id === actor.userId ? event : null;
  const needed = NEEDED[event.kind];
  if (!blocked && (needed === 'session' || actor.permissions.has(needed))) return event;
  // What policy asks of a person may have changed for those, too, who may not read it.
  return event.kind === 'policy' ? { kind: 'me', id: actor.userId } : null;
}
