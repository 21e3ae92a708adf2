import { randomUUID } from 'node:crypto';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { takeLease } from '../../db/lease.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { DAY, HOUR } from '../../time.ts';
import { peopleUnreadSince, unreadSince } from './systemNoticeStore.ts';

/** What can't be read for so long is told of, and again each time that so much has passed. */
const UNREAD = DAY;
/** And what else can't be read for so long stands in the same mail: what broke with it would else wait for the next one. */
const ALSO_UNREAD = HOUR;

export interface UnreadNotices {
  /** For a worker: tells administrators what of connected systems can't be read, in one mail, once a day while it lasts. */
  tellDue(now: number): Promise<void>;
}

export function createUnreadNotices(deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>): UnreadNotices {
  const { db } = deps;
  return {
    async tellDue(now) {
      if ((await unread(db.kysely, { before: now - UNREAD, now })).length === 0) return;
      await db.transaction(async (tx) => {
        const readings = await unread(tx, { before: now - ALSO_UNREAD, now });
        if (readings.length === 0) return;
        const lease = { name: 'unread systems', holder: randomUUID(), now, forMs: UNREAD };
        if (!(await takeLease(tx, lease))) return;
        await mailStaff(tx, deps, {
          to: 'administrators',
          kind: 'systems_unread',
          at: now,
          params: { readings },
        });
      });
    },
  };
}

/** A line for each thing: whose people, then whose log. */
async function unread(reader: Reader, { before, now }: { before: number; now: number }): Promise<Sentence[]> {
  const people = await peopleUnreadSince(reader, { before, now });
  const logs = await unreadSince(reader, before);
  if (people.length + logs.length === 0) return [];
  const { timeZone: zone } = await readSettings(reader);
  return [
    ...people.map((row) => ({ ...row, read: 'peopleUnread', neverRead: 'peopleNeverRead' }) as const),
    ...logs.map((row) => ({ ...row, read: 'logUnread', neverRead: 'logNeverRead' }) as const),
  ].map(({ name, since, readAt, sentence: why, read, neverRead }) =>
    sentence('mail', readAt === null ? neverRead : read, {
      system: name,
      at: { at: since, as: 'moment', zone },
      why: JSON.parse(why) as Sentence,
    }),
  );
}
