import type { EvidenceMinutes } from '../../../../contract/operations/policy.ts';
import type { CheckKind, CheckOutcome } from '../../../../contract/operations/resetRequests.ts';
import { MINUTE } from '../../../time.ts';

/** By which minutes a request's evidence ages, and the moment (UTC ms) as of which it is counted. */
export interface EvidenceAge {
  asOf: number;
  minutes: EvidenceMinutes;
}

interface Aging {
  kind: CheckKind;
  outcome: CheckOutcome;
  at: number;
}

/** Until when a check counts, UTC ms; null for one that did not pass: a fail counts for ever. */
export function countsUntil(
  { kind, outcome, at }: Aging,
  { minutes }: Pick<EvidenceAge, 'minutes'>,
): number | null {
  return outcome === 'pass' ? at + minutes[kind] * MINUTE : null;
}

/** Whether a check is too old to count (S-101). */
export function isTooOld(check: Aging, age: EvidenceAge): boolean {
  const until = countsUntil(check, age);
  return until !== null && age.asOf >= until;
}
