import { AsyncLocalStorage } from 'node:async_hooks';
import type { Factor } from '../../../contract/auditActions.ts';
import type { Origin } from '../../context.ts';

/** Where an event came from: as much of it as anybody knows. */
export interface EventOrigin extends Origin {
  /** The session's id, which has nothing to do with its token. */
  session: string | null;
  factors: readonly Factor[];
}

/** What is said of the request that is under way; `factors` grows while it is served. */
interface Asking extends Origin {
  session: string | null;
  factors: Set<Factor>;
}

/**
 * SECURITY: what an event says of its origin comes along with the request and not as an argument, so that no feature can
 * forget it, hand on another's, or leave it out (docs/decisions/0069-where-an-event-came-from.md). Nothing but the log and
 * a session's or an authenticator's own account of its use may read it: what decides takes its arguments.
 */
const asking = new AsyncLocalStorage<Asking>();

/** Serves a request: every event of `work` says that it came from there. */
export function askedFrom<T>(origin: EventOrigin, work: () => T): T {
  return asking.run({ ...origin, factors: new Set(origin.factors) }, work);
}

/** Whoever asks has proven this much; called where that is found out. No harm where nobody asks. */
export function noteFactor(factor: Factor): void {
  asking.getStore()?.factors.add(factor);
}

/** Where the request that is under way came from; null where the server does something by itself. */
export function originNow(): EventOrigin | null {
  const now = asking.getStore();
  return now ? { ...now, factors: [...now.factors] } : null;
}

/** Does what somebody else has asked for before: its events say nothing of the request that lets it happen. */
export function askedByNobody<T>(work: () => T): T {
  return asking.exit(work);
}
