import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { RollOut, Upcoming, Wave } from '../../../../contract/operations/rollOut.ts';
import { counted, shortDay } from '../../../ui/time.ts';
import { daysAfter } from '../dates.ts';
import { listed } from '../policyWords.ts';

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
  listed(
    waves.map(({ startsOn }) => shortDay(startsOn, now)),
    'and',
  );

/** What becomes of one wave as it is set now. `people` is how many it asks on its date, where that is known. */
export function waveWords(
  wave: Wave,
  { base, draft, people, now }: { base: PolicyDocument; draft: PolicyDocument; people?: number; now: number },
): string {
  if (!hasDate(wave)) return '';
  const day = shortDay(wave.startsOn, now);
  const hasPassed = Date.parse(wave.startsOn) <= now;
  if (heldWaves(draft).includes(wave))
    return hasPassed
      ? 'Waits: it begins as soon as the roll-out is resumed.'
      : 'Waits until the roll-out is resumed.';
  if (!hasPassed)
    return people === undefined
      ? `Asked from ${day} on.`
      : people === 0
        ? `Begins on ${day}. Nobody there is left to be asked: they have MFA, or need it already.`
        : `${counted(people, 'person', 'people')} without MFA will be asked from ${day} on.`;
  const had = rollOutAsSent(base).waves.find(({ startsOn }) => startsOn === wave.startsOn);
  return had && !heldWaves(base).includes(had) ? `Has counted since ${day}.` : 'Begins as soon as you save.';
}

/** What the pause does, or would do. */
export function pauseWords(base: PolicyDocument, draft: PolicyDocument, now: number): string {
  const { pausedAt } = draft.rollOut;
  if (pausedAt === null) {
    const due = heldWaves(base).filter((wave) => Date.parse(wave.startsOn) <= now);
    return due.length > 0
      ? `What was due meanwhile begins as soon as you save: ${daysOf(due, now)}. The other waves begin on their dates.`
      : 'Each wave begins on its date.';
  }
  const held = heldWaves(draft).filter(hasDate);
  const since = base.rollOut.pausedAt === null ? 'From the moment you save' : 'Until you resume';
  const waits =
    held.length > 0
      ? `${since}, ${held.length === 1 ? 'one wave waits' : `${held.length} waves wait`}: ${daysOf(held, now)}.`
      : 'No wave is left that it could hold.';
  return `${waits} Whoever is asked already stays asked.`;
}

/** What the limit does. `open` is how many requests are open now, where that is known. */
export function limitWords(
  { pauseAtOpenRequests: limit, pausedAt }: RollOut,
  open: number | undefined,
): string {
  if (limit === null) return 'Waves begin however many reset requests are open.';
  if (!Number.isInteger(limit)) return '';
  const now =
    open === undefined
      ? ''
      : open > limit && pausedAt === null
        ? ` ${open.toLocaleString('en-GB')} are open now: it pauses as soon as you save.`
        : ` ${open.toLocaleString('en-GB')} ${open === 1 ? 'is' : 'are'} open now.`;
  return `When more than ${limit.toLocaleString('en-GB')} are open, no further wave begins until someone resumes the roll-out. Every security officer gets a mail.${now}`;
}

/** How many people the dates to come ask; empty where there are none. */
export function laterWords(upcoming: readonly Upcoming[], now: number): string {
  const asking = upcoming.filter((date) => peopleOn(date) > 0);
  const first = asking[0];
  if (!first) return '';
  const people = counted(
    asking.reduce((sum, date) => sum + peopleOn(date), 0),
    'person',
    'people',
  );
  return asking.length === 1
    ? `${people} will be asked from ${shortDay(first.at, now)} on.`
    : `${people} will be asked on ${asking.length} dates, from ${shortDay(first.at, now)} on.`;
}

export const peopleOn = ({ setupAtNextSignIn, entersGrace }: Upcoming) => setupAtNextSignIn + entersGrace;

/** The date for another wave: a week after the last one, and not in the past. */
export function nextDate(waves: readonly Wave[], now: number): string {
  const last = Math.max(...waves.filter(hasDate).map(({ startsOn }) => Date.parse(startsOn)));
  return last > now ? daysAfter(last, WEEK) : daysAfter(now, WEEK);
}
