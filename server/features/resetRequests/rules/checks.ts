import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { isRecordedByStaff } from '../../../../contract/checks.ts';
import type { StaffKind } from '../../../../contract/checks.ts';
import type { CheckKind, CheckOutcome } from '../../../../contract/operations/resetRequests.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import { no } from './refusal.ts';
import type { Refused } from './refusal.ts';
import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';
import { wholeDays } from './words.ts';

export type NumberKind = 'phone' | 'mobile';

export interface NumberFacts {
  kind: NumberKind;
  value: string;
  /** When it came to be what it is, UTC ms; null where the account began with it. */
  since: number | null;
}

export interface EvidenceFacts {
  reason: ResetReason | null;
  numbers: readonly NumberFacts[];
  hasRequestCode: boolean;
  requestCodeClosed: boolean;
  now: number;
}

/** Wrong request codes that close the check (S-37). */
export const REQUEST_CODE_TRIES = 5;

/** Why staff can't record what somebody else brings on record. */
const NOT_BY_STAFF: Record<Exclude<CheckKind, StaffKind>, Sentence> = {
  manager_confirmation: sentence('answers/resetRequests', 'managerOnlyThemselves'),
  existing_code: sentence('answers/resetRequests', 'existingCodeByItself'),
};

/**
 * Whether staff may record this check now (S-32, S-37); null where they may. `number` is what they say they called:
 * where they don't say, there has to be one that may be called.
 */
export function checkRefusal(kind: CheckKind, facts: EvidenceFacts, number?: NumberKind): Refused | null {
  if (!isRecordedByStaff(kind)) return no('check_not_possible', NOT_BY_STAFF[kind]);
  switch (kind) {
    case 'request_code':
      if (!facts.hasRequestCode)
        return no('check_not_possible', sentence('answers/resetRequests', 'noRequestCode'));
      return facts.requestCodeClosed
        ? no('request_code_closed', sentence('answers/resetRequests', 'requestCodeClosed'))
        : null;
    case 'call_back':
      return callBackRefusal(facts, number);
    case 'photo_id_video':
    case 'in_person':
      return null;
  }
}

function callBackRefusal(facts: EvidenceFacts, asked: NumberKind | undefined): Refused | null {
  const numbers = facts.numbers.filter(({ kind }) => asked === undefined || kind === asked);
  const refusals = numbers.map((number) => numberRefusal(number, facts));
  if (refusals.includes(null)) return null;
  const changed = refusals.find((refusal) => refusal?.code === 'contact_changed_recently');
  return changed ?? refusals[0] ?? no('check_not_possible', sentence('answers/resetRequests', 'noNumber'));
}

/**
 * Whether a call may have gone to the mobile phone: the number that staff say they called is its number, or they don't say
 * and it may be called.
 */
export function mayBeMobile(facts: EvidenceFacts, asked: NumberKind | undefined): boolean {
  const mobiles = mobilesOf(facts);
  return facts.numbers.some(
    (number) =>
      (asked === undefined || number.kind === asked) &&
      mobiles.includes(number.value) &&
      numberRefusal(number, facts) === null,
  );
}

/**
 * Whether this is a call to a phone that was reported lost or stolen since: it proves nothing, for whoever has the phone
 * answered (S-32). One that failed is none: a fail counts for ever.
 */
export function isCallToLostPhone(
  { kind, outcome, toMobile }: { kind: CheckKind; outcome: CheckOutcome; toMobile: boolean },
  reason: ResetReason | null,
): boolean {
  return reason === 'lost_or_stolen' && kind === 'call_back' && outcome === 'pass' && toMobile;
}

function mobilesOf({ numbers }: EvidenceFacts): string[] {
  return numbers.filter(({ kind }) => kind === 'mobile').map(({ value }) => value);
}

/** Why a call to a number on record would prove nothing; null where it may be called (S-32). */
export function numberRefusal(number: NumberFacts, facts: EvidenceFacts): Refused | null {
  if (facts.reason === 'lost_or_stolen' && mobilesOf(facts).includes(number.value))
    return no('check_not_possible', sentence('answers/resetRequests', 'phoneLost'));
  if (number.since === null || number.since <= facts.now - CONTACT_TAINT) return null;
  // SECURITY: a first value, too: after a roll-out a number would else prove whoever typed it (issue 8.3).
  return no(
    'contact_changed_recently',
    sentence('answers/resetRequests', 'numberChanged', { days: wholeDays(number.since, facts.now) }),
  );
}
