import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { DAY, HOUR, rfc3339 } from '../../time.ts';
import type { Deps } from '../../context.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { recordNotice, secretsThatEnd, unreadSince } from './systemNoticeStore.ts';

/** So many days before its end staff hear of a secret; the nearest first. */
const DAYS_BEFORE = ['1', '7', '30'] as const;
/** A log that can't be read for so long is told of. */
const UNREAD = HOUR;

type ReminderDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config'>;

/**
 * For a worker: staff hear 30, 7 and 1 days before that a connected system's secret ends, and officers that its log can't be read
 * for an hour; once each, whichever server does it. Another end, and another time that it fails, is told of again.
 */
export function createSystemReminders(deps: ReminderDeps): { remindDue(now: number): Promise<void> } {
  const { db } = deps;

  async function remindOfSecrets(now: number): Promise<void> {
    for (const { id, name, endsAt } of await secretsThatEnd(db.kysely, { from: now, to: now + 30 * DAY })) {
      const what = DAYS_BEFORE.find((days) => endsAt <= now + Number(days) * DAY);
      if (what === undefined) continue;
      await db.transaction(async (tx) => {
        if (!(await recordNotice(tx, { system_id: id, what, about: endsAt, mailed_at: now }))) return;
        const day = { at: endsAt, as: 'date', zone: 'UTC' } as const;
        await mailStaff(tx, deps, {
          to: 'administrators_and_officers',
          kind: 'system_secret_ends',
          at: now,
          params: { system: name, when: sentence('answers/systems', 'secretEnds', { name, day }) },
        });
      });
    }
  }

  async function tellOfUnread(now: number): Promise<void> {
    for (const { id, name, since, sentence: kept } of await unreadSince(db.kysely, now - UNREAD))
      await db.transaction(async (tx) => {
        if (!(await recordNotice(tx, { system_id: id, what: 'unread', about: since, mailed_at: now })))
          return;
        await mailStaff(tx, deps, {
          to: 'officers',
          kind: 'system_unread',
          at: now,
          params: { system: name, why: JSON.parse(kept) as Sentence, sinceAt: rfc3339(since) },
        });
      });
  }

  return {
    async remindDue(now) {
      await remindOfSecrets(now);
      await tellOfUnread(now);
    },
  };
}
