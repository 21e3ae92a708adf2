import { CEILING_SCOPES, CEILING_WINDOWS } from '../../../contract/ceilings.ts';
import { CHECK_KINDS } from '../../../contract/checks.ts';
import {
  Ceilings,
  EvidenceMinutes,
  PolicyDocument,
  SessionLimits,
  TierRule,
} from '../../../contract/operations/policy.ts';
import { RollOut } from '../../../contract/operations/rollOut.ts';
import { contradictionsOf } from '../../../contract/policyContradictions.ts';
import { rangeOf } from '../../../contract/rangeOf.ts';
import { TIERS } from '../../../contract/requestStates.ts';
import { say } from '../../language/say.ts';
import { documentAsSent } from './policyFields.tsx';
import { t } from './words.ts';

export type Problems = Readonly<Record<string, string>>;

/** Whole numbers that the contract takes. */
const RANGES = {
  graceDays: rangeOf(PolicyDocument.properties.graceDays),
  pauseAtOpenRequests: rangeOf(RollOut.properties.pauseAtOpenRequests.anyOf[0]),
  requestExpiryDays: rangeOf(PolicyDocument.properties.requestExpiryDays),
  evidenceMinutes: rangeOf(EvidenceMinutes.properties.call_back),
  ceiling: rangeOf(Ceilings.properties.all.properties.hour.anyOf[0]),
  holdHours: rangeOf(TierRule.properties.holdHours),
  idleMinutes: rangeOf(SessionLimits.properties.idleMinutes),
  absoluteHours: rangeOf(SessionLimits.properties.absoluteHours),
};

/** What can't be saved as it is typed, a sentence for each setting; the server alone knows about the people whom it names. */
export function draftProblems(draft: PolicyDocument): Problems {
  const problems: Record<string, string> = {};
  const number = (key: string, value: number, [least, most]: readonly [number, number]) => {
    if (!Number.isInteger(value) || value < least || value > most)
      problems[key] = t('wholeNumber', { least, most });
  };
  number('graceDays', draft.graceDays, RANGES.graceDays);
  number('requestExpiryDays', draft.requestExpiryDays, RANGES.requestExpiryDays);
  for (const kind of CHECK_KINDS)
    number(`evidenceMinutes.${kind}`, draft.evidenceMinutes[kind], RANGES.evidenceMinutes);
  for (const scope of CEILING_SCOPES)
    for (const window of CEILING_WINDOWS) {
      const ceiling = draft.ceilings[scope][window];
      if (ceiling !== null) number(`ceilings.${scope}.${window}`, ceiling, RANGES.ceiling);
    }
  for (const tier of TIERS) {
    number(`tiers.${tier}.holdHours`, draft.tiers[tier].holdHours, RANGES.holdHours);
    if (draft.tiers[tier].recipe.kinds.length === 0) problems[`tiers.${tier}.recipe`] = t('chooseCheck');
  }
  for (const whose of ['staff', 'users'] as const) {
    const { idleMinutes, absoluteHours } = draft.sessions[whose];
    number(`sessions.${whose}.idleMinutes`, idleMinutes, RANGES.idleMinutes);
    number(`sessions.${whose}.absoluteHours`, absoluteHours, RANGES.absoluteHours);
  }
  if (draft.startsOn !== null && Number.isNaN(Date.parse(draft.startsOn)))
    problems['startsOn'] = t('chooseDate');
  const sent = documentAsSent(draft);
  const { waves, pauseAtOpenRequests } = sent.rollOut;
  for (const [index, { startsOn, departments }] of waves.entries()) {
    if (Number.isNaN(Date.parse(startsOn))) problems[`rollOut.waves.${index}`] = t('chooseDate');
    else if (departments.length === 0) problems[`rollOut.waves.${index}`] = t('chooseDepartment');
  }
  if (pauseAtOpenRequests !== null)
    number('rollOut.pauseAtOpenRequests', pauseAtOpenRequests, RANGES.pauseAtOpenRequests);
  const bad = draft.recommendedApps.find(
    ({ name, url }) => !name.trim() || !/^https:\/\/[^\s/$.?#]\S*$/.test(url),
  );
  if (bad) problems['recommendedApps'] = t('appNeedsBoth');
  const contradictions = Object.entries(contradictionsOf(sent)).map(([key, said]) => [key, say(said)]);
  return { ...(Object.fromEntries(contradictions) as Problems), ...problems };
}
