import { randomUUID } from 'node:crypto';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { DAY, MINUTE, rfc3339 } from '../../time.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { takeLease } from '../../db/lease.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { peopleToRemind } from './reminderStore.ts';

/** Before the end of grace a person is reminded twice: within 7 days, and within the last day. */
const LAST_WINDOW = DAY;
const FIRST_WINDOW = 7 * DAY;
const PEOPLE_AT_ONCE = 100;
const LEASE_MS = 10 * MINUTE;

type ReminderDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config'>;

/** For a worker: reminds those whose grace ends soon, each once in each window, whichever server does it. */
export function createGraceReminders(deps: ReminderDeps): { remindDue(now: number): Promise<void> } {
  const { db } = deps;
  const holder = randomUUID();
  return {
    async remindDue(now) {
      const { document: policy } = await currentPolicy(db.kysely);
      const windows = [{ from: now, to: now + LAST_WINDOW }];
      // Where grace is shorter, the mail that begins it is reminder enough.
      if (policy.graceDays * DAY > FIRST_WINDOW) {
        windows.push({ from: now + LAST_WINDOW, to: now + FIRST_WINDOW });
      }
      for (const window of windows) {
        let reminded = PEOPLE_AT_ONCE;
        while (reminded === PEOPLE_AT_ONCE) {
          const lease = { name: 'grace reminders', holder, now, forMs: LEASE_MS };
          if (!(await takeLease(db.kysely, lease))) return;
          reminded = await db.transaction((tx) => remindSome(tx, deps, { policy, window, now }));
        }
      }
    },
  };
}

interface Round {
  policy: PolicyDocument;
  /** When grace ends, in UTC ms. */
  window: { from: number; to: number };
  now: number;
}

async function remindSome(tx: Tx, deps: ReminderDeps, { policy, window, now }: Round): Promise<number> {
  const people = await peopleToRemind(tx, { policy, window, now, limit: PEOPLE_AT_ONCE });
  for (const { id: userId, grace_ends_at: end } of people) {
    const params = { dueAt: rfc3339(end ?? now) };
    await mailUser(tx, deps, { userId, kind: 'grace_reminder', at: now, params });
  }
  return people.length;
}
