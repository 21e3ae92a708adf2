import { sentence } from '../../../contract/words/sentence.ts';
import { randomUUID } from 'node:crypto';
import { HOUR } from '../../time.ts';
import type { Deps } from '../../context.ts';
import { takeLease } from '../../db/lease.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { unclaimed } from './dueStore.ts';
import { verdictsOf } from './assessing/verdicts.ts';

/** A longer list is read on the queue. */
const NAMED = 20;

/**
 * For a worker, where policy sends a digest instead of a mail a request: whom policy names hears of the requests that nobody
 * is on, at most once an hour, whichever server does it. After a quiet hour the first request is told at once.
 */
export function createRequestDigest(deps: Deps): { sendDue(now: number): Promise<void> } {
  const { db } = deps;
  return {
    async sendDue(now) {
      // Looked at without a transaction first: there is hardly ever anything to do.
      if ((await unclaimed(db.kysely, now)).length === 0) return;
      const { document: policy } = await currentPolicy(db.kysely);
      if (policy.resetNoticesAs === 'each') return;
      await db.transaction(async (tx) => {
        // Another holder each time: the lease keeps everybody away for the hour, this server too.
        const lease = { name: 'request digest', holder: randomUUID(), now, forMs: HOUR };
        if (!(await takeLease(tx, lease))) return;
        const waiting = await unclaimed(tx, now);
        if (waiting.length === 0) return;
        const to = policy.resetNotices.length > 0 ? policy.resetNotices : ('administrators' as const);
        const named = waiting.slice(0, NAMED);
        const verdicts = await verdictsOf(tx, deps, named, now);
        const lines = named.map(({ id, name, tier }) =>
          sentence('mail', 'requestLine', {
            name,
            tier: sentence('mail', 'tier', { tier: verdicts.get(id)?.tier ?? tier }),
          }),
        );
        const more = waiting.length - lines.length;
        const rest = more > 0 ? [sentence('mail', 'moreRequests', { more })] : [];
        const params = { count: waiting.length, requests: [...lines, ...rest] };
        await mailStaff(tx, deps, { to, kind: 'requests_unclaimed', at: now, params });
      });
    },
  };
}
