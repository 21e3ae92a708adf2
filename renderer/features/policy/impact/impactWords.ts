import type { OutputOf } from '../../../../contract/operations.ts';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { counted } from '../../../ui/time.ts';

export type ImpactCounts = Pick<
  OutputOf<'policy.impact'>,
  'setupAtNextSignIn' | 'entersGrace' | 'freed' | 'staffAffected'
>;
export type Effect = 'setupAtNextSignIn' | 'entersGrace' | 'freed';

export const EFFECTS: Record<Effect, { title: string; word: string }> = {
  setupAtNextSignIn: { title: 'Asked to set up at their next sign-in', word: 'Next sign-in' },
  entersGrace: { title: 'Get a grace period to set up in', word: 'In grace' },
  freed: { title: 'No longer need MFA', word: 'Freed' },
};

const people = (count: number) => counted(count, 'person', 'people');

/** The consequences of a change in one sentence. */
export function impactWords({ setupAtNextSignIn, entersGrace, freed }: ImpactCounts): string {
  const parts = [
    ...(setupAtNextSignIn > 0
      ? [`${people(setupAtNextSignIn)} will be asked to set up at their next sign-in`]
      : []),
    ...(entersGrace > 0 ? [`${people(entersGrace)} will get a grace period to set up in`] : []),
    ...(freed > 0 ? [`${people(freed)} will no longer need MFA`] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')}.` : 'nobody is asked for anything new.';
}

export const reachOf = ({ setupAtNextSignIn, entersGrace, freed }: ImpactCounts) =>
  setupAtNextSignIn + entersGrace + freed;

/** Whether a change has to do with whom MFA is required of, and when. */
export const isAboutWho = (change: Partial<PolicyDocument>) =>
  change.required !== undefined || change.rollOut !== undefined || change.startsOn !== undefined;
