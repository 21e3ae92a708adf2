import { expect, test } from 'vitest';
import { CHECK_KINDS, isRecordedByStaff } from '../../../../contract/checks.ts';
import type { CheckKind } from '../../../../contract/operations/resetRequests.ts';
import { inEnglish } from '../../../../server/words.ts';
import { DAY } from '../../../../server/time.ts';
import {
  checkRefusal,
  isCallToLostPhone,
  mayBeMobile,
  numberRefusal,
} from '../../../../server/features/resetRequests/rules/checks.ts';
import type { EvidenceFacts, NumberFacts } from '../../../../server/features/resetRequests/rules/checks.ts';

const NOW = Date.UTC(2027, 0, 11);

const phone: NumberFacts = { kind: 'phone', value: '+442079460041', since: null };
const mobile: NumberFacts = { kind: 'mobile', value: '+447700900041', since: null };
const facts = (change: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  reason: 'broken',
  numbers: [phone, mobile],
  hasRequestCode: true,
  requestCodeClosed: false,
  now: NOW,
  ...change,
});

test('S-32 which numbers may be called', () => {
  expect(numberRefusal(phone, facts())).toBeNull();
  expect(numberRefusal({ ...phone, since: NOW - 30 * DAY }, facts())).toBeNull();
  const changed = { ...phone, since: NOW - 30 * DAY + 1 };
  expect(numberRefusal(changed, facts())?.code).toBe('contact_changed_recently');
  expect(numberRefusal(mobile, facts({ reason: 'lost_or_stolen' }))?.code).toBe('check_not_possible');
  const same = { ...phone, value: mobile.value };
  expect(numberRefusal(same, facts({ reason: 'broken', numbers: [same, mobile] }))).toBeNull();
  expect(numberRefusal(same, facts({ reason: 'lost_or_stolen', numbers: [same, mobile] }))?.code).toBe(
    'check_not_possible',
  );
});

test('S-32 whether a call may have gone to the mobile phone', () => {
  expect(mayBeMobile(facts(), 'mobile')).toBe(true);
  expect(mayBeMobile(facts(), 'phone')).toBe(false);
  expect(mayBeMobile(facts(), undefined)).toBe(true);
  expect(mayBeMobile(facts({ numbers: [phone] }), undefined)).toBe(false);
  // The mobile may not be called, so nobody who doesn't say called it.
  expect(mayBeMobile(facts({ numbers: [phone, { ...mobile, since: NOW }] }), undefined)).toBe(false);
  const same = { ...phone, value: mobile.value };
  expect(mayBeMobile(facts({ numbers: [same, mobile] }), 'phone')).toBe(true);
});

test('S-32 a call to a phone that is reported lost or stolen proves nothing, also where it was made before', () => {
  const call = { kind: 'call_back', outcome: 'pass', toMobile: true } as const;
  expect(isCallToLostPhone(call, 'lost_or_stolen')).toBe(true);
  expect(isCallToLostPhone({ ...call, toMobile: false }, 'lost_or_stolen')).toBe(false);
  expect(isCallToLostPhone({ ...call, kind: 'in_person' }, 'lost_or_stolen')).toBe(false);
  expect(isCallToLostPhone({ ...call, outcome: 'fail' }, 'lost_or_stolen')).toBe(false);
  expect(isCallToLostPhone({ ...call, outcome: 'no_answer' }, 'lost_or_stolen')).toBe(false);
  expect(isCallToLostPhone(call, 'broken')).toBe(false);
  expect(isCallToLostPhone(call, null)).toBe(false);
});

test('how long ago a number changed is said in days', () => {
  const sentence = (days: number) =>
    inEnglish(numberRefusal({ ...phone, since: NOW - days * DAY }, facts())?.sentence ?? '');
  expect(sentence(0.5)).toContain('changed less than a day ago');
  expect(sentence(1)).toContain('changed a day ago');
  expect(sentence(6)).toContain('changed 6 days ago');
});

test('S-32 S-37 which checks staff may record', () => {
  const code = (kind: CheckKind, change?: Partial<EvidenceFacts>) =>
    checkRefusal(kind, facts(change))?.code ?? null;
  expect(code('request_code')).toBeNull();
  expect(code('request_code', { hasRequestCode: false })).toBe('check_not_possible');
  expect(code('request_code', { requestCodeClosed: true })).toBe('request_code_closed');
  expect(code('existing_code')).toBe('check_not_possible');
  expect(code('manager_confirmation')).toBe('check_not_possible');
  expect(code('photo_id_video')).toBeNull();
  expect(code('in_person')).toBeNull();
  expect(code('call_back')).toBeNull();
  expect(code('call_back', { numbers: [] })).toBe('check_not_possible');
  expect(code('call_back', { reason: 'lost_or_stolen', numbers: [mobile] })).toBe('check_not_possible');
  const changed = { ...phone, since: NOW };
  expect(code('call_back', { reason: 'lost_or_stolen', numbers: [mobile, changed] })).toBe(
    'contact_changed_recently',
  );
  expect(checkRefusal('call_back', facts({ numbers: [mobile] }), 'phone')?.code).toBe('check_not_possible');
  expect(checkRefusal('call_back', facts({ numbers: [changed, mobile] }), 'mobile')).toBeNull();
  expect(checkRefusal('call_back', facts({ numbers: [changed, mobile] }), 'phone')?.code).toBe(
    'contact_changed_recently',
  );
});

test.each(CHECK_KINDS)('S-32 staff record %s where it is theirs to record, and else never', (kind) => {
  expect(checkRefusal(kind, facts()) === null).toBe(isRecordedByStaff(kind));
});

test.each<[string, CheckKind, Partial<EvidenceFacts>, string]>([
  [
    'there is no request code',
    'request_code',
    { hasRequestCode: false },
    'This request has no code: nobody was shown one. Use another check.',
  ],
  [
    'five wrong codes were read out',
    'request_code',
    { requestCodeClosed: true },
    'Five wrong codes were read out, so this check is closed. The user can submit the request again for a fresh code.',
  ],
  [
    'only the manager can say it',
    'manager_confirmation',
    {},
    'Only the manager can confirm this, signed in as themselves. Ask them from this page.',
  ],
  [
    'it is made by itself',
    'existing_code',
    {},
    'This check is recorded automatically when the user gives a valid code with the request. Nobody can record it by hand.',
  ],
  [
    'there is no number',
    'call_back',
    { numbers: [] },
    'There is no such number on record, so there is nobody to call back. Ask for a photo ID by video, or ask the manager.',
  ],
  [
    'the phone was lost',
    'call_back',
    { numbers: [mobile], reason: 'lost_or_stolen' },
    'The phone is reported lost or stolen, so whoever has it would answer. Call another number, ask for a photo ID by video, or ask the manager.',
  ],
])('where %s, the sentence says what to do instead', (_, kind, change, sentence) => {
  expect(inEnglish(checkRefusal(kind, facts(change))?.sentence ?? '')).toBe(sentence);
});
