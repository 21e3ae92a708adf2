import type { OutputOf } from '../../../../contract/operations.ts';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { Upcoming } from '../../../../contract/operations/rollOut.ts';
import { allOf } from '../../../language/intl.ts';
import { peopleOn } from '../rollOut/rollOutWords.ts';
import { t } from '../words.ts';

type ImpactCounts = Pick<
  OutputOf<'policy.impact'>,
  'setupAtNextSignIn' | 'entersGrace' | 'freed' | 'staffAffected'
>;
export type Effect = 'setupAtNextSignIn' | 'entersGrace' | 'freed' | 'later';

export const EFFECTS: Record<Effect, { title: string; tab: string }> = {
  setupAtNextSignIn: { title: t('setUpTitle'), tab: t('setUpTab') },
  entersGrace: { title: t('graceTitle'), tab: t('graceTab') },
  freed: { title: t('freedTitle'), tab: t('freedTab') },
  later: { title: t('laterTitle'), tab: t('laterTab') },
};

/** How many people are behind each group of a change; `later` where its sentence speaks of dates to come. */
export function groupsOf(
  change: Partial<PolicyDocument>,
  { setupAtNextSignIn, entersGrace, freed, upcoming }: ImpactCounts & { upcoming: readonly Upcoming[] },
): [Effect, number][] {
  const later = isAboutWho(change) ? upcoming.reduce((sum, date) => sum + peopleOn(date), 0) : 0;
  return [
    ['setupAtNextSignIn', setupAtNextSignIn],
    ['entersGrace', entersGrace],
    ['freed', freed],
    ...(later > 0 ? [['later', later] as [Effect, number]] : []),
  ];
}

/** The consequences of a change in one sentence, as it goes on after a colon. */
export function impactWords(
  { setupAtNextSignIn, entersGrace, freed }: ImpactCounts,
  { graceDays }: Partial<PolicyDocument>,
): string {
  const parts = [
    ...(setupAtNextSignIn > 0 ? [t('impactSetUp', { count: setupAtNextSignIn })] : []),
    ...(entersGrace > 0 ? [t('impactGrace', { count: entersGrace })] : []),
    ...(freed > 0 ? [t('impactFreed', { count: freed })] : []),
  ];
  if (parts.length > 0) return t('impact', { parts: allOf(parts) });
  // Nobody is counted, and yet it is no nothing: whose grace is still to begin has another one.
  return graceDays ? t('impactGraceLength', { count: graceDays }) : t('impactNobody');
}

/** Whether a change has to do with whom MFA is required of, and when. */
export const isAboutWho = (change: Partial<PolicyDocument>) =>
  change.required !== undefined || change.rollOut !== undefined || change.startsOn !== undefined;
