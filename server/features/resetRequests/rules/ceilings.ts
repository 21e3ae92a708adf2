import type { CeilingScope, CeilingWindow } from '../../../../contract/ceilings.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { DAY, HOUR } from '../../../time.ts';

export const WINDOW: Record<CeilingWindow, number> = { hour: HOUR, day: DAY };

/**
 * No ceiling that follows from what was usual is lower: thirty people who get new phones on a Monday are no attack, however quiet the
 * weeks before were.
 */
export const FLOORS: Record<CeilingScope, Record<CeilingWindow, number>> = {
  agent: { hour: 15, day: 40 },
  decider: { hour: 15, day: 40 },
  all: { hour: 30, day: 80 },
};

/** How many weeks before today say what is usual. */
export const WEEKS = 8;
/** What follows is so many times what was usual. */
const TIMES = 2;

/** What an hour or a day of somebody, or of all, has of resets, beside its ceiling. */
export interface Load {
  scope: CeilingScope;
  window: CeilingWindow;
  /** Whose; null where it is all, or nobody is known by that id. */
  name: string | null;
  /** Those that count by now; the one that is decided comes on top. */
  count: number;
  ceiling: number;
}

/** The ceiling: as an officer set it, or as it follows from what was usual. */
export function ceilingOf(
  { scope, window }: Pick<Load, 'scope' | 'window'>,
  { usual, set }: { usual: number; set: number | null },
): number {
  return set ?? Math.max(FLOORS[scope][window], TIMES * usual);
}

/** The ceiling that one more reset would pass; the first of those in order. */
export function passedBy(loads: readonly Load[]): Load | null {
  return loads.find(({ count, ceiling }) => count + 1 > ceiling) ?? null;
}

/** Which ceiling one more reset would pass, and whose. */
export function ceilingSentence({ scope, window, name, count, ceiling }: Load): Sentence {
  return sentence('answers/resetRequests', 'ceilingPassed', {
    scope: scope === 'all' ? 'other' : scope,
    window: window === 'hour' ? window : 'other',
    name: name ?? sentence('mail', 'somebody'),
    count: count + 1,
    ceiling,
  });
}

/**
 * What is usual: the middle of the last weeks' busiest ones, the lower of two. SECURITY: whoever wants it higher has to be at work
 * unseen in five of eight weeks, and gets no more than twice as far by it; today says nothing.
 *
 * @param counted how many in an hour or a day (of one person, where it is of people), with the moment it began, UTC ms
 * @param today its beginning, UTC ms
 */
export function usualOf(counted: readonly { at: number; count: number }[], today: number): number {
  const busiest = Array.from({ length: WEEKS }, () => 0);
  for (const { at, count } of counted) {
    const week = Math.floor((today - 1 - at) / (7 * DAY));
    const most = busiest[week];
    if (at < today && most !== undefined) busiest[week] = Math.max(most, count);
  }
  const calmer = busiest.toSorted((one, other) => one - other).slice(0, WEEKS / 2);
  return Math.max(...calmer);
}

export const beginningOfDay = (at: number): number => at - (at % DAY);
