import type { OutputOf } from '../../../../contract/operations.ts';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { allOf } from '../../../language/intl.ts';
import { t } from '../words.ts';

export type ImpactCounts = Pick<
  OutputOf<'policy.impact'>,
  'setupAtNextSignIn' | 'entersGrace' | 'freed' | 'staffAffected'
>;
export type Effect = 'setupAtNextSignIn' | 'entersGrace' | 'freed';

export const EFFECTS: Record<Effect, { title: string; tab: string }> = {
  setupAtNextSignIn: { title: t('setUpTitle'), tab: t('setUpTab') },
  entersGrace: { title: t('graceTitle'), tab: t('graceTab') },
  freed: { title: t('freedTitle'), tab: t('freedTab') },
};

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

export const reachOf = ({ setupAtNextSignIn, entersGrace, freed }: ImpactCounts) =>
  setupAtNextSignIn + entersGrace + freed;

/** Whether a change has to do with whom MFA is required of, and when. */
export const isAboutWho = (change: Partial<PolicyDocument>) =>
  change.required !== undefined || change.rollOut !== undefined || change.startsOn !== undefined;
