import { sentence } from '../../../contract/words/sentence.ts';
import type { Reader } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { DAY } from '../../time.ts';
import { countAskedFor } from './store.ts';

/** So many changes of one person wait at a time: each is read by everybody who could agree to it. */
const MOST_WAITING = 10;
/** So many one person asks for in a day, withdrawn ones too: each is a mail to all of them. */
const MOST_A_DAY = 30;

interface Asking {
  makerId: string;
  /** Of the changes that are there already, the one that was just kept is left out. */
  kept: number;
  now: number;
}

/** Refuses with `too_many_changes` and `too_many_attempts` where one person has asked for more than others can look at. */
export async function requireRoom(
  reader: Reader,
  { makerId, kept, now }: Asking,
): Promise<{ kind: string; about: string | null }[]> {
  const { waiting, lately } = await countAskedFor(reader, makerId, { since: now - DAY, now });
  if (waiting.length - kept >= MOST_WAITING)
    throw refuse('too_many_changes', {
      detail: sentence('answers/settings', 'tooManyWaiting', { most: MOST_WAITING }),
    });
  if (lately.length - kept >= MOST_A_DAY)
    throw refuse('too_many_attempts', {
      retryAfter: Math.max(1, Math.ceil((Math.min(...lately) + DAY - now) / 1000)),
      detail: sentence('answers/settings', 'tooManyADay', { most: MOST_A_DAY }),
    });
  return waiting;
}

/**
 * The same once a change was kept, and with `change_waits` where the same of the same waits twice. After its audit event: whoever
 * writes one holds the end of the log until their commit, so that many at once are counted one after the other.
 */
export async function requireRoomFor(
  reader: Reader,
  change: { kind: string; about: string | null; made_by: string },
  now: number,
): Promise<void> {
  const waiting = await requireRoom(reader, { makerId: change.made_by, kept: 1, now });
  if (waiting.filter(({ kind, about }) => kind === change.kind && about === change.about).length > 1)
    throw refuse('change_waits', {
      detail: sentence('answers/settings', 'waitsAlready'),
    });
}
