import { expect, test } from 'vitest';
import { CHECK_KINDS } from '../../../../contract/checks.ts';
import type { CheckKind } from '../../../../contract/operations/resetRequests.ts';
import { DEFAULT_POLICY } from '../../../../server/domain/policy/defaults.ts';
import { countsUntil, isTooOld } from '../../../../server/features/resetRequests/rules/evidenceAge.ts';
import { HOUR } from '../../../../server/time.ts';

const minutes = DEFAULT_POLICY.evidenceMinutes;
const HOURS: Record<CheckKind, number> = {
  request_code: 1,
  call_back: 1,
  photo_id_video: 1,
  in_person: 24,
  manager_confirmation: 24,
  existing_code: 24,
};
const AT = Date.UTC(2027, 0, 11);

test.each(CHECK_KINDS)('S-101 %s counts for its time, and a second after it no more', (kind) => {
  const check = { kind, outcome: 'pass', at: AT } as const;
  const end = AT + HOURS[kind] * HOUR;
  expect(countsUntil(check, { minutes })).toBe(end);
  expect(isTooOld(check, { minutes, asOf: end - 1000 })).toBe(false);
  expect(isTooOld(check, { minutes, asOf: end })).toBe(true);
  expect(isTooOld(check, { minutes, asOf: end + 1000 })).toBe(true);
});

test.each(['fail', 'no_answer'] as const)('S-101 what ended in %s never becomes too old', (outcome) => {
  const check = { kind: 'call_back', outcome, at: AT } as const;
  expect(countsUntil(check, { minutes })).toBeNull();
  expect(isTooOld(check, { minutes, asOf: AT + 1000 * HOUR })).toBe(false);
});
