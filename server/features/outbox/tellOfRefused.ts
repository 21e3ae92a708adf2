import { randomUUID } from 'node:crypto';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { takeLease } from '../../db/lease.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { notSentBecause } from '../../domain/mail/notSent.ts';
import { markTold, untoldRefusals } from '../../domain/mail/refusedStore.ts';
import { DAY } from '../../time.ts';

/** A list of more is the Outbox itself. */
const MOST_LINES = 20;

export interface RefusalNotices {
  /** For a worker: tells administrators what was refused for good since the last time, in one mail, once a day. */
  tellDue(now: number): Promise<void>;
}

export function createRefusalNotices(deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>): RefusalNotices {
  const { db } = deps;
  return {
    async tellDue(now) {
      if ((await untoldRefusals(db.kysely)).length === 0) return;
      await db.transaction(async (tx) => {
        const lease = { name: 'refused mail', holder: randomUUID(), now, forMs: DAY };
        if (!(await takeLease(tx, lease))) return;
        const refused = await untoldRefusals(tx);
        const byAddress = new Map<string, string>();
        for (const { to_address: to, last_error: said } of refused) byAddress.set(to, said ?? '');
        const lines = [...byAddress].slice(0, MOST_LINES);
        await markTold(tx);
        await mailStaff(tx, deps, {
          to: 'administrators',
          kind: 'mails_refused',
          at: now,
          params: {
            count: refused.length,
            mails: lines.map(([to, said]) =>
              sentence('mail', 'refusedMail', { to, said: notSentBecause(said) }),
            ),
          },
        });
      });
    },
  };
}
