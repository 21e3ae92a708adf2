import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { RollOut, Upcoming, Wave } from '../../../../contract/operations/rollOut.ts';
import { allOf } from '../../../language/intl.ts';
import { dueDay, shortDay } from '../../../ui/time.ts';
import { daysAfter } from '../dates.ts';
import { t } from '../words.ts';

const WEEK = 7;

/** In the order of their dates; those without a date come first. */
export const inOrder = (waves: readonly Wave[]): Wave[] =>
  waves.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));

/** The roll-out as it is sent: waves that a scope left over count for nothing, and without one there is no pause. */
export function rollOutAsSent({ required, rollOut }: PolicyDocument): RollOut {
  const waves = required.scope === 'selected' ? inOrder(rollOut.waves) : [];
  return { ...rollOut, waves, pausedAt: waves.length > 0 ? rollOut.pausedAt : null };
}

/** Paused as the server will have it: since now, or as long as the policy in force is. */
export const pausedFrom = (rollOut: RollOut, inForce: PolicyDocument, now: number): RollOut => ({
  ...rollOut,
  pausedAt: inForce.rollOut.pausedAt ?? new Date(now).toISOString(),
});

/** The waves that a pause keeps from beginning. */
export function heldWaves(policy: PolicyDocument): Wave[] {
  const { waves, pausedAt } = rollOutAsSent(policy);
  return pausedAt === null ? [] : waves.filter((wave) => isAfter(wave, pausedAt));
}

const isAfter = ({ startsOn }: Wave, at: string) => Date.parse(startsOn) > Date.parse(at);
const hasDate = ({ startsOn }: Wave) => !Number.isNaN(Date.parse(startsOn));
const daysOf = (waves: readonly Wave[], now: number) =>
  allOf(waves.map(({ startsOn }) => dueDay(startsOn, now)));

/** What becomes of one wave as it is set now. `people` is how many it asks on its date, where that is known. */
export function waveWords(
  wave: Wave,
  { base, draft, people, now }: { base: PolicyDocument; draft: PolicyDocument; people?: number; now: number },
): string {
  if (!hasDate(wave)) return '';
  const hasPassed = Date.parse(wave.startsOn) <= now;
  if (heldWaves(draft).includes(wave)) return hasPassed ? t('waitsDue') : t('waits');
  if (!hasPassed) {
    const day = dueDay(wave.startsOn, now);
    if (people === undefined) return t('askedFrom', { day });
    return people === 0 ? t('nobodyLeft', { day }) : t('peopleAskedFrom', { count: people, day });
  }
  const had = rollOutAsSent(base).waves.find(({ startsOn }) => startsOn === wave.startsOn);
  return had && !heldWaves(base).includes(had)
    ? t('hasCountedSince', { day: shortDay(wave.startsOn, now) })
    : t('beginsOnSave');
}

/** What the pause does, or would do. */
export function pauseWords(base: PolicyDocument, draft: PolicyDocument, now: number): string {
  if (draft.rollOut.pausedAt === null) {
    const due = heldWaves(base).filter((wave) => Date.parse(wave.startsOn) <= now);
    return due.length > 0 ? t('dueOnSave', { days: daysOf(due, now) }) : t('eachOnItsDate');
  }
  const held = heldWaves(draft).filter(hasDate);
  if (held.length === 0) return t('noneHeld');
  const key = base.rollOut.pausedAt === null ? 'heldFromSave' : 'heldUntilResumed';
  return t(key, { count: held.length, days: daysOf(held, now) });
}

/** What the limit does. `open` is how many requests are open now, where that is known. */
export function limitWords(
  { pauseAtOpenRequests: limit, pausedAt }: RollOut,
  open: number | undefined,
): string {
  if (limit === null) return t('noLimit');
  if (!Number.isInteger(limit)) return '';
  if (open === undefined) return t('limitOf', { limit });
  return t(open > limit && pausedAt === null ? 'limitReached' : 'limitWithOpen', { limit, open });
}

/** How many people the dates to come ask; empty where there are none. */
export function laterWords(upcoming: readonly Upcoming[], now: number): string {
  const asking = upcoming.filter((date) => peopleOn(date) > 0);
  const first = asking[0];
  if (!first) return '';
  const count = asking.reduce((sum, date) => sum + peopleOn(date), 0);
  return t('askedLater', { count, dates: asking.length, day: dueDay(first.at, now) });
}

export const peopleOn = ({ setupAtNextSignIn, entersGrace }: Upcoming) => setupAtNextSignIn + entersGrace;

/** The date for another wave: a week after the last one, and not in the past; a day on which people work. */
export function nextDate(waves: readonly Wave[], now: number): string {
  const last = Math.max(...waves.filter(hasDate).map(({ startsOn }) => Date.parse(startsOn)));
  const from = last > now ? last : now;
  const weekday = new Date(daysAfter(from, WEEK)).getDay();
  return daysAfter(from, WEEK + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0));
}
