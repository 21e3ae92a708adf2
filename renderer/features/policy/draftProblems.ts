import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { contradictionsOf } from '../../../contract/policyContradictions.ts';
import { TIERS } from '../../../contract/requestStates.ts';
import { documentAsSent } from './policyFields.tsx';

export type Problems = Readonly<Record<string, string>>;

/** Whole numbers that the contract takes, by the setting's key. */
const RANGES = {
  graceDays: [0, 90],
  pauseAtOpenRequests: [1, 100_000],
  requestExpiryDays: [1, 30],
  holdHours: [0, 168],
  idleMinutes: [5, 1440],
  absoluteHours: [1, 168],
} as const satisfies Record<string, readonly [number, number]>;

/** What can't be saved as it is typed, a sentence for each setting; the server alone knows about the people whom it names. */
export function draftProblems(draft: PolicyDocument): Problems {
  const problems: Record<string, string> = {};
  const number = (key: string, value: number, [least, most]: readonly [number, number]) => {
    if (!Number.isInteger(value) || value < least || value > most)
      problems[key] = `Type a whole number from ${least} to ${most.toLocaleString('en-GB')}.`;
  };
  number('graceDays', draft.graceDays, RANGES.graceDays);
  number('requestExpiryDays', draft.requestExpiryDays, RANGES.requestExpiryDays);
  for (const tier of TIERS) {
    number(`tiers.${tier}.holdHours`, draft.tiers[tier].holdHours, RANGES.holdHours);
    if (draft.tiers[tier].recipe.kinds.length === 0)
      problems[`tiers.${tier}.recipe`] = 'Choose at least one check, or nobody could ever be reset.';
  }
  for (const whose of ['staff', 'users'] as const) {
    const { idleMinutes, absoluteHours } = draft.sessions[whose];
    number(`sessions.${whose}.idleMinutes`, idleMinutes, RANGES.idleMinutes);
    number(`sessions.${whose}.absoluteHours`, absoluteHours, RANGES.absoluteHours);
  }
  if (draft.startsOn !== null && Number.isNaN(Date.parse(draft.startsOn)))
    problems['startsOn'] = 'Choose a date.';
  const sent = documentAsSent(draft);
  const { waves, pauseAtOpenRequests } = sent.rollOut;
  for (const [index, { startsOn, departments }] of waves.entries()) {
    if (Number.isNaN(Date.parse(startsOn))) problems[`rollOut.waves.${index}`] = 'Choose a date.';
    else if (departments.length === 0) problems[`rollOut.waves.${index}`] = 'Choose at least one department.';
  }
  if (pauseAtOpenRequests !== null)
    number('rollOut.pauseAtOpenRequests', pauseAtOpenRequests, RANGES.pauseAtOpenRequests);
  const bad = draft.recommendedApps.find(
    ({ name, url }) => !name.trim() || !/^https:\/\/[^\s/$.?#]\S*$/.test(url),
  );
  if (bad) problems['recommendedApps'] = 'Each app needs a name and a link that begins with https://.';
  return { ...contradictionsOf(sent), ...problems };
}
